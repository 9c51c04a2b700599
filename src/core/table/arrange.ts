/**
 * The lines of a table as they are drawn and exported: axes that tell nothing apart are left out, and comparisons stand
 * once per group of periods, after the latest one, where periods lie on the columns.
 */
import { parsePeriod } from '../period/period.ts'
import type { Comparison, TableAxis, TableDefinition, TableReading } from './definition.ts'
import { type AxisSizes, columnsWithComparisons, linesOf, type TableColumn, type TableLine } from './layout.ts'
import { isCompared } from './reading-place.ts'

/** The members of each axis, as far as the arrangement hangs on them. */
export interface TableMembers {
  readonly indicators: readonly unknown[]
  readonly areas: readonly unknown[]
  readonly periods: readonly { readonly label: string }[]
  readonly readings: readonly TableReading[]
  /** The figure of record first, then agencies. */
  readonly sources: readonly unknown[]
  readonly comparisons: readonly Comparison[]
}

export interface Arrangement {
  readonly sizes: AxisSizes
  readonly rowAxes: readonly TableAxis[]
  readonly columnAxes: readonly TableAxis[]
  readonly rows: readonly TableLine[]
  readonly columns: readonly TableColumn[]
  /** Index of the period that ends last. */
  readonly latest: number
}

export function arranged(
  members: TableMembers,
  { rows, columns, calendar }: Pick<TableDefinition, 'rows' | 'columns' | 'calendar'>,
): Arrangement {
  const sizes = sizesOf(members)
  const isShown = (axis: TableAxis): boolean => tellsApart(members, axis)
  const [rowAxes, columnAxes] = [rows.filter(isShown), columns.filter(isShown)]
  const ends = members.periods.map(({ label }) => parsePeriod(label, calendar)?.span.to ?? '')
  const latest = ends.indexOf([...ends].sort().at(-1) ?? '')
  const isLatestAlone = columnAxes.includes('period')
  const withComparisons = columnsWithComparisons(linesOf(columnAxes, sizes), {
    comparisons: members.comparisons,
    isCompared: ({ period, reading = 0, source = 0 }) =>
      source === 0 && (!isLatestAlone || period === latest) && isCompared(members.readings[reading] ?? 'best'),
  })
  return { sizes, rowAxes, columnAxes, rows: linesOf(rowAxes, sizes), columns: withComparisons, latest }
}

function sizesOf({ indicators, areas, periods, readings, sources }: TableMembers): AxisSizes {
  return {
    indicator: indicators.length,
    area: areas.length,
    period: periods.length,
    reading: readings.length,
    source: sources.length,
  }
}

/** Figures of record, best available, need no heading of their own. */
function tellsApart({ readings, sources }: TableMembers, axis: TableAxis): boolean {
  if (axis === 'source') return sources.length > 1
  if (axis === 'reading') return readings.length > 1 || readings[0] !== 'best'
  return true
}
