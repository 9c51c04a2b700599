/**
 * The one way figures come to be (docs/domain/figure.md): an edition is one sending of a set of values; it is promoted as a whole
 * from sent to accepted to published, or withdrawn. A value counts at a level only while no later edition does: later
 * by reporting period, then version, then sending, never by time of writing. Nothing is overwritten: every edition's
 * values stay in the history, and `reported_values` only says which of them holds now.
 */
import { invariant } from '#core/quantity/invariant.ts'
import { clientOf, type Db } from '../platform/database.ts'
import type { NewEdition, NewValue } from './edition.ts'
import * as queries from './queries.ts'

/**
 * Writes an edition and its values, at no level yet. Returns its id. The lock of the agency's editions comes first: what is
 * said for the first time of a breakdown is waited for by a batch of the agency, which holds that lock.
 */
export async function addEdition(db: Db, edition: NewEdition, values: readonly NewValue[]): Promise<string> {
  const id = await queries.insertEdition(db, edition)
  await queries.lockEditionsOf(db, id)
  await queries.insertRevisions(db, [{ editionId: id, agencyId: edition.agencyId, values }])
  return id
}

export type PromotionLevel = 'sent' | 'accepted' | 'published'
const ladder: readonly PromotionLevel[] = ['sent', 'accepted', 'published']

/** From the first level to this one. */
export function levelsUpTo(level: PromotionLevel): readonly PromotionLevel[] {
  return ladder.slice(0, ladder.indexOf(level) + 1)
}

export interface Promotion {
  readonly editionId: string
  readonly level: PromotionLevel
  readonly at: string
}

/** Lifts an edition to a level: its values hold there unless a later edition already does. Doing it twice changes nothing. */
export function promote(db: Db, { editionId, level, at }: Promotion): Promise<void> {
  return lift(db, { editionId, levels: [level], at })
}

/**
 * The same for the levels below it as well, in one step: what is imported as accepted was never on its way. `isUnheard`: the
 * caller, who holds the lock of the agency's editions, has seen that nothing of what it speaks of is held.
 */
export function promoteThrough(
  db: Db,
  { editionId, level, at, isUnheard }: Promotion & { readonly isUnheard: boolean },
): Promise<void> {
  return lift(db, { editionId, levels: levelsUpTo(level), at, isUnheard })
}

interface Lifting {
  readonly editionId: string
  readonly levels: readonly PromotionLevel[]
  readonly at: string
  readonly isUnheard?: boolean
}

async function lift(db: Db, { editionId, levels, at, isUnheard = false }: Lifting): Promise<void> {
  inTransaction(db)
  await queries.lockEditionsOf(db, editionId)
  const reached: PromotionLevel[] = []
  for (const level of levels) if (await queries.insertPromotion(db, { editionId, level, at })) reached.push(level)
  if (reached.length > 0) await queries.liftValues(db, { editionId, levels: reached, isUnheard })
}

/** Takes a sent edition back (returned, or withdrawn before acceptance): the sent edition before it holds again. */
export async function withdraw(db: Db, { editionId, at }: { editionId: string; at: string }): Promise<void> {
  inTransaction(db)
  await queries.lockEditionsOf(db, editionId)
  const isNew = await queries.insertPromotion(db, { editionId, level: 'withdrawn', at })
  if (isNew) await queries.dropSentValues(db, editionId)
}

/** Whoever keeps figures learns from the promotion that they moved, so both become visible together. */
function inTransaction(db: Db): void {
  invariant(clientOf(db) !== undefined, 'figures are promoted in a transaction')
}
