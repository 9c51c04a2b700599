/**
 * The tree of a formula (công thức), as the parser builds it and the printer, the compiler and the wording read it.
 * Numbers in it are never negative: a minus sign is its own node, so `-2^2` stays −(2^2).
 * The members of a reference are sorted and differ from one another, so one reading has one spelling.
 */
import type { DecimalText } from '../quantity/exact.ts'
import type { FunctionName } from './functions.ts'

/** A reading of one indicator, narrowed to members of its breakdowns: `[NN.01:dong-xuan]`. */
export interface Reference {
  readonly code: string
  readonly members: readonly string[]
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '^'
export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>='
export type LogicOperator = 'and' | 'or'

export type Formula =
  | { readonly kind: 'number'; readonly value: DecimalText }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'reading'; readonly reference: Reference }
  | { readonly kind: 'negate' | 'not'; readonly operand: Formula }
  | {
      readonly kind: 'arithmetic'
      readonly operator: ArithmeticOperator
      readonly left: Formula
      readonly right: Formula
    }
  | {
      readonly kind: 'comparison'
      readonly operator: ComparisonOperator
      readonly left: Formula
      readonly right: Formula
    }
  | {
      readonly kind: 'logic'
      readonly operator: LogicOperator
      readonly left: Formula
      readonly right: Formula
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly operands: readonly Formula[] }

export type Call = Extract<Formula, { readonly kind: 'call' }>

/** Where a node stands in the text it was parsed from, in UTF-16 code units. */
export interface Place {
  readonly position: number
  readonly length: number
}

/** Spelling of a reference without its brackets; the label under which it is named when it has no value. */
export function referenceText(reference: Reference): string {
  return reference.members.length === 0 ? reference.code : `${reference.code}:${reference.members.join(',')}`
}

/** The nodes directly below a node, from left to right. */
export function operandsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'number':
    case 'string':
    case 'reading':
      return []
    case 'negate':
    case 'not':
      return [formula.operand]
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return [formula.left, formula.right]
    case 'call':
      return formula.operands
  }
}

/** Every reference of a formula once, in the order in which the text names them first. */
export function references(formula: Formula): readonly Reference[] {
  const found = new Map<string, Reference>()
  const visit = (node: Formula): void => {
    if (node.kind === 'reading') {
      const text = referenceText(node.reference)
      if (!found.has(text)) found.set(text, node.reference)
    }
    for (const operand of operandsOf(node)) visit(operand)
  }
  visit(formula)
  return [...found.values()]
}
