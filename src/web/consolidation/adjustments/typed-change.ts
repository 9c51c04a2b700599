/**
 * What was typed into the box of an adjustment: the value wanted or the difference, in Vietnamese form, and what the
 * consolidated value becomes. The server computes it again on the value it holds.
 */
import type { NewAdjustment } from '#contract/adjustments.ts'
import { adjustingAmount } from '#core/aggregation/adjustment.ts'
import { type DecimalText, digitsOf, exact, plus, toText } from '#core/quantity/exact.ts'
import type { NumberRefusal } from '#core/quantity/vietnamese-number.ts'
import { parseTyped } from '#core/quantity/vietnamese-number.ts'

export interface Typed {
  readonly value: string
  readonly amount: string
}

export type TypedChange =
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly field: keyof Typed; readonly refusal: NumberRefusal }
  | { readonly kind: 'tooFine'; readonly field: keyof Typed }
  | { readonly kind: 'same' }
  | {
      readonly kind: 'change'
      readonly change: NewAdjustment['change']
      readonly after: DecimalText
      readonly amount: DecimalText
    }

/** The value wins where both are typed: the other is only shown then. `before` is plain decimal text of any length. */
export function typedChange({ value, amount }: Typed, before: string, decimals: number): TypedChange {
  const field = value.trim() !== '' ? 'value' : 'amount'
  const text = field === 'value' ? value : amount
  if (text.trim() === '') return { kind: 'empty' }
  const parsed = parseTyped(text)
  if (!parsed.ok) return { kind: 'refused', field, refusal: parsed }
  if (digitsOf(parsed.value).decimals > decimals) return { kind: 'tooFine', field }
  const now = toText(exact(before))
  const added =
    field === 'value' ? adjustingAmount(now, parsed.value) : adjustingAmount(toText(exact('0')), parsed.value)
  if (added === undefined) return { kind: 'same' }
  return field === 'value'
    ? { kind: 'change', change: { kind: 'value', value: parsed.value }, after: parsed.value, amount: added }
    : {
        kind: 'change',
        change: { kind: 'amount', amount: parsed.value },
        after: toText(plus(exact(before), exact(added))),
        amount: added,
      }
}
