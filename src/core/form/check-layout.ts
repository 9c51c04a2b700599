/**
 * What makes a form layout fit to be issued (design §4): every cell that holds a figure is bound exactly once, formulas
 * speak of rows or columns that are there and do not turn in a circle, months have one column set each, and the header
 * can be printed. A layout that fails is refused as a whole; nothing is repaired silently.
 */
import type { Formula } from '../formula/formula.ts'
import { references } from '../formula/formula.ts'
import { orderFormulas } from '../formula/order.ts'
import { parse } from '../formula/parser.ts'
import { type Period, period } from '../period/period.ts'
import { spanKey } from '../period/span.ts'
import { shiftedPeriod } from '../period/span-offset.ts'
import { type Problem, problem } from '../quantity/problem.ts'
import { headerLabel } from './header.ts'
import { type ColumnSet, cellRole, columnsFor, type FormColumn, type FormLayout, type FormRow } from './layout.ts'

export type LayoutProblemCode =
  | 'form.key-repeated'
  | 'form.key-malformed'
  | 'form.binding-missing'
  | 'form.binding-repeated'
  | 'form.indicator-unknown'
  | 'form.measure-differs'
  | 'form.area-unknown'
  | 'form.formula-invalid'
  | 'form.formula-cycle'
  | 'form.month-without-columns'
  | 'form.month-repeated'
  | 'form.header-invalid'
  | 'form.column-unknown'

export type LayoutProblem = Problem<LayoutProblemCode>

export interface LayoutSurroundings {
  /** Measure by indicator code. */
  readonly measures: ReadonlyMap<string, string>
  readonly areas: ReadonlySet<string>
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const keyForm = /^[a-z][a-zA-Z]*\d*$/

/** Every problem of the layout, in reading order; none for a layout that may be issued. */
export function checkLayout(layout: FormLayout, around: LayoutSurroundings): readonly LayoutProblem[] {
  return [
    ...layout.rows.flatMap((row) => rowProblems(row, around)),
    ...repeated(layout.rows.map((row) => row.key)).map((key) => problem('form.key-repeated' as const, { key })),
    ...rowFormulaProblems(layout.rows),
    ...monthProblems(layout.columnSets),
    ...unknownColumns(layout),
    ...layout.columnSets.flatMap(columnSetProblems),
    ...checkBindings([layout]),
  ]
}

/**
 * Bindings of the forms that one report fills together: a figure typed in two cells of it would have two values. Rows of
 * a consolidated table are told apart by how they are collected.
 */
export function checkBindings(layouts: readonly FormLayout[]): readonly LayoutProblem[] {
  const found = new Map<string, LayoutProblem>()
  for (const month of months) {
    const places = new Map<string, string>()
    for (const layout of layouts) {
      for (const { place, binding } of bindingsOf(
        layout,
        period(`2026-${String(month).padStart(2, '0')}`, 'statistical'),
      )) {
        const other = places.get(binding)
        if (other !== undefined)
          found.set(`${other} ${place}`, problem('form.binding-repeated', { cells: [other, place] }))
        places.set(binding, place)
      }
    }
  }
  return [...found.values()]
}

function bindingsOf(
  layout: FormLayout,
  report: Period,
): readonly { readonly place: string; readonly binding: string }[] {
  const columns = columnsFor(layout, Number(report.label.slice(5))) ?? []
  return layout.rows.flatMap((row) =>
    columns.flatMap((column) => {
      const role = cellRole(row, column)
      const holdsFigure =
        role === 'typed' || (role === 'computed' && column.role !== 'ratio') || row.collect !== undefined
      if (!holdsFigure || row.indicator === undefined || column.offset === null || role === 'none') return []
      const { indicator, area = '', collect } = row
      const span = spanKey(shiftedPeriod(report, column.offset).span)
      const time = collect === undefined ? [span, column.scenario, column.vintage] : [collect, column.key]
      const binding = [indicator, area, ...time].join(' ')
      return [{ place: `${layout.code} ${row.key}.${column.key}`, binding }]
    }),
  )
}

function rowProblems(row: FormRow, { measures, areas }: LayoutSurroundings): readonly LayoutProblem[] {
  const found: LayoutProblem[] = []
  if (!keyForm.test(row.key)) found.push(problem('form.key-malformed', { key: row.key }))
  if (row.kind === 'title') return found
  if (row.indicator === undefined) {
    if (row.formula === undefined) found.push(problem('form.binding-missing', { row: row.key }))
    return found
  }
  const measure = measures.get(row.indicator)
  if (measure === undefined) found.push(problem('form.indicator-unknown', { row: row.key, indicator: row.indicator }))
  else if (measure !== row.measure) found.push(problem('form.measure-differs', { row: row.key, measure }))
  if (row.area !== undefined && !areas.has(row.area))
    found.push(problem('form.area-unknown', { row: row.key, area: row.area }))
  return found
}

function rowFormulaProblems(rows: readonly FormRow[]): readonly LayoutProblem[] {
  const known = new Set(rows.filter((row) => row.kind !== 'title').map((row) => row.key))
  return formulaProblems(
    rows.flatMap(({ key, formula }) => (formula === undefined ? [] : [{ key, formula }])),
    known,
  )
}

function formulaProblems(
  formulas: readonly { readonly key: string; readonly formula: string }[],
  known: ReadonlySet<string>,
): readonly LayoutProblem[] {
  const found: LayoutProblem[] = []
  const read = new Map<string, Formula>()
  for (const { key, formula } of formulas) {
    const parsed = parse(formula)
    if (!parsed.ok) {
      found.push(problem('form.formula-invalid', { key, formula, problems: parsed.problems }))
      continue
    }
    const unknown = references(parsed.ast).filter(({ code }) => !known.has(code))
    if (unknown.length > 0)
      found.push(problem('form.formula-invalid', { key, formula, unknown: unknown.map((r) => r.code) }))
    read.set(key, parsed.ast)
  }
  const ordered = orderFormulas(read)
  return ordered.ok ? found : [...found, problem('form.formula-cycle', { ...ordered.problem.details })]
}

function monthProblems(sets: readonly ColumnSet[]): readonly LayoutProblem[] {
  const named = sets.flatMap((set) => set.months)
  const servesAll = sets.some((set) => set.months.length === 0)
  return [
    ...repeated(named).map((month) => problem('form.month-repeated' as const, { month })),
    ...(servesAll ? [] : months.filter((month) => !named.includes(month))).map((month) =>
      problem('form.month-without-columns' as const, { month }),
    ),
  ]
}

function unknownColumns(layout: FormLayout): readonly LayoutProblem[] {
  const known = new Set(layout.columnSets.flatMap((set) => set.columns.map((column) => column.key)))
  return layout.rows.flatMap((row) =>
    (row.notApplicable ?? [])
      .filter((key) => !known.has(key))
      .map((column) => problem('form.column-unknown' as const, { row: row.key, column })),
  )
}

function columnSetProblems({ columns }: ColumnSet): readonly LayoutProblem[] {
  const known = new Set(columns.map((column) => column.key))
  return [
    ...repeated(columns.map((column) => column.key)).map((key) => problem('form.key-repeated' as const, { key })),
    ...columns.flatMap(columnProblems),
    ...formulaProblems(
      columns.flatMap(({ key, formula }) => (formula === undefined ? [] : [{ key, formula }])),
      known,
    ),
    ...headerProblems(columns),
  ]
}

function columnProblems(column: FormColumn): readonly LayoutProblem[] {
  const isComputed = column.role === 'ratio' || column.role === 'computed'
  if (isComputed) {
    return column.formula === undefined ? [problem('form.binding-missing', { column: column.key })] : []
  }
  const isBound = column.offset !== null && (column.scenario === 'plan') === (column.vintage === null)
  return isBound ? [] : [problem('form.binding-missing', { column: column.key })]
}

/** A printable header: every level has words, every placeholder is known, and no column is the heading of another. */
function headerProblems(columns: readonly FormColumn[]): readonly LayoutProblem[] {
  const sample = period('2026-09', 'statistical')
  const paths = columns.map((column) => column.header.map((label) => headerLabel(label, sample)))
  return columns.flatMap(({ key }, index) => {
    const path = paths[index] ?? []
    const isBlank = path.length === 0 || path.some((label) => label.trim() === '' || /[{}]/.test(label))
    const isHeading = paths.some(
      (other, at) => at !== index && other.length >= path.length && path.every((l, i) => l === other[i]),
    )
    return isBlank || isHeading ? [problem('form.header-invalid' as const, { column: key, header: path })] : []
  })
}

function repeated<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))]
}
