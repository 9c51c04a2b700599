import { useText } from '../../platform/text/use-text.ts'
import { columnLabel, columnOf, type FormModel, spanLabel } from '../form/form-model.ts'
import type { MovedEstimate } from './differences.ts'
import { MovedRow } from './moved-row.tsx'
import type { Marks } from './use-marks.ts'

interface MovedTableProps {
  readonly model: FormModel
  readonly moved: readonly MovedEstimate[]
  readonly marks: Marks
}

/** Estimates beyond the threshold, beside the month before and the same month last year. */
export function MovedTable({ model, moved, marks }: MovedTableProps) {
  const text = useText().review
  const estimate = columnOf(model, 'estimate')
  const bases = ['previous', 'ly'].flatMap((key) => columnOf(model, key) ?? [])
  return (
    <table className="card review-table review-moved">
      <thead>
        <tr>
          <th scope="col" className="r-mark">
            <span className="sr">{text.mark}</span>
          </th>
          <th scope="col">{text.indicator}</th>
          <th scope="col">{text.measure}</th>
          <th scope="col" className="num">
            {estimate === undefined ? '' : columnLabel(estimate)}
          </th>
          {bases.map((base) => (
            <BaseHeads key={base.key} label={spanLabel(model, base)} />
          ))}
          <th scope="col">{text.note}</th>
        </tr>
      </thead>
      <tbody>
        {moved.map((it) => (
          <MovedRow key={it.row.key} model={model} moved={it} bases={bases} marks={marks} />
        ))}
      </tbody>
    </table>
  )
}

function BaseHeads({ label }: { readonly label: string }) {
  const text = useText().review
  return (
    <>
      <th scope="col" className="num">
        {label}
      </th>
      <th scope="col" className="num">
        {text.against(label)}
      </th>
    </>
  )
}
