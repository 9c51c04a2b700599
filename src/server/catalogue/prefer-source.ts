/**
 * Preferring one agency for an indicator from a day on (thứ tự ưu tiên nguồn). The order until then stays as it was, so
 * that tables of earlier periods do not change; those it goes before keep their places behind it.
 */
import { type Result, refuse } from '#contract/problems.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import type { Db } from '../platform/database.ts'
import * as queries from './precedence-queries.ts'

export interface Preferring {
  readonly indicatorId: number
  readonly agencyId: number
  readonly from: LocalDate
  readonly reason: string
  readonly decidedBy: number
  readonly at: string
}

/** Refused where an order begins on that day or later: it would have to be changed. */
export async function preferSource(db: Db, it: Preferring): Promise<Result<null>> {
  await queries.lockIndicator(db, it.indicatorId)
  const later = await queries.laterOrder(db, it)
  if (later !== undefined) return refuse('precedence.later-exists', { from: later })
  const before = await queries.endOrder(db, it)
  await queries.insertOrder(db, { ...it, agencyIds: [it.agencyId, ...before.filter((id) => id !== it.agencyId)] })
  return { ok: true, value: null }
}
