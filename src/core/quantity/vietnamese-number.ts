/**
 * Numbers as people type and read them in Vietnam: 1.234,5. Typed text has one reading only: `1.234` is 1234, `1,234` is
 * one and a quarter. What is not plainly of that form is refused together with what was probably meant, never guessed:
 * a silent factor of a thousand is the worst error a reporting system can make. Pasted blocks: `paste-number.ts`.
 */
import type { CellValue } from './cell-value.ts'
import { absent, notApplicable, nothing } from './cell-value.ts'
import type { DecimalText } from './exact.ts'
import { canonicalText, digitsOf, exact, isStorable, maxDecimals, maxIntegerDigits, roundTo, toText } from './exact.ts'

export type NumberProblemCode = 'quantity.not-a-number' | 'quantity.ambiguous' | 'quantity.too-many-digits'

export interface NumberProblemDetails {
  /** What was typed, cut to a length that can be shown. */
  readonly text: string
  /** What was probably meant, in Vietnamese form, ready to be offered as the remedy. */
  readonly suggestion?: string
  readonly integerDigits?: number
  readonly decimals?: number
  readonly maxIntegerDigits?: number
  readonly maxDecimals?: number
}

export interface NumberRefusal {
  readonly ok: false
  readonly code: NumberProblemCode
  readonly details: NumberProblemDetails
}
export type Parsed = { readonly ok: true; readonly value: DecimalText } | NumberRefusal
export type ParsedCell = { readonly ok: true; readonly value: CellValue } | NumberRefusal
export type NumberStyle = 'vi' | 'en'

/** Cut to a length that a message can show. */
export const shownText = (text: string): string => text.slice(0, longestShown)

const longestText = 100
const longestShown = 60
const narrowBlanks = /[\u00a0\u2007\u2009\u202f]/gu
/** A first group is never 0 or 0xx: «0.123» is an English decimal that must not become 123. */
const shapes: Readonly<Record<NumberStyle, RegExp>> = {
  vi: /^[+-]?(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:\u00a0\d{3})+|\d+)(?:,\d+)?$/u,
  en: /^[+-]?(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:\u00a0\d{3})+|\d+)(?:\.\d+)?$/u,
}

/** Text in the given style as plain decimal text of any length, or undefined if it has another form. */
export function plainNumberIn(style: NumberStyle, text: string): DecimalText | undefined {
  if (text.length > longestText) return undefined
  const folded = text.trim().replaceAll('\u2212', '-').replace(narrowBlanks, '\u00a0')
  if (!shapes[style].test(folded)) return undefined
  const [group, point] = style === 'vi' ? ['.', ','] : [',', '.']
  const plain = folded.replace('+', '').replaceAll('\u00a0', '').replaceAll(group, '').replace(point, '.')
  return canonicalText(plain)
}

/**
 * A number typed in Vietnamese form. Refuses everything else: as ambiguous with a suggestion where something was
 * understood (1.23, 1,234.5, full-width digits, blanks between groups), else as no number.
 */
export function parseTyped(text: string): Parsed {
  const plain = plainNumberIn('vi', text)
  if (plain !== undefined) return withinDigits(plain, text)
  const meant = probablyMeant(text)
  if (meant === undefined) return { ok: false, code: 'quantity.not-a-number', details: { text: shownText(text) } }
  return { ok: false, code: 'quantity.ambiguous', details: { text: shownText(text), suggestion: formatVi(meant) } }
}

/** Accepts a number of up to 18 integer digits and 6 decimals; zeros that carry no value do not count. */
export function withinDigits(plain: DecimalText, text: string): Parsed {
  if (isStorable(plain)) return { ok: true, value: plain }
  const details = { text: shownText(text), ...digitsOf(plain), maxIntegerDigits, maxDecimals }
  return { ok: false, code: 'quantity.too-many-digits', details }
}

/** Full-width digits, ordinary blanks between groups, long dashes, bookkeeper's brackets, English separators. */
function probablyMeant(text: string): DecimalText | undefined {
  if (text.length > longestText) return undefined
  const tidy = text
    .normalize('NFKC')
    .replaceAll('%', '')
    .trim()
    .replace(/^[\u2010-\u2015\u2212-]\s*/u, '-')
    .replace(/^\((\d.*)\)$/u, '-$1')
    .replace(/\s/gu, '\u00a0')
  const meant = plainNumberIn('vi', tidy) ?? plainNumberIn('en', tidy)
  return meant !== undefined && isStorable(meant) ? meant : undefined
}

const typedSigns: ReadonlyMap<string, CellValue> = new Map([
  ...['', '…', '...'].map((sign) => [sign, absent] as const),
  ...['-', '–', '—', '\u2212'].map((sign) => [sign, nothing] as const),
  ...['x', 'X', '×'].map((sign) => [sign, notApplicable] as const),
])

/** The statement of a cell that holds only a sign or is empty; undefined for any other text. */
export function signValue(text: string): CellValue | undefined {
  return typedSigns.get(text.trim())
}

/** A cell that takes numbers, as typed: a sign («-» nothing occurred, «…» or empty absent, «x» not applicable) or a number. */
export function parseCell(text: string): ParsedCell {
  const sign = signValue(text)
  if (sign !== undefined) return { ok: true, value: sign }
  const parsed = parseTyped(text)
  return parsed.ok ? { ok: true, value: { kind: 'number', value: parsed.value } } : parsed
}

/** For reading: 1.234,5 with a true minus (−360). With `decimals` rounded (half up) and padded to exactly that many; without, every digit it has. */
export function formatVi(value: DecimalText, decimals?: number): string {
  const shown = decimals === undefined ? value : toText(roundTo(exact(value), decimals))
  const negative = shown.startsWith('-')
  const [whole = '', fraction = ''] = (negative ? shown.slice(1) : shown).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, '.')
  const tail = decimals === undefined ? fraction : fraction.padEnd(decimals, '0')
  return `${negative ? '\u2212' : ''}${grouped}${tail === '' ? '' : `,${tail}`}`
}

/** For the editor of a cell and the clipboard: -1234,5, without groups, with the hyphen of the keyboard. */
export function formatTyped(value: DecimalText): string {
  return value.replace('.', ',')
}
