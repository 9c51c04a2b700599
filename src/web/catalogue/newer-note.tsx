import './newer-note.css'
import type { ReactNode } from 'react'
import { Icon } from '../ui/icons.tsx'

/** What somebody saved while one's own was being written, said where one would save over it. */
export function NewerNote({ children }: { readonly children: ReactNode }) {
  return (
    <div className="newer-note" role="alert">
      <Icon name="warn" />
      <div>{children}</div>
    </div>
  )
}
