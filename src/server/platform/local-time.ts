/** Days and times of the clock in Asia/Ho_Chi_Minh, which keeps +07:00 all year. */
import type { LocalDate } from '#core/period/local-date.ts'

export function localDay(instant: string): LocalDate {
  return shifted(instant).slice(0, 10) as LocalDate
}

/** As a message says it: «14:32 ngày 16/9». */
export function spokenTime(instant: string): string {
  const [, month, day] = localDay(instant).split('-')
  return `${shifted(instant).slice(11, 16)} ngày ${Number(day)}/${Number(month)}`
}

/** With its year: «09:00 ngày 06/07/2026». */
export function fullTime(instant: string): string {
  const [year, month, day] = localDay(instant).split('-')
  return `${shifted(instant).slice(11, 16)} ngày ${day}/${month}/${year}`
}

function shifted(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString()
}
