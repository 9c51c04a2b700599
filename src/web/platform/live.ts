/**
 * Changes as they happen. One EventSource per browser, whatever the number of windows: the window that holds the lock
 * listens and passes each change on over a BroadcastChannel; when it closes, another takes the lock and goes on from the
 * last position. Each window begins at the position its session was given at, before anything was asked, so that nothing
 * falls between the first answers and the stream. Without locks (plain http on a local network), or when the stream
 * fails, the window asks every 15 s. Who was away for longer than changes are kept hears that anything may have changed.
 */
import { useSyncExternalStore } from 'react'
import { type Change, changeList } from '#contract/changes.ts'
import { actingAgency } from './acting-agency.ts'
import { call } from './api.ts'
import { heardOnce } from './heard-once.ts'
import { keepStream, type News } from './live-stream.ts'
import { isProblem } from './problem-error.ts'
import { isSessionEnded, onSessionEnd, resumeSession, sessionEnded } from './session-end.ts'

export interface Hearing {
  readonly changed: (changes: readonly Change[]) => void
  /** Anything may have changed. */
  readonly anew: () => void
}
/** A window that opens asks whether the stream is open; the one that holds it answers. */
type Message = News | { readonly isAsking: true }

const pollEvery = 15_000
const listeners = new Set<() => void>()
let isLive = false
let position: string | undefined
const fresh = heardOnce()

function setLive(value: boolean): void {
  if (value === isLive) return
  isLive = value
  for (const listener of listeners) listener()
}

/** The server heard us, so somebody has signed in again: perhaps the one whose window this is. */
function heard(): void {
  // Without a connection the next turn looks again.
  if (isSessionEnded()) resumeSession().catch(() => {})
}

export function useHearing(): 'live' | 'polled' | 'ended' {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      const stopHearing = onSessionEnd(listener)
      return () => {
        listeners.delete(listener)
        stopHearing()
      }
    },
    () => (isSessionEnded() ? 'ended' : isLive ? 'live' : 'polled'),
  )
}

/** Hears all changes after `from` until the returned function is called. */
export function listen(hear: Hearing, from: string): () => void {
  position ??= from
  const stop = new AbortController()
  // Windows may act for different agencies, and a stream shows what one agency may see.
  const name = `changes:${actingAgency() ?? ''}`
  const channel = new BroadcastChannel(name)
  let isHolder = false
  const poll = (): void => {
    if (!isLive && !document.hidden) void catchUp(hear, stop.signal)
  }
  // A stream that is closed says not why: an ended session, or no connection, is known at once by asking.
  const follow = (news: News): void => {
    const wasLive = isLive
    take(news, hear)
    if (wasLive) poll()
  }
  const tell = (news: News): void => {
    follow(news)
    channel.postMessage(news)
  }
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if ('isAsking' in data) {
      if (isHolder) channel.postMessage({ isLive })
      return
    }
    // Somebody else's stream has been open for a while: what it told before this window listened is asked for.
    if ('isLive' in data && data.isLive && !isLive) void catchUp(hear, stop.signal)
    follow(data)
  }
  channel.postMessage({ isAsking: true })
  const polling = setInterval(poll, pollEvery)
  if ('locks' in navigator) {
    navigator.locks
      .request(name, { signal: stop.signal }, () => {
        isHolder = true
        return keepStream({ address: () => address('/api/changes/stream'), tell, signal: stop.signal })
      })
      .catch((error: unknown) => {
        if (!stop.signal.aborted) throw error
      })
  }
  return () => {
    stop.abort()
    clearInterval(polling)
    channel.close()
    setLive(false)
  }
}

function take(news: News, hear: Hearing): void {
  if ('isAnew' in news) {
    hear.anew()
    return
  }
  setLive('isLive' in news ? news.isLive : true)
  // Only of a stream that has just opened: one that is open goes on for a while after the session has ended.
  if ('isLive' in news && news.isLive) heard()
  if ('position' in news) position = news.position
  const last = 'changes' in news ? news.changes.at(-1) : undefined
  if (!('changes' in news) || !last) return
  if (!news.isEarly) position = last.position
  tellOf(fresh(news.changes, news.isEarly), hear)
}

function tellOf(changes: readonly Change[], hear: Hearing): void {
  if (changes.length > 0) hear.changed(changes)
}

function address(path: string): string {
  const query = new URLSearchParams()
  const agency = actingAgency()
  if (agency !== null) query.set('agency', agency)
  if (position !== undefined) query.set('after', position)
  return `${path}?${query}`
}

/** Asks for what happened since the position. */
async function catchUp(hear: Hearing, signal: AbortSignal): Promise<void> {
  try {
    const news = await call({ path: address('/api/changes'), answer: changeList, signal, whenEnded: 'leave' })
    heard()
    position = news.position
    tellOf(fresh(news.changes), hear)
  } catch (error) {
    if (isProblem(error, 'session.required')) sessionEnded()
    // Otherwise the next turn asks again; the page already says when there is no connection.
    if (!isProblem(error, 'changes.forgotten')) return
    position = undefined
    hear.anew()
  }
}
