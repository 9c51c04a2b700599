/**
 * «Lũy kế 12 tháng» may be there before December's report: October's estimates the whole year, which is the same span. It
 * is the figure of that span, and it says from which report it comes.
 */
import { sourceOf } from '../figures/index.ts'
import type { TableCell } from './evaluate-table.ts'
import type { OpenTable } from './open-table.ts'
import { takenInLines } from './taken-here.ts'

/**
 * Names of the reports of earlier periods that the cell's figures are taken from, because this period's own have not said
 * them. A computed total says so of its lines: it is no newer than they are.
 */
export function earlierReports(table: OpenTable, cell: TableCell): string[] {
  const names = takenInLines(cell).flatMap(({ figure: { origin } }) => {
    const edition = table.editions.get(origin.row.edition_id)
    const isActual = origin.row.plan_version_id === 0
    const isEarlier = isActual && edition?.submission_id != null && edition.period_end < table.periodEnd
    return isEarlier ? [sourceOf({ source: '', period_end: edition.period_end })] : []
  })
  return [...new Set(names)]
}
