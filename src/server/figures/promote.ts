/**
 * The one way figures come to be (design §2): an edition is one sending of a set of values; it is promoted as a whole
 * from sent to accepted to published, or withdrawn. A value counts at a level only while no later edition does: later
 * by reporting period, then version, then sending, never by time of writing. Nothing is overwritten: every edition's
 * values stay in the history, and `reported_values` only says which of them holds now.
 */
import type { Db } from '../platform/database.ts'
import * as queries from './queries.ts'

export interface NewValue {
  readonly indicatorId: number
  readonly spanId: number
  /** Last day of the span; the partition key. */
  readonly spanTo: string
  readonly areaId: number
  readonly breakdownId: number
  /** 0 for actuals. */
  readonly planVersionId: number
  readonly vintage: 'plan' | 'estimate' | 'preliminary' | 'official'
  readonly kind: string
  readonly value: string | null
  readonly upperValue?: string | null
  readonly text?: string | null
  readonly note?: string
  readonly enteredBy?: number | null
  readonly enteredAt?: string | null
  readonly actingAgencyId?: number | null
  readonly formVersionId?: number | null
  readonly rowKey?: string | null
  readonly columnKey?: string | null
  readonly cellRevision?: number | null
}

export interface NewEdition {
  readonly agencyId: number
  readonly submissionId: string | null
  readonly version: number
  readonly sending: number
  /** Last day of the reporting period. */
  readonly periodEnd: string
  readonly origin: 'typed' | 'imported' | 'received' | 'computed' | 'reference'
  readonly source?: string
  readonly confidence?: string
}

/** Writes an edition and its values, at no level yet. Returns its id. */
export async function addEdition(db: Db, edition: NewEdition, values: readonly NewValue[]): Promise<string> {
  const id = await queries.insertEdition(db, edition)
  await queries.insertRevisions(db, { editionId: id, agencyId: edition.agencyId, values })
  return id
}

/** Lifts an edition to a level: its values hold there unless a later edition already does. Doing it twice changes nothing. */
export async function promote(
  db: Db,
  { editionId, level, at }: { editionId: string; level: 'sent' | 'accepted' | 'published'; at: string },
): Promise<void> {
  const isNew = await queries.insertPromotion(db, { editionId, level, at })
  if (isNew) await queries.liftValues(db, { editionId, level })
}

/** Takes a sent edition back (returned, or withdrawn before acceptance): the sent edition before it holds again. */
export async function withdraw(db: Db, { editionId, at }: { editionId: string; at: string }): Promise<void> {
  const isNew = await queries.insertPromotion(db, { editionId, level: 'withdrawn', at })
  if (isNew) await queries.dropSentValues(db, editionId)
}
