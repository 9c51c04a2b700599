/**
 * Exact decimals: the only arithmetic on figures, and the only importer of decimal.js. 60 digits, because the library's
 * default of 20 loses the sixth decimal of an 18-digit number. `Exact` lives inside one computation; everything that is
 * stored, sent or hashed is a `DecimalText`, which has one spelling per number. Numbers of few digits are kept as whole
 * numbers (`small-number.ts`) as long as that is exact; nothing outside this file can tell.
 */
import { Decimal } from 'decimal.js'
import { invariant } from './invariant.ts'
import {
  addSmall,
  compareSmall,
  divideSmall,
  multiplySmall,
  roundSmall,
  type SmallNumber,
  smallNumber,
  smallText,
} from './small-number.ts'

const keptDigits = 60
const ExactDecimal = Decimal.clone({ precision: keptDigits, rounding: Decimal.ROUND_HALF_UP })

/**
 * The last five digits that are kept are guards: a third taken three times is one, not 0.99…9. What differs in them alone
 * is the same number, and what seven zeros or nines before them tell to be a shorter number is that one.
 */
const soundDigits = keptDigits - 5
const longestShort = soundDigits - 7

/** Canonical text of a number: no exponent, no leading or trailing zeros, no -0. */
export type DecimalText = string & { readonly __brand: 'DecimalText' }

declare const exactBrand: unique symbol
/** A finite number under computation. Opaque: use the functions of this file. */
export interface Exact {
  readonly [exactBrand]: true
}

export const maxIntegerDigits = 18
export const maxDecimals = 6

/** Beyond this power of ten (either way) no figure of a report can lie; a formula that gets there is wrong. */
const largestMagnitude = 120
const largestExponent = 1000
const plainNumber = /^-?\d+(\.\d+)?$/

type Held = SmallNumber | Decimal

const seal = (x: Held): Exact => x as unknown as Exact
const held = (x: Exact): Held => x as unknown as Held
/** Asked for every number of every formula, so by the quickest question that tells them apart. */
const isSmall = (x: Held): x is SmallNumber => (x as SmallNumber).size !== undefined

function decimalOf(x: Exact): Decimal {
  const it = held(x)
  return isSmall(it) ? new ExactDecimal(smallText(it)) : it
}

/** Reads plain decimal text (`-?\d+(\.\d+)?`, any length: sums from SQL may be longer than one figure). Throws on other text. */
export function exact(text: string): Exact {
  invariant(plainNumber.test(text), `«${text.slice(0, 40)}» is plain decimal text`)
  return seal(smallNumber(text) ?? new ExactDecimal(text))
}

export const zero: Exact = exact('0')

/** The number that a result of decimals comes to, without what lies in the guards alone. */
function settled(result: Decimal): Decimal {
  if (result.sd() <= soundDigits) return result
  const short = result.toSignificantDigits(soundDigits)
  return short.sd() <= longestShort ? short : result
}

/** Of two numbers that are the same but for their guards nothing is left. */
function difference(left: Decimal, right: Decimal): Decimal {
  const result = left.minus(right)
  const isGuards = left.e - result.e >= soundDigits && left.sd() > soundDigits && right.sd() > soundDigits
  return isGuards ? new ExactDecimal(0) : settled(result)
}

export function plus(a: Exact, b: Exact): Exact {
  const [left, right] = [held(a), held(b)]
  const quick = isSmall(left) && isSmall(right) ? addSmall(left, right, 1) : undefined
  return seal(quick ?? difference(decimalOf(a), decimalOf(b).negated()))
}

export function minus(a: Exact, b: Exact): Exact {
  const [left, right] = [held(a), held(b)]
  const quick = isSmall(left) && isSmall(right) ? addSmall(left, right, -1) : undefined
  return seal(quick ?? difference(decimalOf(a), decimalOf(b)))
}

export function times(a: Exact, b: Exact): Exact {
  const [left, right] = [held(a), held(b)]
  const quick = isSmall(left) && isSmall(right) ? multiplySmall(left, right) : undefined
  return seal(quick ?? settled(decimalOf(a).times(decimalOf(b))))
}

export const negate = (a: Exact): Exact => minus(zero, a)
export const abs = (a: Exact): Exact => (compare(a, zero) < 0 ? negate(a) : a)

export const isNegative = (a: Exact): boolean => compare(a, zero) < 0

export function isZero(a: Exact): boolean {
  const it = held(a)
  return isSmall(it) ? it.size === 0 : it.isZero()
}

/** To 60 significant digits, the last five of them guards. Throws when the divisor is zero: ask `isZero` first, or divide outcomes. */
export function dividedBy(a: Exact, b: Exact): Exact {
  invariant(!isZero(b), 'a divisor is not zero')
  const [left, right] = [held(a), held(b)]
  const quick = isSmall(left) && isSmall(right) ? divideSmall(left, right) : undefined
  return seal(quick ?? settled(decimalOf(a).dividedBy(decimalOf(b))))
}

/** Undefined when no real result exists (0⁻¹, root of a negative number) or it is too large or small to be a figure. */
export function power(base: Exact, exponent: Exact): Exact | undefined {
  if (decimalOf(exponent).abs().greaterThan(largestExponent)) return undefined
  const result = decimalOf(base).pow(decimalOf(exponent))
  return result.isFinite() && !isBeyondFigures(seal(result)) ? seal(settled(result)) : undefined
}

/** So large, or so near to zero, that it can be no figure of a report. */
export function isBeyondFigures(x: Exact): boolean {
  const it = held(x)
  return !isSmall(it) && Math.abs(it.e) > largestMagnitude
}

export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const [left, right] = [held(a), held(b)]
  const quick = isSmall(left) && isSmall(right) ? compareSmall(left, right) : undefined
  if (quick !== undefined) return quick
  const order = difference(decimalOf(a), decimalOf(b)).comparedTo(0)
  return order < 0 ? -1 : order > 0 ? 1 : 0
}

export function sum(terms: Iterable<Exact>): Exact {
  let total = zero
  for (const term of terms) total = plus(total, term)
  return total
}

/** Half up, away from zero (2,5 → 3; -2,5 → -3), as reports are rounded by hand. Negative `decimals` round to tens, hundreds. */
export function roundTo(x: Exact, decimals: number): Exact {
  const it = held(x)
  const quick = isSmall(it) ? roundSmall(it, decimals) : undefined
  if (quick) return seal(quick)
  if (decimals >= 0) return seal(decimalOf(x).toDecimalPlaces(decimals))
  const step = new ExactDecimal(10).pow(-decimals)
  return seal(decimalOf(x).dividedBy(step).toDecimalPlaces(0).times(step))
}

export function toText(x: Exact): DecimalText {
  const it = held(x)
  return (isSmall(it) ? smallText(it) : it.toFixed()) as DecimalText
}

/** One spelling per number: '007.50' → '7.5', '-0.0' → '0'. Takes plain decimal text only. */
export function canonicalText(plain: string): DecimalText {
  const negative = plain.startsWith('-')
  const [whole = '', fraction = ''] = (negative ? plain.slice(1) : plain).split('.')
  const integer = whole.replace(/^0+/, '') || '0'
  const decimals = withoutTrailingZeros(fraction)
  const size = decimals === '' ? integer : `${integer}.${decimals}`
  return (negative && size !== '0' ? `-${size}` : size) as DecimalText
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length
  while (end > 0 && digits.charAt(end - 1) === '0') end -= 1
  return digits.slice(0, end)
}

/** Digits that carry value: '007.50' has 1 before and 1 after the point; '0.5' has 0 before. */
export function digitsOf(text: DecimalText): { readonly integerDigits: number; readonly decimals: number } {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  return { integerDigits: whole === '0' ? 0 : whole.length, decimals: fraction.length }
}

export function isStorable(text: DecimalText): boolean {
  const { integerDigits, decimals } = digitsOf(text)
  return integerDigits <= maxIntegerDigits && decimals <= maxDecimals
}

/**
 * The wire form of a figure: `-?\d+(\.\d+)?`, made canonical. Undefined for any other text, and for a number with more
 * than 18 integer digits or 6 decimals (zeros that carry no value do not count).
 */
export function decimalText(text: string): DecimalText | undefined {
  return decimalTextOf(text, maxDecimals)
}

/** The same of a number that is no figure, with as many decimals as are said: a factor that converts has more than six. */
export function decimalTextOf(text: string, mostDecimals: number): DecimalText | undefined {
  if (!plainNumber.test(text)) return undefined
  const canonical = canonicalText(text)
  const { integerDigits, decimals } = digitsOf(canonical)
  return integerDigits <= maxIntegerDigits && decimals <= mostDecimals ? canonical : undefined
}
