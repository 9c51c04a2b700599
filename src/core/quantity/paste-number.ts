/**
 * Numbers of a pasted block of text cells. One program wrote the block, so it has one style: a single cell that can only
 * be Vietnamese (12,5) or only English (12.5) decides for all. If none does while «1,234» or «1.234» could be either, or
 * if the block holds both kinds, the block is ambiguous and both readings are given, so that the person is asked once.
 */
import type { NumberStyle, ParsedCell } from './vietnamese-number.ts'
import { parseTyped, plainNumberIn, shownText, signValue, withinDigits } from './vietnamese-number.ts'

export type PastedNumbers =
  | {
      readonly ambiguous: false
      readonly reading: NumberStyle
      /** One entry per text, in the same order; a refused text carries its reason. */
      readonly cells: readonly ParsedCell[]
      /** Index of the first text that could be of this style only; undefined when both styles read the block alike. */
      readonly decidedBy?: number
    }
  | {
      readonly ambiguous: true
      readonly vi: readonly ParsedCell[]
      readonly en: readonly ParsedCell[]
      /** Indexes of the texts which the two styles read differently. */
      readonly differing: readonly number[]
    }

/** Shape: one reading of every text, in order. Empty text is absent, a lone sign is its statement, in both styles. */
export function readPastedNumbers(texts: readonly string[]): PastedNumbers {
  const onlyVi: number[] = []
  const onlyEn: number[] = []
  const differing: number[] = []
  for (const [index, text] of texts.entries()) {
    if (signValue(text) !== undefined) continue
    const vi = plainNumberIn('vi', text)
    const en = plainNumberIn('en', text)
    if (vi === en) continue
    differing.push(index)
    if (en === undefined) onlyVi.push(index)
    else if (vi === undefined) onlyEn.push(index)
  }
  const readAs = (style: NumberStyle) => texts.map((text) => readCell(style, text))
  const decided = (reading: NumberStyle, by: number | undefined): PastedNumbers => {
    return { ambiguous: false, reading, cells: readAs(reading), ...(by === undefined ? {} : { decidedBy: by }) }
  }
  if (onlyVi.length > 0 && onlyEn.length === 0) return decided('vi', onlyVi[0])
  if (onlyEn.length > 0 && onlyVi.length === 0) return decided('en', onlyEn[0])
  if (differing.length === 0) return decided('vi', undefined)
  return { ambiguous: true, vi: readAs('vi'), en: readAs('en'), differing }
}

function readCell(style: NumberStyle, text: string): ParsedCell {
  const sign = signValue(text)
  if (sign !== undefined) return { ok: true, value: sign }
  const plain = plainNumberIn(style, text)
  const parsed = plain === undefined ? refusalOf(style, text) : withinDigits(plain, text)
  return parsed.ok ? { ok: true, value: { kind: 'number', value: parsed.value } } : parsed
}

/** A text that is a number in the other style only is refused as ambiguous; anything else for what it is. */
function refusalOf(style: NumberStyle, text: string): ReturnType<typeof parseTyped> {
  const typed = parseTyped(text)
  if (!typed.ok || style === 'vi') return typed
  return { ok: false, code: 'quantity.ambiguous', details: { text: shownText(text), suggestion: text.trim() } }
}
