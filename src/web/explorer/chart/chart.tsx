import './chart.css'
import { type MouseEvent, useRef, useState } from 'react'
import type { Calendar } from '#core/period/span.ts'
import { useText } from '../../platform/text/use-text.ts'
import { useWidth } from '../../platform/use-width.ts'
import { periodShort } from '../period-short.ts'
import type { TableModel } from '../table/table-model.ts'
import { BarChart } from './bar-chart.tsx'
import { type ChartModel, chartModel, isWithoutFigures, mostLines } from './chart-model.ts'
import { ChartValues } from './chart-values.tsx'
import { IndicatorChoice } from './indicator-choice.tsx'
import { LineChart } from './line-chart.tsx'

interface ChartProps {
  readonly model: TableModel
  readonly calendar: Calendar
  readonly openCell: string | undefined
  onExplain(cell: string): void
}

/** One indicator of the table drawn: by area, or over time. The same figures stand under it as a small table, for the keyboard too. */
export function Chart({ model, calendar, openCell, onExplain }: ChartProps) {
  const text = useText()
  const words = text.explorer
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame) ?? 0
  const [chosen, setChosen] = useState(0)
  const { table } = model
  const at = Math.min(chosen, table.indicators.length - 1)
  const indicator = table.indicators[at]
  const chart = chartModel(model, at, calendar)
  const isEmpty = isWithoutFigures(chart)
  const short = (period: number | undefined) => periodShort(text, table.periods[period ?? 0]?.label ?? '')
  const what = chart.kind === 'bars' ? words.chartByArea(short(model.latest)) : words.chartOverTime
  const label = words.chartOf(indicator?.name ?? '', what)
  const shared = { decimals: indicator?.decimals ?? 0, width, label, openCell }
  const onClick = ({ target }: MouseEvent): void => {
    const drawn = target instanceof Element ? target.closest<SVGElement>('[data-cell]') : null
    if (drawn?.dataset.cell) onExplain(drawn.dataset.cell)
  }
  const periods = table.periods.map(({ label: period }) => periodShort(text, period))
  return (
    <figure className="card chart" tabIndex={-1}>
      <figcaption className="chart-head">
        <IndicatorChoice indicators={table.indicators} chosen={at} onChoose={setChosen} />
        <span className="mut">
          {indicator?.measure}, {what}
        </span>
        {chart.kind === 'bars' && chart.before !== undefined ? (
          <span className="chart-key">
            <i className="key-now" /> {short(model.latest)} <i className="key-before" /> {short(chart.before)}
          </span>
        ) : null}
      </figcaption>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; the keyboard has the table below */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: for the pointer; the keyboard has the table below */}
      <div ref={frame} className="chart-frame" onClick={onClick}>
        {isEmpty ? <p className="ink2">{words.chartNothing}</p> : null}
        {width > 0 && !isEmpty && chart.kind === 'bars' ? <BarChart {...shared} bars={chart.bars} /> : null}
        {width > 0 && !isEmpty && chart.kind === 'lines' ? (
          <LineChart {...shared} series={chart.series} periods={periods} />
        ) : null}
      </div>
      <LeftOut chart={chart} />
      {isEmpty ? null : (
        <>
          <p className="mut no-print">{words.chartHelp}</p>
          <ChartValues
            chart={chart}
            periods={periods}
            latest={model.latest}
            decimals={shared.decimals}
            openCell={openCell}
            onExplain={onExplain}
          />
        </>
      )}
    </figure>
  )
}

/** How many of the areas are drawn, where not all are. */
function LeftOut({ chart }: { readonly chart: ChartModel }) {
  const words = useText().explorer
  const drawn = chart.kind === 'bars' ? chart.bars.length : chart.series.length
  if (drawn === chart.all || drawn === 0) return null
  const isAllKnown = chart.kind === 'lines' && drawn < mostLines
  return <p className="mut">{isAllKnown ? words.chartKnown(drawn, chart.all) : words.chartMost(drawn, chart.all)}</p>
}
