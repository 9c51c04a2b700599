import { useText } from '../../platform/text/use-text.ts'
import type { FormModel } from '../form/form-model.ts'
import { ChangedRow } from './changed-row.tsx'
import type { ChangedCell } from './differences.ts'
import type { Marks } from './use-marks.ts'

interface ChangedTableProps {
  readonly model: FormModel
  readonly changed: readonly ChangedCell[]
  /** Number of the edition compared with. */
  readonly edition: number
  readonly marks: Marks
}

export function ChangedTable({ model, changed, edition, marks }: ChangedTableProps) {
  const text = useText().review
  return (
    <table className="card review-table review-changed">
      <thead>
        <tr>
          <th scope="col" className="r-mark">
            <span className="sr">{text.mark}</span>
          </th>
          <th scope="col">{text.indicator}</th>
          <th scope="col">{text.column}</th>
          <th scope="col" className="num">
            {text.was(edition)}
          </th>
          <th scope="col" className="num">
            {text.was(edition + 1)}
          </th>
          <th scope="col" className="num">
            {text.difference}
          </th>
          <th scope="col">{text.note}</th>
          <th scope="col">{text.who}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((it) => (
          <ChangedRow key={`${it.row.key}.${it.column.key}`} model={model} it={it} marks={marks} />
        ))}
      </tbody>
    </table>
  )
}
