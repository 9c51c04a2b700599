/**
 * A figure is read with the catalogue and the order of sources of the day its period begins, wherever it is read: in the
 * province's table, in the explorer, in an explanation. Periods between which nothing changed are read at once.
 */
import type { LocalDate } from '#core/period/local-date.ts'
import { changeDays } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'

/** The first of these days on which the catalogue reads as on the day given. */
export async function catalogueDays(db: Db, wanted: readonly LocalDate[]): Promise<(day: LocalDate) => LocalDate> {
  const days = [...new Set(wanted)].sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return (day) => day
  const changes = await changeDays(db, { first, last })
  const stateOf = (day: LocalDate): number => changes.filter((change) => change <= day).length
  const firstOf = new Map([...days].reverse().map((day) => [stateOf(day), day]))
  return (day) => firstOf.get(stateOf(day)) ?? day
}
