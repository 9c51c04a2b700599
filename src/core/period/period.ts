/**
 * Reporting periods (kỳ báo cáo) as names of spans. Every period here is a run of months of one year, so the cut-offs
 * follow from the month alone and months tile quarters, halves and the year exactly. September's year-to-date and the
 * nine months are two names of one span; `canonicalLabel` says which name is kept.
 * Source: NĐ 09/2019/NĐ-CP, Đ.12 (administrative calendar: 15th to 14th); nine months are provincial practice.
 */
import { invariant } from '../quantity/invariant.ts'
import { dateInMonth, daysInMonth, partsOf, twoDigits } from './local-date.ts'
import type { Calendar, Span } from './span.ts'
import { sameSpan, spanContains, spanOf } from './span.ts'

export type PeriodKind = 'month' | 'quarter' | 'halfYear' | 'nineMonths' | 'year' | 'yearToDate'

export interface Period {
  readonly kind: PeriodKind
  readonly calendar: Calendar
  /** 2026-09, 2026-Q3, 2026-6M, 2026-H2, 2026-9M, 2026 or 2026-YTD08. */
  readonly label: string
  readonly span: Span
}

const kindsInOrder: readonly PeriodKind[] = ['month', 'quarter', 'halfYear', 'nineMonths', 'year', 'yearToDate']

interface Months {
  readonly kind: PeriodKind
  readonly year: number
  readonly first: number
  readonly last: number
}

const labelForm = /^((?:19|20|21)\d\d)(?:-(0[1-9]|1[0-2])|-Q([1-4])|-YTD(0[1-9]|1[0-2])|-(6M|H1|H2|9M))?$/
const namedMonths = {
  '6M': { kind: 'halfYear', first: 1, last: 6 },
  H1: { kind: 'halfYear', first: 1, last: 6 },
  H2: { kind: 'halfYear', first: 7, last: 12 },
  '9M': { kind: 'nineMonths', first: 1, last: 9 },
} as const

/**
 * Reads a label of the years 1900 to 2199. `2026-H1` is taken as `2026-6M`; a year-to-date keeps its own name
 * (`2026-YTD09`), though its span is that of the nine months. Undefined for any other text.
 */
export function parsePeriod(label: string, calendar: Calendar = 'administrative'): Period | undefined {
  const months = monthsOfLabel(label)
  return months && periodOfMonths(months, calendar)
}

/** A period known to exist; throws on a label that is none. */
export function period(label: string, calendar: Calendar = 'administrative'): Period {
  const found = parsePeriod(label, calendar)
  invariant(found !== undefined, `«${label.slice(0, 20)}» is the label of a period`)
  return found
}

function monthsOfLabel(label: string): Months | undefined {
  const parts = labelForm.exec(label)
  if (!parts) return undefined
  const [, yearText, month, quarter, toDate, named] = parts
  const year = Number(yearText)
  if (month) return { kind: 'month', year, first: Number(month), last: Number(month) }
  if (quarter) return { kind: 'quarter', year, first: Number(quarter) * 3 - 2, last: Number(quarter) * 3 }
  if (toDate) return { kind: 'yearToDate', year, first: 1, last: Number(toDate) }
  if (named) return { ...namedMonths[named as keyof typeof namedMonths], year }
  return { kind: 'year', year, first: 1, last: 12 }
}

/**
 * What follows from a period or a span alone is asked of the same few thousands of times, so it is kept as long as that
 * object is.
 */
export function keptWith<Of extends object, Result>(compute: (of: Of) => Result): (of: Of) => Result {
  const kept = new WeakMap<Of, { readonly result: Result }>()
  return (of) => {
    const known = kept.get(of)
    if (known !== undefined) return known.result
    const result = compute(of)
    kept.set(of, { result })
    return result
  }
}

/** The same months of the same calendar, as often as they are asked for: there are some thirty of them a year. */
type MonthsOnce<Result> = (months: Months, calendar: Calendar) => Result

function onceForMonths<Result>(compute: MonthsOnce<Result>): MonthsOnce<Result> {
  const known = { administrative: new Map<number, Result>(), statistical: new Map<number, Result>() }
  return (months, calendar) => {
    const key = ((months.year * 100 + months.first) * 100 + months.last) * 10 + kindsInOrder.indexOf(months.kind)
    const found = known[calendar].get(key)
    if (found !== undefined) return found
    const made = compute(months, calendar)
    known[calendar].set(key, made)
    return made
  }
}

/** One object for each period, so that whatever is kept with one is found again. */
const periodOfMonths = onceForMonths((months, calendar): Period => {
  return { kind: months.kind, calendar, label: labelOf(months), span: spanOfMonths(months, calendar) }
})

function labelOf({ kind, year, first, last }: Months): string {
  switch (kind) {
    case 'month':
      return `${year}-${twoDigits(last)}`
    case 'quarter':
      return `${year}-Q${last / 3}`
    case 'halfYear':
      return first === 1 ? `${year}-6M` : `${year}-H2`
    case 'nineMonths':
      return `${year}-9M`
    case 'year':
      return `${year}`
    case 'yearToDate':
      return `${year}-YTD${twoDigits(last)}`
  }
}

/** One object for each span, whatever the period is called. */
function spanOfMonths(months: Months, calendar: Calendar): Span {
  return spanOfRun({ ...months, kind: 'month' }, calendar)
}

const spanOfRun = onceForMonths(({ year, first, last }, calendar): Span => {
  if (calendar === 'statistical') {
    return spanOf(calendar, dateInMonth(year, first, 1), dateInMonth(year, last, 31))
  }
  return spanOf(calendar, dateInMonth(year, first - 1, 15), dateInMonth(year, last, 14))
})

/** First and last month of a span that is a run of whole months of one year; undefined for any other span. */
const monthsOfSpan = keptWith((span: Span): Omit<Months, 'kind'> | undefined => {
  const from = partsOf(span.from)
  const { year, month: last, day } = partsOf(span.to)
  const monthEnd = span.calendar === 'statistical' ? daysInMonth(year, last) : 14
  if (day !== monthEnd) return undefined
  const firstOfYear = span.calendar === 'statistical' ? from.month : from.month + 1
  const first = (from.year - year) * 12 + firstOfYear
  if (first < 1 || first > last) return undefined
  return sameSpan(spanOfMonths({ kind: 'month', year, first, last }, span.calendar), span)
    ? { year, first, last }
    : undefined
})

function kindsOfMonths(first: number, last: number): readonly PeriodKind[] {
  const months = last - first + 1
  return kindsInOrder.filter((kind) => {
    if (kind === 'month') return months === 1
    if (kind === 'quarter') return months === 3 && last % 3 === 0
    if (kind === 'halfYear') return months === 6 && last % 6 === 0
    if (first !== 1) return false
    return kind === 'yearToDate' || (kind === 'nineMonths' && last === 9) || (kind === 'year' && last === 12)
  })
}

/** Every period that names the span, the canonical one first; none for a season or another run of days. */
export const periodsOfSpan = keptWith((span: Span): readonly Period[] => {
  const months = monthsOfSpan(span)
  if (!months) return []
  return kindsOfMonths(months.first, months.last).map((kind) => periodOfMonths({ ...months, kind }, span.calendar))
})

/** All labels of the span, the canonical one first: 2026-9M, 2026-YTD09. The alias 2026-H1 is read but never written. */
export function namesOfSpan(span: Span): readonly string[] {
  return periodsOfSpan(span).map((named) => named.label)
}

/** The label under which the span is kept: 2026-YTD09 → 2026-9M, YTD06 → 6M, YTD03 → Q1, YTD12 → 2026, YTD01 → 2026-01. */
export function canonicalLabel(span: Span): string | undefined {
  return namesOfSpan(span)[0]
}

/** Whether the inner period's days all lie in the outer's; false across calendars. */
export function contains(outer: Period, inner: Period): boolean {
  return spanContains(outer.span, inner.span)
}

/** The year the period belongs to: that of its last day. */
export function yearOf({ span }: Pick<Period, 'span'>): number {
  return lastDayOf(span).year
}

/** The month the period ends in: 9 for 2026-09, 2026-Q3, 2026-9M. */
export function monthOf({ span }: Pick<Period, 'span'>): number {
  return lastDayOf(span).month
}

const lastDayOf = keptWith((span: Span) => partsOf(span.to))

/** The months that tile the period, in order. */
export const monthsOf = keptWith((of: Period): readonly Period[] => {
  const { year, first, last } = monthsOfPeriod(of)
  return Array.from({ length: last - first + 1 }, (_, index) => {
    return periodOfMonths({ kind: 'month', year, first: first + index, last: first + index }, of.calendar)
  })
})

/** All periods of one kind in a year, in order: 12 months, 4 quarters, 2 halves, 12 years-to-date, one of the others. */
export function periodsOfYear(kind: PeriodKind, year: number, calendar: Calendar): readonly Period[] {
  return allOfYear({ kind, year, first: 1, last: 12 }, calendar)
}

const allOfYear = onceForMonths(({ kind, year }, calendar): readonly Period[] => {
  const byMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
  return byMonths.flatMap((last) => {
    const found = [1, last - 5, last - 2, last].find((first) => first >= 1 && kindsOfMonths(first, last).includes(kind))
    return found === undefined ? [] : [periodOfMonths({ kind, year, first: found, last }, calendar)]
  })
})

/** The period of the same kind just before: 2026-01 → 2025-12, 2026-Q1 → 2025-Q4, 2026-YTD01 → 2025-YTD12, 2026-9M → 2025-9M. */
export function previousPeriod(of: Period): Period {
  return neighbour(of, -1)
}

/** The period of the same kind just after. */
export function nextPeriod(of: Period): Period {
  return neighbour(of, 1)
}

function neighbour(of: Period, step: -1 | 1): Period {
  const year = yearOf(of)
  const inYear = periodsOfYear(of.kind, year, of.calendar)
  const place = inYear.findIndex((candidate) => candidate.label === of.label) + step
  const found = inYear[place] ?? periodsOfYear(of.kind, year + step, of.calendar).at(step === 1 ? 0 : -1)
  invariant(found !== undefined, `${of.label} has a neighbour`)
  return found
}

export function samePeriodLastYear(of: Period): Period {
  return inYear(of, yearOf(of) - 1)
}

/** The same months of another year. */
export function inYear(of: Period, year: number): Period {
  return periodOfMonths({ ...monthsOfPeriod(of), year }, of.calendar)
}

/** From the start of the year to the end of the period, under its canonical name: 2026-08 → 2026-YTD08, 2026-09 → 2026-9M, 2026-01 → itself. */
export const yearToDate = keptWith((of: Period): Period => {
  const { year, last } = monthsOfPeriod(of)
  const [kind = 'yearToDate'] = kindsOfMonths(1, last)
  return periodOfMonths({ kind, year, first: 1, last }, of.calendar)
})

export function yearPeriod(year: number, calendar: Calendar): Period {
  return periodOfMonths({ kind: 'year', year, first: 1, last: 12 }, calendar)
}

function monthsOfPeriod(of: Period): Months {
  const months = monthsOfSpan(of.span)
  invariant(months !== undefined, `${of.label} is a run of whole months of one year`)
  return { ...months, kind: of.kind }
}

const romanQuarters = ['I', 'II', 'III', 'IV'] as const

/** Vietnamese name: tháng 9/2026, quý III/2026, 6 tháng đầu năm 2026, 9 tháng năm 2026, năm 2026, 8 tháng năm 2026. */
export function periodName(of: Period): string {
  const { kind, year, first, last } = monthsOfPeriod(of)
  if (kind === 'month' || last === 1) return `tháng ${last}/${year}`
  if (kind === 'quarter') return `quý ${romanQuarters[last / 3 - 1]}/${year}`
  if (first === 7) return `6 tháng cuối năm ${year}`
  if (last === 6) return `6 tháng đầu năm ${year}`
  return last === 12 ? `năm ${year}` : `${last} tháng năm ${year}`
}
