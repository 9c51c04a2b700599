/** What can be said of a formula before any figure is known: what it yields, and whether it only adds readings. */
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

/** Readings added up and nothing else: of such a sum what is in may be shown while parts are awaited; of no other. */
export function isPlainSum(node: Formula): boolean {
  switch (node.kind) {
    case 'reading':
      return true
    case 'arithmetic':
      return node.operator === '+' && isPlainSum(node.left) && isPlainSum(node.right)
    case 'call':
      return node.name === 'sum' && node.operands.every(isPlainSum)
    case 'negate':
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
