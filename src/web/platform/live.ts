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
import { keepStream, type News } from './live-stream.ts'
import { isProblem } from './problem-error.ts'

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
/** The session ended: nothing is heard until somebody signs in again. */
let isEnded = false
let position: string | undefined

function setLive(value: boolean): void {
  if (value) setEnded(false)
  if (value === isLive) return
  isLive = value
  for (const listener of listeners) listener()
}

function setEnded(value: boolean): void {
  if (value === isEnded) return
  isEnded = value
  for (const listener of listeners) listener()
}

export function useHearing(): 'live' | 'polled' | 'ended' {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => (isLive ? 'live' : isEnded ? 'ended' : 'polled'),
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
  const tell = (news: News): void => {
    take(news, hear)
    channel.postMessage(news)
  }
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if ('isAsking' in data) {
      if (isHolder) channel.postMessage({ isLive })
      return
    }
    // Somebody else's stream has been open for a while: what it told before this window listened is asked for.
    if ('isLive' in data && data.isLive && !isLive) void catchUp(hear, stop.signal)
    take(data, hear)
  }
  channel.postMessage({ isAsking: true })
  const poll = (): void => {
    if (!isLive && !document.hidden) void catchUp(hear, stop.signal)
  }
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
    setEnded(false)
  }
}

function take(news: News, hear: Hearing): void {
  if ('isAnew' in news) {
    hear.anew()
    return
  }
  setLive('isLive' in news ? news.isLive : true)
  if ('position' in news) position = news.position
  const last = 'changes' in news ? news.changes.at(-1) : undefined
  if (!('changes' in news) || !last) return
  if (!news.isEarly) position = last.position
  hear.changed(news.changes)
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
    const heard = await call({ path: address('/api/changes'), answer: changeList, signal, mayAskSignIn: false })
    setEnded(false)
    position = heard.position
    if (heard.changes.length > 0) hear.changed(heard.changes)
  } catch (error) {
    if (isProblem(error, 'session.required')) setEnded(true)
    // Otherwise the next turn asks again; the page already says when there is no connection.
    if (!isProblem(error, 'changes.forgotten')) return
    position = undefined
    hear.anew()
  }
}
