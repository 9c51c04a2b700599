/** Between an instant and the field of a day and time, which shows the minute in the time of Vietnam, +07:00 all year. */
const ahead = 7 * 3_600_000

export function fieldOf(instant: string): string {
  return new Date(Date.parse(instant) + ahead).toISOString().slice(0, 16)
}

/** Undefined while the field is not filled. */
export function instantOf(field: string): string | undefined {
  const at = Date.parse(`${field}:00Z`)
  return Number.isNaN(at) ? undefined : `${new Date(at - ahead).toISOString().slice(0, 19)}Z`
}

/** The present moment chosen by hand is «now», which goes on. */
export function isCloseTo(instant: string, at: string): boolean {
  return Date.parse(instant) >= Date.parse(at) - 60_000
}
