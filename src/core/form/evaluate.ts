/**
 * Computed cells of a form, the same in the browser while typing and on the server at sending. A row's formula runs down
 * a column (totals, yields), a column's formula runs along a row (ratios); where both meet, the column's wins. A total
 * in a reference column or among bases is taken as reported, and computed only when nobody reported it.
 */
import type { CellValue } from '../quantity/cell-value.ts'
import { none, type Outcome, outcomeOf } from '../quantity/outcome.ts'
import { type ComputedCell, computedCells } from './computed-cells.ts'
import type { CellAddress, FormColumn, FormRow } from './layout.ts'

export interface FormContent {
  readonly rows: readonly FormRow[]
  readonly columns: readonly FormColumn[]
  /** What was typed, pre-filled or taken from elsewhere; absent where nothing was. */
  readonly valueOf: (address: CellAddress) => CellValue
}

/** Of the computed cells alone, by `cellName`. */
export type FormOutcomes = ReadonlyMap<string, Outcome>

/** Absent inputs are named by their row or column key. */
export function evaluateForm(content: FormContent): FormOutcomes {
  const outcomes = new Map<string, Outcome>()
  for (const cell of computedCells(content)) compute(cell, content, outcomes)
  return outcomes
}

export interface Reevaluation {
  readonly outcomes: FormOutcomes
  /** The cells that changed and those that were computed again because they hang on them. */
  readonly moved: ReadonlySet<string>
}

/**
 * The same as from scratch, after an edit: only cells that hang on a changed one are computed again.
 * `before`: outcomes of the same rows and columns. `changed`: names of all cells that say something else since.
 */
export function reevaluateForm(content: FormContent, before: FormOutcomes, changed: ReadonlySet<string>): Reevaluation {
  const outcomes = new Map(before)
  const moved = new Set(changed)
  for (const cell of computedCells(content)) {
    if (!moved.has(cell.name) && ![...cell.inputs.values()].some(({ name }) => moved.has(name))) continue
    compute(cell, content, outcomes)
    moved.add(cell.name)
  }
  return { outcomes, moved }
}

function compute(cell: ComputedCell, content: FormContent, outcomes: Map<string, Outcome>): void {
  if (cell.isUnlessReported && content.valueOf(cell.at).kind !== 'absent') {
    outcomes.delete(cell.name)
    return
  }
  const inputOf = (code: string): Outcome => {
    const input = cell.inputs.get(code)
    if (input === undefined) return none('invalid', [code])
    if (input.isNotApplicable) return none('notApplicable', [code])
    return outcomes.get(input.name) ?? outcomeOf(content.valueOf(input.at), code)
  }
  outcomes.set(cell.name, cell.formula?.evaluate(({ code }) => inputOf(code)) ?? none('invalid'))
}
