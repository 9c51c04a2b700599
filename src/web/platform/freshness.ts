/** How what is shown follows the server: at once, by asking every few seconds, or not at all: without a connection or a session. */
import { useLostSince } from './connection.ts'
import { useHearing } from './live.ts'

export type Freshness = 'live' | 'polled' | 'ended' | 'lost'

/** What is typed now waits on this machine. */
export function useIsCutOff(): boolean {
  const freshness = useFreshness()
  return freshness === 'lost' || freshness === 'ended'
}

/** A stream is noticed to be dead only after a while; a call that failed, or the browser, knows sooner. */
export function useFreshness(): Freshness {
  const hearing = useHearing()
  const isLost = useLostSince() !== null
  return isLost ? 'lost' : hearing
}
