/**
 * How the figures of a table lie on the page (xoay bảng): its axes combined into lines of rows and columns, and headings
 * that run over the lines they share. Pure arrangement: every figure has exactly one place, whatever the layout.
 */
import { type Comparison, type TableAxis, tableAxes } from './definition.ts'

/** Members per axis; an axis that is not in use has one. */
export type AxisSizes = Readonly<Record<TableAxis, number>>

/** Which member of each axis. */
export type CubePlace = Readonly<Record<TableAxis, number>>

/** A row or a column: the members that it fixes. */
export type TableLine = Readonly<Partial<Record<TableAxis, number>>>

/** A column of figures, or of a comparison of the figures before it. */
export interface TableColumn {
  readonly line: TableLine
  readonly comparison: Comparison | null
}

/** A heading over neighbouring lines that agree in this axis and all axes outside it. */
export interface HeadingRun {
  readonly axis: TableAxis
  readonly member: number
  readonly start: number
  readonly length: number
}

/** Shape: all combinations, the first axis outermost; of no axes the one line that fixes nothing. */
export function linesOf(axes: readonly TableAxis[], sizes: AxisSizes): readonly TableLine[] {
  return axes.reduce<readonly TableLine[]>(
    (lines, axis) =>
      lines.flatMap((line) => Array.from({ length: sizes[axis] }, (_, member) => ({ ...line, [axis]: member }))),
    [{}],
  )
}

/** Where a figure stands in the list of figures, which runs by `tableAxes`, the last axis fastest. */
export function cubeIndex(sizes: AxisSizes, place: CubePlace): number {
  return tableAxes.reduce((index, axis) => index * sizes[axis] + place[axis], 0)
}

/** The figure where a row meets a column. */
export function placeAt(row: TableLine, column: TableLine): CubePlace {
  const merged = { ...row, ...column }
  const at = (axis: TableAxis): number => merged[axis] ?? 0
  return {
    indicator: at('indicator'),
    area: at('area'),
    period: at('period'),
    reading: at('reading'),
    source: at('source'),
  }
}

export interface Comparing {
  readonly comparisons: readonly Comparison[]
  /** Whether figures of the column are compared at all. */
  isCompared(line: TableLine): boolean
}

/** The comparisons of a column stand right after it, in the order asked for. */
export function columnsWithComparisons(lines: readonly TableLine[], it: Comparing): readonly TableColumn[] {
  return lines.flatMap((line) => [
    { line, comparison: null },
    ...(it.isCompared(line) ? it.comparisons.map((comparison) => ({ line, comparison })) : []),
  ])
}

/** Headings of one axis over the lines; `axes` from the outermost to it. */
export function headingRuns(lines: readonly TableLine[], axes: readonly TableAxis[]): readonly HeadingRun[] {
  const axis = axes.at(-1)
  if (axis === undefined) return []
  const runs: { axis: TableAxis; member: number; start: number; length: number }[] = []
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    const goesOn = before !== undefined && axes.every((each) => before[each] === line[each])
    const last = runs.at(-1)
    if (goesOn && last) last.length += 1
    else runs.push({ axis, member: line[axis] ?? 0, start: at, length: 1 })
  })
  return runs
}
