/**
 * Adds up parts that lie side by side. A part without a figure leaves the sum partial and is named; it is never 0. A part
 * for which the question does not arise is left out; one that cannot be computed at all leaves no sum.
 */
import { sum } from './exact.ts'
import {
  computed,
  lackingAlso,
  type NoneReason,
  type NumberOutcome,
  none,
  type Outcome,
  obstacleOf,
} from './outcome.ts'

export interface Addend {
  readonly label: string
  readonly outcome: Outcome
}

/** Reasons that a later arrival of figures may lift: such a part is missing, not wrong. */
export function isAwaited(outcome: Outcome): boolean {
  return outcome.kind === 'none' && awaited.includes(outcome.reason)
}

const awaited: readonly NoneReason[] = ['absent', 'notReleased']

/**
 * Absent: all parts absent, or absent and not applicable: no value, and the labels of the absent ones. Without parts, or
 * with none to which the question applies: `notApplicable`. What a part lacks itself, the sum lacks.
 */
export function addUp(parts: readonly Addend[]): Outcome {
  const wrong = parts.filter(({ outcome }) => outcome.kind === 'none' && !isAwaited(outcome) && !isLeftOut(outcome))
  if (wrong.length > 0) return obstacleOf(wrong.map(({ outcome }) => outcome)) ?? none('invalid')
  const missing = parts.filter(({ outcome }) => isAwaited(outcome)).map(({ label }) => label)
  const counted = parts.flatMap(({ outcome }) => (outcome.kind === 'number' ? [outcome] : []))
  if (counted.length > 0) return lackingAlso(computed(sum(counted.map(({ value }) => value))), lacks(counted, missing))
  return missing.length > 0
    ? none('absent', missing)
    : none(
        'notApplicable',
        parts.map(({ label }) => label),
      )
}

function isLeftOut(outcome: Outcome): boolean {
  return outcome.kind === 'none' && outcome.reason === 'notApplicable'
}

function lacks(counted: readonly NumberOutcome[], missing: readonly string[]): readonly string[] {
  return [...counted.flatMap(({ lacking }) => lacking ?? []), ...missing]
}
