import { useText } from '../../platform/text/use-text.ts'
import { shownFigure } from '../table/shown-cell.ts'
import { type ChartValue, lastSize, type Series } from './chart-model.ts'
import { namePlaces, tickEvery } from './name-places.ts'
import { placeOn, type Scale, scaleOf } from './scale.ts'
import { tickText } from './tick-text.ts'

interface LineChartProps {
  readonly series: readonly Series[]
  readonly periods: readonly string[]
  readonly decimals: number
  readonly width: number
  readonly label: string
  /** Name of the figure that is explained. */
  readonly openCell: string | undefined
}

const [height, top, bottom, left] = [280, 14, 26, 62]

/** Lines over time, the first and largest one bold, each with its name at its end. A period without a figure is a gap. */
export function LineChart({ series, periods, decimals, width, label, openCell }: LineChartProps) {
  const text = useText()
  const sizes = series.flatMap(({ points }) => points.flatMap(({ size }) => size ?? []))
  const scale = scaleOf(sizes, { isZeroKept: false, steps: 4 })
  const right = Math.min(160, Math.max(60, ...series.map((one) => one.label.length * 7.4 + 12)))
  const length = Math.max(80, width - left - right)
  const x = (at: number): number => left + (periods.length < 2 ? 0 : (at / (periods.length - 1)) * length)
  const y = (size: number): number => height - bottom - placeOn(scale, size, height - top - bottom)
  const labels = namePlaces(
    series.map((one) => y(lastSize(one) ?? scale.from)),
    height - bottom - 8,
  )
  const every = tickEvery(periods, length)
  return (
    <>
      <svg
        className="chart-svg"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
      >
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <path d={`M${left} ${y(tick)}H${left + length}`} className={tick === 0 ? 'chart-zero' : 'chart-step'} />
            <text x={left - 8} y={y(tick) + 4} textAnchor="end" className="chart-tick">
              {tickText(tick)}
            </text>
          </g>
        ))}
        {periods.map((period, at) =>
          (periods.length - 1 - at) % every === 0 ? (
            <text key={period} x={x(at)} y={height - 8} textAnchor="middle" className="chart-tick">
              {period}
            </text>
          ) : null,
        )}
        {series.map((one, at) => (
          <g key={one.label} className={`chart-line chart-line-${at}`}>
            <path d={pathOf(one.points, x, y)} />
            {one.points.map(({ name, size, cell }, point) =>
              size === undefined ? null : (
                <g key={periods[point]} data-cell={name} className={name === openCell ? 'is-open' : undefined}>
                  <title>{`${one.label}, ${periods[point]}: ${shownFigure(text, cell?.value, decimals).text}`}</title>
                  <circle cx={x(point)} cy={y(size)} r={at === 0 ? 2.5 : 1.8} />
                  <circle cx={x(point)} cy={y(size)} r={8} className="chart-hit" />
                </g>
              ),
            )}
            <text x={left + length + 8} y={(labels[at] ?? 0) + 4}>
              {one.label}
            </text>
          </g>
        ))}
      </svg>
      {leavesZero(scale) ? <p className="mut">{text.explorer.chartNotZero}</p> : null}
    </>
  )
}

function leavesZero({ from, to }: Scale): boolean {
  return from > 0 || to < 0
}

function pathOf(points: readonly ChartValue[], x: (at: number) => number, y: (size: number) => number): string {
  return points
    .map(({ size }, at) =>
      size === undefined
        ? ''
        : `${points[at - 1]?.size === undefined ? 'M' : 'L'}${x(at).toFixed(1)} ${y(size).toFixed(1)}`,
    )
    .join('')
}
