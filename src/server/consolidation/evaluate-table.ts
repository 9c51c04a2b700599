/**
 * Every cell of the consolidated table from what was collected: a reading, or a row's or a column's formula over cells.
 * Lines added up and nothing else may be shown as far as they are in, and name the others; any other formula over a line
 * that is absent has no value, and no ratio is drawn from a partial sum. A plan of a computed line is taken as it was set,
 * and computed only where nobody set it.
 */
import { cellName, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { compile, type NumberFormula } from '#core/formula/compile.ts'
import { parse } from '#core/formula/parser.ts'
import { addUp, isAwaited } from '#core/quantity/add-up.ts'
import { none, type Outcome } from '#core/quantity/outcome.ts'
import { isUnsettled } from '#core/reading/derivation.ts'
import type { OpenedReading } from '../explanation/index.ts'
import type { Collected, MissingOfCell } from './collect-figures.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import type { TakenFigure } from './settled-sources.ts'
import type { TableShape } from './table-shape.ts'

export interface TableCell {
  readonly outcome: Outcome
  /** Before the cell's own adjustments; those of its parts stand with them. */
  readonly said: Outcome
  readonly missing: readonly MissingOfCell[]
  readonly coverage: Coverage
  /** What the cell itself takes from figures; null for formulas. */
  readonly reading: OpenedReading | null
  readonly taken: readonly TakenFigure[]
  /** Those of the same column that a formula over lines is computed from. */
  readonly lines: readonly TableCell[]
  readonly isSum: boolean
}

export interface EvaluatedTable {
  readonly cellOf: (row: FormRow, column: FormColumn) => TableCell
}

interface Context {
  readonly shape: Pick<TableShape, 'rows' | 'columns'>
  readonly collected: ReadonlyMap<string, Collected>
  readonly cells: Map<string, TableCell>
}

/** `collected` by `cellName`. */
export function evaluateTable(shape: Context['shape'], collected: ReadonlyMap<string, Collected>): EvaluatedTable {
  const context: Context = { shape, collected, cells: new Map() }
  return { cellOf: (row, column) => cellAt(context, row, column) }
}

function plain(outcome: Outcome): TableCell {
  const coverage = { counted: 0, total: 0 }
  return { outcome, said: outcome, missing: [], coverage, reading: null, taken: [], lines: [], isSum: false }
}

/** Also of a formula that waits for itself. */
const pending = plain(none('invalid'))

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
  if (row.kind === 'title' || row.notApplicable?.includes(column.key)) return plain(none('notApplicable'))
  const { rows, columns } = context.shape
  if (column.formula !== undefined) {
    return byFormula(column.formula, (code) => {
      const other = columns.find(({ key }) => key === code)
      return other && { name: other.header.at(-1) ?? code, cell: cellAt(context, row, other) }
    })
  }
  const collected = context.collected.get(cellName({ row: row.key, column: column.key }))
  const isTaken = row.formula === undefined || collected?.reading.how.kind === 'reported'
  if (isTaken) return collected ? collectedCell(collected) : plain(none('notApplicable'))
  const lines: TableCell[] = []
  const computed = byFormula(row.formula, (code) => {
    const other = rows.find(({ key }) => key === code)
    if (!other) return undefined
    const cell = cellAt(context, other, column)
    lines.push(cell)
    return { name: other.label, cell }
  })
  return { ...computed, lines }
}

function collectedCell(collected: Collected): TableCell {
  const { outcome, said = outcome } = collected.reading
  return { outcome, said, lines: [], ...collected }
}

interface Input {
  readonly name: string
  readonly cell: TableCell
}

/** Parts of a formula are its lines: what a line lacks, the formula lacks under the name of the line. */
function byFormula(text: string, inputOf: (code: string) => Input | undefined): TableCell {
  const formula = compiled(text)
  if (!formula) return pending
  const lines = formula.references.map(({ code }) => {
    const input = inputOf(code)
    return { label: code, name: input?.name ?? code, outcome: asLine(code, input?.cell.outcome ?? none('invalid')) }
  })
  const outcomeOf = new Map(lines.map(({ label, outcome }) => [label, outcome]))
  const outcome = formula.isPlainSum
    ? addUp(lines)
    : formula.evaluate(({ code }) => outcomeOf.get(code) ?? none('invalid'))
  const lacking = lines.filter((line) => isUnsettled(outcome) && isUnsettled(line.outcome))
  return {
    ...plain(outcome),
    missing: lacking.map(({ label, name }) => ({ key: label, name })),
    coverage: coverageOf(lines),
  }
}

const formulas = new Map<string, NumberFormula | undefined>()

/** Undefined for one that is refused: publication refuses such a form. */
function compiled(text: string): NumberFormula | undefined {
  if (formulas.has(text)) return formulas.get(text)
  const parsed = parse(text)
  const result = parsed.ok ? compile(parsed.ast) : undefined
  const formula = result?.ok && result.formula.kind === 'number' ? result.formula : undefined
  formulas.set(text, formula)
  return formula
}

function asLine(code: string, outcome: Outcome): Outcome {
  if (isAwaited(outcome)) return none('absent', [code])
  return outcome.kind === 'number' && outcome.lacking ? { ...outcome, lacking: [code] } : outcome
}
