/**
 * A computed value as it stands in the table and in sentences: a number in Vietnamese form, a sign of the yearbooks, or
 * words where the figure is on its way. Never 0 and never blank for what is absent.
 */
import { shownNumber, signOf } from '../explanation/spoken-value.ts'
import type { Text } from '../platform/text/vi.ts'
import type { Cell, Column, Row } from './row-attention.ts'

export type ShownCell =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string; readonly title: string }
  | { readonly kind: 'word'; readonly text: string; readonly look: 'bad' | 'info' | 'mut'; readonly title: string }

export function decimalsOf(row: Pick<Row, 'decimals'>, column: Pick<Column, 'role' | 'decimals'>): number {
  return column.decimals ?? (column.role === 'ratio' ? 1 : row.decimals)
}

/** Some of its parts are there: a sum over areas then has a number, a formula has none, but neither is whole. */
export function isPartial({ cell, row, column }: PlacedCell): boolean {
  if (column.role === 'ratio') return false
  const isShort = row.status?.kind === 'partial' && row.status.counted !== 0
  return cell.isPartial || (isShort && cell.value.kind === 'none' && cell.value.reason === 'absent')
}

export interface PlacedCell {
  readonly cell: Cell
  readonly row: Row
  readonly column: Column
}

export function shownCell(text: Text, { cell, row, column }: PlacedCell): ShownCell {
  const { value } = cell
  if (value.kind === 'number') return { kind: 'number', text: shownNumber(value.value, decimalsOf(row, column)) }
  if (value.reason === 'absent' && column.role === 'amount') return absentAmount(text, value.of, row)
  return { kind: 'sign', ...signOf(text, value) }
}

function absentAmount(text: Text, of: readonly string[], row: Row): ShownCell {
  const words = text.province
  const title = of.length === 0 ? text.signs.absent : words.becauseMissing(of.join(', '))
  switch (row.status?.kind) {
    case 'missing':
      return { kind: 'word', text: words.notYet, look: 'mut', title: words.statuses.missing }
    case 'overdue':
      return { kind: 'word', text: words.notYet, look: 'bad', title: words.statuses.overdue }
    case 'sent':
    case 'late':
      return { kind: 'word', text: words.waits, look: 'info', title: text.signs.absent }
    case 'partial':
      return { kind: 'word', text: row.status.counted === 0 ? words.notYet : words.notAll, look: 'mut', title }
    case 'computed':
      return { kind: 'word', text: words.notYet, look: 'mut', title }
    default:
      return { kind: 'sign', text: '…', title: text.signs.absent }
  }
}
