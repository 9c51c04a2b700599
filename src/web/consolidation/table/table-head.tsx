import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../../platform/text/use-text.ts'
import { widestNumber } from './column-width.ts'

interface TableHeadProps {
  readonly table: ProvinceTable
  readonly fractions: ReadonlyMap<string, number>
}

export function TableHead({ table: { columns, rows }, fractions }: TableHeadProps) {
  const text = useText().province
  const widthOf = (key: string) => {
    const widest = widestNumber(rows, { key, fraction: fractions.get(key) ?? 0 })
    return widest === undefined ? undefined : { width: `calc(${widest} * 0.6 * var(--t-s) + var(--beside))` }
  }
  return (
    <>
      <colgroup>
        <col className="col-ordinal" />
        <col className="col-label" />
        <col className="col-measure" />
        {columns.map(({ key, role }) => (
          <col key={key} className={`col-${role}`} style={widthOf(key)} />
        ))}
        <col className="col-source" />
        <col className="col-status" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className="lead p-ordinal">
            {text.ordinal}
          </th>
          <th scope="col" className="lead p-label">
            {text.indicator}
          </th>
          <th scope="col" className="lead p-measure">
            {text.measure}
          </th>
          {columns.map(({ key, header, role }) => (
            <th key={key} scope="col" className={role}>
              {header.join(' ')}
            </th>
          ))}
          <th scope="col" className="p-source">
            {text.source}
          </th>
          <th scope="col" className="p-status">
            {text.status}
          </th>
        </tr>
      </thead>
    </>
  )
}
