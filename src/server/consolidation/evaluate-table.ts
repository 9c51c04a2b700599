/**
 * Every cell of the consolidated table from one set of reported values: collected from the responsible agency, summed
 * over the districts' like forms, or computed by a row's or a column's formula over those sums. A sum that lacks a part
 * is partial and names it; no ratio is drawn from a partial sum. A plan of a total is taken as it was
 * set, and added up only where nobody set it.
 */
import { formulaOverTotals } from '#core/aggregation/formula-over-totals.ts'
import { type Total, totalOverAreas } from '#core/aggregation/total.ts'
import { figureOfRecord } from '#core/figure/precedence.ts'
import { isReleased } from '#core/figure/visibility.ts'
import { cellName, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { compile } from '#core/formula/compile.ts'
import { type Formula, references } from '#core/formula/formula.ts'
import { parse } from '#core/formula/parser.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { absent, type CellValue } from '#core/quantity/cell-value.ts'
import { zero } from '#core/quantity/exact.ts'
import { computed, none } from '#core/quantity/outcome.ts'
import { cellValueOf, planned, type ReportedRow, vintageOf } from '../figures/index.ts'
import type { TableShape } from './table-shape.ts'

export interface TableFigures {
  readonly reported: readonly ReportedRow[]
  /** `<indicator id>:<area id>` → agencies, preferred first. */
  readonly sourceOrder: (indicatorId: number, areaId: number) => readonly number[]
  readonly viewerAgencyId: number
  readonly now: string
}

/** One figure taken into the table, with those that say something else. */
export interface TakenFigure {
  readonly areaId: number
  readonly chosen: ReportedRow | null
  readonly value: CellValue
  readonly differing: readonly ReportedRow[]
}

export interface TableCell {
  readonly total: Total<string>
  /** What the cell itself takes from reports; empty for formulas. */
  readonly taken: readonly TakenFigure[]
}

export interface EvaluatedTable {
  readonly cellOf: (row: FormRow, column: FormColumn) => TableCell
}

interface Context {
  readonly shape: TableShape
  readonly figures: TableFigures
  readonly byPlace: ReadonlyMap<string, readonly ReportedRow[]>
  readonly cells: Map<string, TableCell>
}

export function evaluateTable(shape: TableShape, figures: TableFigures): EvaluatedTable {
  const visible = figures.reported.filter((r) =>
    isReleased(r.released_at, figures.now, r.agency_id === figures.viewerAgencyId),
  )
  const context: Context = {
    shape,
    figures,
    byPlace: Map.groupBy(visible, (r) => `${r.indicator_id} ${r.span_id} ${r.area_id}`),
    cells: new Map(),
  }
  return { cellOf: (row, column) => cellAt(context, row, column) }
}

const pending: TableCell = {
  total: { outcome: none('invalid'), partial: false, missing: [], counted: [], leftOut: [] },
  taken: [],
}

function cellAt(context: Context, row: FormRow, column: FormColumn): TableCell {
  const name = cellName({ row: row.key, column: column.key })
  const known = context.cells.get(name)
  if (known) return known
  context.cells.set(name, pending)
  const cell = compute(context, row, column)
  context.cells.set(name, cell)
  return cell
}

function compute(context: Context, row: FormRow, column: FormColumn): TableCell {
  if (row.kind === 'title' || row.notApplicable?.includes(column.key)) {
    return { total: { ...pending.total, outcome: none('notApplicable') }, taken: [] }
  }
  const { rows, columns } = context.shape
  if (column.formula !== undefined) {
    return byFormula(column.formula, (code) => {
      const other = columns.find((c) => c.key === code)
      return other && { label: other.key, cell: cellAt(context, row, other) }
    })
  }
  const set = column.scenario === 'plan' ? collected(context, row, column) : undefined
  if (set?.taken.some((t) => t.chosen !== null)) return set
  if (row.formula !== undefined) {
    return byFormula(row.formula, (code) => {
      const other = rows.find((r) => r.key === code)
      return other && { label: other.key, cell: cellAt(context, other, column) }
    })
  }
  return collected(context, row, column)
}

type Input = { readonly label: string; readonly cell: TableCell } | undefined

/** Parts of a formula are its lines: a line whose own total is partial counts as missing. */
function byFormula(text: string, inputOf: (code: string) => Input): TableCell {
  const parsed = parse(text)
  const compiled = parsed.ok ? compile(parsed.ast) : undefined
  if (!parsed.ok || !compiled?.ok || compiled.formula.kind !== 'number') return pending
  const lines = new Map(references(parsed.ast).map(({ code }) => [code, lineTotal(inputOf(code))]))
  const isSum = isPlainSum(parsed.ast)
  const total = formulaOverTotals(compiled.formula, ({ code }) => {
    const line = lines.get(code) ?? pending.total
    return isSum && isAbsent(line) ? { ...line, outcome: computed(zero) } : line
  })
  const isEmpty = isSum && [...lines.values()].every(isAbsent)
  return { total: isEmpty ? { ...total, outcome: none('absent', total.missing) } : total, taken: [] }
}

function lineTotal(input: Input): Total<string> {
  if (!input) return pending.total
  const { total } = input.cell
  const isWhole = total.outcome.kind === 'number' && !total.partial
  const isMissing = total.partial || isAbsent(total)
  return { ...total, counted: isWhole ? [input.label] : [], missing: isMissing ? [input.label] : [], leftOut: [] }
}

function isAbsent({ outcome }: Total<string>): boolean {
  return outcome.kind === 'none' && outcome.reason === 'absent'
}

/** Lines added up and nothing else: what is in may be shown as a partial sum, which a difference may not. */
function isPlainSum(formula: Formula): boolean {
  if (formula.kind === 'reading') return true
  return formula.kind === 'arithmetic' && formula.operator === '+' && [formula.left, formula.right].every(isPlainSum)
}

function collected(context: Context, row: FormRow, column: FormColumn): TableCell {
  const { catalogue, partAreaIds } = context.shape
  const indicator = row.indicator === undefined ? undefined : catalogue.indicators.get(row.indicator)
  if (!indicator) return { total: { ...pending.total, outcome: none('notApplicable') }, taken: [] }
  const ownArea =
    row.area === undefined ? catalogue.provinceId : (catalogue.areaIds.get(row.area) ?? catalogue.provinceId)
  const areaIds = row.collect === 'districts' && column.scenario === 'actual' ? partAreaIds : [ownArea]
  const taken = areaIds
    .map((areaId) => takeFigure(context, column, { indicatorId: indicator.id, areaId }))
    .filter((t) => !isOptional(context, t))
  return { total: totalOverAreas(new Map(taken.map((t) => [areaCode(context, t.areaId), t.value]))), taken }
}

/** «Không phân bổ» is there only where somebody reports it. */
function isOptional(context: Context, taken: TakenFigure): boolean {
  return taken.chosen === null && context.shape.catalogue.areas.get(taken.areaId)?.level === 'unallocated'
}

function areaCode(context: Context, areaId: number): AreaCode {
  return (context.shape.catalogue.areas.get(areaId)?.code ?? '') as AreaCode
}

function takeFigure(context: Context, column: FormColumn, at: { indicatorId: number; areaId: number }): TakenFigure {
  const { shape, figures, byPlace } = context
  const rows = byPlace.get(`${at.indicatorId} ${shape.spanIdOf.get(column.key)} ${at.areaId}`) ?? []
  if (column.scenario === 'plan') {
    const plan = planned(rows, shape.catalogue.plans)
    return { areaId: at.areaId, chosen: plan ?? null, value: plan ? cellValueOf(plan) : absent, differing: [] }
  }
  const sources = rows
    .filter((r) => r.plan_version_id === 0 && (column.vintage === 'best' || r.vintage === column.vintage))
    .map((row) => ({ row, agencyId: row.agency_id, vintage: vintageOf(row), value: cellValueOf(row) }))
  const { chosen, differing } = figureOfRecord(sources, figures.sourceOrder(at.indicatorId, at.areaId))
  return {
    areaId: at.areaId,
    chosen: chosen?.row ?? null,
    value: chosen?.value ?? absent,
    differing: differing.map((d) => d.row),
  }
}
