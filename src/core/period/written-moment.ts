/**
 * Days and moments as people here write them, day first: 20/11/2026, 14:05 or 14h05. A browser's own date field follows the
 * language that the browser was installed in, so that the first of November reads 11/01/2026 on an English one.
 */
import { type LocalDate, parseLocalDate } from './local-date.ts'

const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/

/** Also as the program keeps it, 2026-11-20. Undefined for what is no day: 29/02/2026, a year of two digits. */
export function parseWrittenDay(text: string): LocalDate | undefined {
  const trimmed = text.trim()
  const [, day, month, year] = dayFirst.exec(trimmed) ?? []
  if (day === undefined || month === undefined) return parseLocalDate(trimmed)
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

interface WrittenMoment {
  readonly day: LocalDate
  /** HH:MM, of the clock in Vietnam. Undefined where a day alone is written. */
  readonly time: string | undefined
}

const time = String.raw`(?<hour>\d{1,2})[:h](?<minute>\d{2})`
const timeFirst = new RegExp(String.raw`^${time}[\s,]+(?<day>\S+)$`)
const timeLast = new RegExp(String.raw`^(?<day>[^\s,]+)[\s,]+${time}$`)

/** The time before or after the day. Undefined for what is no day or no time of it: 25:00, and 24:00, which is the next day. */
export function parseWrittenMoment(text: string): WrittenMoment | undefined {
  const trimmed = text.trim()
  const timed = (timeFirst.exec(trimmed) ?? timeLast.exec(trimmed))?.groups
  const { hour, minute } = timed ?? {}
  const day = parseWrittenDay(timed?.day ?? trimmed)
  if (day === undefined || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return undefined
  return { day, time: hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}` }
}
