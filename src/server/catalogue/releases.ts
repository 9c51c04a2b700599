/** What waits for its release time. The rule is core's (`withheldUntil`); the database knows the times. */
import { type PendingReleases, withheldUntil } from '#core/figure/visibility.ts'
import type { Db } from '../platform/database.ts'
import { selectReleasesAfter } from './release-queries.ts'

/** Release times that have not come at that instant. */
export async function pendingReleases(db: Db, at: string): Promise<PendingReleases> {
  const byIndicator = Map.groupBy(await selectReleasesAfter(db, at), ({ indicatorId }) => indicatorId)
  return new Map(
    [...byIndicator].map(([id, releases]) => [
      id,
      new Map(releases.map(({ spanId, releasedAt }) => [spanId, releasedAt])),
    ]),
  )
}

/** One agency's word, as the tables of figures hold it. */
export interface WordRow {
  readonly indicator_id: number
  readonly span_id: number
  readonly plan_version_id: number
  readonly agency_id: number
}

/** Whether the agency that asks has to wait for this word; null asks for everybody. */
export function isWithheld(pending: PendingReleases, row: WordRow, askingAgencyId: number | null): boolean {
  // Asked of every word of a reading: mostly nothing is pending at all.
  if (pending.size === 0) return false
  const word = {
    indicatorId: row.indicator_id,
    spanId: row.span_id,
    isPlan: row.plan_version_id !== 0,
    isOwn: row.agency_id === askingAgencyId,
  }
  return withheldUntil(pending, word) !== undefined
}
