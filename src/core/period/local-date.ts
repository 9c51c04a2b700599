/**
 * Days of the civil calendar as 'YYYY-MM-DD' text, without time or zone. The text orders as the days do. Arithmetic runs
 * on day numbers (days since 1970-01-01, after Howard Hinnant's civil algorithms), because `Date` drags in a time zone.
 */
import { invariant } from '../quantity/invariant.ts'

export type LocalDate = string & { readonly __brand: 'LocalDate' }

export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const form = /^\d{4}-\d{2}-\d{2}$/
const daysOf400Years = 146_097
/** From 0000-03-01, the first day of the algorithm's calendar, to 1970-01-01. */
const epochOffset = 719_468

/** Undefined for text of another form and for days that do not exist (2026-02-29). */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!form.test(text)) return undefined
  const { year, month, day } = partsOf(text as LocalDate)
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return text as LocalDate
}

/** A day known to exist. Throws on other text: what comes from outside goes through `parseLocalDate`. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text)
  invariant(date !== undefined, `«${text.slice(0, 20)}» is a day`)
  return date
}

export function partsOf(date: LocalDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

export function dateOf({ year, month, day }: DateParts): LocalDate {
  return localDate(`${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`)
}

export function twoDigits(n: number): string {
  return String(n).padStart(2, '0')
}

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

/** Days since 1970-01-01. */
export function dayNumber(date: LocalDate): number {
  const { year, month, day } = partsOf(date)
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysOf400Years + dayOfEra - epochOffset
}

/** Inverse of `dayNumber`. Throws outside the years 0 to 9999. */
export function dateOfDayNumber(days: number): LocalDate {
  const shifted = days + epochOffset
  const era = Math.floor(shifted / daysOf400Years)
  const dayOfEra = shifted - era * daysOf400Years
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  return dateOf({ year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day })
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** The same day some months on, or the last day of that month where it is shorter (31/01 + 1 → 28/02). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date)
  return dateInMonth(year, month + months, day)
}

/** Day of a month that may lie outside 1 to 12 (0 is last December); clamped to the month's last day. */
export function dateInMonth(year: number, month: number, day: number): LocalDate {
  const index = year * 12 + month - 1
  const inYear = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
  return dateOf({ ...inYear, day: Math.min(day, daysInMonth(inYear.year, inYear.month)) })
}

/** 1 is Monday, 7 Sunday (ISO 8601). */
export function weekday(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** Days from `from` on to `to`; negative when `to` lies earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function compare(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}
