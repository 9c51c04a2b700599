import { cellRole, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { useText } from '../../platform/text/use-text.ts'
import { NumberText } from '../../ui/number-text.tsx'
import { displayOf } from './cell-display.ts'
import { columnLabel, type FormModel, isStatedBase } from './form-model.ts'
import type { Marking } from './marking.ts'
import { StatedMark } from './stated-mark.tsx'

interface NumberCellProps {
  readonly model: FormModel
  readonly row: FormRow
  readonly column: FormColumn
  readonly isChanged: boolean
  readonly marking: Marking | undefined
}

/** Two decimals hold every amount of these forms and one every ratio, so that commas stand in one line. */
export function NumberCell({ model, row, column, isChanged, marking }: NumberCellProps) {
  const text = useText()
  const { shown, reason } = displayOf(model, text, { row, column })
  const at = { row: row.key, column: column.key }
  const isMarked = marking?.has(at) ?? false
  const isRatio = column.role === 'ratio'
  const look = ['num', isRatio ? 'is-ratio' : '', isChanged ? 'is-changed' : '', isMarked ? 'is-marked' : '']
  const content = <NumberText shown={shown} digits={isRatio ? 1 : 2} />
  return (
    <td className={look.join(' ')} title={isChanged ? text.review.fresh : reason}>
      {isStatedBase(model, { row, column }) ? <StatedMark /> : null}
      {marking && cellRole(row, column) === 'typed' ? (
        <button
          type="button"
          aria-pressed={isMarked}
          aria-label={`${text.review.markCell(`${row.label} · ${columnLabel(column)}`)}, ${shown}`}
          onClick={() => marking.toggle(at)}
        >
          {content}
        </button>
      ) : (
        content
      )}
    </td>
  )
}
