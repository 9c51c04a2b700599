/** Periods to try a formula on: recent months, quarters, years to date and years, newest first. */
import { type Period, period, periodName, previousPeriod, yearToDate } from '#core/period/period.ts'

export interface PeriodChoice {
  readonly label: string
  readonly name: string
}

const lengths = { months: 15, quarters: 5, toDates: 6, years: 3 } as const

/** Of the day `YYYY-MM-DD`; its own month first. */
export function periodChoices(day: string): readonly PeriodChoice[] {
  const [year = '', month = ''] = day.split('-')
  const quarter = period(`${year}-Q${Math.ceil(Number(month) / 3)}`, 'statistical')
  const months = back(period(`${year}-${month}`, 'statistical'), lengths.months)
  const all = [
    ...months,
    ...months.slice(0, lengths.toDates).map((each) => yearToDate(each)),
    ...back(quarter, lengths.quarters),
    ...back(period(year, 'statistical'), lengths.years),
  ]
  return [...new Map(all.map((each) => [each.label, { label: each.label, name: periodName(each) }])).values()]
}

function back(from: Period, count: number): readonly Period[] {
  const found = [from]
  while (found.length < count) found.push(previousPeriod(found.at(-1) ?? from))
  return found
}

/** As many as one trial takes: where a newest figure is looked for, months before quarters before years. */
export function recentPeriods(day: string): readonly PeriodChoice[] {
  const [months, others] = [6, 2]
  const choices = periodChoices(day)
  const ofKind = (pattern: RegExp, count: number) => choices.filter(({ label }) => pattern.test(label)).slice(0, count)
  return [...ofKind(/^\d{4}-\d\d$/, months), ...ofKind(/-Q\d$/, others), ...ofKind(/^\d{4}$/, others)]
}
