/** Before its release time a figure is its owner's alone, in what was said before as in what counts now. */
import type { Actor } from '#core/access/roles.ts'
import { isWithheld, pendingReleases } from '../catalogue/index.ts'
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
  const pending = await pendingReleases(db, at)
  return (word) => {
    const since = from === 'accepted' ? word.accepted_at : word.sent_at
    return since !== null && since <= at && !isWithheld(pending, word, viewer.agencyId)
  }
}
