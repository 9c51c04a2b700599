/**
 * Tells the feed when a release time comes: nothing is written then, and what a screen does not show becomes public by
 * the clock alone. Every web node looks once a second which time comes next, and at that moment by the database's clock.
 * The first to see it tells it, in the transaction that marks it as told: each time is told once, whichever nodes run,
 * also one that came while none did (ADR 0032).
 */
import { setTimeout as wait } from 'node:timers/promises'
import { type Pool, transaction } from '../platform/database.ts'
import type { Log } from '../platform/log.ts'
import { takeDueReleases, untilNextRelease } from './release-queries.ts'
import { tellRelease } from './tell-release.ts'

/** So soon is a time known that was set for a moment from now; also how long another node is given to tell one. */
const lookEvery = 1_000

export interface ReleaseWatch {
  stop(): Promise<void>
}

interface Watching {
  readonly log: Pick<Log, 'warn'>
  /** Called after something was told. */
  readonly told: () => void
}

export function watchReleases(pool: Pool, watching: Watching): ReleaseWatch {
  const stopping = new AbortController()
  const watched = watch(pool, watching, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await watched
    },
  }
}

async function watch(pool: Pool, { log, told }: Watching, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const ms = await look(pool, told).catch((err: unknown) => {
      if (!signal.aborted) log.warn({ err }, 'release times could not be looked at; trying again')
      return lookEvery
    })
    await wait(ms, undefined, { signal, ref: false }).catch(() => {})
  }
}

/** Milliseconds until the next look. */
async function look(pool: Pool, told: () => void): Promise<number> {
  const ms = (await untilNextRelease(pool, lookEvery)) ?? lookEvery
  if (ms > 0) return ms
  if (!(await tellDueReleases(pool))) return lookEvery
  told()
  return 0
}

/** Whether there was anything to tell. */
function tellDueReleases(pool: Pool): Promise<boolean> {
  return transaction(pool, async (db) => {
    const released = await takeDueReleases(db)
    if (released.length === 0) return false
    await tellRelease(db, { released })
    return true
  })
}
