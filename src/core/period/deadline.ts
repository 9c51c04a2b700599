/**
 * When a report is due. A rule belongs to one regime and one level; the day it gives follows from the period's last month
 * or from the cut-off, which is the span's last day. A regime that takes data until the 14th but reports on the calendar
 * month passes the administrative period here. Times are those of Asia/Ho_Chi_Minh, which has had +07:00 since 1975.
 * Source: NĐ 09/2019/NĐ-CP, Đ.8.5 and Đ.13.
 */
import { invariant } from '../quantity/invariant.ts'
import type { LocalDate } from './local-date.ts'
import { addDays, dateInMonth, twoDigits } from './local-date.ts'
import type { Period } from './period.ts'
import { monthOf, yearOf } from './period.ts'
import type { Holidays } from './working-days.ts'
import { addWorkingDays, isWorkingDay, nextWorkingDay, previousWorkingDay, workingDaysBetween } from './working-days.ts'

/** What happens to a deadline that falls on a day off. */
export type OnDayOff = 'next' | 'previous' | 'keep'

/** `time` is HH:MM from 00:00 to 24:00, local. */
export type DeadlineRule =
  | {
      readonly kind: 'dayOfMonth'
      /** 0 is the period's last month, 1 the month after. */
      readonly monthOffset: number
      /** A day that the month does not have means its last day. */
      readonly day: number
      readonly time: string
      readonly onDayOff: OnDayOff
    }
  | { readonly kind: 'workingDaysAfterCutoff'; readonly days: number; readonly time: string }
  | { readonly kind: 'daysAfterCutoff'; readonly days: number; readonly time: string; readonly onDayOff: OnDayOff }
  | { readonly kind: 'date'; readonly date: LocalDate; readonly time: string }

export interface Deadline {
  readonly date: LocalDate
  readonly time: string
}

type Spanned = Pick<Period, 'span'>

const hoursAheadOfUtc = 7
const timeForm = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/

export function isTimeOfDay(text: string): boolean {
  return timeForm.test(text)
}

export function deadlineOf(rule: DeadlineRule, period: Spanned, holidays: Holidays): Deadline {
  return { date: dayOf(rule, period, holidays), time: rule.time }
}

function dayOf(rule: DeadlineRule, period: Spanned, holidays: Holidays): LocalDate {
  switch (rule.kind) {
    case 'dayOfMonth': {
      const day = dateInMonth(yearOf(period), monthOf(period) + rule.monthOffset, rule.day)
      return moved(day, rule.onDayOff, holidays)
    }
    case 'workingDaysAfterCutoff':
      return addWorkingDays(period.span.to, rule.days, holidays)
    case 'daysAfterCutoff':
      return moved(addDays(period.span.to, rule.days), rule.onDayOff, holidays)
    case 'date':
      return rule.date
  }
}

function moved(day: LocalDate, onDayOff: OnDayOff, holidays: Holidays): LocalDate {
  if (onDayOff === 'keep' || isWorkingDay(day, holidays)) return day
  return onDayOff === 'next' ? nextWorkingDay(day, holidays) : previousWorkingDay(day, holidays)
}

/**
 * Whether at least one working day lies between the end of data taking (the cut-off, at 24:00) and the deadline. Counted
 * by days: a deadline on the first working day after the cut-off leaves one, whatever its time.
 * Source: NĐ 09/2019/NĐ-CP, Đ.8.5.b.
 */
export function leavesWorkingDay(rule: DeadlineRule, period: Spanned, holidays: Holidays): boolean {
  return workingDaysBetween(period.span.to, deadlineOf(rule, period, holidays).date, holidays) >= 1
}

/** The instant in UTC, as ISO text with milliseconds; 24:00 is the end of the day. Throws on a time that is none. */
export function toInstant(date: LocalDate, time: string): string {
  invariant(isTimeOfDay(time), `«${time.slice(0, 10)}» is a time of day`)
  const utcHour = Number(time.slice(0, 2)) - hoursAheadOfUtc
  const day = utcHour < 0 ? addDays(date, -1) : date
  return `${day}T${twoDigits((utcHour + 24) % 24)}:${time.slice(3)}:00.000Z`
}
