import { useLayoutEffect, useRef, useState } from 'react'
import { formatVi, parseCell } from '#core/quantity/vietnamese-number.ts'
import type { Phase } from './keys.ts'

interface TypingInput {
  readonly at: string
  readonly text: string
  readonly isReadOnly: boolean
  readonly isText: boolean
}

const shortestEcho = 4

/**
 * What is being typed into the one input. The input itself holds the text; only the grouped echo is state, so a key press
 * draws nothing but the input.
 */
export function useTyping({ at, text, isReadOnly, isText }: TypingInput) {
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
    setEcho(isText ? '' : grouped(value))
  }
  const edit = () => {
    if (isReadOnly || phase.current === 'editing') return
    enter('editing')
    showTyped()
    const end = input.current?.value.length ?? 0
    input.current?.setSelectionRange(end, end)
  }
  const insertComma = () => {
    if (isReadOnly || input.current === null) return
    const { selectionStart, selectionEnd } = input.current
    input.current.setRangeText(',', selectionStart ?? 0, selectionEnd ?? 0, 'end')
    showTyped()
  }
  const take = (): string | undefined => {
    if (phase.current === 'idle' || input.current === null) return undefined
    const typed = input.current.value
    settle()
    return typed
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the input takes a new text only when cell or text changes
  useLayoutEffect(() => {
    if (phase.current === 'idle') settle()
  }, [at, text])

  return { input, phase, echo, settle, showTyped, edit, insertComma, take }
}

/** The number as it will be read, when that looks different from what is typed. */
function grouped(typed: string): string {
  const parsed = parseCell(typed)
  if (!parsed.ok || parsed.value.kind !== 'number' || typed.length < shortestEcho) return ''
  const text = formatVi(parsed.value.value)
  return text === typed ? '' : text
}
