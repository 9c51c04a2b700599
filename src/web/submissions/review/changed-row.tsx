import { decimalsOf } from '#core/form/cell-decimals.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import { exact } from '#core/quantity/exact.ts'
import { differenceText } from '../../platform/text/change-words.ts'
import { givenName, terseMoment } from '../../platform/text/moments.ts'
import { useText } from '../../platform/text/use-text.ts'
import { valueDisplay } from '../form/cell-display.ts'
import { columnLabel, type FormModel } from '../form/form-model.ts'
import { type ChangedCell, markOf } from './differences.ts'
import { MarkBox } from './mark-box.tsx'
import type { Marks } from './use-marks.ts'

interface ChangedRowProps {
  readonly model: FormModel
  readonly it: ChangedCell
  readonly marks: Marks
}

export function ChangedRow({ model, it, marks }: ChangedRowProps) {
  const text = useText()
  const { row, column, before, after, cell } = it
  const mark = markOf(model, row.key, column.key)
  const shown = (value: CellValue): string => valueDisplay(text, value, decimalsOf(row, column)).shown
  const difference =
    before?.kind === 'number' && after.kind === 'number'
      ? differenceText(exact(after.value), exact(before.value))
      : text.review.fresh
  return (
    <tr className={marks.has(mark) ? 'is-marked' : undefined}>
      <td className="r-mark">{marks.mayMark ? <MarkBox mark={mark} marks={marks} /> : null}</td>
      <th scope="row">{row.label}</th>
      <td className="r-column ink2">{columnLabel(column)}</td>
      <td className="num r-old">{before === undefined ? <small>{text.review.notBefore}</small> : shown(before)}</td>
      <td className="num r-new">
        {shown(after)} <small className="r-measure">{row.measure}</small>
      </td>
      <td className="num r-difference">{difference}</td>
      <td className="r-note">{cell?.note}</td>
      <td className="r-who mut">
        {cell?.enteredBy && cell.enteredAt !== null
          ? `${givenName(cell.enteredBy.name)}, ${terseMoment(cell.enteredAt)}`
          : ''}
      </td>
    </tr>
  )
}
