import { useText } from '../../platform/text/use-text.ts'
import type { Column } from '../row-attention.ts'

export function TableHead({ columns }: { readonly columns: readonly Column[] }) {
  const text = useText().province
  return (
    <>
      <colgroup>
        <col className="col-ordinal" />
        <col className="col-label" />
        <col className="col-measure" />
        {columns.map(({ key, role }) => (
          <col key={key} className={`col-${role}`} />
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
