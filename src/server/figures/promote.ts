/**
 * The one way figures come to be (docs/domain/figure.md): an edition is one sending of a set of values; it is promoted as a whole
 * from sent to accepted to published, or withdrawn. A value counts at a level only while no later edition does: later
 * by reporting period, then version, then sending, never by time of writing. Nothing is overwritten: every edition's
 * values stay in the history, and `reported_values` only says which of them holds now.
 */
import type { Db } from '../platform/database.ts'
import type { NewEdition, NewValue } from './edition.ts'
import * as queries from './queries.ts'

/** Writes an edition and its values, at no level yet. Returns its id. */
export async function addEdition(db: Db, edition: NewEdition, values: readonly NewValue[]): Promise<string> {
  const id = await queries.insertEdition(db, edition)
  await queries.insertRevisions(db, [{ editionId: id, agencyId: edition.agencyId, values }])
  return id
}

/** Lifts an edition to a level: its values hold there unless a later edition already does. Doing it twice changes nothing. */
export async function promote(
  db: Db,
  { editionId, level, at }: { editionId: string; level: 'sent' | 'accepted' | 'published'; at: string },
): Promise<void> {
  await queries.lockEditionsOf(db, editionId)
  const isNew = await queries.insertPromotion(db, { editionId, level, at })
  if (isNew) await queries.liftValues(db, { editionId, level })
}

/** Takes a sent edition back (returned, or withdrawn before acceptance): the sent edition before it holds again. */
export async function withdraw(db: Db, { editionId, at }: { editionId: string; at: string }): Promise<void> {
  await queries.lockEditionsOf(db, editionId)
  const isNew = await queries.insertPromotion(db, { editionId, level: 'withdrawn', at })
  if (isNew) await queries.dropSentValues(db, editionId)
}
