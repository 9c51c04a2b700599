import './figure-table.css'
import { memo } from 'react'
import { headingRuns } from '#core/table/layout.ts'
import { useText } from '../../platform/text/use-text.ts'
import { useCellFocus } from '../../ui/use-cell-focus.ts'
import type { Footnotes } from './footnotes.ts'
import { MemberLabel } from './member-label.tsx'
import { percentDecimals } from './shown-cell.ts'
import { isNewGroup, TableHead } from './table-head.tsx'
import { cellName, isTotal, type TableModel, type TablePlace } from './table-model.ts'
import { ValueCell } from './value-cell.tsx'

interface FigureTableProps {
  readonly model: TableModel
  readonly label: string
  readonly footnotes: Footnotes
  readonly openCell: string | undefined
  readonly showsNow: boolean
  onOpen(cell: string): void
  onFocus(place: TablePlace): void
}

/** The table of figures; its heads stay in sight, one cell takes the focus. */
export function FigureTable({ model, label, onOpen, onFocus, ...rest }: FigureTableProps) {
  const words = useText().explorer
  const { rows, columns } = model
  const focus = useCellFocus({
    first: { row: '0', column: '0' },
    isShown: (row) => Number(row) < rows.length,
    open: ({ row, column }) => {
      const [line, across] = [rows[Number(row)], columns[Number(column)]]
      if (line && across && isExplained(line.source, across.line.source)) onOpen(cellName(model, line, across.line))
    },
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className="figure-frame" tabIndex={0} aria-label={label}>
      <table
        ref={focus.ref}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus is a grid
        role="grid"
        className="figure-table"
        aria-label={label}
        aria-describedby="figure-table-help"
        onKeyDown={focus.onKeyDown}
        onClick={focus.onClick}
        onFocus={(event) => {
          focus.onFocus(event)
          const { row, column } = (event.target as HTMLElement).dataset
          if (row !== undefined && column !== undefined) onFocus({ row: Number(row), column: Number(column) })
        }}
      >
        <TableHead model={model} />
        <TableBody model={model} active={`${focus.active.row} ${focus.active.column}`} {...rest} />
      </table>
      <p id="figure-table-help" className="sr">
        {words.tableHelp}
      </p>
    </section>
  )
}

/** What one agency says stands beside; the figure of record is what is explained. */
function isExplained(row: number | undefined, column: number | undefined): boolean {
  return (row ?? column ?? 0) === 0
}

type BodyProps = Pick<FigureTableProps, 'model' | 'footnotes' | 'openCell' | 'showsNow'> & { readonly active: string }

const TableBody = memo(function TableBody({ model, active, footnotes, openCell, showsNow }: BodyProps) {
  const { rowAxes, rows, columns, table } = model
  const heads = rowAxes.map((_, depth) => headingRuns(rows, rowAxes.slice(0, depth + 1)))
  const digits = columns.map(({ line, comparison }) =>
    comparison === null ? decimalsOf(model, line.indicator) : percentDecimals,
  )
  return (
    <tbody>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <tr key={at} className={isTotal(model, row.area) ? 'is-total' : undefined}>
          {heads.map((runs, depth) => {
            const run = runs.find(({ start }) => start === at)
            return run ? (
              <th
                key={run.axis}
                scope={run.length > 1 ? 'rowgroup' : 'row'}
                rowSpan={run.length > 1 ? run.length : undefined}
                className={`lead lead-${depth}`}
              >
                <MemberLabel model={model} axis={run.axis} member={run.member} />
              </th>
            ) : null
          })}
          {columns.map(({ line, comparison }, across) => {
            const cell = model.cellAt(row, line)
            const name = cellName(model, row, line)
            const indicator = table.indicators[row.indicator ?? line.indicator ?? 0]
            return (
              <ValueCell
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                key={across}
                place={{ row: String(at), column: String(across) }}
                cell={cell}
                comparison={comparison}
                comparedAt={comparison === null ? -1 : table.comparisons.indexOf(comparison)}
                decimals={indicator?.decimals ?? 0}
                digits={digits[across] ?? 0}
                note={cell && footnotes.numberOf(cell)}
                isActive={active === `${at} ${across}`}
                isOpen={openCell === name && comparison === null && isExplained(row.source, line.source)}
                isExplained={comparison === null && isExplained(row.source, line.source)}
                isFirst={isNewGroup(model, across)}
                showsNow={showsNow}
              />
            )
          })}
        </tr>
      ))}
    </tbody>
  )
})

/** Widest fraction of a column: of its indicator, or of all where indicators stand on the rows. */
function decimalsOf({ table }: TableModel, indicator: number | undefined): number {
  if (indicator !== undefined) return table.indicators[indicator]?.decimals ?? 0
  return Math.max(0, ...table.indicators.map(({ decimals }) => decimals))
}
