/**
 * «Lũy kế 12 tháng» may be there before December's report: October's estimates the whole year, which is the same span. It
 * is the figure of that span, and it says from which report it comes.
 */
import { sourceOf } from '../figures/index.ts'
import type { OpenTable } from './open-table.ts'
import type { TakenFigure } from './settled-sources.ts'

/** Names of the reports of earlier periods that these figures are taken from, because this period's own have not said them. */
export function earlierReports(table: OpenTable, said: readonly TakenFigure[]): string[] {
  const names = said.flatMap(({ figure: { origin } }) => {
    const edition = table.editions.get(origin.row.edition_id)
    const isActual = origin.row.plan_version_id === 0
    const isEarlier = isActual && edition?.submission_id != null && edition.period_end < table.periodEnd
    return isEarlier ? [sourceOf({ source: '', period_end: edition.period_end })] : []
  })
  return [...new Set(names)]
}
