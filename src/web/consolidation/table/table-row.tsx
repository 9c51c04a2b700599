import { useText } from '../../platform/text/use-text.ts'
import type { CellPlace } from '../../ui/use-cell-focus.ts'
import type { Column, Row } from '../row-attention.ts'
import { sourceWords } from '../source-words.ts'
import { StatusMark } from './status-mark.tsx'
import { ValueCell } from './value-cell.tsx'

export interface TableContext {
  readonly columns: readonly Column[]
  readonly fractions: ReadonlyMap<string, number>
  readonly active: CellPlace
  readonly openCell: CellPlace | null
}

/** One indicator. On a phone the measure and the status stand under the name, and the other columns are left out. */
export function TableRow({ row, columns, fractions, active, openCell }: TableContext & { readonly row: Row }) {
  const text = useText()
  const isOpen = openCell?.row === row.key
  const classes = [
    row.kind === 'total' ? 'is-total' : '',
    row.kind === 'ofWhich' ? 'is-of-which' : '',
    isOpen ? 'is-open' : '',
  ]
  return (
    <tr className={classes.filter((name) => name !== '').join(' ')}>
      <td className="lead p-ordinal">{row.ordinal}</td>
      <th scope="row" className={`lead p-label level-${Math.min(row.level, 3)}`} title={row.label}>
        <span className="label-text">{row.label}</span>
        <span className="label-more">
          <span className="mut">{row.measure}</span> <StatusMark row={row} />
        </span>
      </th>
      <td className="lead p-measure" title={row.measure}>
        {row.measure}
      </td>
      {columns.map((column) => {
        const cell = row.cells.find((one) => one.column === column.key)
        return cell ? (
          <ValueCell
            key={column.key}
            row={row}
            column={column}
            cell={cell}
            fraction={fractions.get(column.key) ?? 0}
            isActive={active.row === row.key && active.column === column.key}
            isOpen={isOpen && openCell.column === column.key}
          />
        ) : (
          <td key={column.key} className={column.role} />
        )
      })}
      <td className="p-source" title={row.contact?.name}>
        {sourceWords(text, row)}
      </td>
      <td className="p-status">
        <StatusMark row={row} />
      </td>
    </tr>
  )
}
