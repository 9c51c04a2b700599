import { useText } from '../../platform/text/use-text.ts'
import { shownFigure } from '../table/shown-cell.ts'
import type { ChartModel, ChartValue } from './chart-model.ts'

interface ChartValuesProps {
  readonly chart: ChartModel
  readonly periods: readonly string[]
  readonly latest: number
  readonly decimals: number
}

/** What the chart draws, as a table to be read: the chart itself is a picture with a name. */
export function ChartValues({ chart, periods, latest, decimals }: ChartValuesProps) {
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
  return (
    <details className="chart-values no-print">
      <summary>{words.chartValues}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className="chart-values-frame" tabIndex={0} aria-label={words.chartValues}>
        <table>
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
            {lines.map(([label, values]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {values.map(({ cell }, at) => {
                  const shown = shownFigure(text, cell?.value, decimals)
                  return (
                    <td key={columns[at]} title={shown.kind === 'sign' ? shown.title : undefined}>
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
