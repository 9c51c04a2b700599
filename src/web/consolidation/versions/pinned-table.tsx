import type { ReactNode } from 'react'
import type { PinnedContent } from '#contract/versions.ts'
import { useText } from '../../platform/text/use-text.ts'
import { type CellPlace, useCellFocus } from '../../ui/use-cell-focus.ts'
import { PinnedLegend } from './pinned-legend.tsx'
import { digitsOf, type Line, PinnedValue, type ShownColumn } from './pinned-value.tsx'

interface PinnedTableProps {
  readonly content: PinnedContent
  readonly label: string
  /** The number that is explained. */
  readonly openCell: CellPlace | null
  /** On paper alone, under what the signs mean, on one page with the last lines. */
  readonly foot: ReactNode
  onOpen(cell: CellPlace): void
}

/** Who signs a page signs something on it. */
const linesKept = 3

/** The table as it was pinned: nothing is computed anew. Each number opens its explanation. */
export function PinnedTable({ content: { columns, rows }, label, openCell, foot, onOpen }: PinnedTableProps) {
  const text = useText()
  const shown = columns
    .filter((column) => column.isShown)
    .map((column) => ({ ...column, digits: digitsOf(rows, column) }))
  const focus = useCellFocus({
    first: { row: rows.find(({ kind }) => kind !== 'title')?.key ?? '', column: shown[0]?.key ?? '' },
    isShown: (row) => rows.some(({ key }) => key === row),
    open: onOpen,
  })
  const line = (row: Line) => <Row key={row.key} row={row} columns={shown} active={focus.active} openCell={openCell} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className="pinned-table-frame" tabIndex={0} aria-label={label}>
      <table
        ref={focus.ref}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus is a grid
        role="grid"
        className="pinned-table"
        aria-label={label}
        onKeyDown={focus.onKeyDown}
        onClick={focus.onClick}
        onFocus={focus.onFocus}
      >
        <thead>
          <tr>
            <th scope="col" className="p-ordinal">
              {text.province.ordinal}
            </th>
            <th scope="col">{text.province.indicator}</th>
            <th scope="col" className="p-measure">
              {text.province.measure}
            </th>
            {shown.map((column) => (
              <th key={column.key} scope="col" className="num">
                {column.header.join(' · ')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.slice(0, -linesKept).map(line)}</tbody>
        <tbody className="last-lines">
          {rows.slice(-linesKept).map(line)}
          <tr className="paper-foot">
            <td colSpan={3 + shown.length}>
              <PinnedLegend rows={rows} columns={shown} />
              {foot}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  readonly row: Line
  readonly columns: readonly ShownColumn[]
  readonly active: CellPlace
  readonly openCell: CellPlace | null
}

function Row({ row, columns, active, openCell }: RowProps) {
  if (row.kind === 'title') {
    return (
      <tr className="is-title">
        <td className="p-ordinal">{row.ordinal}</td>
        <th scope="rowgroup" colSpan={2 + columns.length}>
          {row.label}
        </th>
      </tr>
    )
  }
  const isAt = (place: CellPlace | null, column: ShownColumn): boolean =>
    place?.row === row.key && place.column === column.key
  return (
    <tr className={row.kind === 'total' ? 'is-total' : ''}>
      <td className="p-ordinal">{row.ordinal}</td>
      <th scope="row" className={`level-${Math.min(row.level, 3)}`}>
        {row.label}
        <small className="measure-below mut">{row.measure}</small>
      </th>
      <td className="p-measure mut">{row.measure}</td>
      {columns.map((column) => (
        <PinnedValue
          key={column.key}
          row={row}
          column={column}
          isActive={isAt(active, column)}
          isOpen={isAt(openCell, column)}
        />
      ))}
    </tr>
  )
}
