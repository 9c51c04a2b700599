/** Choosing among stored values of one place: the plan in force, and what a row's vintage is on the wire. */
import type { Vintage } from '#core/figure/vintage.ts'
import { parsePeriod, periodName } from '#core/period/period.ts'
import type { ReportedValue } from './queries.ts'

/** Of the plan versions that say something here, the last in the order given (the catalogue's order of preference). */
export function planned(
  rows: readonly ReportedValue[],
  plans: readonly { readonly id: number }[],
): ReportedValue | undefined {
  const targets = rows.filter((r) => r.plan_version_id !== 0)
  if (targets.length === 0) return undefined
  const inForce = plans.findLast((plan) => targets.some((r) => r.plan_version_id === plan.id))
  return targets.find((r) => r.plan_version_id === inForce?.id)
}

/** Null for plans: only actuals have a vintage. */
export function vintageOf(r: { readonly vintage: string }): Vintage | null {
  return r.vintage === 'plan' ? null : (r.vintage as Vintage)
}

/** Where a reported value stands written: the document it came from, else the report of its period, «tháng 9/2026». */
export function sourceOf(r: { readonly source: string; readonly period_end: string }): string {
  const period = parsePeriod(r.period_end.slice(0, 7), 'statistical')
  return r.source || (period ? periodName(period) : r.period_end)
}
