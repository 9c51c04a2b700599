/** Before its release time a figure is its owner's alone, in what was said before as in what counts now. */
import type { Actor } from '#core/access/roles.ts'
import { releasesAfter } from '../catalogue/index.ts'
import type { ProvenanceRow } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'

/** Whether this viewer may see a word of the history at the moment that is read. */
export async function openWords(
  db: Db,
  { at, viewer }: { readonly at: string; readonly viewer: Actor },
): Promise<(word: ProvenanceRow) => boolean> {
  const pending = new Set((await releasesAfter(db, at)).map((r) => `${r.indicatorId} ${r.spanId}`))
  return (word) => word.agency_id === viewer.agencyId || !pending.has(`${word.indicator_id} ${word.span_id}`)
}
