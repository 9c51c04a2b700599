import { shortDay } from '../platform/clock.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import type { ProvinceRow } from './open-rows.ts'

type Kind = NonNullable<ProvinceRow['status']>['kind']

const looks: Readonly<Record<Kind, { readonly icon: IconName; readonly look: string }>> = {
  accepted: { icon: 'check', look: 'ok' },
  sent: { icon: 'send', look: 'info' },
  late: { icon: 'clock', look: 'warn' },
  missing: { icon: 'missing', look: 'ink2' },
  overdue: { icon: 'missing', look: 'bad' },
  revised: { icon: 'revised', look: 'info' },
  partial: { icon: 'pie', look: 'warn' },
  computed: { icon: 'fx', look: 'mut' },
}

/** Where a row stands, by icon and word; who has not sent can be called from here. */
export function RowStatus({ row }: { readonly row: ProvinceRow }) {
  const text = useText().province
  const { status, contact } = row
  if (status === null) return null
  const { kind, at, counted, total } = status
  const when = at === null ? '' : shortDay(at)
  const words = kind === 'partial' ? text.partial(counted ?? 0, total ?? 0) : text.statuses[kind](when)
  const mayCall = kind === 'missing' || kind === 'overdue'
  return (
    <span className="row-status">
      <span className={looks[kind].look}>
        <Icon name={looks[kind].icon} size={14} /> {words}
      </span>
      {mayCall && contact !== null && contact.contactPhone !== '' ? (
        <a
          className="no-print"
          href={`tel:${contact.contactPhone.replaceAll(' ', '')}`}
          aria-label={text.call(contact.contactName, contact.contactPhone)}
          title={text.call(contact.contactName, contact.contactPhone)}
        >
          <Icon name="phone" size={14} />
        </a>
      ) : null}
    </span>
  )
}
