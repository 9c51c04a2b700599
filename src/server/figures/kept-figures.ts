/**
 * Figures that this process keeps from one reading to the next. Before each reading the database is asked which figures have
 * moved since those were read, and they are let go of; so a reading gives what its own snapshot holds and nothing else,
 * however many processes write and however old the figures kept are. All readings between two moves share one set.
 */
import { type Db, poolOf } from '../platform/database.ts'
import { type KnownFigures, keepRows, knownWithout, nothingKnown } from './known-figures.ts'
import { type MovedSlot, mostMoved, slotsMovedBy, snapshotAfter } from './moved-queries.ts'
import { figureRows, type ReadLevel } from './read-queries.ts'
import { parseSnapshot, type Snapshot, seesAllOf } from './snapshot.ts'

interface Kept {
  /** One that holds these figures. */
  readonly snapshot: Snapshot
  readonly known: KnownFigures
}

/** Rows and sums kept at one level of one database: some tens of megabytes. */
const mostKept = 200_000

const kept = new WeakMap<Db, Map<ReadLevel, Kept>>()

function keptOf(db: Db): Map<ReadLevel, Kept> {
  const pool = poolOf(db)
  const byLevel = kept.get(pool) ?? new Map<ReadLevel, Kept>()
  kept.set(pool, byLevel)
  return byLevel
}

/** What is known in the snapshot of this transaction; what the reading adds to it is kept for the next ones. */
export async function keptFigures(db: Db, level: ReadLevel): Promise<KnownFigures> {
  const byLevel = keptOf(db)
  const last = byLevel.get(level)
  const { snapshot: text, isShared, editions } = await snapshotAfter(db, last?.snapshot.text ?? null)
  const snapshot = parseSnapshot(text)
  if (!isShared || (last && !seesAllOf(snapshot, last.snapshot))) return nothingKnown()
  const moved = editions.length < mostMoved ? await slotsMovedBy(db, editions) : 'much'
  const known = last ? stillKnown(last.known, moved) : nothingKnown()
  byLevel.set(level, { snapshot, known })
  if (last && moved !== 'much' && moved.length <= mostReadAtOnce)
    await readAgain(db, { level, known, moved, before: last.known })
  return known
}

/** Slots moved, up to which rows that were kept are read again at once: whoever reads the rest of their tables needs them. */
const mostReadAtOnce = 200

interface ReadingAgain {
  readonly level: ReadLevel
  readonly known: KnownFigures
  readonly moved: readonly MovedSlot[]
  readonly before: KnownFigures
}

async function readAgain(db: Db, { level, known, moved, before }: ReadingAgain): Promise<void> {
  const places = moved.flatMap(({ slot, areaIds }) => {
    const wereKept = areaIds.filter((id) => before.rows.get(slot.series)?.get(slot.key)?.has(id))
    return wereKept.length > 0 ? [{ slot, areaIds: wereKept }] : []
  })
  const rows = await figureRows(db, { places, level, asOf: undefined })
  for (const [index, place] of places.entries()) keepRows(known, place, rows[index] ?? [])
}

function stillKnown(known: KnownFigures, moved: readonly MovedSlot[] | 'much'): KnownFigures {
  if (moved === 'much' || moved.length > mostMoved || known.size > mostKept) return nothingKnown()
  return moved.length > 0 ? knownWithout(known, moved) : known
}
