import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'

/** Working days until a deadline: late is red, the last two days are marked, the rest is plain. */
export function DaysLeft({ days }: { readonly days: number }) {
  const text = useText().desk
  if (days < 0)
    return (
      <small className="days-left bad">
        <Icon name="clock" size={14} />
        {text.overdue(-days)}
      </small>
    )
  return (
    <small className={days <= 2 ? 'days-left warn' : 'days-left ink2'}>
      {days <= 2 ? <Icon name="clock" size={14} /> : null}
      {days === 0 ? text.dueToday : text.daysLeft(days)}
    </small>
  )
}
