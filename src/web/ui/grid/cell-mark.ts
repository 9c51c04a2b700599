/** The one mark of a cell: what most needs the person comes first. */
import type { GridText } from '../../platform/text/grid-vi.ts'
import type { IconName } from '../icons.tsx'
import { type GridCell, takesTyping } from './grid-model.ts'

export interface CellMark {
  readonly icon: IconName
  readonly tone: 'bad' | 'warn' | 'info' | 'ok' | 'dim'
  readonly label: string
  readonly fades?: boolean
}

interface Look {
  readonly isRefused: boolean
  readonly isRatio: boolean
  readonly text: GridText
}

/** `isRefused`: holds a text that could not be taken. `isRatio`: a ratio is always computed and needs no saying. */
export function markOf(cell: GridCell, { isRefused, isRatio, text: { marks } }: Look): CellMark | undefined {
  if (isRefused || cell.state === 'refused') return { icon: 'stop', tone: 'bad', label: marks.refused }
  if (cell.state === 'conflict') return { icon: 'conflict', tone: 'bad', label: marks.conflict }
  if (cell.finding?.kind === 'error') return { icon: 'stop', tone: 'bad', label: marks.error }
  if (cell.state === 'saving') return { icon: 'saving', tone: 'dim', label: marks.saving }
  if (cell.state === 'waiting') return { icon: 'clock', tone: 'dim', label: marks.waiting }
  if (cell.finding?.kind === 'warning') return { icon: 'warn', tone: 'warn', label: marks.warning }
  if (cell.finding?.kind === 'question') return { icon: 'ask', tone: 'info', label: marks.question }
  if (cell.kind === 'locked') return { icon: 'lock', tone: 'dim', label: marks.locked }
  if (cell.isStated) return { icon: 'revised', tone: 'info', label: marks.stated }
  if (cell.isRevised) return { icon: 'revised', tone: 'info', label: marks.revised }
  if (cell.isAdjusted) return { icon: 'adjusted', tone: 'info', label: marks.adjusted }
  if (cell.state === 'saved') return { icon: 'check', tone: 'ok', label: marks.saved, fades: true }
  if (cell.kind === 'computed' && !isRatio) return { icon: 'fx', tone: 'dim', label: marks.computed }
  return undefined
}

interface Spoken {
  readonly refusedText: string | undefined
  readonly mark: CellMark | undefined
  readonly text: GridText
}

/** What is read of a cell besides its name: value, mark, message. */
export function spokenValue(cell: GridCell, { refusedText, mark, text }: Spoken): string {
  const value = refusedText ?? (cell.display === '' ? text.notEntered : (text.signs[cell.display] ?? cell.display))
  const message = cell.finding?.message ?? cell.note
  const readOnly = takesTyping(cell) ? undefined : text.readOnly
  return [value, mark?.fades ? undefined : mark?.label, message, readOnly]
    .filter((part) => part !== undefined)
    .join(', ')
}
