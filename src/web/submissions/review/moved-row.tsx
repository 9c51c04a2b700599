import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { changeWords, percentChange } from '../../platform/text/change-words.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { displayOf } from '../form/cell-display.ts'
import { columnOf, type FormModel } from '../form/form-model.ts'
import { isBeyond, numberAt } from '../form/number-at.ts'
import { markOf } from './differences.ts'
import { MarkBox } from './mark-box.tsx'
import type { Marks } from './use-marks.ts'

interface MovedRowProps {
  readonly model: FormModel
  readonly row: FormRow
  readonly marks: Marks
}

export function MovedRow({ model, row, marks }: MovedRowProps) {
  const text = useText()
  const [now, before, lastYear] = ['estimate', 'previous', 'ly'].map((key) => columnOf(model, key))
  const mark = markOf(model, row.key, 'estimate')
  const note = model.cells.get(`${row.key}.estimate`)?.note ?? ''
  const isTyped = row.formula === undefined
  const shown = (column: FormColumn | undefined): string =>
    column ? displayOf(model, text, { row, column }).shown : ''
  return (
    <tr className={marks.has(mark) || (isTyped && note === '') ? 'is-marked' : undefined}>
      <td className="r-mark">{isTyped ? <MarkBox mark={mark} marks={marks} /> : null}</td>
      <th scope="row">{row.label}</th>
      <td className="r-column mut">
        <small>{row.measure}</small>
      </td>
      <td className="num r-new">{shown(now)}</td>
      <td className="num r-old">{shown(before)}</td>
      <ChangeCell model={model} row={row} column={now} base={before} />
      <td className="num r-old">{shown(lastYear)}</td>
      <ChangeCell model={model} row={row} column={now} base={lastYear} />
      <td className="r-note">
        {note !== '' || !isTyped ? (
          note
        ) : (
          <span className="bad">
            <Icon name="stop" size={14} /> {text.review.unexplained}
          </span>
        )}
      </td>
    </tr>
  )
}

interface ChangeCellProps {
  readonly model: FormModel
  readonly row: FormRow
  readonly column: FormColumn | undefined
  readonly base: FormColumn | undefined
}

/** The change in words, strong when it is beyond the threshold. */
function ChangeCell({ model, row, column, base }: ChangeCellProps) {
  const text = useText()
  const now = column && numberAt(model, row, column)
  const then = base && numberAt(model, row, base)
  const percent = now && then && percentChange(now, then)
  if (percent === undefined) return <td className="num r-change" />
  const words = changeWords(text, percent)
  return (
    <td className={isBeyond(percent, model.form.changeThreshold) ? 'num r-change r-new' : 'num r-change'}>{words}</td>
  )
}
