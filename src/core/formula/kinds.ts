/** What can be said of a formula before any figure is known: what it yields, and whether it only adds amounts. */
import { type Formula, references } from './formula.ts'
import type { ResultKind } from './functions.ts'

/** What a node yields; `if` yields what its branches do. */
export function kindOf(node: Formula): ResultKind {
  switch (node.kind) {
    case 'number':
    case 'reading':
    case 'negate':
    case 'arithmetic':
      return 'number'
    case 'string':
      return 'text'
    case 'not':
    case 'comparison':
    case 'logic':
      return 'logic'
    case 'call': {
      const branch = node.name === 'if' ? node.operands[1] : undefined
      return branch === undefined ? 'number' : kindOf(branch)
    }
  }
}

/** Only readings added up, each at most times or divided by a fixed number. */
export function isSumOfAmounts(node: Formula): boolean {
  switch (node.kind) {
    case 'reading':
      return true
    case 'negate':
      return isSumOfAmounts(node.operand)
    case 'arithmetic': {
      const { operator, left, right } = node
      if (operator === '+' || operator === '-') return isSumOfAmounts(left) && isSumOfAmounts(right)
      if (operator === '/') return isSumOfAmounts(left) && isFixed(right)
      return operator === '*' && ((isSumOfAmounts(left) && isFixed(right)) || (isFixed(left) && isSumOfAmounts(right)))
    }
    case 'call':
      return node.name === 'sum' && node.operands.every(isSumOfAmounts)
    case 'number':
    case 'string':
    case 'not':
    case 'comparison':
    case 'logic':
      return false
  }
}

/** Without any reading, so the same number whatever the figures are. */
export function isFixed(node: Formula): boolean {
  return references(node).length === 0
}
