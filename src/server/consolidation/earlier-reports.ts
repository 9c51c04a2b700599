/**
 * «Lũy kế 12 tháng» may be there before December's report: October's estimates the whole year, which is the same span. It
 * is the figure of that span, and it says from which report it comes.
 */
import { type ReportedRow, sourceOf } from '../figures/index.ts'
import type { OpenTable } from './open-table.ts'

/** Names of the reports of earlier periods that these figures are taken from, because this period's own have not said them. */
export function earlierReports(table: OpenTable, said: readonly ReportedRow[]): string[] {
  const names = said.flatMap((r) => {
    const edition = table.editions.get(r.edition_id)
    const isEarlier = r.plan_version_id === 0 && edition?.submission_id != null && edition.period_end < table.periodEnd
    return isEarlier ? [sourceOf({ source: '', period_end: edition.period_end })] : []
  })
  return [...new Set(names)]
}
