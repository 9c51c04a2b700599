/**
 * A formula while it is written: as typed, as last kept, and the version that the person last saw. That one does not move
 * by itself when the page hears of another, so that a save says honestly what it goes over.
 */
import { useState } from 'react'
import type { IndicatorDetail, IndicatorVersion } from '#contract/catalogue.ts'
import { withComma } from './with-comma.ts'

export function useFormulaDraft({ formula, latest, versions }: IndicatorDetail) {
  const [initial] = useState(() => withComma(formula))
  const [text, type] = useState(initial)
  const [kept, setKept] = useState(initial)
  const [seen, setSeen] = useState(latest)
  return {
    initial,
    text,
    type,
    seen,
    /** The latest one, while the person has seen only an earlier one. */
    newer: seen < latest ? versions.find(({ version }) => version === latest) : undefined,
    isUnsaved: text !== kept,
    keepTyped: () => setSeen(latest),
    /** Its formula, put into the field by whoever calls. */
    take: (it: IndicatorVersion): string => {
      const taken = withComma(it.formula)
      setKept(taken)
      setSeen(it.version)
      return taken
    },
    saved: (version: number, asTyped: string) => {
      setKept(asTyped)
      setSeen(version)
    },
  }
}

export type FormulaDraft = ReturnType<typeof useFormulaDraft>
