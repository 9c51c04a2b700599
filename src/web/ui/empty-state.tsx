import './empty-state.css'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

interface EmptyStateProps {
  readonly icon: IconName
  readonly title: string
  readonly advice: string
  /** What to do now. */
  readonly children?: ReactNode
}

export function EmptyState({ icon, title, advice, children }: EmptyStateProps) {
  return (
    <section className="card empty-state">
      <span className="mark">
        <Icon name={icon} size={20} />
      </span>
      <div>
        <h2>{title}</h2>
        <p className="ink2">{advice}</p>
        {children === undefined ? null : <div className="row">{children}</div>}
      </div>
    </section>
  )
}
