import { useMemo } from 'react'
import { headerRows } from '#core/form/header.ts'
import { parsePeriod } from '#core/period/period.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { FormModel } from './form-model.ts'

export function FormTableHead({ model }: { readonly model: FormModel }) {
  const text = useText()
  const { columns, form } = model
  const headings = useMemo(() => {
    const period = parsePeriod(form.period.label)
    return period === undefined ? [] : headerRows(columns, period)
  }, [columns, form.period.label])
  const leads = [text.form.ordinal, text.form.name, text.form.measure]
  return (
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
  )
}
