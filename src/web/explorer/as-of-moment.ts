/** Between an instant and the field of a time and day, in the time of Vietnam, +07:00 all year. */
import { toInstant } from '#core/period/deadline.ts'
import { parseWrittenMoment } from '#core/period/written-moment.ts'
import { fullDay, timeOf } from '../platform/clock.ts'

/** 14:05, 20/11/2026 */
export function fieldOf(instant: string): string {
  return `${timeOf(instant)}, ${fullDay(instant)}`
}

/** Of a day alone, its last minute: what was known that day. Undefined for what names no moment. */
export function instantOf(field: string): string | undefined {
  const written = parseWrittenMoment(field)
  return written && toInstant(written.day, written.time ?? '23:59').replace('.000', '')
}

/** Later than that by more than clocks differ. */
export function isAfter(instant: string, at: string): boolean {
  return Date.parse(instant) > Date.parse(at) + 60_000
}

/** The present moment chosen by hand is «now», which goes on. */
export function isCloseTo(instant: string, at: string): boolean {
  return Date.parse(instant) >= Date.parse(at) - 60_000
}
