/**
 * The arithmetic of formulas on outcomes. Every operand is computed before the result is given up, so that a result
 * without a value names everything it lacks, not only the first; an absent operand is never taken as 0.
 */
import type { CellValue } from '../quantity/cell-value.ts'
import { abs, compare, type Exact, exact, minus, negate, plus, power, roundTo, sum, times } from '../quantity/exact.ts'
import { combine, computed, divideOutcomes, none, type Outcome, obstacleOf, outcomeOf } from '../quantity/outcome.ts'
import { type ArithmeticOperator, type Formula, type Reference, referenceText } from './formula.ts'
import type { FunctionName } from './functions.ts'
import { print } from './printer.ts'

/** Supplies the value of a reference. A result without a value keeps the names it brings. */
export type Resolve = (reference: Reference) => CellValue | Outcome

export type Calculate = (resolve: Resolve) => Outcome

/** A reference as an operand; a cell without a value is named after the reference. */
export function inputOf(reference: Reference): Calculate {
  const label = referenceText(reference)
  return (resolve) => {
    const value = resolve(reference)
    if (value.kind === 'none') return value
    if (value.kind !== 'number') return outcomeOf(value, label)
    return computed(typeof value.value === 'string' ? exact(value.value) : value.value)
  }
}

export function negated(operand: Calculate): Calculate {
  return onNumbers([operand], ([value]) => value && negate(value))
}

interface Operands {
  readonly left: Calculate
  readonly right: Calculate
  /** The right operand as written, to name it when it is a divisor of zero. */
  readonly written: Formula
}

export function calculated(operator: ArithmeticOperator, { left, right, written }: Operands): Calculate {
  switch (operator) {
    case '+':
      return (resolve) => combine(left(resolve), right(resolve), plus)
    case '-':
      return (resolve) => combine(left(resolve), right(resolve), minus)
    case '*':
      return (resolve) => combine(left(resolve), right(resolve), times)
    case '/': {
      const divisor = written.kind === 'reading' ? referenceText(written.reference) : print(written)
      return (resolve) => divideOutcomes(left(resolve), right(resolve), divisor)
    }
    case '^':
      return (resolve) => combine(left(resolve), right(resolve), power)
  }
}

/** Half up at a declared point; negative decimals round to tens, hundreds, thousands. */
export function rounded(operand: Calculate, decimals: number): Calculate {
  return onNumbers([operand], ([value]) => value && roundTo(value, decimals))
}

/** Functions of numbers alone; each takes its operands as the table of functions allows. */
export const numberFunctions: ReadonlyMap<FunctionName, (operands: readonly Calculate[]) => Calculate> = new Map([
  ['sum', (operands) => onNumbers(operands, sum)],
  ['min', (operands) => onNumbers(operands, (values) => furthest(values, -1))],
  ['max', (operands) => onNumbers(operands, (values) => furthest(values, 1))],
  ['abs', (operands) => onNumbers(operands, ([value]) => value && abs(value))],
] satisfies [FunctionName, (operands: readonly Calculate[]) => Calculate][])

function onNumbers(
  operands: readonly Calculate[],
  compute: (values: readonly Exact[]) => Exact | undefined,
): Calculate {
  return (resolve) => {
    const outcomes = operands.map((operand) => operand(resolve))
    const values = outcomes.flatMap((outcome) => (outcome.kind === 'number' ? [outcome.value] : []))
    if (values.length < outcomes.length) return obstacleOf(outcomes) ?? none('invalid')
    const result = compute(values)
    return result === undefined ? none('invalid') : computed(result)
  }
}

function furthest(values: readonly Exact[], direction: 1 | -1): Exact | undefined {
  const [first, ...others] = values
  return others.reduce((best, each) => (best && compare(each, best) === direction ? each : best), first)
}
