/**
 * Computed cells of a form, the same in the browser while typing and on the server at sending. A row's formula runs down
 * a column (totals, yields), a column's formula runs along a row (ratios); where both meet, the column's wins. A total
 * in a reference column is taken as reported, and computed only when nobody reported it.
 */
import { type CompiledFormula, compile } from '../formula/compile.ts'
import { parse } from '../formula/parser.ts'
import type { CellValue } from '../quantity/cell-value.ts'
import { none, type Outcome, outcomeOf } from '../quantity/outcome.ts'
import { type CellAddress, cellName, cellRole, type FormColumn, type FormRow } from './layout.ts'

export interface FormContent {
  readonly rows: readonly FormRow[]
  readonly columns: readonly FormColumn[]
  /** What was typed, pre-filled or taken from elsewhere; absent where nothing was. */
  readonly valueOf: (address: CellAddress) => CellValue
}

const compiled = new Map<string, CompiledFormula | null>()

/** Null for a formula that is refused; publication refuses such a layout, so the cell only says that it is invalid. */
function compiledFormula(text: string): CompiledFormula | null {
  const known = compiled.get(text)
  if (known !== undefined) return known
  const parsed = parse(text)
  const result = parsed.ok ? compile(parsed.ast) : undefined
  const formula = result?.ok ? result.formula : null
  compiled.set(text, formula)
  return formula
}

/** Shape: outcomes of the computed cells alone, by `cellName`. Absent inputs are named by their row or column key. */
export function evaluateForm(content: FormContent): ReadonlyMap<string, Outcome> {
  const evaluation: Evaluation = {
    content,
    rows: new Map(content.rows.map((row) => [row.key, row])),
    columns: new Map(content.columns.map((column) => [column.key, column])),
    outcomes: new Map(),
    open: new Set(),
  }
  for (const row of content.rows) {
    for (const column of content.columns)
      if (isComputed(content, row, column)) outcomeAt(evaluation, { row, column, label: row.key })
  }
  return evaluation.outcomes
}

interface Evaluation {
  readonly content: FormContent
  readonly rows: ReadonlyMap<string, FormRow>
  readonly columns: ReadonlyMap<string, FormColumn>
  readonly outcomes: Map<string, Outcome>
  readonly open: Set<string>
}

function isComputed(content: FormContent, row: FormRow, column: FormColumn): boolean {
  const role = cellRole(row, column)
  if (role === 'computed') return true
  if (role !== 'reference' || row.formula === undefined) return false
  return content.valueOf({ row: row.key, column: column.key }).kind === 'absent'
}

interface LabelledCell {
  readonly row: FormRow
  readonly column: FormColumn
  readonly label: string
}

/** Outcome of any cell, computed or not, under the label that a formula knows it by. */
function outcomeAt(evaluation: Evaluation, { row, column, label }: LabelledCell): Outcome {
  const name = cellName({ row: row.key, column: column.key })
  const known = evaluation.outcomes.get(name)
  if (known) return known
  if (row.kind === 'title' || row.notApplicable?.includes(column.key)) return none('notApplicable', [label])
  if (!isComputed(evaluation.content, row, column)) {
    return outcomeOf(evaluation.content.valueOf({ row: row.key, column: column.key }), label)
  }
  if (evaluation.open.has(name)) return none('invalid', [label])
  evaluation.open.add(name)
  const outcome = compute(evaluation, row, column)
  evaluation.open.delete(name)
  evaluation.outcomes.set(name, outcome)
  return outcome
}

function compute(evaluation: Evaluation, row: FormRow, column: FormColumn): Outcome {
  const formula = compiledFormula(column.formula ?? row.formula ?? '')
  if (formula?.kind !== 'number') return none('invalid')
  return formula.evaluate(({ code }) => {
    if (column.formula !== undefined) {
      const other = evaluation.columns.get(code)
      return other ? outcomeAt(evaluation, { row, column: other, label: code }) : none('invalid', [code])
    }
    const other = evaluation.rows.get(code)
    return other ? outcomeAt(evaluation, { row: other, column, label: code }) : none('invalid', [code])
  })
}
