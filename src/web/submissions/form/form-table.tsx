import './form-table.css'
import { useMemo } from 'react'
import { headerRows } from '#core/form/header.ts'
import { cellName, type FormRow } from '#core/form/layout.ts'
import { parsePeriod } from '#core/period/period.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { FormModel } from './form-model.ts'
import { NumberCell } from './number-cell.tsx'

interface FormTableProps {
  readonly model: FormModel
  /** Names of cells to point out, e.g. those marked when it was returned. */
  readonly pointedOut?: ReadonlySet<string>
}

/** A form to read and to print: merged headings, column numbers, every row. */
export function FormTable({ model, pointedOut }: FormTableProps) {
  const text = useText()
  const { columns, rows, form } = model
  const headings = useMemo(() => {
    const period = parsePeriod(form.period.label)
    return period === undefined ? [] : headerRows(columns, period)
  }, [columns, form.period.label])
  const leads = [text.form.ordinal, text.form.name, text.form.measure]
  return (
    <table className="form-table" aria-label={form.title}>
      <thead>
        {headings.map((cells, level) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a heading level is its index
          <tr key={level}>
            {level === 0
              ? leads.map((label) => (
                  <th key={label} rowSpan={headings.length} scope="col">
                    {label}
                  </th>
                ))
              : null}
            {cells.map(({ label, column, rowSpan, colSpan }) => (
              <th key={column} rowSpan={rowSpan} colSpan={colSpan} scope={colSpan > 1 ? 'colgroup' : 'col'}>
                {label}
              </th>
            ))}
          </tr>
        ))}
        <tr className="form-numbers">
          {['A', 'B', 'C', ...columns.map(({ number }) => number)].map((number, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may carry one number
            <td key={at}>{number}</td>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.key} className={`is-${row.kind}`}>
            <td>{row.ordinal}</td>
            <th scope={row.kind === 'title' ? 'rowgroup' : 'row'} className={`indent-${Math.min(row.level, 4)}`}>
              {startsOfWhich(rows, at) ? <i>{text.form.ofWhich} </i> : null}
              {row.label}
            </th>
            <td className="form-measure">{row.measure}</td>
            {row.kind === 'title' ? (
              <td colSpan={columns.length} />
            ) : (
              columns.map((column) => (
                <NumberCell
                  key={column.key}
                  model={model}
                  row={row}
                  column={column}
                  isPointedOut={pointedOut?.has(cellName({ row: row.key, column: column.key })) ?? false}
                />
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Only the first row of a run says «Trong đó:». */
function startsOfWhich(rows: readonly FormRow[], at: number): boolean {
  const [row, above] = [rows[at], rows[at - 1]]
  return row?.kind === 'ofWhich' && !(above?.kind === 'ofWhich' && above.level >= row.level)
}
