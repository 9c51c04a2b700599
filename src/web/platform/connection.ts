/**
 * Whether the server can be reached, as one store for the whole page: the browser's own events, and every call that
 * failed or came through. While it cannot, a probe runs every few seconds.
 */
import { useSyncExternalStore } from 'react'

/** Instant (ISO 8601) since when there is no connection, or null. */
let lostSince: string | null = null
let probing: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()
const probeEvery = 5000

function tell(since: string | null): void {
  if ((since === null) === (lostSince === null)) return
  lostSince = since
  clearInterval(probing)
  if (since !== null) probing = setInterval(probe, probeEvery)
  for (const listener of listeners) listener()
}

export function connectionLost(): void {
  tell(new Date().toISOString())
}

export function connectionFound(): void {
  tell(null)
}

export function isConnected(): boolean {
  return lostSince === null
}

/** Asks the server once, now. */
export async function probe(): Promise<void> {
  const answer = await fetch('/api/welcome', { cache: 'no-store' }).catch(() => null)
  if (answer?.ok) connectionFound()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const onConnection = subscribe

export function useLostSince(): string | null {
  return useSyncExternalStore(subscribe, () => lostSince)
}

export function watchConnection(): void {
  addEventListener('offline', connectionLost)
  addEventListener('online', () => void probe())
}
