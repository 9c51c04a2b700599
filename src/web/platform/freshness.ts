/** How what is shown follows the server: at once, by asking every few seconds, or not at all. */
import { useLostSince } from './connection.ts'
import { useIsLive } from './live.ts'

export type Freshness = 'live' | 'polled' | 'lost'

/** A stream is noticed to be dead only after a while; a call that failed, or the browser, knows sooner. */
export function useFreshness(): Freshness {
  const isLive = useIsLive()
  const isLost = useLostSince() !== null
  return isLost ? 'lost' : isLive ? 'live' : 'polled'
}
