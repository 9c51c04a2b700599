/** A figure of the table as it is drawn: a number, growth in words, or the sign of what is no number. */
import type { ComputedValue } from '#contract/explanation.ts'
import { abs, compare, exact, isZero, roundTo, toText, zero } from '#core/quantity/exact.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'
import type { Comparison } from '#core/table/definition.ts'
import { shownNumber, signOf } from '../../explanation/spoken-value.ts'
import type { Text } from '../../platform/text/vi.ts'

export type Shown =
  | { readonly kind: 'number'; readonly text: string; readonly isFall: boolean }
  | { readonly kind: 'sign' | 'word'; readonly text: string; readonly title: string }

export const percentDecimals = 1

export function shownFigure(text: Text, value: ComputedValue | undefined, decimals: number): Shown {
  if (value?.kind === 'number') return { kind: 'number', text: shownNumber(value.value, decimals), isFall: false }
  if (value === undefined || (value.reason === 'absent' && value.of.length === 0)) return absentSign(text)
  if (value.reason === 'absent') return { kind: 'sign', text: '…', title: text.signs.absent }
  return { kind: 'sign', ...signOf(text, value) }
}

function absentSign(text: Text): Shown {
  return { kind: 'sign', text: '…', title: text.signs.absent }
}

/** Growth is said in words, a share as a number; a comparison that cannot be drawn is «/», whatever it lacks. */
export function shownComparison(text: Text, comparison: Comparison, value: ComputedValue | undefined): Shown {
  if (value?.kind === 'number') {
    if (comparison === 'share')
      return { kind: 'number', text: shownNumber(value.value, percentDecimals), isFall: false }
    return growthWords(text, value.value)
  }
  if (value?.reason === 'notApplicable') return { kind: 'sign', ...signOf(text, value) }
  return { kind: 'sign', text: '/', title: text.signs.notComputable }
}

function growthWords(text: Text, percent: string): Shown {
  const shown = roundTo(exact(percent), percentDecimals)
  const words = text.explorer
  if (isZero(shown)) return { kind: 'word', text: words.same, title: words.same }
  const isFall = compare(shown, zero) < 0
  const size = formatVi(toText(abs(shown)), percentDecimals)
  return { kind: 'number', text: isFall ? words.down(size) : words.up(size), isFall }
}
