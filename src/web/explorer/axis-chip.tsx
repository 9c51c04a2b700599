import type { ExplorerChoices } from '#contract/explorer.ts'
import type { TableAxis } from '#core/table/definition.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'
import { choiceWords } from './choice-words.ts'
import { useExplorer } from './use-explorer.ts'

interface AxisChipProps {
  readonly axis: TableAxis
  readonly choices: ExplorerChoices
  /** Left out where there is nothing more to choose. */
  readonly onPick?: (() => void) | undefined
  readonly side?: 'rows' | 'columns'
  onMove?(): void
}

/** One axis: what is chosen for it, and the way to the other side of the table. */
export function AxisChip({ axis, choices, onPick, side, onMove }: AxisChipProps) {
  const text = useText()
  const { definition } = useExplorer()
  const words = text.explorer
  const name = words.axes[axis]
  const label = (
    <>
      {name}: <b>{choiceWords(text, axis, { definition, choices })}</b>
    </>
  )
  return (
    <span className="chip chip-on">
      {onPick ? (
        <button type="button" className="chip-label" aria-haspopup="dialog" onClick={onPick}>
          {label}
        </button>
      ) : (
        <span className="chip-label">{label}</span>
      )}
      {onMove ? (
        <button
          type="button"
          className="chip-move"
          aria-label={side === 'rows' ? words.toColumns(name) : words.toRows(name)}
          title={side === 'rows' ? words.toColumns(name) : words.toRows(name)}
          onClick={onMove}
        >
          <Icon name="exchange" size={14} />
        </button>
      ) : null}
    </span>
  )
}
