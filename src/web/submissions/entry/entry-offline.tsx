import { timeOf } from '../../platform/clock.ts'
import { probe, useLostSince } from '../../platform/connection.ts'
import { useText, useYou } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'

/** What is safe without a connection, and what is not possible. */
export function EntryOffline({ waiting }: { readonly waiting: number }) {
  const text = useText()
  const { You } = useYou()
  const since = useLostSince()
  if (since === null) return null
  return (
    <div className="notice-bar no-print" role="status">
      <Icon name="offline" />
      <span className="grow">
        <b>{text.entry.lost(timeOf(since))}</b> {text.entry.lostAdvice(You, waiting)}
      </span>
      <button type="button" className="link" onClick={() => void probe()}>
        {text.common.retry}
      </button>
    </div>
  )
}
