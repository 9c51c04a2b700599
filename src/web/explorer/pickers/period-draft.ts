/** The choice of periods while it is being made: a run of one kind, or the same period of several years. */
import { inYear, type PeriodKind, parsePeriod, periodsOfYear, yearOf } from '#core/period/period.ts'
import type { Calendar } from '#core/period/span.ts'
import { chosenPeriods } from '#core/table/chosen-periods.ts'
import type { PeriodChoice, TableDefinition } from '#core/table/definition.ts'

export const periodKinds: readonly PeriodKind[] = ['month', 'quarter', 'halfYear', 'nineMonths', 'yearToDate', 'year']

export interface PeriodDraft {
  readonly kind: PeriodKind
  readonly way: 'run' | 'same'
  readonly from: string
  /** Of the same period of several years, the latest. */
  readonly to: string
  readonly years: number
  readonly calendar: Calendar
}

const earliestYear = 2010

/** Labels of a kind to choose from, the latest first, to the end of the year after the latest report. */
export function labelsOf(kind: PeriodKind, latest: string): readonly string[] {
  const known = parsePeriod(latest, 'statistical')
  const last = known ? yearOf(known) + 1 : earliestYear
  const years = Array.from({ length: last - earliestYear + 1 }, (_, at) => last - at)
  return years.flatMap((year) => [...periodsOfYear(kind, year, 'statistical')].reverse().map(({ label }) => label))
}

/** What is chosen so far, as far as one run or one series of years tells it; else the latest period. */
export function periodDraft({ periods, calendar }: TableDefinition, latest: string): PeriodDraft {
  const found = chosenPeriods(periods, calendar)
  const all = found.ok ? found.periods : []
  const [first, last] = [all[0], all.at(-1)]
  if (!first || !last) return { kind: 'month', way: 'run', from: latest, to: latest, years: 3, calendar }
  const isRun = periods.length === 1 && all.length > 1
  const kind = last.kind
  const way = !isRun && all.length > 1 ? 'same' : 'run'
  return { kind, way, from: first.label, to: last.label, years: Math.max(all.length, 2), calendar }
}

/** The earlier one first, whichever was chosen as the end. */
export function periodsOfDraft({ way, from, to, years }: PeriodDraft): readonly PeriodChoice[] {
  const [first, last] = [parsePeriod(from, 'statistical'), parsePeriod(to, 'statistical')]
  if (!first || !last) return []
  if (way === 'same') {
    return Array.from({ length: years }, (_, at) => ({
      kind: 'one' as const,
      label: inYear(last, yearOf(last) - (years - 1 - at)).label,
    }))
  }
  if (from === to) return [{ kind: 'one', label: to }]
  return [first.span.to <= last.span.to ? { kind: 'run', from, to } : { kind: 'run', from: to, to: from }]
}
