import type { PinnedContent } from '#contract/versions.ts'
import { shownNumber, signOf } from '../../explanation/spoken-value.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { Text } from '../../platform/text/vi.ts'
import { Icon } from '../../ui/icons.tsx'
import { Fraction, NumberText } from '../../ui/number-text.tsx'

export type Line = PinnedContent['rows'][number]
export type PinnedColumn = PinnedContent['columns'][number]

export interface PinnedPlace {
  readonly cell: Line['cells'][number]
  readonly column: PinnedColumn
}

export interface ShownColumn extends PinnedColumn {
  /** Places after the comma of its widest number: its numbers align on the comma. */
  readonly digits: number
}

interface ValueProps {
  readonly row: Line
  readonly column: ShownColumn
  readonly isActive: boolean
  readonly isOpen: boolean
}

function decimalsIn(row: Line, column: PinnedColumn): number {
  return column.decimals ?? (column.role === 'ratio' ? 1 : row.decimals)
}

/** Places after the comma of the widest number of the column. */
export function digitsOf(rows: readonly Line[], column: PinnedColumn): number {
  const isNumber = (row: Line): boolean =>
    row.cells.some((cell) => cell.column === column.key && cell.value.kind === 'number')
  return Math.max(0, ...rows.filter(isNumber).map((row) => decimalsIn(row, column)))
}

/** What stands where there is no number; undefined where there is one. */
export function signAt(text: Text, { cell: { value }, column }: PinnedPlace) {
  if (value.kind === 'number') return undefined
  if (value.reason === 'absent' && column.role === 'amount') return { text: '…', title: text.signs.absent }
  return signOf(text, value)
}

export function marksAt({ cell: { value, isPartial, adjustments }, column }: PinnedPlace) {
  const isNumber = value.kind === 'number'
  return {
    isPartial: isNumber && isPartial && column.role === 'amount',
    isAdjusted: isNumber && adjustments.length > 0,
  }
}

/** One number of the table as it was pinned, or why there is none. */
export function PinnedValue({ row, column, isActive, isOpen }: ValueProps) {
  const text = useText()
  const { digits } = column
  const cell = row.cells.find((one) => one.column === column.key)
  if (!cell) return <td />
  const { value } = cell
  const place = { 'data-row': row.key, 'data-column': column.key, tabIndex: isActive ? 0 : -1, 'aria-selected': isOpen }
  const look = isOpen ? 'num is-open' : 'num'
  const sign = signAt(text, { cell, column })
  if (value.kind !== 'number') {
    return (
      <td className={`${look} mut`} title={sign?.title} {...place}>
        {sign?.text}
        <Fraction digits={digits} />
      </td>
    )
  }
  const { isPartial, isAdjusted } = marksAt({ cell, column })
  return (
    <td className={look} {...place}>
      {isPartial ? <Icon name="pie" size={14} label={text.consolidation.partial} /> : null}
      {isAdjusted ? <Icon name="adjusted" size={14} label={text.consolidation.isAdjusted} /> : null}{' '}
      <NumberText shown={shownNumber(value.value, decimalsIn(row, column))} digits={digits} />
    </td>
  )
}
