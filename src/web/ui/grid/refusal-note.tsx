import type { CellRefusal } from '#core/form/cell-decimals.ts'
import type { GridText } from '../../platform/text/grid-vi.ts'
import { Icon } from '../icons.tsx'
import type { RefusedText } from './use-refused.ts'

const longestShown = 32

interface RefusalNoteProps {
  readonly id: string
  readonly refused: RefusedText
  readonly text: GridText['refusal']
}

/** At the cell: what could not be taken, how it was understood, and what to do. */
export function RefusalNote({ id, refused, text }: RefusalNoteProps) {
  const typed = refused.text
  const shown = typed.length > longestShown ? `${typed.slice(0, longestShown)}…` : typed
  return (
    <div id={id} className="grid-refusal" role="alert">
      <Icon name="stop" />
      <div>
        <b>{text.title(shown)}</b>
        <p>{adviceFor(refused.refusal, text)}</p>
      </div>
    </div>
  )
}

function adviceFor(refusal: CellRefusal, text: GridText['refusal']): string {
  if (refusal.code === 'cell.too-many-decimals') return text.tooFine(refusal.details.decimals)
  const { code, details } = refusal
  const { suggestion, integerDigits = 0, decimals = 0 } = details
  const meant = suggestion === undefined ? undefined : text.meant(suggestion, suggestion.replaceAll('.', ''))
  switch (code) {
    case 'quantity.too-many-digits':
      return text.tooLong({ integerDigits, decimals })
    case 'quantity.ambiguous':
      return meant === undefined ? text.separators : `${text.separators} ${meant}`
    case 'quantity.not-a-number':
      return meant ?? text.notNumber
  }
}
