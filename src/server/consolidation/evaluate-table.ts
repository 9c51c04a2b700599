/**
 * Every cell of the consolidated table from one set of reported values: collected from the responsible agency, summed
 * over the districts' like forms, or computed by a row's or a column's formula over those sums. A sum that lacks a part
 * is partial and names it; no ratio is drawn from a partial sum. A plan of a total is taken as it was
 * set, and added up only where nobody set it.
 */
import { formulaOverTotals } from '#core/aggregation/formula-over-totals.ts'
import type { Total } from '#core/aggregation/total.ts'
import { isReleased } from '#core/figure/visibility.ts'
import { cellName, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { compile } from '#core/formula/compile.ts'
import { type Formula, references } from '#core/formula/formula.ts'
import { parse } from '#core/formula/parser.ts'
import { zero } from '#core/quantity/exact.ts'
import { computed, none } from '#core/quantity/outcome.ts'
import type { AdjustmentRow } from './adjustment-queries.ts'
import { collected, type KnownFigures, placeOf, type TableFigures, type TakenFigure } from './collect-figures.ts'
import type { TableShape } from './table-shape.ts'

export interface TableCell {
  readonly total: Total<string>
  /** What the cell itself takes from reports; empty for formulas. */
  readonly taken: readonly TakenFigure[]
  /** The total before the cell's own adjustments. */
  readonly said: Total<string>
  /** The cell's own; those of its parts stand with them. */
  readonly adjustments: readonly AdjustmentRow[]
  /** Added up over areas. */
  readonly isSum: boolean
}

export interface EvaluatedTable {
  readonly cellOf: (row: FormRow, column: FormColumn) => TableCell
}

interface Context extends KnownFigures {
  readonly cells: Map<string, TableCell>
}

export function evaluateTable(shape: TableShape, figures: TableFigures): EvaluatedTable {
  const visible = figures.reported.filter((r) =>
    isReleased(r.released_at, figures.now, r.agency_id === figures.viewerAgencyId),
  )
  const context: Context = {
    shape,
    figures,
    byPlace: Map.groupBy(visible, (r) => placeOf(r)),
    adjustmentsAt: Map.groupBy(
      figures.adjustments.filter((a) => a.withdrawn_at === null),
      (a) => placeOf(a),
    ),
    cells: new Map(),
  }
  return { cellOf: (row, column) => cellAt(context, row, column) }
}

const invalid: Total<string> = { outcome: none('invalid'), partial: false, missing: [], counted: [], leftOut: [] }
const pending = plain(invalid)

function plain(total: Total<string>): TableCell {
  return { total, taken: [], said: total, adjustments: [], isSum: false }
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
    return plain({ ...invalid, outcome: none('notApplicable') })
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
    const line = lines.get(code) ?? invalid
    return isSum && isAbsent(line) ? { ...line, outcome: computed(zero) } : line
  })
  const isEmpty = isSum && [...lines.values()].every(isAbsent)
  return plain(isEmpty ? { ...total, outcome: none('absent', total.missing) } : total)
}

function lineTotal(input: Input): Total<string> {
  if (!input) return invalid
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
