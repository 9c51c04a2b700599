import type { ComputedValue } from '#contract/explanation.ts'
import { spokenValue } from '../../explanation/spoken-value.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { Text } from '../../platform/text/vi.ts'
import type { Bar } from './chart-model.ts'
import { placeOn, scaleOf } from './scale.ts'
import { tickText } from './tick-text.ts'

interface BarChartProps {
  readonly bars: readonly Bar[]
  readonly decimals: number
  readonly width: number
  readonly label: string
  /** Name of the figure that is explained. */
  readonly openCell: string | undefined
}

/** Of the names' letters, on average, in pixels. */
const letterWidth = 7.2
const [rowHeight, barHeight, top, valueRoom] = [28, 12, 20, 74]

/** Bars from 0, each with its name and value beside it; the year before is a thin orange line across. */
export function BarChart({ bars, decimals, width, label, openCell }: BarChartProps) {
  const names = Math.min(160, Math.max(70, ...bars.map((bar) => bar.label.length * letterWidth)))
  const length = Math.max(60, width - names - 8 - valueRoom)
  const sizes = bars.flatMap(({ now, before }) => [now.size, before.size].filter((size) => size !== undefined))
  const scale = scaleOf(sizes, { isZeroKept: true, steps: Math.max(1, Math.min(5, Math.floor(length / 62))) })
  const height = top + bars.length * rowHeight + 4
  const x = (size: number): number => names + 8 + placeOn(scale, size, length)
  return (
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
          <path d={`M${x(tick)} ${top - 4}V${height}`} className={tick === 0 ? 'chart-zero' : 'chart-step'} />
          <text x={x(tick)} y={12} textAnchor="middle" className="chart-tick">
            {tickText(tick)}
          </text>
        </g>
      ))}
      {bars.map((bar, at) => (
        <BarLine key={bar.label} bar={bar} y={top + at * rowHeight} {...{ x, names, width, decimals, openCell }} />
      ))}
    </svg>
  )
}

interface BarLineProps extends Pick<BarChartProps, 'decimals' | 'width' | 'openCell'> {
  readonly bar: Bar
  readonly y: number
  /** Room of the names. */
  readonly names: number
  readonly x: (size: number) => number
}

function BarLine({ bar: { label, now, before }, x, y, names, width, decimals, openCell }: BarLineProps) {
  const said = barWords(useText(), now.cell?.value, decimals)
  const end = x(Math.max(0, now.size ?? 0, before.size ?? 0))
  return (
    <g data-cell={now.name} className={now.name === openCell ? 'is-open' : undefined}>
      <rect x={0} y={y} width={width} height={rowHeight} className="chart-hit" />
      <text x={names} y={y + 15} textAnchor="end" className="chart-name">
        <title>{label}</title>
        {cut(label, names)}
      </text>
      {now.size === undefined ? null : (
        <rect
          x={Math.min(x(0), x(now.size))}
          y={y + 5}
          width={Math.abs(x(now.size) - x(0))}
          height={barHeight}
          className="chart-bar"
        />
      )}
      {before.size === undefined ? null : (
        <g data-cell={before.name} className={before.name === openCell ? 'is-open' : undefined}>
          <rect x={x(before.size) - 5} y={y} width={10} height={rowHeight} className="chart-hit" />
          <path d={`M${x(before.size)} ${y + 2}v18`} className="chart-before" />
        </g>
      )}
      <text x={end + 6} y={y + 15} className={said.look}>
        {said.words}
      </text>
    </g>
  )
}

/** Nothing known yet stands out; a declared «không phát sinh» is said in its own words. */
function barWords(text: Text, value: ComputedValue | undefined, decimals: number): { words: string; look: string } {
  if (value === undefined || (value.kind === 'none' && value.reason === 'absent'))
    return { words: text.explorer.noFigure, look: 'chart-absent' }
  return { words: spokenValue(text, value, decimals), look: 'chart-value' }
}

/** The whole name stands in its title and in the table. */
function cut(label: string, room: number): string {
  const most = Math.floor(room / letterWidth) + 1
  return label.length > most ? `${label.slice(0, most - 1)}…` : label
}
