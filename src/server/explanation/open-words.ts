/** Before its release time a figure is its owner's alone, in what was said before as in what counts now. */
import type { Actor } from '#core/access/roles.ts'
import { releasesAfter } from '../catalogue/index.ts'
import type { ProvenanceRow } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'

interface Hearing {
  readonly viewer: Actor
  /** The moment and the level that are read. */
  readonly at: string
  readonly from: 'sent' | 'accepted'
}

/** Whether this viewer may hear a word of the history. */
export async function openWords(db: Db, { viewer, at, from }: Hearing): Promise<(word: ProvenanceRow) => boolean> {
  const pending = new Set((await releasesAfter(db, at)).map((r) => `${r.indicatorId} ${r.spanId}`))
  return (word) => {
    const since = from === 'accepted' ? word.accepted_at : word.sent_at
    const isOwn = word.agency_id === viewer.agencyId
    const isPending = word.plan_version_id === 0 && pending.has(`${word.indicator_id} ${word.span_id}`)
    return since !== null && since <= at && (isOwn || !isPending)
  }
}
