/**
 * Adjustments of the consolidating agency (điều chỉnh): amounts added to what agencies say, as a layer of their own. They
 * never change a reported value, and they never make a figure where there is none.
 */
import { type DecimalText, exact, isZero, minus, plus, sum, toText } from '../quantity/exact.ts'
import type { Outcome } from '../quantity/outcome.ts'

/**
 * What is said with the amounts added, in its measure; the order of the amounts changes nothing.
 * Absent: what has no number takes none, and what lacks parts goes on lacking them.
 * Source: QĐ 2159/QĐ-UBND (2022), Đ.11.1.
 */
export function adjusted(outcome: Outcome, amounts: readonly DecimalText[]): Outcome {
  if (amounts.length === 0 || outcome.kind === 'none') return outcome
  return { ...outcome, value: plus(outcome.value, sum(amounts.map(exact))) }
}

/** What has to be added to `before` to get `after`; undefined when they are the same number. */
export function adjustingAmount(before: DecimalText, after: DecimalText): DecimalText | undefined {
  const amount = minus(exact(after), exact(before))
  return isZero(amount) ? undefined : toText(amount)
}
