import { useIsLive } from '../platform/live.ts'
import { useText } from '../platform/text/use-text.ts'

/** Whether changes arrive by themselves at once, or are asked for every few seconds. */
export function LiveSign() {
  const text = useText()
  const isLive = useIsLive()
  return (
    <p className={isLive ? 'live-sign is-live' : 'live-sign'}>
      <i />
      {isLive ? text.frame.live : text.frame.notLive}
    </p>
  )
}
