import { useRef } from 'react'
import { randomKey } from './random-key.ts'

export interface RepeatableKey {
  /** The same key for the same content, so that pressing again after a lost answer is not written twice. */
  of(content: unknown): string
  /** The answer is in: what is sent next is something new, even in the same words. */
  done(): void
}

export function useRepeatableKey(): RepeatableKey {
  const kept = useRef({ content: '', key: '' })
  return {
    of(content) {
      const text = JSON.stringify(content)
      if (kept.current.content !== text) kept.current = { content: text, key: randomKey() }
      return kept.current.key
    },
    done() {
      kept.current = { content: '', key: '' }
    },
  }
}
