/** What a figure of a batch says, as it is kept; or why it cannot be kept, with what was probably meant. */
import { type Problem, problem } from '#contract/problems.ts'
import { digitsOf, maxDecimals, maxIntegerDigits } from '#core/quantity/exact.ts'
import { hasControlOrBidi, normalizeText } from '#core/quantity/text.ts'
import { parseTyped, plainNumberIn, shownText } from '#core/quantity/vietnamese-number.ts'
import type { ReportableIndicator } from '../catalogue/index.ts'
import type { SaidFigure } from './bulk.ts'
import { storedValueOf } from './cell-value.ts'

export const longestText = 2000

export interface StoredText {
  readonly kind: string
  readonly value: string | null
  readonly text: string | null
}

const plainNumber = /^-?\d+(\.\d+)?$/

export function storedText({ row, value }: SaidFigure, indicator: ReportableIndicator): StoredText | Problem {
  const { valueKind, decimals, code } = indicator
  if (valueKind !== 'number' && valueKind !== 'text') return problem('figures.takes-no-value', { row, indicator: code })
  if (value.kind === 'number') {
    if (valueKind === 'text') return { kind: 'text', value: null, text: value.value }
    if (digitsOf(value.value).decimals <= decimals) return { kind: 'number', value: value.value, text: null }
    return problem('figures.too-many-decimals', { row, text: value.value, decimals, indicator: code })
  }
  if (value.kind !== 'text') return storedValueOf(value)
  if (valueKind === 'number') return notPlain(row, value.text)
  const text = normalizeText(value.text)
  if (text.length > longestText || hasControlOrBidi(text))
    return problem('figures.bad-text', { row, limit: longestText })
  return { kind: 'text', value: null, text }
}

/** A number in the form of people (1.234,5 or 1,234.5) is never taken silently: the one who wrote it says which it is. */
function notPlain(row: number, text: string): Problem {
  const shown = shownText(text)
  if (plainNumber.test(text)) {
    return problem('figures.too-many-digits', { row, text: shown, maxIntegerDigits, maxDecimals })
  }
  const parsed = parseTyped(text)
  if (parsed.ok) return problem('figures.number-not-plain', { row, text: shown, understood: parsed.value })
  const meant = plainNumberIn('vi', parsed.details.suggestion ?? '')
  if (meant === undefined) return problem('figures.not-a-number', { row, text: shown })
  return problem('figures.number-not-plain', { row, text: shown, understood: meant })
}
