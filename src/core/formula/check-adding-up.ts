/** What a formula may not add up over areas: a rate, an index, whatever is published as it is (QĐ 2159/QĐ-UBND (2022), Đ.10.5). */
import { type Formula, type Place, type Reference, referenceText } from './formula.ts'
import { nodesOf } from './nodes-of.ts'
import { type FormulaProblem, formulaProblem } from './problems.ts'

interface FormulaToCheck {
  readonly ast: Formula
  readonly places: ReadonlyMap<Formula, Place>
  /** Codes of what does not add up; of others nothing is known, or they do. */
  readonly apart: ReadonlySet<string>
}

/**
 * Each `children(…)` of such an indicator as it stands, wherever and whenever it is read. Weighted by another it may be added
 * up: what that gives is for its author to answer for.
 */
export function checkAddingUp({ ast, places, apart }: FormulaToCheck): readonly FormulaProblem[] {
  return nodesOf(ast).flatMap((node): readonly FormulaProblem[] => {
    const reference = node.kind === 'call' && node.name === 'children' ? asItStands(node.operands[0]) : undefined
    if (!reference || !apart.has(reference.code)) return []
    const place = places.get(node) ?? { position: 0, length: 0 }
    return [formulaProblem('formula.does-not-add-up', place, { reference: referenceText(reference) })]
  })
}

const unchanging: readonly string[] = ['abs', 'at', 'lastYear', 'plan', 'previous', 'round', 'vintage', 'ytd']

function asItStands(node: Formula | undefined): Reference | undefined {
  if (node?.kind === 'reading') return node.reference
  if (node?.kind === 'negate') return asItStands(node.operand)
  return node?.kind === 'call' && unchanging.includes(node.name) ? asItStands(node.operands[0]) : undefined
}
