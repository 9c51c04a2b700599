/** Instants at which people work: working days, 8:00 to 11:30 and 13:30 to 17:00 in Asia/Ho_Chi_Minh. */
import { toInstant } from '#core/period/deadline.ts'
import { addDays, type LocalDate } from '#core/period/local-date.ts'
import { addWorkingDays, type Holidays, isWorkingDay } from '#core/period/working-days.ts'
import { localDay } from '../platform/local-time.ts'

const half = 210
const minutesOfDay = 2 * half

/** Minute of a working day (0 to 419) as an instant. */
function instantOf(day: LocalDate, minute: number): string {
  const clock = minute < half ? 8 * 60 + minute : 13 * 60 + 30 + minute - half
  const two = (n: number) => String(n).padStart(2, '0')
  return toInstant(day, `${two(Math.floor(clock / 60))}:${two(clock % 60)}`).replace('.000Z', 'Z')
}

/** A number of instants over a stretch of time: 0 is its start, 1 its end, beyond 1 the working time after it. */
export type Timeline = (share: number) => string

/** The last `days` working days up to the end of the day on which something is due. */
export function timelineBefore(due: LocalDate, days: number, holidays: Holidays): Timeline {
  const first = addWorkingDays(due, 1 - days, holidays)
  return (share) => {
    const minutes = Math.floor(share * days * minutesOfDay)
    return instantOf(addWorkingDays(first, Math.floor(minutes / minutesOfDay), holidays), minutes % minutesOfDay)
  }
}

/**
 * What there was of working time from an opening until now, four days at most. Opened on a day off and looked at on the
 * same: any time will do.
 */
export function timelineUntil(now: string, openedAt: string, holidays: Holidays): Timeline {
  const minutes: string[] = []
  const today = localDay(now)
  const earliest = localDay(openedAt)
  const days: LocalDate[] = []
  for (let day = today; day >= earliest && days.length < 5; day = addDays(day, -1)) {
    if (isWorkingDay(day, holidays)) days.unshift(day)
  }
  for (const day of days) for (let minute = 0; minute < minutesOfDay; minute += 1) minutes.push(instantOf(day, minute))
  const usable = minutes.filter((instant) => instant > openedAt && instant < now)
  const [from, to] = [Date.parse(openedAt), Date.parse(now)]
  return (share) =>
    usable[Math.min(usable.length - 1, Math.floor(share * usable.length))] ??
    new Date(from + Math.min(1, share) * (to - from)).toISOString().replace(/\.\d+Z/, 'Z')
}
