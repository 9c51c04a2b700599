import './form-table.css'
import { cellName, type FormRow } from '#core/form/layout.ts'
import { useText } from '../../platform/text/use-text.ts'
import { FormLegend } from './form-legend.tsx'
import type { FormModel } from './form-model.ts'
import { FormTableHead } from './form-table-head.tsx'
import type { Marking } from './marking.ts'
import { NumberCell } from './number-cell.tsx'
import { StatedNote } from './stated-mark.tsx'

interface FormTableProps {
  readonly model: FormModel
  /** Names of cells that differ from the edition before. */
  readonly changed?: ReadonlySet<string>
  readonly marking?: Marking
}

/** A form to read and to print: merged headings, column numbers, every row. */
export function FormTable({ model, changed, marking }: FormTableProps) {
  const text = useText()
  const { columns, rows, form } = model
  return (
    <>
      <table className="form-table" aria-label={form.title}>
        <FormTableHead model={model} />
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.key} className={`is-${row.kind}`}>
              <td>{row.ordinal}</td>
              <th
                scope={row.kind === 'title' ? 'rowgroup' : 'row'}
                className={`indent-${Math.min(row.level, 4)}`}
                colSpan={row.kind === 'title' ? columns.length + 2 : 1}
              >
                {startsOfWhich(rows, at) ? <i>{text.form.ofWhich} </i> : null}
                {row.label}
              </th>
              {row.kind === 'title' ? null : <td className="form-measure">{row.measure}</td>}
              {row.kind === 'title'
                ? null
                : columns.map((column) => (
                    <NumberCell
                      key={column.key}
                      model={model}
                      row={row}
                      column={column}
                      isChanged={changed?.has(cellName({ row: row.key, column: column.key })) ?? false}
                      marking={marking}
                    />
                  ))}
            </tr>
          ))}
        </tbody>
        <FormLegend model={model} />
      </table>
      <StatedNote model={model} />
    </>
  )
}

/** Only the first row of a run says «Trong đó:». */
function startsOfWhich(rows: readonly FormRow[], at: number): boolean {
  const [row, above] = [rows[at], rows[at - 1]]
  return row?.kind === 'ofWhich' && !(above?.kind === 'ofWhich' && above.level >= row.level)
}
