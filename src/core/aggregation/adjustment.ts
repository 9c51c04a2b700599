/**
 * Adjustments of the consolidating agency (điều chỉnh): amounts added to what agencies say, as a layer of their own. They
 * never change a reported value, and they never make a figure where there is none.
 */
import type { CellValue } from '../quantity/cell-value.ts'
import { type DecimalText, exact, isZero, minus, plus, sum, toText, zero } from '../quantity/exact.ts'
import { computed } from '../quantity/outcome.ts'
import type { Total } from './total.ts'

/**
 * A total with the amounts added, in the total's measure; the order of the amounts changes nothing.
 * Absent: a total without a number stays as it is, and a partial one stays partial and names what it lacks.
 * Source: QĐ 2159/QĐ-UBND (2022), Đ.11.1.
 */
export function adjustedTotal<Key>(total: Total<Key>, amounts: readonly DecimalText[]): Total<Key> {
  const { outcome } = total
  if (amounts.length === 0 || outcome.kind === 'none') return total
  return { ...total, outcome: computed(plus(outcome.value, sum(amounts.map(exact)))) }
}

/** One value with the amounts added. `nothing` counts as 0; absent, not applicable and text stay as they are. */
export function adjustedValue(value: CellValue, amounts: readonly DecimalText[]): CellValue {
  if (amounts.length === 0 || (value.kind !== 'number' && value.kind !== 'nothing')) return value
  const base = value.kind === 'number' ? exact(value.value) : zero
  return { kind: 'number', value: toText(plus(base, sum(amounts.map(exact)))) }
}

/** What has to be added to `before` to get `after`; undefined when they are the same number. */
export function adjustingAmount(before: DecimalText, after: DecimalText): DecimalText | undefined {
  const amount = minus(exact(after), exact(before))
  return isZero(amount) ? undefined : toText(amount)
}
