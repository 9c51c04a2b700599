/** A computed amount as it is reported. That there is none is said too, so that no earlier report stands in for it. */
import { isStorable, roundTo, toText } from '#core/quantity/exact.ts'
import type { Outcome } from '#core/quantity/outcome.ts'

export function computedValue(outcome: Outcome | undefined): { readonly kind: string; readonly value: string | null } {
  if (outcome?.kind !== 'number') {
    return { kind: outcome?.reason === 'notApplicable' ? 'notApplicable' : 'absent', value: null }
  }
  const value = toText(roundTo(outcome.value, 6))
  return isStorable(value) ? { kind: 'number', value } : { kind: 'absent', value: null }
}
