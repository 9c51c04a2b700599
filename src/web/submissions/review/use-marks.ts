import { useState } from 'react'
import { type MarkedCell, markKey } from './differences.ts'

export interface Marks {
  /** Only who may send back ticks cells. */
  readonly mayMark: boolean
  readonly cells: readonly MarkedCell[]
  readonly has: (cell: Omit<MarkedCell, 'label'>) => boolean
  readonly toggle: (cell: MarkedCell) => void
}

/** Cells ticked to be corrected when the submission is sent back. */
export function useMarks(mayMark: boolean): Marks {
  const [cells, setCells] = useState<ReadonlyMap<string, MarkedCell>>(new Map())
  return {
    mayMark,
    cells: [...cells.values()],
    has: (cell) => cells.has(markKey(cell)),
    toggle: (cell) =>
      setCells((old) => {
        const next = new Map(old)
        if (!next.delete(markKey(cell))) next.set(markKey(cell), cell)
        return next
      }),
  }
}
