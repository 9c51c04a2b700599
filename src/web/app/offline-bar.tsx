import '../ui/notice-bar.css'
import { useMatches } from '@tanstack/react-router'
import { timeOf } from '../platform/clock.ts'
import { probe, useLostSince } from '../platform/connection.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'

/** Says that the connection is lost. The entry page says it itself, with what is safe there. */
export function OfflineBar() {
  const text = useText()
  const since = useLostSince()
  const saysItself = useMatches({
    select: (matches) => matches.some(({ staticData }) => staticData.saysOffline === true),
  })
  if (since === null || saysItself) return null
  return (
    <div className="notice-bar no-print" role="status">
      <Icon name="offline" />
      <span className="grow">
        <b>{text.frame.offline(timeOf(since))}.</b> {text.frame.offlineHint}
      </span>
      <button type="button" className="link" onClick={() => void probe()}>
        {text.common.retry}
      </button>
    </div>
  )
}
