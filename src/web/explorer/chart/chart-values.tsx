import { useText } from '../../platform/text/use-text.ts'
import { useCellFocus } from '../../ui/use-cell-focus.ts'
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
  const text = useText()
  const words = text.explorer
  const columns =
    chart.kind === 'lines'
      ? periods
      : [periods[latest] ?? '', ...(chart.before === undefined ? [] : [periods[chart.before] ?? ''])]
  const lines: readonly (readonly [string, readonly ChartValue[]])[] =
    chart.kind === 'lines'
      ? chart.series.map(({ label, points }) => [label, points])
      : chart.bars.map(({ label, now, before }) => [label, chart.before === undefined ? [now] : [now, before]])
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
                {values.map(({ name, cell }, at) => {
                  const shown = shownFigure(text, cell?.value, decimals)
                  const isActive = focus.active.row === String(row) && focus.active.column === String(at)
                  return (
                    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid a cell is a gridcell, which can be selected
                    <td
                      key={columns[at]}
                      title={shown.kind === 'sign' ? shown.title : undefined}
                      data-row={row}
                      data-column={at}
                      tabIndex={isActive ? 0 : -1}
                      aria-selected={name === openCell}
                      className={name === openCell ? 'is-open' : undefined}
                    >
                      {shown.text}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
