/** A round step of an axis in the form figures have: 30.000, 2,5. */
import { canonicalText } from '#core/quantity/exact.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'

export function tickText(tick: number): string {
  return formatVi(canonicalText(tick.toFixed(6)))
}
