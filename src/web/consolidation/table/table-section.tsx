import type { Section } from '../row-attention.ts'
import { type TableContext, TableRow } from './table-row.tsx'

export function TableSection({ section, ...context }: TableContext & { readonly section: Section }) {
  const { title, rows } = section
  return (
    <tbody>
      {title ? (
        <tr className="section-row">
          <td className="lead p-ordinal" />
          <th scope="rowgroup" colSpan={context.columns.length + 4}>
            <span>{title.label}</span>
          </th>
        </tr>
      ) : null}
      {rows.map((row) => (
        <TableRow key={row.key} row={row} {...context} />
      ))}
    </tbody>
  )
}
