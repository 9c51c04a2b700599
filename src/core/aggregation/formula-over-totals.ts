/**
 * A computed indicator of a whole (an area from its parts): its formula taken over the totals of its inputs, never a
 * total or an average of the parts' own results. Yield of the province = Σ production × 10 / Σ harvested area.
 */

import type { CompiledFormula } from '../formula/compile.ts'
import { type Reference, referenceText } from '../formula/formula.ts'
import { none } from '../quantity/outcome.ts'
import { inCodeOrder } from '../quantity/text.ts'
import type { Total } from './total.ts'

type NumberFormula = Extract<CompiledFormula, { readonly kind: 'number' }>

/**
 * Shape: `totalOf` gives the total of each reading over the same parts.
 * Absent: a part missing from any input is missing from the result. A sum of amounts over partial totals is partial; any
 * other formula over a partial total has no value, because a ratio of sums over different parts would mislead.
 * A part counts as counted when every input that concerns it has it.
 */
export function formulaOverTotals<Key extends string>(
  formula: NumberFormula,
  totalOf: (reference: Reference) => Total<Key>,
): Total<Key> {
  const totals = new Map(formula.references.map((reference) => [referenceText(reference), totalOf(reference)]))
  const inputs = [...totals.values()]
  const missing = keysOf(inputs.map((total) => total.missing))
  const counted = keysOf(inputs.map((total) => total.counted)).filter((key) => !missing.includes(key))
  const leftOut = keysOf(inputs.map((total) => total.leftOut)).filter((key) => ![...missing, ...counted].includes(key))
  const outcome =
    missing.length > 0 && !formula.isSumOfAmounts
      ? none('absent', missing)
      : formula.evaluate((reference) => totals.get(referenceText(reference))?.outcome ?? none('invalid'))
  return { outcome, partial: missing.length > 0, missing, counted, leftOut }
}

function keysOf<Key extends string>(lists: readonly (readonly Key[])[]): readonly Key[] {
  return [...new Set(lists.flat())].sort(inCodeOrder)
}
