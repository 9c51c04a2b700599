import type { ProvinceTable } from '#contract/province.ts'
import { type LegendEntry, signEntries } from '../explanation/sign-entries.ts'
import { PrintedLegendLine, SignLegend } from '../explanation/sign-legend.tsx'
import { useText } from '../platform/text/use-text.ts'
import type { Text } from '../platform/text/vi.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { sectionsOf } from './row-attention.ts'
import { isPartial, type PlacedCell, shownCell } from './shown-value.ts'
import { useProvinceSearch } from './use-province-search.ts'

/** What the signs and marks of the table mean, as far as it has them. */
export function TableLegend({ table }: { readonly table: ProvinceTable }) {
  return <SignLegend entries={useEntries(table)} />
}

export function PrintedTableLegend({ table }: { readonly table: ProvinceTable }) {
  return <PrintedLegendLine entries={useEntries(table)} span={table.columns.length + 5} />
}

/** Of the lines that are shown: all, or those to handle. */
function useEntries({ rows, columns }: ProvinceTable): readonly LegendEntry[] {
  const text = useText()
  const { onlyAttention } = useProvinceSearch()
  const lines = sectionsOf(rows, onlyAttention).flatMap((section) => section.rows)
  const placed = lines.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const column = columns.find(({ key }) => key === cell.column)
      return column ? [{ row, column, cell }] : []
    }),
  )
  const shown = placed.map((place) => shownCell(text, place))
  return [
    ...signEntries(text, {
      texts: shown.flatMap((it) => (it.kind === 'sign' ? it.text : [])),
      isWithheld: placed.some(({ cell: { value } }) => value.kind === 'none' && value.reason === 'notReleased'),
    }),
    ...vintageEntries(text, placed),
    ...markEntries(text, placed),
  ]
}

/** An estimate is what the heading says; other vintages have a mark. */
function vintageEntries(text: Text, placed: readonly PlacedCell[]): readonly LegendEntry[] {
  const named = placed.filter(({ cell, column }) => column.role !== 'ratio' && cell.value.kind === 'number')
  return (['preliminary', 'official'] as const)
    .filter((vintage) => named.some(({ cell }) => cell.vintage === vintage))
    .map((vintage) => ({
      sign: text.province.vintageShort[vintage],
      says: text.vintages[vintage].toLowerCase(),
    }))
}

function markEntries({ province, consolidation }: Text, placed: readonly PlacedCell[]): readonly LegendEntry[] {
  const amounts = placed.filter(({ column }) => column.role !== 'ratio')
  const marks: readonly (readonly [boolean, IconName, string])[] = [
    [amounts.some(isPartial), 'pie', province.legendPartial],
    [amounts.some(({ cell }) => cell.isDiffering), 'conflict', province.legendDiffers],
    [amounts.some(({ cell }) => cell.isAdjusted), 'adjusted', consolidation.legendAdjusted],
    [amounts.some(({ cell }) => cell.earlierReports.length > 0), 'clock', province.legendEarlier],
  ]
  return marks.flatMap(([isThere, icon, says]) => (isThere ? { sign: <Icon name={icon} size={14} />, says } : []))
}
