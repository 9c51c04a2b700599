/**
 * Carries the shifts of time, scenario and vintage of a condition down to its readings, because a form answers a reading
 * by naming a cell: `previous([a] + [b])` becomes the cells of a and b in the column of the month before. What is left is
 * arithmetic and comparisons alone, which the one evaluator computes.
 */
import { type ArithmeticOperator, type Formula, operandsOf, type Reference } from '../formula/formula.ts'
import { type FunctionName, functionShapes } from '../formula/functions.ts'
import type { SpanOffset } from '../period/span-offset.ts'
import { canonicalText } from '../quantity/exact.ts'

/** Where in time, plan and vintage a reading is wanted. */
export interface WantedOnForm {
  /** Key of the column it is asked at, while nothing has moved it from there. */
  readonly column: string | null
  readonly offset: SpanOffset | null
  readonly scenario: 'actual' | 'plan'
  /** null: whatever the form shows. */
  readonly vintage: string | null
}

/** Undefined where the form has nothing of the kind; the condition is not asked there. */
export type ReadingOnForm = (reference: Reference, wanted: WantedOnForm) => Formula | undefined

export interface Lowering {
  readonly read: ReadingOnForm
  /** Told of each node that is made for one of the condition's, so that problems keep their place in its text. */
  readonly made?: (from: Formula, to: Formula) => void
}

type Shift = (wanted: WantedOnForm) => WantedOnForm | undefined

const moved =
  (targets: Readonly<Partial<Record<SpanOffset, SpanOffset>>>): Shift =>
  ({ offset, scenario, vintage }) => {
    const target = offset === null ? undefined : targets[offset]
    return target === undefined ? undefined : { column: null, offset: target, scenario, vintage }
  }

const shifts: Readonly<Partial<Record<FunctionName, Shift>>> = {
  ytd: moved({
    month: 'yearToDate',
    yearToDate: 'yearToDate',
    previousMonth: 'previousYearToDate',
    sameMonthLastYear: 'yearToDateLastYear',
  }),
  previous: moved({ month: 'previousMonth', yearToDate: 'previousYearToDate' }),
  lastYear: moved({
    month: 'sameMonthLastYear',
    yearToDate: 'yearToDateLastYear',
    halfYear: 'halfYearLastYear',
    year: 'lastYear',
  }),
  plan: () => ({ column: null, offset: 'year', scenario: 'plan', vintage: null }),
}

/** Functions that a form has an answer to: it shows no other areas than its own. */
export const functionsOnForm: readonly FunctionName[] = (Object.keys(functionShapes) as FunctionName[]).filter(
  (name) => name !== 'at' && name !== 'children',
)

/** Whether a form has an answer to the call; it does not show the whole that a share of one operand is of. */
export function isOnForm({ name, operands }: Formula & { readonly kind: 'call' }): boolean {
  return functionsOnForm.includes(name) && !(name === 'share' && operands.length < 2)
}

/** To something else, which is the same period of last year where `growth` and `index` name nothing. */
const isComparison = (name: FunctionName): boolean => name === 'growth' || name === 'index'

/** Whether a condition looks beyond the column it is asked at; then it is asked for the month of the report alone. */
export function looksBeyondColumn(node: Formula): boolean {
  const isShift = node.kind === 'call' && (shifts[node.name] !== undefined || node.name === 'vintage')
  const isAgainstLastYear = node.kind === 'call' && isComparison(node.name) && node.operands.length === 1
  return isShift || isAgainstLastYear || operandsOf(node).some(looksBeyondColumn)
}

/** The condition over cells, or undefined where one of its readings has no cell. */
export function lowered(node: Formula, wanted: WantedOnForm, lowering: Lowering): Formula | undefined {
  const result = lowerNode(node, wanted, lowering)
  if (result !== undefined) lowering.made?.(node, result)
  return result
}

function lowerNode(node: Formula, wanted: WantedOnForm, lowering: Lowering): Formula | undefined {
  switch (node.kind) {
    case 'number':
    case 'string':
      return node
    case 'reading':
      return lowering.read(node.reference, wanted)
    case 'negate':
    case 'not': {
      const operand = lowered(node.operand, wanted, lowering)
      return operand && { ...node, operand }
    }
    case 'arithmetic':
    case 'comparison':
    case 'logic': {
      const left = lowered(node.left, wanted, lowering)
      const right = lowered(node.right, wanted, lowering)
      return left && right && { ...node, left, right }
    }
    case 'call':
      return lowerCall(node, wanted, lowering)
  }
}

function lowerCall(
  node: Formula & { readonly kind: 'call' },
  wanted: WantedOnForm,
  lowering: Lowering,
): Formula | undefined {
  if (!isOnForm(node)) return undefined
  const [first, second] = node.operands
  const shift = shifts[node.name]
  if (shift !== undefined && first !== undefined) {
    const target = shift(wanted)
    return target && lowered(first, target, lowering)
  }
  if (node.name === 'vintage' && first !== undefined) {
    return lowered(first, { ...wanted, column: null, vintage: second?.kind === 'string' ? second.text : '' }, lowering)
  }
  const operands = node.operands.map((operand) => lowered(operand, wanted, lowering))
  if (isComparison(node.name) && first !== undefined && operands.length === 1) {
    operands.push(lowered({ kind: 'call', name: 'lastYear', operands: [first] }, wanted, lowering))
  }
  const found = operands.flatMap((operand) => operand ?? [])
  if (found.length < operands.length) return undefined
  const [value, base] = found
  if (!isComparison(node.name) && node.name !== 'share') return { ...node, operands: found }
  if (value === undefined || base === undefined) return undefined
  const percent = arithmetic('*', arithmetic('/', value, base), hundred)
  return node.name === 'growth' ? arithmetic('-', percent, hundred) : percent
}

const hundred: Formula = { kind: 'number', value: canonicalText('100') }

function arithmetic(operator: ArithmeticOperator, left: Formula, right: Formula): Formula {
  return { kind: 'arithmetic', operator, left, right }
}
