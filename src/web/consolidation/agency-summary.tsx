import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon, type IconName } from '../ui/icons.tsx'

type Agencies = ProvinceTable['agencies']
type Kind = Exclude<keyof Agencies, 'total'>

const kinds: readonly { readonly kind: Kind; readonly icon: IconName; readonly look: string }[] = [
  { kind: 'accepted', icon: 'check', look: 'ok' },
  { kind: 'sent', icon: 'send', look: 'info' },
  { kind: 'late', icon: 'clock', look: 'warn' },
  { kind: 'missing', icon: 'missing', look: 'bad' },
  { kind: 'revised', icon: 'revised', look: 'info' },
]

/** How many agencies are in: a bar for the eye, the same in words. Revised ones are counted among the accepted. */
export function AgencySummary({ agencies }: { readonly agencies: Agencies }) {
  const text = useText().province
  const bar = kinds.filter(({ kind }) => kind !== 'revised' && agencies[kind] > 0)
  return (
    <p className="agency-summary">
      <b>{text.agencies(agencies.total)}</b>
      <span className="stack" aria-hidden="true">
        {bar.map(({ kind }) => (
          <i key={kind} className={`stack-${kind}`} style={{ flexGrow: agencies[kind] }} />
        ))}
      </span>
      {kinds
        .filter(({ kind }) => agencies[kind] > 0)
        .map(({ kind, icon, look }) => (
          <span key={kind} className={look}>
            <Icon name={icon} size={14} /> {text.counts[kind](agencies[kind])}
          </span>
        ))}
    </p>
  )
}
