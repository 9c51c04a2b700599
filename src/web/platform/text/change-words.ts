/** A change of a figure, also in words: «tăng 5,2%», «giảm 1,3%», «không đổi». */

import {
  abs,
  compare,
  dividedBy,
  type Exact,
  exact,
  isZero,
  minus,
  roundTo,
  times,
  toText,
  zero,
} from '#core/quantity/exact.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'
import type { Text } from './vi.ts'

const hundred = exact('100')

/** Per cent beyond the base; undefined when the base is zero. */
export function percentChange(now: Exact, base: Exact): Exact | undefined {
  return isZero(base) ? undefined : minus(times(dividedBy(now, base), hundred), hundred)
}

export function changeWords(text: Text, percent: Exact): string {
  const shown = roundTo(percent, 1)
  if (isZero(shown)) return text.change.same
  const size = formatVi(toText(abs(shown)), 1)
  return compare(shown, zero) > 0 ? text.change.up(size) : text.change.down(size)
}

/** «+90», «−1,5». */
export function differenceText(now: Exact, base: Exact): string {
  const difference = minus(now, base)
  const shown = formatVi(toText(difference))
  return compare(difference, zero) > 0 ? `+${shown}` : shown
}

/** «75,9» of a plan; undefined when the plan is zero. */
export function percentOf(now: Exact, whole: Exact): string | undefined {
  return isZero(whole) ? undefined : formatVi(toText(roundTo(times(dividedBy(now, whole), hundred), 1)), 1)
}
