/** What the codes of a batch mean for one agency: read once for the batch, whatever its size. */
import { type Vintage, vintages } from '#core/figure/vintage.ts'
import { parsePeriod, previousPeriod } from '#core/period/period.ts'
import { type Calendar, type Span, spanKey } from '#core/period/span.ts'
import {
  breakdownIds,
  type Dated,
  loadCatalogue,
  type PlanVersion,
  type ReportableArea,
  type ReportableIndicator,
  reportableAreas,
  reportableIndicators,
} from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'

export interface SaidPeriod {
  readonly span: Span
  /** Of the period before, for comparison. */
  readonly previous: Span
  readonly key: string
}

export interface Directory {
  indicator(code: string, on: string): ReportableIndicator | undefined
  area(code: string, on: string): ReportableArea | undefined
  breakdown(code: string): number | undefined
  plan(code: string): PlanVersion | undefined
  period(label: string): SaidPeriod | undefined
  vintage(text: string): Vintage | undefined
  /** Sets the plans of the province. */
  readonly isProvince: boolean
}

export async function loadDirectory(
  db: Db,
  q: { readonly agencyId: number; readonly calendar: Calendar; readonly at: string },
): Promise<Directory> {
  const on = localDay(q.at)
  const [areas, indicators, breakdowns, catalogue] = [
    byCode(await reportableAreas(db, q.agencyId)),
    byCode(await reportableIndicators(db, { agencyId: q.agencyId, on })),
    await breakdownIds(db),
    await loadCatalogue(db, on),
  ]
  const plans = new Map(catalogue.plans.map((plan) => [plan.code, plan]))
  const periods = new Map<string, SaidPeriod | undefined>()
  return {
    indicator: (code, day) => indicators.get(code)?.findLast((one) => holds(one, day)),
    area: (code, day) => areas.get(code)?.find((one) => holds(one, day)),
    breakdown: (code) => breakdowns.get(code),
    plan: (code) => plans.get(code),
    vintage: (text) => vintages.find((one) => one === text),
    isProvince: catalogue.agencies.get(q.agencyId)?.areaId === catalogue.provinceId,
    period: (label) => {
      if (!periods.has(label)) periods.set(label, periodOf(label, q.calendar))
      return periods.get(label)
    },
  }
}

function byCode<One extends { readonly code: string }>(all: readonly One[]): ReadonlyMap<string, readonly One[]> {
  return Map.groupBy(all, (one) => one.code)
}

function holds({ from, to }: Dated, day: string): boolean {
  return from <= day && (to === null || day <= to)
}

function periodOf(label: string, calendar: Calendar): SaidPeriod | undefined {
  const period = parsePeriod(label, calendar)
  return period && { span: period.span, previous: previousPeriod(period).span, key: spanKey(period.span) }
}
