import type { PinnedContent } from '#contract/versions.ts'
import { shownNumber, signOf } from '../../explanation/spoken-value.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { Fraction, NumberText } from '../../ui/number-text.tsx'

export type Line = PinnedContent['rows'][number]
type Column = PinnedContent['columns'][number]

export interface ShownColumn extends Column {
  /** Places after the comma of its widest number: its numbers align on the comma. */
  readonly digits: number
}

interface ValueProps {
  readonly row: Line
  readonly column: ShownColumn
  readonly isActive: boolean
  readonly isOpen: boolean
}

function decimalsIn(row: Line, column: Column): number {
  return column.decimals ?? (column.role === 'ratio' ? 1 : row.decimals)
}

/** Places after the comma of the widest number of the column. */
export function digitsOf(rows: readonly Line[], column: Column): number {
  const isNumber = (row: Line): boolean =>
    row.cells.some((cell) => cell.column === column.key && cell.value.kind === 'number')
  return Math.max(0, ...rows.filter(isNumber).map((row) => decimalsIn(row, column)))
}

/** One number of the table as it was pinned, or why there is none. */
export function PinnedValue({ row, column, isActive, isOpen }: ValueProps) {
  const text = useText()
  const { digits } = column
  const cell = row.cells.find((one) => one.column === column.key)
  if (!cell) return <td />
  const { value, isPartial, adjustments } = cell
  const place = { 'data-row': row.key, 'data-column': column.key, tabIndex: isActive ? 0 : -1, 'aria-selected': isOpen }
  const look = isOpen ? 'num is-open' : 'num'
  if (value.kind !== 'number') {
    const sign =
      value.reason === 'absent' && column.role === 'amount'
        ? { text: '…', title: text.signs.absent }
        : signOf(text, value)
    return (
      <td className={`${look} mut`} title={sign.title} {...place}>
        {sign.text}
        <Fraction digits={digits} />
      </td>
    )
  }
  return (
    <td className={look} {...place}>
      {isPartial && column.role === 'amount' ? <Icon name="pie" size={14} label={text.consolidation.partial} /> : null}
      {adjustments.length > 0 ? <Icon name="adjusted" size={14} label={text.consolidation.isAdjusted} /> : null}{' '}
      <NumberText shown={shownNumber(value.value, decimalsIn(row, column))} digits={digits} />
    </td>
  )
}
