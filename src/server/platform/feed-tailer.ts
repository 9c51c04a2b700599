/**
 * Follows the feed for this process: one reader for all open streams. Polling suffices (several web nodes, a worker);
 * a write of this process wakes it at once. What was committed beside a transaction that still runs is told early, once,
 * and comes in its place when that one has ended.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Db } from './database.ts'
import { comparePositions, type FeedRow, type FeedRows, type Position, presentPosition, readRows } from './feed.ts'
import type { Log } from './log.ts'

/** A look costs a third of a millisecond, and another node's change must reach a screen within a second (ADR 0023). */
const pollEvery = 100
const pollIdle = 1_000
/** After a wake the change may still be beside another transaction: look again soon, a few times. */
const eagerly = [0, 40, 80, 160]
/** Between two looks, so that many writes at once are read together. */
const breathMs = 15
const batch = 1_000

export type Listener = (rows: FeedRows) => void

export interface Tailer {
  /** Everything up to here has been handed to the listeners. */
  readonly position: Position
  subscribe(listener: Listener): () => void
  wake(): void
  stop(): Promise<void>
}

interface State {
  readonly listeners: Set<Listener>
  position: Position
  /** Positions of what was told early and has not come in its place yet. */
  told: ReadonlySet<string>
  isStopped: boolean
  eager: number
  nudge: () => void
}

/** While nobody follows, nothing is read: the position only moves on. Somebody who came meanwhile must not miss any. */
async function skip(db: Db, state: State): Promise<number> {
  const present = await presentPosition(db)
  if (state.listeners.size === 0) state.position = present
  return 0
}

async function handOut(db: Db, state: State): Promise<number> {
  if (state.listeners.size === 0) return skip(db, state)
  const { settled, early } = await readRows(db, state.position, batch)
  const rows = { settled, early: early.filter(({ change }) => !state.told.has(change.position)) }
  state.told = new Set(early.map(({ change }) => change.position))
  state.position = settled.at(-1)?.position ?? state.position
  if (rows.settled.length + rows.early.length > 0) for (const listener of state.listeners) listener(rows)
  return settled.length
}

/** Sleeps until the next look is due or somebody wakes it. */
async function pause(state: State): Promise<void> {
  await wait(breathMs, undefined, { ref: false })
  const ms = eagerly[state.eager] ?? (state.listeners.size === 0 ? pollIdle : pollEvery)
  state.eager++
  if (ms === 0 || state.isStopped) return
  const sleep = new AbortController()
  state.nudge = () => sleep.abort()
  await wait(ms, undefined, { signal: sleep.signal, ref: false }).catch(() => {})
  state.nudge = () => {}
}

async function follow(db: Db, state: State, log: Pick<Log, 'warn'>): Promise<void> {
  while (!state.isStopped) {
    await pause(state)
    try {
      while (!state.isStopped && (await handOut(db, state)) === batch);
    } catch (err) {
      if (!state.isStopped) log.warn({ err }, 'the feed could not be read; trying again')
    }
  }
}

export async function startTailer(db: Db, log: Pick<Log, 'warn'>): Promise<Tailer> {
  const state: State = {
    listeners: new Set(),
    position: await presentPosition(db),
    told: new Set(),
    isStopped: false,
    eager: eagerly.length,
    nudge: () => {},
  }
  const following = follow(db, state, log)
  return {
    get position() {
      return state.position
    },
    subscribe: (listener) => {
      state.listeners.add(listener)
      state.nudge()
      return () => state.listeners.delete(listener)
    },
    wake: () => {
      if (state.listeners.size === 0) return
      state.eager = 0
      state.nudge()
    },
    stop: async () => {
      state.isStopped = true
      state.nudge()
      await following
    },
  }
}

/** Rows of a batch that a reader at this position has not had. */
export function after(position: Position, rows: readonly FeedRow[]): readonly FeedRow[] {
  return rows.filter((row) => comparePositions(row.position, position) > 0)
}
