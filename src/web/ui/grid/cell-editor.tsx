import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { formatVi, parseCell } from '#core/quantity/vietnamese-number.ts'
import type { GridCommand, Phase } from './keys.ts'
import { commandOf } from './keys.ts'

export interface CellEditorHandle {
  /** The text typed so far, and back to looking at the cell; undefined when nothing was being typed. */
  readonly take: () => string | undefined
  readonly discard: () => void
  /** As F2: the caret after the text. */
  readonly edit: () => void
  readonly focus: () => void
}

interface CellEditorProps {
  /** Name of the active cell; a new one puts the input over another cell. */
  readonly at: string
  /** What the editor starts with: a number without groups, or a refused text. */
  readonly text: string
  readonly label: string
  readonly describedBy: string | undefined
  readonly isReadOnly: boolean
  readonly isInvalid: boolean
  readonly isText: boolean
  readonly pageRows: () => number
  /** True when the command was carried out, so that the browser does nothing of its own. */
  readonly onCommand: (command: GridCommand) => boolean
  readonly onLeave: () => void
  readonly onClipboard: (event: React.ClipboardEvent<HTMLInputElement>) => void
  readonly ref: React.Ref<CellEditorHandle>
}

/**
 * The one input of the grid. It stays in place in the document and always has the focus, so that typing begins in the same
 * key event, which input tools for Vietnamese need. While a cell is only looked at, it holds the cell's text, selected:
 * whatever is typed replaces it natively, and nothing is bound to Backspace.
 */
export function CellEditor(props: CellEditorProps) {
  const { at, text, isReadOnly, onCommand, onClipboard, ref } = props
  const input = useRef<HTMLInputElement>(null)
  const phase = useRef<Phase>('idle')
  const [echo, setEcho] = useState('')

  const enter = (next: Phase) => {
    phase.current = next
    if (input.current) input.current.dataset.phase = next
  }
  const settle = () => {
    enter('idle')
    setEcho('')
    if (input.current === null) return
    input.current.value = text
    input.current.style.removeProperty('--typed')
    input.current.style.removeProperty('--tail')
    if (document.activeElement === input.current) input.current.select()
  }
  const showTyped = () => {
    if (phase.current === 'idle') enter('typing')
    const value = input.current?.value ?? ''
    const comma = value.indexOf(',')
    input.current?.style.setProperty('--typed', `${value.length}ch`)
    input.current?.style.setProperty('--tail', comma === -1 ? '0px' : `calc(0.28em + ${value.length - comma - 1}ch)`)
    const parsed = parseCell(value)
    const grouped = parsed.ok && parsed.value.kind === 'number' && !props.isText ? formatVi(parsed.value.value) : ''
    setEcho(grouped === value || value.length < 4 ? '' : grouped)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the input takes a new text only when cell or text changes
  useLayoutEffect(() => {
    if (phase.current === 'idle') settle()
  }, [at, text])

  const edit = () => {
    if (isReadOnly || phase.current === 'editing') return
    enter('editing')
    showTyped()
    const end = input.current?.value.length ?? 0
    input.current?.setSelectionRange(end, end)
  }

  useImperativeHandle(ref, () => ({
    take: () => {
      if (phase.current === 'idle' || input.current === null) return undefined
      const typed = input.current.value
      settle()
      return typed
    },
    discard: settle,
    edit,
    focus: () => input.current?.focus({ preventScroll: true }),
  }))

  const insertComma = () => {
    if (isReadOnly || input.current === null) return
    const { selectionStart, selectionEnd } = input.current
    input.current.setRangeText(',', selectionStart ?? 0, selectionEnd ?? 0, 'end')
    showTyped()
  }
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const command = commandOf(event.nativeEvent, phase.current, props.pageRows())
    if (command === undefined) return
    if (command.kind === 'comma') insertComma()
    else if (command.kind === 'edit') edit()
    else if (!onCommand(command)) return
    event.preventDefault()
  }

  return (
    <>
      <input
        ref={input}
        type="text"
        data-phase="idle"
        className={props.isText ? 'grid-input grid-words' : 'grid-input'}
        inputMode={props.isText ? 'text' : 'decimal'}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={props.isInvalid}
        readOnly={isReadOnly}
        onInput={showTyped}
        onKeyDown={onKeyDown}
        onFocus={() => phase.current === 'idle' && input.current?.select()}
        onBlur={() => document.hasFocus() && props.onLeave()}
        onCopy={(event) => phase.current === 'idle' && onClipboard(event)}
        onCut={(event) => phase.current === 'idle' && onClipboard(event)}
        onPaste={(event) => phase.current === 'idle' && onClipboard(event)}
      />
      {echo !== '' && (
        <span className="grid-echo" aria-hidden="true">
          {echo}
        </span>
      )}
    </>
  )
}
