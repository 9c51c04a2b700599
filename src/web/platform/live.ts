/**
 * Changes as they happen. One EventSource per browser, whatever the number of windows: the window that holds the lock
 * listens and passes each change on over a BroadcastChannel; when it closes, another takes the lock and goes on from the
 * last position. Without locks (plain http on a local network), or when the stream fails, the window asks every 15 s.
 */
import { useSyncExternalStore } from 'react'
import { type Change, change, changeList } from '#contract/changes.ts'
import { actingAgency } from './acting-agency.ts'
import { call } from './api.ts'

type Hear = (changes: readonly Change[]) => void
type News = { readonly changes: readonly Change[] } | { readonly isLive: boolean }
/** A window that opens asks whether the stream is open; the one that holds it answers. */
type Message = News | { readonly isAsking: true }

const pollEvery = 15_000
const retryAfter = 5_000
const listeners = new Set<() => void>()
let isLive = false
let position: string | undefined

function setLive(value: boolean): void {
  if (value === isLive) return
  isLive = value
  for (const listener of listeners) listener()
}

export function useIsLive(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isLive,
  )
}

/** Hears all changes until the returned function is called. */
export function listen(hear: Hear): () => void {
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
    if (!('isAsking' in data)) take(data, hear)
    else if (isHolder) channel.postMessage({ isLive })
  }
  channel.postMessage({ isAsking: true })
  const polling = setInterval(() => void poll(hear, stop.signal), pollEvery)
  if ('locks' in navigator) {
    navigator.locks
      .request(name, { signal: stop.signal }, () => {
        isHolder = true
        return holdStream(tell, stop.signal)
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

function take(news: News, hear: Hear): void {
  setLive('isLive' in news ? news.isLive : true)
  if ('isLive' in news) return
  const last = news.changes.at(-1)
  if (!last) return
  position = last.position
  hear(news.changes)
}

function address(path: string): string {
  const query = new URLSearchParams()
  const agency = actingAgency()
  if (agency !== null) query.set('agency', agency)
  if (position !== undefined) query.set('after', position)
  return `${path}?${query}`
}

/** Keeps a stream open until the window goes; the lock is held as long as the promise is open. */
async function holdStream(tell: (news: News) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await oneStream(tell, signal)
    if (signal.aborted) return
    tell({ isLive: false })
    await new Promise((resume) => setTimeout(resume, retryAfter))
  }
}

function oneStream(tell: (news: News) => void, signal: AbortSignal): Promise<void> {
  return new Promise((ended) => {
    const source = new EventSource(address('/api/changes/stream'))
    const end = (): void => {
      source.close()
      ended()
    }
    signal.addEventListener('abort', end, { once: true })
    source.onopen = () => tell({ isLive: true })
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const read = change.safeParse(JSON.parse(data))
      if (read.success) tell({ changes: [read.data] })
    }
    source.onerror = () => {
      tell({ isLive: false })
      // The browser reconnects by itself with Last-Event-ID, unless the server refused.
      if (source.readyState === EventSource.CLOSED) end()
    }
  })
}

/** Asks for what happened since; the first time only for the present position. */
async function poll(hear: Hear, signal: AbortSignal): Promise<void> {
  if (isLive || document.hidden) return
  try {
    const heard = await call({ path: address('/api/changes'), answer: changeList, signal, mayAskSignIn: false })
    const isFirst = position === undefined
    position = heard.position
    if (!isFirst && heard.changes.length > 0) hear(heard.changes)
  } catch {
    // The next turn asks again; the page already says when there is no connection.
  }
}
