/**
 * Result of a computation: a number, or the reason why there is none and what it hangs on. Three-valued: an absent input
 * makes the result absent, never 0, and says which input it was; `nothing` counts as 0.
 * A total that lacks parts is a number that says so (`lacking`): it may be added to and scaled, and stays partial; no
 * ratio, product, power or comparison is drawn from it.
 */
import type { CellValue } from './cell-value.ts'
import type { Exact } from './exact.ts'
import { dividedBy, exact, isBeyondFigures, isZero, zero } from './exact.ts'

export type NoneReason = 'absent' | 'notApplicable' | 'divisionByZero' | 'invalid' | 'notReleased'

export interface NoOutcome {
  readonly kind: 'none'
  readonly reason: NoneReason
  /** Labels of the inputs that cause the reason, each once, in the order met. */
  readonly of: readonly string[]
}

export interface NumberOutcome {
  readonly kind: 'number'
  readonly value: Exact
  /** Labels of the parts that the number lacks; left out when it is whole. */
  readonly lacking?: readonly string[]
}

export type Outcome = NumberOutcome | NoOutcome

/** Strongest first: a reason that a later arrival of figures cannot lift outranks one that it can. */
const strongestFirst: readonly NoneReason[] = ['invalid', 'notApplicable', 'divisionByZero', 'notReleased', 'absent']

export const computed = (value: Exact): NumberOutcome => ({ kind: 'number', value })
export const none = (reason: NoneReason, of: readonly string[] = []): NoOutcome => ({ kind: 'none', reason, of })

/** A cell as an input called `label`. Text does not enter formulas: it is `invalid`. */
export function outcomeOf(value: CellValue, label: string): Outcome {
  switch (value.kind) {
    case 'number':
      return computed(exact(value.value))
    case 'nothing':
      return computed(zero)
    case 'absent':
      return none('absent', [label])
    case 'notApplicable':
      return none('notApplicable', [label])
    case 'text':
      return none('invalid', [label])
  }
}

/** Why a computation over all of these has no number: the strongest reason with every label under it. Undefined if all are numbers. */
export function obstacleOf(outcomes: readonly Outcome[]): NoOutcome | undefined {
  for (const reason of strongestFirst) {
    const labels = new Set<string>()
    let met = false
    for (const outcome of outcomes) {
      if (outcome.kind !== 'none' || outcome.reason !== reason) continue
      met = true
      for (const label of outcome.of) labels.add(label)
    }
    if (met) return none(reason, [...labels])
  }
  return undefined
}

/** The same number, lacking these parts besides; whole when there are none. */
export function lackingAlso(outcome: NumberOutcome, labels: readonly string[]): NumberOutcome {
  const lacking = [...new Set([...(outcome.lacking ?? []), ...labels])]
  return lacking.length === 0 ? outcome : { kind: 'number', value: outcome.value, lacking }
}

/** A partial number as an operand of anything but a sum: absent, under the names of what it lacks. */
export function wholeOf(outcome: Outcome): Outcome {
  return outcome.kind === 'number' && outcome.lacking ? none('absent', outcome.lacking) : outcome
}

/**
 * Applies `compute` to two numbers; its `undefined` (see `power`) and what is beyond all figures become `invalid`. What either lacks, the result lacks,
 * so `compute` adds, or scales by a fixed number; for anything else give operands that went through `wholeOf`.
 */
export function combine(left: Outcome, right: Outcome, compute: (a: Exact, b: Exact) => Exact | undefined): Outcome {
  if (left.kind === 'none' || right.kind === 'none') return obstacleOf([left, right]) ?? none('invalid')
  const value = compute(left.value, right.value)
  if (value === undefined || isBeyondFigures(value)) return none('invalid')
  if (!left.lacking && !right.lacking) return computed(value)
  return lackingAlso(lackingAlso(computed(value), left.lacking ?? []), right.lacking ?? [])
}

/** Division by a fixed number, which keeps a partial total a partial total; by zero it is not computable (sign '/'). */
export function scaleDown(left: Outcome, fixed: Outcome, divisorLabel: string): Outcome {
  if (left.kind === 'number' && fixed.kind === 'number' && isZero(fixed.value)) {
    return none('divisionByZero', [divisorLabel])
  }
  return combine(left, fixed, dividedBy)
}

/** Division; a divisor of zero, named by `divisorLabel`, is not computable (sign '/'). No ratio is drawn from a partial total. */
export function divideOutcomes(left: Outcome, right: Outcome, divisorLabel: string): Outcome {
  return scaleDown(wholeOf(left), wholeOf(right), divisorLabel)
}
