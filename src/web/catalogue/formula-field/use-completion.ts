/**
 * The list of proposals at the caret and the keys that move in it. No key is taken while text is being composed, and none
 * but these while the list is closed, so that Vietnamese input tools and the browser work as in any text.
 */
import { useRef, useState } from 'react'
import type { Place } from '#core/formula/formula.ts'
import { type Completion, completionAt, insertionOf, type Proposal, type Vocabulary } from './completion.ts'

const composingKeyCode = 229

export interface CompletionBox {
  readonly field: React.RefObject<HTMLTextAreaElement | null>
  readonly open: Completion | undefined
  readonly active: number
  /** After typing or moving the caret. */
  readonly look: () => void
  readonly close: () => void
  readonly onKeyDown: (event: React.KeyboardEvent<HTMLTextAreaElement>) => void
  readonly accept: (proposal: Proposal) => void
  /** Puts a reading or a function in at the caret, without it being looked for. */
  readonly insert: (proposal: Proposal) => void
  /** Puts a whole text in the place of what is there. */
  readonly replace: (text: string) => void
  /** Selects a place of the text. */
  readonly show: (place: Place) => void
}

export function useCompletion(may: Vocabulary): CompletionBox {
  const field = useRef<HTMLTextAreaElement>(null)
  const [open, setOpen] = useState<Completion>()
  const [active, setActive] = useState(0)
  const close = () => setOpen(undefined)
  const look = () => {
    const { value = '', selectionStart = 0, selectionEnd = 0 } = field.current ?? {}
    setOpen(selectionStart === selectionEnd ? completionAt(value, selectionStart, may) : undefined)
    setActive(0)
  }
  const accept = (proposal: Proposal) => {
    if (open === undefined || field.current === null) return
    putInto(field.current, open, proposal)
    close()
  }
  const insert = (proposal: Proposal) => {
    const it = field.current
    if (it === null) return
    putInto(it, { from: it.selectionStart, to: it.selectionEnd }, proposal)
    close()
  }
  const replace = (text: string) => {
    const it = field.current
    if (it === null) return
    typeOver(it, { from: 0, to: it.value.length, text })
    close()
  }
  const show = ({ position, length }: Place) => {
    field.current?.focus()
    field.current?.setSelectionRange(position, position + length)
  }
  const move = (by: number) =>
    setActive((at) => (at + by + (open?.proposals.length ?? 1)) % (open?.proposals.length ?? 1))
  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === composingKeyCode) return
    if (event.key === ' ' && event.ctrlKey) look()
    else if (open === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    else if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const proposal = open.proposals[active]
      if (proposal) accept(proposal)
    } else return
    event.preventDefault()
  }
  return { field, open, active, look, close, onKeyDown, accept, insert, replace, show }
}

type Span = Pick<Completion, 'from' | 'to'>

function putInto(field: HTMLTextAreaElement, { from, to }: Span, proposal: Proposal): void {
  const { text, caret } = insertionOf(proposal)
  typeOver(field, { from, to, text })
  field.setSelectionRange(from + caret, from + caret)
}

/** As if typed, so that the browser's own undo takes it back. */
function typeOver(field: HTMLTextAreaElement, { from, to, text }: Span & { readonly text: string }): void {
  field.focus()
  field.setSelectionRange(from, to)
  const isTyped = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text)
  if (isTyped) return
  field.setRangeText(text, from, to, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
