import { useCallback, useMemo, useState } from 'react'
import type { GridShape } from '#core/form/navigation.ts'
import { startOf } from '#core/form/navigation.ts'
import type { GridSelection } from '#core/form/selection.ts'
import { selectCell } from '#core/form/selection.ts'
import type { GridCell, GridProps } from './grid-model.ts'

const noCells: readonly GridCell[] = []

/** The cells of every row, read once per change of the figures; a title row has none. */
export function useCells({ rows, columns, cellAt }: Pick<GridProps, 'rows' | 'columns' | 'cellAt'>) {
  return useMemo(
    () => rows.map((row, at) => (row.kind === 'title' ? noCells : columns.map((_, column) => cellAt(at, column)))),
    [rows, columns, cellAt],
  )
}

export type CellRows = ReturnType<typeof useCells>

export function useShape(rows: GridProps['rows'], columnCount: number, cells: CellRows): GridShape {
  return useMemo(
    () => ({
      rows: rows.length,
      columns: columnCount,
      isTitle: (row) => rows[row]?.kind === 'title',
      isTypable: ({ row, column }) => cells[row]?.[column]?.kind === 'typed',
      isFilled: ({ row, column }) => (cells[row]?.[column]?.display ?? '') !== '',
    }),
    [rows, columnCount, cells],
  )
}

/** The selection, kept inside the grid when the grid gets smaller. */
export function useSelection(shape: GridShape, onSelect: GridProps['onSelect']) {
  const [chosen, setChosen] = useState<GridSelection>()
  const start = useMemo(() => selectCell(startOf(shape) ?? { row: 0, column: 0 }), [shape])
  const isInside =
    chosen !== undefined &&
    [chosen.active, chosen.anchor, chosen.corner].every(({ row, column }) => row < shape.rows && column < shape.columns)
  const select = useCallback(
    (next: GridSelection) => {
      setChosen(next)
      onSelect?.(next)
    },
    [onSelect],
  )
  return { selection: isInside ? chosen : start, select }
}
