import { useText } from '../../platform/text/use-text.ts'
import { type CellPlace, useCellFocus } from '../../ui/use-cell-focus.ts'
import { shownFigure } from '../table/shown-cell.ts'
import type { ChartModel, ChartValue } from './chart-model.ts'

interface ChartValuesProps {
  readonly chart: ChartModel
  readonly periods: readonly string[]
  readonly latest: number
  readonly decimals: number
  readonly openCell: string | undefined
  onExplain(cell: string): void
}

/** What the chart draws, as a table to be read and asked: the chart itself is a picture with a name. */
export function ChartValues({ chart, periods, latest, decimals, openCell, onExplain }: ChartValuesProps) {
  const words = useText().explorer
  const { columns, lines } = listOf(chart, periods, latest)
  const focus = useCellFocus({
    first: { row: '0', column: '0' },
    isShown: (row) => Number(row) < lines.length,
    open: ({ row, column }) => {
      const value = lines[Number(row)]?.[1][Number(column)]
      if (value) onExplain(value.name)
    },
  })
  return (
    <details className="chart-values no-print">
      <summary>{words.chartValues}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className="chart-values-frame" tabIndex={0} aria-label={words.chartValues}>
        <table
          ref={focus.ref}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus is a grid
          role="grid"
          aria-label={words.chartValues}
          onKeyDown={focus.onKeyDown}
          onClick={focus.onClick}
          onFocus={focus.onFocus}
        >
          <thead>
            <tr>
              <th scope="col">{words.axes.area}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(([label, values], row) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {values.map((value, at) => (
                  <Value
                    key={columns[at]}
                    value={value}
                    place={{ row: String(row), column: String(at) }}
                    decimals={decimals}
                    isActive={focus.active.row === String(row) && focus.active.column === String(at)}
                    isOpen={value.name === openCell}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

interface List {
  readonly columns: readonly string[]
  readonly lines: readonly (readonly [string, readonly ChartValue[]])[]
}

function listOf(chart: ChartModel, periods: readonly string[], latest: number): List {
  if (chart.kind === 'lines')
    return { columns: periods, lines: chart.series.map(({ label, points }) => [label, points]) }
  const before = chart.before === undefined ? [] : [periods[chart.before] ?? '']
  return {
    columns: [periods[latest] ?? '', ...before],
    lines: chart.bars.map((bar) => [bar.label, before.length === 0 ? [bar.now] : [bar.now, bar.before]]),
  }
}

interface ValueProps {
  readonly value: ChartValue
  readonly place: CellPlace
  readonly decimals: number
  readonly isActive: boolean
  readonly isOpen: boolean
}

function Value({ value: { cell }, place: { row, column }, decimals, isActive, isOpen }: ValueProps) {
  const shown = shownFigure(useText(), cell?.value, decimals)
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid a cell is a gridcell, which can be selected
    <td
      title={shown.kind === 'sign' ? shown.title : undefined}
      data-row={row}
      data-column={column}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isOpen}
      className={isOpen ? 'is-open' : undefined}
    >
      {shown.text}
    </td>
  )
}
