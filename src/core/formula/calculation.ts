/**
 * The arithmetic of formulas on outcomes. Every operand is computed before the result is given up, so that a result
 * without a value names everything it lacks, not only the first; an absent operand is never taken as 0.
 */
import {
  abs,
  compare,
  dividedBy,
  type Exact,
  exact,
  isNegative,
  isZero,
  minus,
  negate,
  plus,
  power,
  roundTo,
  sum,
  times,
  zero,
} from '../quantity/exact.ts'
import {
  combine,
  computed,
  divideOutcomes,
  lackingAlso,
  none,
  type Outcome,
  obstacleOf,
  outcomeOf,
  scaleDown,
  wholeOf,
} from '../quantity/outcome.ts'
import { type ArithmeticOperator, type Formula, type Reference, referenceText } from './formula.ts'
import type { FunctionName } from './functions.ts'
import { isFixed } from './kinds.ts'
import { print } from './printer.ts'
import type { Viewpoint } from './viewpoint.ts'

export type Calculate = (from: Viewpoint) => Outcome

/** A reference as an operand; a cell without a value is named after the reference. */
export function inputOf(reference: Reference): Calculate {
  const label = referenceText(reference)
  return ({ resolve }) => {
    const value = resolve(reference)
    if (value.kind === 'none') return value
    if (value.kind !== 'number') return outcomeOf(value, label)
    return typeof value.value === 'string' ? computed(exact(value.value)) : (value as Outcome)
  }
}

export function negated(operand: Calculate): Calculate {
  return overSums([operand], ([value]) => value && negate(value))
}

interface Operands {
  readonly left: Calculate
  readonly right: Calculate
  readonly node: Extract<Formula, { readonly kind: 'arithmetic' }>
}

/** Sums, and products and quotients by a fixed number, keep a partial total; nothing else is drawn from one. */
export function calculated(operator: ArithmeticOperator, { left, right, node }: Operands): Calculate {
  switch (operator) {
    case '+':
      return (from) => combine(left(from), right(from), plus)
    case '-':
      return (from) => combine(left(from), right(from), minus)
    case '*': {
      if (isFixed(node.left) || isFixed(node.right)) return (from) => combine(left(from), right(from), times)
      return (from) => combine(wholeOf(left(from)), wholeOf(right(from)), times)
    }
    case '/': {
      const divide = isFixed(node.right) ? scaleDown : divideOutcomes
      const divisor = nameOfDivisor(node.right)
      return (from) => divide(left(from), right(from), divisor)
    }
    case '^': {
      const base = nameOfDivisor(node.left)
      return (from) => raised(wholeOf(left(from)), wholeOf(right(from)), base)
    }
  }
}

/** A power below zero divides by its base. */
function raised(base: Outcome, exponent: Outcome, name: string): Outcome {
  const divides = exponent.kind === 'number' && isNegative(exponent.value)
  if (divides && base.kind === 'number' && isZero(base.value)) return none('divisionByZero', [name])
  return combine(base, exponent, power)
}

/** A divisor of zero is named as it is written. */
export function nameOfDivisor(node: Formula): string {
  return node.kind === 'reading' ? referenceText(node.reference) : print(node)
}

/** Half up at a declared point; negative decimals round to tens, hundreds, thousands. A rounded partial sum is partial. */
export function rounded(operand: Calculate, decimals: number): Calculate {
  return overSums([operand], ([value]) => value && roundTo(value, decimals))
}

const hundred = exact('100')

/** One number as a percentage of another. */
export function percentage(part: Calculate, whole: Calculate, divisor: string): Calculate {
  return (from) => combine(divideOutcomes(part(from), whole(from), divisor), computed(hundred), times)
}

/** How much per cent one number exceeds another. */
export function growth(now: Calculate, base: Calculate, divisor: string): Calculate {
  const index = percentage(now, base, divisor)
  return (from) => combine(index(from), computed(hundred), minus)
}

/** Functions of numbers alone; each takes its operands as the table of functions allows. */
export const numberFunctions: ReadonlyMap<FunctionName, (operands: readonly Calculate[]) => Calculate> = new Map([
  ['sum', (operands) => overSums(operands, sum)],
  ['min', (operands) => overNumbers(operands, (values) => furthest(values, -1))],
  ['max', (operands) => overNumbers(operands, (values) => furthest(values, 1))],
  ['abs', (operands) => overNumbers(operands, ([value]) => value && abs(value))],
  ['geomean', (operands) => overNumbers(operands, geometricMean)],
] satisfies [FunctionName, (operands: readonly Calculate[]) => Calculate][])

type Compute = (values: readonly Exact[]) => Exact | undefined

/** Over numbers that must be whole. */
function overNumbers(operands: readonly Calculate[], compute: Compute): Calculate {
  return overSums(
    operands.map(
      (operand): Calculate =>
        (from) =>
          wholeOf(operand(from)),
    ),
    compute,
  )
}

/** Over numbers that may lack parts, which the result then lacks too. */
function overSums(operands: readonly Calculate[], compute: Compute): Calculate {
  return (from) => {
    const outcomes = operands.map((operand) => operand(from))
    const numbers = outcomes.flatMap((outcome) => (outcome.kind === 'number' ? [outcome] : []))
    if (numbers.length < outcomes.length) return obstacleOf(outcomes) ?? none('invalid')
    const result = compute(numbers.map(({ value }) => value))
    if (result === undefined) return none('invalid')
    return lackingAlso(
      computed(result),
      numbers.flatMap(({ lacking }) => lacking ?? []),
    )
  }
}

function furthest(values: readonly Exact[], direction: 1 | -1): Exact | undefined {
  const [first, ...others] = values
  return others.reduce((best, each) => (best && compare(each, best) === direction ? each : best), first)
}

/** The mean of growth factors: the n-th root of their product. None of one that is not positive. */
function geometricMean(values: readonly Exact[]): Exact | undefined {
  if (values.some((value) => compare(value, zero) <= 0)) return undefined
  return power(values.reduce(times), dividedBy(exact('1'), exact(String(values.length))))
}
