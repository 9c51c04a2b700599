import { useState } from 'react'

/** Texts that could not be read, by cell name: they stay with their cells while the person goes from row to row. */
export interface UnreadTexts {
  readonly texts: ReadonlyMap<string, string>
  /** Null when the cell has been said properly since. */
  readonly keep: (name: string, text: string | null) => void
}

export function useUnreadTexts(): UnreadTexts {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map())
  const keep = (name: string, text: string | null): void =>
    setTexts((known) => {
      const next = new Map(known)
      if (text === null) next.delete(name)
      else next.set(name, text)
      return next
    })
  return { texts, keep }
}
