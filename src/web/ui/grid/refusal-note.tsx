import { Icon } from '../icons.tsx'
import type { RefusedText } from './use-refused.ts'
import { refusalAdvice, vi } from './vi.ts'

const longestShown = 32

interface RefusalNoteProps {
  readonly id: string
  readonly refused: RefusedText
}

/** At the cell: what could not be taken, how it was understood, and what to do. */
export function RefusalNote({ id, refused }: RefusalNoteProps) {
  const { text } = refused
  const shown = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
  return (
    <div id={id} className="grid-refusal" role="alert">
      <Icon name="stop" />
      <div>
        <b>{vi.refusal.title(shown)}</b>
        <p>{refusalAdvice(refused.refusal)}</p>
      </div>
    </div>
  )
}
