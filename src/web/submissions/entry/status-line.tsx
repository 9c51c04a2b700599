import { type GridSelection, positionsIn, rangeOf } from '#core/form/selection.ts'
import { sum, toText } from '#core/quantity/exact.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'
import { useIsCutOff } from '../../platform/freshness.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { Text } from '../../platform/text/vi.ts'
import { Icon } from '../../ui/icons.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import type { FormModel } from '../form/form-model.ts'
import { numberAt } from '../form/number-at.ts'
import { FindingCounts } from './finding-counts.tsx'
import { SavedSign } from './saved-sign.tsx'
import type { FormEdits } from './use-form-edits.ts'

interface StatusLineProps {
  readonly edits: FormEdits
  readonly selection: GridSelection | undefined
  readonly unread: number
  onGoTo(cell: string): void
}

/** Saved or not, how much is filled, what needs attention, and the sum of the selection. */
export function StatusLine({ edits, selection, unread, onGoTo }: StatusLineProps) {
  const text = useText()
  const { model, state } = edits
  const isCutOff = useIsCutOff()
  const conflicts = state.queue.filter((edit) => edit.halted?.kind === 'conflict')
  const refused = state.queue.filter((edit) => edit.halted?.kind === 'refused').length + unread
  return (
    <footer className={isCutOff ? 'status is-offline no-print' : 'status no-print'}>
      <SavedSign state={state} />
      <span>
        <b>
          {model.filled.size}/{model.toFill.length}
        </b>{' '}
        {text.common.cells(model.toFill.length).split(' ').at(-1)}
        <span className="status-bar">
          <ProgressBar
            value={model.filled.size}
            of={model.toFill.length}
            label={text.common.filled(model.filled.size, model.toFill.length)}
          />
        </span>
      </span>
      <FindingCounts model={model} onGoTo={onGoTo} />
      {conflicts.length > 0 ? (
        <button type="button" className="link bad" onClick={() => onGoTo(conflicts[0]?.cell ?? '')}>
          <Icon name="conflict" size={14} />
          {text.entry.conflicts(conflicts.length)}
        </button>
      ) : null}
      {refused > 0 ? (
        <span className="bad">
          <Icon name="stop" size={14} />
          {text.entry.refused(refused)}
        </span>
      ) : null}
      <span className="grow" />
      {selection ? <span className="ink2">{selectionWords(model, text, selection)}</span> : null}
      <span className="mut status-keys">
        <kbd className="kbd">Enter</kbd> {text.entry.keyDown} <kbd className="kbd">Tab</kbd> {text.entry.keyRight}{' '}
        <kbd className="kbd">F2</kbd> {text.entry.keyEdit}
      </span>
    </footer>
  )
}

/** «Chọn 3 ô · Tổng 29.480 tấn»: numbers of one measure; what is «trong đó» stays out of the sum and that is said. */
function selectionWords(model: FormModel, text: Text, selection: GridSelection): string {
  const positions = positionsIn(rangeOf(selection), (row) => model.rows[row]?.kind === 'title')
  if (positions.length < 2) return ''
  const rows = positions.flatMap(({ row }) => model.rows[row] ?? [])
  const measures = new Set(rows.map(({ measure }) => measure))
  const count = text.entry.selected(positions.length)
  if (measures.size !== 1) return count
  const terms = positions.flatMap(({ row, column }) => {
    const [r, c] = [model.rows[row], model.columns[column]]
    if (!r || !c || r.kind === 'ofWhich' || c.role === 'ratio') return []
    return numberAt(model, r, c) ?? []
  })
  if (terms.length === 0) return count
  const hint = rows.some(({ kind }) => kind === 'ofWhich') ? ` ${text.entry.sumHint}` : ''
  return `${count} · ${text.entry.sum(formatVi(toText(sum(terms))), [...measures][0] ?? '')}${hint}`
}
