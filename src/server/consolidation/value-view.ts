/** Values and outcomes as they go over the wire: a number, or the reason for none. */
import type { ComputedValue } from '#contract/province.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import { toText } from '#core/quantity/exact.ts'
import type { Outcome } from '#core/quantity/outcome.ts'

export function valueView(value: CellValue): ComputedValue {
  if (value.kind === 'number') return { kind: 'number', value: value.value }
  return { kind: 'none', reason: value.kind === 'text' ? 'invalid' : value.kind, of: [] }
}

export function outcomeView(outcome: Outcome): ComputedValue {
  if (outcome.kind === 'number') return { kind: 'number', value: toText(outcome.value) }
  return { kind: 'none', reason: outcome.reason, of: [...outcome.of] }
}
