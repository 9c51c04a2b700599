import { useCallback, useState } from 'react'
import type { CellRefusal } from '#core/form/cell-decimals.ts'
import type { GridPosition } from '#core/form/selection.ts'
import { cellKey } from './grid-model.ts'

export interface RefusedText extends GridPosition {
  readonly text: string
  readonly refusal: CellRefusal
}

/** By cell key. */
export type RefusedTexts = ReadonlyMap<string, RefusedText>

/** Texts that could not be taken. They stay where they were typed or pasted, and are never sent. */
export function useRefused() {
  const [refused, setRefused] = useState<RefusedTexts>(new Map())

  const refuse = useCallback((added: readonly RefusedText[]) => {
    if (added.length === 0) return
    setRefused((old) => new Map([...old, ...added.map((text) => [cellKey(text), text] as const)]))
  }, [])
  const release = useCallback((gone: readonly GridPosition[]) => {
    const keys = new Set(gone.map(cellKey))
    setRefused((old) => {
      const kept = [...old].filter(([key]) => !keys.has(key))
      return kept.length === old.size ? old : new Map(kept)
    })
  }, [])
  return { refused, refuse, release }
}
