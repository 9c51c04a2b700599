/**
 * Working days: Monday to Friday, less the days off, plus the Saturdays and Sundays worked to make up for a swapped day.
 * The calendar is kept by an administrator, because swaps are decided year by year.
 */
import type { LocalDate } from './local-date.ts'
import { addDays, weekday } from './local-date.ts'

export interface Holidays {
  readonly off: ReadonlySet<LocalDate>
  /** Made-up working days; they outrank `off`. */
  readonly work: ReadonlySet<LocalDate>
}

/** Kinds of days in the reference calendar. A provisional day off counts until it is changed; an unconfirmed one does not. */
export type HolidayKind =
  | 'statutory'
  | 'day_off'
  | 'weekend_in_holiday'
  | 'swap_off'
  | 'substitute'
  | 'provisional'
  | 'unconfirmed'
  | 'makeup_workday'

export const noHolidays: Holidays = { off: new Set(), work: new Set() }

export function holidaysOf(days: Iterable<{ readonly date: LocalDate; readonly kind: HolidayKind }>): Holidays {
  const off = new Set<LocalDate>()
  const work = new Set<LocalDate>()
  for (const { date, kind } of days) {
    if (kind === 'makeup_workday') work.add(date)
    else if (kind !== 'unconfirmed') off.add(date)
  }
  return { off, work }
}

export function isWorkingDay(date: LocalDate, holidays: Holidays): boolean {
  if (holidays.work.has(date)) return true
  return weekday(date) <= 5 && !holidays.off.has(date)
}

/** The first working day after the date, never the date itself. */
export function nextWorkingDay(date: LocalDate, holidays: Holidays): LocalDate {
  return stepToWorkingDay(date, 1, holidays)
}

/** The last working day before the date, never the date itself. */
export function previousWorkingDay(date: LocalDate, holidays: Holidays): LocalDate {
  return stepToWorkingDay(date, -1, holidays)
}

function stepToWorkingDay(date: LocalDate, step: -1 | 1, holidays: Holidays): LocalDate {
  let day = addDays(date, step)
  while (!isWorkingDay(day, holidays)) day = addDays(day, step)
  return day
}

/** The n-th working day after the date (before it, for a negative count); the date itself for 0. */
export function addWorkingDays(date: LocalDate, count: number, holidays: Holidays): LocalDate {
  let day = date
  for (let left = Math.abs(count); left > 0; left -= 1) day = stepToWorkingDay(day, count < 0 ? -1 : 1, holidays)
  return day
}

/** Working days after `after` up to and including `upTo`; 0 when `upTo` is not later. */
export function workingDaysBetween(after: LocalDate, upTo: LocalDate, holidays: Holidays): number {
  let count = 0
  for (let day = after; day < upTo; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, holidays)) count += 1
  }
  return count
}
