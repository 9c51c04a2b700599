import type { ReactNode } from 'react'

interface DeskSectionProps {
  /** Of the heading, which names the section. */
  readonly id: string
  readonly title: string
  /** How many there are. */
  readonly count?: ReactNode
  readonly hint?: string
  readonly children: ReactNode
}

/** One list of the desk under its heading. */
export function DeskSection({ id, title, count, hint, children }: DeskSectionProps) {
  return (
    <section aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {count}
        {hint === undefined ? null : <span className="mut">{hint}</span>}
      </div>
      {children}
    </section>
  )
}
