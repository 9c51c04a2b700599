/**
 * What the chart shows of a table: bars by area at the latest period, with the year before as a thin line where the table
 * has it; or lines of the largest areas over time where periods outnumber areas. Figures of record in the first reading
 * alone. The drawing works with screen coordinates; every number that is read stays exact text.
 */
import type { ExplorerCell, ExplorerTable } from '#contract/explorer.ts'
import { parsePeriod, samePeriodLastYear } from '#core/period/period.ts'
import { type Calendar, sameSpan } from '#core/period/span.ts'
import { cellName, isTotal, type TableModel } from '../table/table-model.ts'

export interface ChartValue {
  /** Under which it is explained; '' for nothing. */
  readonly name: string
  readonly cell: ExplorerCell | undefined
  /** For its place on the screen only. */
  readonly size: number | undefined
}

export interface Bar {
  readonly label: string
  readonly now: ChartValue
  readonly before: ChartValue
}

export interface Series {
  readonly label: string
  readonly points: readonly ChartValue[]
}

export type ChartModel =
  | { readonly kind: 'bars'; readonly bars: readonly Bar[]; readonly all: number; readonly before: number | undefined }
  | { readonly kind: 'lines'; readonly series: readonly Series[]; readonly all: number }

export const mostBars = 40
export const mostLines = 5
const fewestPointsOfLine = 4

export function chartModel(model: TableModel, indicator: number, calendar: Calendar): ChartModel {
  const { table, latest } = model
  const areas = chartedAreas(model)
  if (table.periods.length >= fewestPointsOfLine && table.periods.length > areas.length) {
    const series = areas.map((area) => ({
      label: table.areas[area]?.name ?? '',
      points: table.periods.map((_, period) => valueAt(model, { indicator, area, period })),
    }))
    return { kind: 'lines', series: largest(series), all: areas.length }
  }
  const before = yearBefore(table, latest, calendar)
  const bars = areas.map((area) => ({
    label: table.areas[area]?.name ?? '',
    now: valueAt(model, { indicator, area, period: latest }),
    before: before === undefined ? nothing : valueAt(model, { indicator, area, period: before }),
  }))
  const inOrder = [...bars].sort((a, b) => (b.now.size ?? -Infinity) - (a.now.size ?? -Infinity))
  return { kind: 'bars', bars: inOrder.slice(0, mostBars), all: areas.length, before }
}

/** By the last figure that is known, the largest first; equal ones in their order. A line without any figure takes no place. */
function largest(series: readonly Series[]): readonly Series[] {
  return series
    .flatMap((one) => {
      const last = lastSize(one)
      return last === undefined ? [] : [{ one, last }]
    })
    .sort((a, b) => b.last - a.last)
    .slice(0, mostLines)
    .map(({ one }) => one)
}

/** Of the last point that has one. */
export function lastSize({ points }: Series): number | undefined {
  return points.findLast(({ size }) => size !== undefined)?.size
}

/** Totals would dwarf their parts: they are drawn only where nothing else is. */
function chartedAreas(model: TableModel): readonly number[] {
  const all = model.table.areas.map((_, area) => area)
  const parts = all.filter((area) => !isTotal(model, area))
  return parts.length > 0 ? parts : all
}

function yearBefore({ periods }: ExplorerTable, latest: number, calendar: Calendar): number | undefined {
  const period = parsePeriod(periods[latest]?.label ?? '', calendar)
  if (!period) return undefined
  const wanted = samePeriodLastYear(period).span
  const found = periods.findIndex(({ label }) => {
    const other = parsePeriod(label, calendar)
    return other !== undefined && sameSpan(other.span, wanted)
  })
  return found < 0 ? undefined : found
}

const nothing: ChartValue = { name: '', cell: undefined, size: undefined }

interface At {
  readonly indicator: number
  readonly area: number
  readonly period: number
}

function valueAt(model: TableModel, at: At): ChartValue {
  const cell = model.cellAt(at, {})
  const size = cell?.value.kind === 'number' ? Number(cell.value.value) : undefined
  return { name: cellName(model, at, {}), cell, size }
}

/** Nothing is known of anything that would be drawn. */
export function isWithoutFigures(chart: ChartModel): boolean {
  const values =
    chart.kind === 'bars'
      ? chart.bars.flatMap(({ now, before }) => [now, before])
      : chart.series.flatMap(({ points }) => points)
  return values.every(({ size }) => size === undefined)
}
