import type { ProvinceColumn, ProvinceRow } from './open-rows.ts'
import { ProvinceCellView } from './province-cell.tsx'
import { RowStatus } from './row-status.tsx'

interface ProvinceRowViewProps {
  readonly row: ProvinceRow
  readonly columns: readonly ProvinceColumn[]
  readonly chosen: string | undefined
  /** The one cell that the Tab key stops at. */
  readonly stop: string | undefined
  onExplain(cell: string): void
}

export function ProvinceRowView({ row, columns, chosen, stop, onExplain }: ProvinceRowViewProps) {
  if (row.kind === 'title') {
    return (
      <tr className="is-title">
        <td>{row.ordinal}</td>
        <th scope="rowgroup" colSpan={columns.length + 4}>
          {row.label}
        </th>
      </tr>
    )
  }
  return (
    <tr className={row.kind === 'total' ? 'is-total' : undefined}>
      <td className="p-ordinal">{row.ordinal}</td>
      <th scope="row" className={`indent-${Math.min(row.level, 4)}`} title={row.label}>
        {row.label}
      </th>
      <td className="p-measure">{row.measure}</td>
      {columns.map((column) => (
        <ProvinceCellView
          key={column.key}
          row={row}
          column={column}
          cell={row.cells.find((it) => it.column === column.key)}
          isChosen={chosen === `${row.key}.${column.key}`}
          isStop={stop === `${row.key}.${column.key}`}
          onExplain={onExplain}
        />
      ))}
      <td className="p-source">{row.source}</td>
      <td className="p-status">
        <RowStatus row={row} />
      </td>
    </tr>
  )
}
