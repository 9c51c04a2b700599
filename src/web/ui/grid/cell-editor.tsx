import { useImperativeHandle } from 'react'
import { useLeaving } from '../../platform/use-leaving.ts'
import type { GridCommand } from './keys.ts'
import { commandOf } from './keys.ts'
import { useTyping } from './use-typing.ts'
import './cell-editor.css'

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
  readonly describedBy: string
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
  const { isReadOnly, onCommand, ref } = props
  const { input, phase, echo, settle, showTyped, edit, insertComma, take } = useTyping(props)
  const focus = () => input.current?.focus({ preventScroll: true })
  // Before the handle below goes, because committing asks it for the text.
  useLeaving(props.onLeave)
  useImperativeHandle(ref, () => ({ take, discard: settle, edit, focus }))

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const command = commandOf(event.nativeEvent, phase.current, props.pageRows())
    if (command === undefined) return
    if (command.kind === 'comma') insertComma()
    else if (command.kind === 'edit') edit()
    else if (!onCommand(command)) return
    event.preventDefault()
  }
  const onClipboard = (event: React.ClipboardEvent<HTMLInputElement>) => {
    if (phase.current === 'idle') props.onClipboard(event)
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
        onCopy={onClipboard}
        onCut={onClipboard}
        onPaste={onClipboard}
      />
      {echo !== '' && (
        <span className="grid-echo" aria-hidden="true">
          {echo}
        </span>
      )}
    </>
  )
}
