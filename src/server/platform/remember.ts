/**
 * Keeps what many requests ask and hardly anybody changes, in this process, per database, for a few seconds. Who changes
 * it through this process lets go of it at once; another process knows it after those seconds at the latest. Never for
 * what a decision hangs on that was made a moment ago: rights, states and figures are read each time, and what has a stamp
 * is kept for readers of the same stamp alone. What is found to be as it was stays the same object, so that whatever was
 * worked out from it need not be worked out again.
 */
import { isDeepStrictEqual } from 'node:util'
import { type Db, poolOf } from './database.ts'

const keptMs = 5_000

interface Kept<Value> {
  readonly value: Value
  readonly stamp: string
  readonly until: number
}

export interface Remembered<Key, Value> {
  (db: Db, key: Key): Promise<Value>
  /** What was kept of this database is asked again from now on. */
  forget(db: Db): void
}

/** `stampOf`: asked each time, in the snapshot of the reader; another one means that this reader sees a change. */
export function remember<Key, Value>(
  load: (db: Db, key: Key) => Promise<Value>,
  stampOf?: (db: Db) => Promise<string>,
): Remembered<Key, Value> {
  const byPool = new WeakMap<object, Map<Key, Kept<Value>>>()
  const ask = async (db: Db, key: Key): Promise<Value> => {
    const pool = poolOf(db)
    const stamp = stampOf ? await stampOf(db) : ''
    const kept = byPool.get(pool)?.get(key)
    if (kept?.stamp === stamp && kept.until > performance.now()) return kept.value
    const loaded = await load(db, key)
    const value = kept && isDeepStrictEqual(kept.value, loaded) ? kept.value : loaded
    const all = byPool.get(pool) ?? new Map<Key, Kept<Value>>()
    byPool.set(pool, all.set(key, { value, stamp, until: performance.now() + keptMs }))
    return value
  }
  return Object.assign(ask, { forget: (db: Db) => void byPool.delete(poolOf(db)) })
}
