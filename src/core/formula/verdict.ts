/**
 * Three-valued logic of conditions. A condition over a missing figure cannot be told, and says which figure is missing;
 * but what is false, or true, whatever the missing figure turns out to be, is told at once.
 */
import { compare } from '../quantity/exact.ts'
import { type NoOutcome, none, type Outcome, obstacleOf, wholeOf } from '../quantity/outcome.ts'
import type { ComparisonOperator } from './formula.ts'

/** Result of a condition: it holds, it does not, or it cannot be told and why. */
export type Verdict = { readonly kind: 'truth'; readonly holds: boolean } | NoOutcome

export const holds: Verdict = { kind: 'truth', holds: true }
export const fails: Verdict = { kind: 'truth', holds: false }

/** What a partial total will be when it is whole cannot be told, so nothing compares with it. */
export function compareOutcomes(operator: ComparisonOperator, leftSide: Outcome, rightSide: Outcome): Verdict {
  const [left, right] = [wholeOf(leftSide), wholeOf(rightSide)]
  if (left.kind === 'none' || right.kind === 'none') return obstacleOf([left, right]) ?? none('invalid')
  return accepts(operator, compare(left.value, right.value)) ? holds : fails
}

function accepts(operator: ComparisonOperator, order: -1 | 0 | 1): boolean {
  switch (operator) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

export function bothHold(left: Verdict, right: Verdict): Verdict {
  return decidedBy(false, left, right)
}

export function eitherHolds(left: Verdict, right: Verdict): Verdict {
  return decidedBy(true, left, right)
}

export function opposite(verdict: Verdict): Verdict {
  if (verdict.kind === 'none') return verdict
  return verdict.holds ? fails : holds
}

/** One side with the deciding value settles the whole; otherwise a side that cannot be told leaves it untold. */
function decidedBy(deciding: boolean, left: Verdict, right: Verdict): Verdict {
  if (left.kind === 'truth' && left.holds === deciding) return left
  if (right.kind === 'truth' && right.holds === deciding) return right
  if (left.kind === 'truth') return right
  if (right.kind === 'truth') return left
  return obstacleOf([left, right]) ?? left
}
