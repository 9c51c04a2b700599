import { useFreshness } from '../platform/freshness.ts'
import { useText } from '../platform/text/use-text.ts'

/** Whether changes arrive by themselves at once, or are asked for every few seconds. */
export function LiveSign() {
  const text = useText().frame
  const freshness = useFreshness()
  return (
    <p className={freshness === 'live' ? 'live-sign is-live' : 'live-sign'}>
      <i />
      {{ live: text.live, polled: text.notLive, ended: text.ended, lost: text.lost }[freshness]}
    </p>
  )
}
