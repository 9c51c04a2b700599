import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { changeWords, percentChange, percentOf } from '../../platform/text/change-words.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { Text } from '../../platform/text/vi.ts'
import { displayOf } from '../form/cell-display.ts'
import { columnOf, type FormModel, isStatedBase, spanLabel } from '../form/form-model.ts'
import { numberAt } from '../form/number-at.ts'

interface CellCompareProps {
  readonly model: FormModel
  readonly row: FormRow
  readonly column: FormColumn
}

/** Beside which columns a value is read; the rest have nothing to be compared with. */
const beside: Readonly<Record<string, readonly string[]>> = {
  estimate: ['previous', 'ly', 'plan'],
  ytd: ['lyYtd', 'plan'],
  previous: ['plan'],
  half: ['lyHalf', 'plan'],
  yearEstimate: ['lastYear', 'plan'],
  nextPlan: ['yearEstimate', 'plan'],
}

/** December asks for last year as a whole, which is what its year to date is read beside. */
function othersOf(model: FormModel, column: FormColumn): readonly FormColumn[] {
  return (beside[column.key] ?? []).flatMap(
    (key) => columnOf(model, key) ?? (key === 'lyYtd' ? columnOf(model, 'lastYear') : undefined) ?? [],
  )
}

/** The month before, the same month last year and the plan, each with the change in words. */
export function CellCompare({ model, row, column }: CellCompareProps) {
  const text = useText()
  const others = othersOf(model, column)
  if (others.length === 0) return null
  return (
    <table className="compare">
      <tbody>
        {others.map((other) => (
          <tr key={other.key}>
            <th scope="row">
              {spanLabel(model, other)}
              {isStatedBase(model, { row, column: other }) ? (
                <small className="mut"> {text.grid.marks.stated}</small>
              ) : null}
            </th>
            <td className="num">{displayOf(model, text, { row, column: other }).shown}</td>
            <td className="num ink2">{wordsFor(model, text, { row, column, other })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Compared {
  readonly row: FormRow
  readonly column: FormColumn
  readonly other: FormColumn
}

function wordsFor(model: FormModel, text: Text, { row, column, other }: Compared): string {
  const base = numberAt(model, row, other)
  if (other.key === 'plan') {
    const toDate = columnOf(model, 'ytd')
    const isYearToDate = column.key === 'ytd' || row.notApplicable?.includes('ytd') === true || toDate === undefined
    const now = numberAt(model, row, isYearToDate ? column : toDate)
    const percent = now && base && percentOf(now, base)
    if (percent === undefined) return ''
    return isYearToDate ? text.change.ofPlan(percent) : text.change.yearToDateOfPlan(percent)
  }
  const now = numberAt(model, row, column)
  const percent = now && base && percentChange(now, base)
  return percent === undefined ? '' : changeWords(text, percent)
}
