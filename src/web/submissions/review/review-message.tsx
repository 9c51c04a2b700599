import type { ReactNode } from 'react'
import { Icon, type IconName } from '../../ui/icons.tsx'

interface ReviewMessageProps {
  readonly icon: IconName
  readonly children: ReactNode
  /** What was said about it. */
  readonly note?: string
}

const looks: Readonly<Partial<Record<IconName, string>>> = { check: 'ok', warn: 'warn', stop: 'bad' }

export function ReviewMessage({ icon, children, note }: ReviewMessageProps) {
  return (
    <p className="message">
      <span className={looks[icon] ?? 'mut'}>
        <Icon name={icon} />
      </span>
      <span className={note === undefined ? 'ink2' : undefined}>
        {children}
        {note === undefined ? null : <span className="message-note ink2">{note}</span>}
      </span>
    </p>
  )
}
