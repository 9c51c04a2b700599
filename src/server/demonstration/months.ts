/** The months of the demonstration: thirty up to the present period, the first whose deadline has not passed. */
import { deadlineOf, toInstant } from '#core/period/deadline.ts'
import { addMonths, dateInMonth, partsOf } from '#core/period/local-date.ts'
import { type Period, period } from '#core/period/period.ts'
import type { Holidays } from '#core/period/working-days.ts'
import type { RegimeVersion } from '../catalogue/index.ts'
import { localDay } from '../platform/local-time.ts'
import type { Month } from './levels.ts'

const monthsShown = 30

/** The period of the report on the calendar of its cut-off. */
export function reportPeriodOf({ year, month }: Month, regime: RegimeVersion): Period {
  return period(`${year}-${String(month).padStart(2, '0')}`, regime.calendar)
}

export function dueInstant(month: Month, regime: RegimeVersion, days: Holidays): string {
  const { date, time } = deadlineOf(regime.deadlineRule, reportPeriodOf(month, regime), days)
  return toInstant(date, time)
}

/** Half past seven of the opening day, in the month before. */
export function openingInstant({ year, month }: Month, regime: RegimeVersion): string {
  return toInstant(dateInMonth(year, month - 1, regime.opensDay), '07:30').replace('.000Z', 'Z')
}

/** The present one last. */
export function monthsUntilPresent(now: string, regime: RegimeVersion, days: Holidays): readonly [Month, ...Month[]] {
  const today = localDay(now)
  const shifted = (count: number): Month =>
    partsOf(addMonths(dateInMonth(partsOf(today).year, partsOf(today).month, 1), count))
  const isOver = (month: Month) => Date.parse(dueInstant(month, regime, days)) <= Date.parse(now)
  const present = [-1, 0, 1].find((count) => !isOver(shifted(count))) ?? 1
  const [first = shifted(present), ...rest] = Array.from({ length: monthsShown }, (_, index) => {
    const { year, month } = shifted(present - monthsShown + 1 + index)
    return { year, month }
  })
  return [first, ...rest]
}
