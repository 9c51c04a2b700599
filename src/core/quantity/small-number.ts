/**
 * Exact numbers of up to 15 digits, as whole numbers with a count of decimals: what nearly every figure of a report is.
 * Adding, multiplying and rounding them stays exact in the machine's own integers, many times faster than decimals of any
 * length. Every operation gives nothing where the result would not fit; the caller then computes with decimals.
 */

/** `size` ÷ 10^`decimals`; `size` is a safe integer and never -0. */
export interface SmallNumber {
  readonly size: number
  readonly decimals: number
}

const mostDigits = 15
const mostDecimals = 15
const powersOfTen = Array.from({ length: mostDecimals + 1 }, (_, exponent) => 10 ** exponent)

function scale(decimals: number): number {
  return powersOfTen[decimals] ?? Number.NaN
}

function small(size: number, decimals: number): SmallNumber | undefined {
  if (!Number.isSafeInteger(size) || decimals > mostDecimals) return undefined
  return { size: size + 0, decimals }
}

/** From plain decimal text. */
export function smallNumber(text: string): SmallNumber | undefined {
  if (text.length > mostDigits) return undefined
  const point = text.indexOf('.')
  if (point < 0) return small(Number(text), 0)
  return small(Number(text.slice(0, point) + text.slice(point + 1)), text.length - point - 1)
}

/** Both sizes on the scale of the one with more decimals; NaN where that does not fit. */
function sizeOn(decimals: number, number: SmallNumber): number {
  return number.decimals === decimals ? number.size : number.size * scale(decimals - number.decimals)
}

export function addSmall(a: SmallNumber, b: SmallNumber, sign: 1 | -1): SmallNumber | undefined {
  const decimals = Math.max(a.decimals, b.decimals)
  const [left, right] = [sizeOn(decimals, a), sizeOn(decimals, b)]
  if (!Number.isSafeInteger(left) || !Number.isSafeInteger(right)) return undefined
  return small(left + sign * right, decimals)
}

export function multiplySmall(a: SmallNumber, b: SmallNumber): SmallNumber | undefined {
  return small(a.size * b.size, a.decimals + b.decimals)
}

/** Only where the quotient ends within the decimals at hand; undefined also for a divisor of zero. */
export function divideSmall(a: SmallNumber, b: SmallNumber): SmallNumber | undefined {
  const decimals = a.decimals - b.decimals
  return decimals >= 0 && b.size !== 0 && a.size % b.size === 0 ? small(a.size / b.size, decimals) : undefined
}

export function compareSmall(a: SmallNumber, b: SmallNumber): -1 | 0 | 1 | undefined {
  const decimals = Math.max(a.decimals, b.decimals)
  const [left, right] = [sizeOn(decimals, a), sizeOn(decimals, b)]
  if (!Number.isSafeInteger(left) || !Number.isSafeInteger(right)) return undefined
  return left < right ? -1 : left > right ? 1 : 0
}

/** Half up, away from zero; `decimals` may be negative. */
export function roundSmall(a: SmallNumber, decimals: number): SmallNumber | undefined {
  const dropped = a.decimals - decimals
  if (dropped <= 0) return a
  const step = scale(dropped)
  if (Number.isNaN(step)) return undefined
  const rest = a.size % step
  const whole = (a.size - rest) / step
  const rounded = Math.abs(rest) * 2 >= step ? whole + Math.sign(rest) : whole
  return decimals >= 0 ? small(rounded, decimals) : small(rounded * scale(-decimals), 0)
}

/** Canonical decimal text. */
export function smallText({ size, decimals }: SmallNumber): string {
  if (decimals === 0) return String(size)
  const digits = String(Math.abs(size)).padStart(decimals + 1, '0')
  const fraction = digits.slice(-decimals).replace(/0+$/, '')
  const whole = digits.slice(0, -decimals)
  return `${size < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}
