/** The calendar day of an instant in Asia/Ho_Chi_Minh, which keeps +07:00 all year. */
import type { LocalDate } from '#core/period/local-date.ts'

export function localDay(instant: string): LocalDate {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10) as LocalDate
}
