/** Between an instant and the field of a time and day, in the time of Vietnam, +07:00 all year. */
import { fullDay, timeOf } from '../platform/clock.ts'
import { dayOf } from '../platform/written-day.ts'

const timed = /^(\d{1,2})[:h](\d{2})[\s,]+(\S+)$/

/** 14:05, 20/11/2026 */
export function fieldOf(instant: string): string {
  return `${timeOf(instant)}, ${fullDay(instant)}`
}

/** Of a day alone, its last minute: what was known that day. Undefined for what names no moment. */
export function instantOf(field: string): string | undefined {
  const [, hour = '23', minute = '59', written = field] = timed.exec(field.trim()) ?? []
  const day = dayOf(written)
  if (day === '' || Number(hour) > 23 || Number(minute) > 59) return undefined
  return new Date(`${day}T${hour.padStart(2, '0')}:${minute}:00+07:00`).toISOString().replace('.000', '')
}

/** Later than that by more than clocks differ. */
export function isAfter(instant: string, at: string): boolean {
  return Date.parse(instant) > Date.parse(at) + 60_000
}

/** The present moment chosen by hand is «now», which goes on. */
export function isCloseTo(instant: string, at: string): boolean {
  return Date.parse(instant) >= Date.parse(at) - 60_000
}
