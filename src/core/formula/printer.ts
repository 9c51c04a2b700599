/**
 * Writes a formula with the fewest parentheses that keep its tree: parsing the printed text gives the same tree.
 * The canonical form (decimal point, `;` between arguments) is what is stored, compared and hashed.
 */
import { type Formula, referenceText } from './formula.ts'
import type { DecimalSign } from './lexer.ts'

/** How tightly each level of the grammar binds; an operand below what its place needs is put in parentheses. */
export const binding = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  negation: 7,
  power: 8,
  primary: 9,
} as const

/** Level of the grammar on which a node is read. */
export function bindingOf(formula: Formula): number {
  switch (formula.kind) {
    case 'logic':
      return binding[formula.operator]
    case 'not':
      return binding.not
    case 'comparison':
      return binding.comparison
    case 'arithmetic':
      return bindingOfOperator[formula.operator]
    case 'negate':
      return binding.negation
    case 'number':
    case 'string':
    case 'reading':
    case 'call':
      return binding.primary
  }
}

const bindingOfOperator = {
  '+': binding.sum,
  '-': binding.sum,
  '*': binding.product,
  '/': binding.product,
  '^': binding.power,
} as const

/** Text of a formula, canonical unless the editor's decimal comma is asked for. */
export function print(formula: Formula, options: { readonly decimal?: DecimalSign } = {}): string {
  const write = (node: Formula, least: number): string => {
    const text = writeNode(node)
    return bindingOf(node) < least ? `(${text})` : text
  }
  const writeNode = (node: Formula): string => {
    switch (node.kind) {
      case 'number':
        return options.decimal === 'comma' ? node.value.replace('.', ',') : node.value
      case 'string':
        return `"${node.text.replaceAll('"', '""')}"`
      case 'reading':
        return `[${referenceText(node.reference)}]`
      case 'negate':
        return `-${write(node.operand, binding.power)}`
      case 'not':
        return `not ${write(node.operand, binding.comparison)}`
      case 'comparison':
        return `${write(node.left, binding.sum)} ${node.operator} ${write(node.right, binding.sum)}`
      case 'logic':
      case 'arithmetic': {
        if (node.operator === '^') return `${write(node.left, binding.primary)}^${write(node.right, binding.negation)}`
        const own = bindingOf(node)
        return `${write(node.left, own)} ${node.operator} ${write(node.right, own + 1)}`
      }
      case 'call':
        return `${node.name}(${node.operands.map((operand) => write(operand, binding.or)).join('; ')})`
    }
  }
  return write(formula, binding.or)
}
