/**
 * Room the longest amount of a column takes beside its mark, in pixels: a mark that covered the first digit would let
 * 4.800.000 be read as 800.000. Measured in the digits of `--font-num` at 13 px.
 */
const digit = 7.8
const separator = 3.7
const mark = 20
const padding = 7

/** `shown`: the amounts of the column as they stand; `decimals`: of the widest fraction in the form. */
export function amountRoom(shown: readonly string[], decimals: number): number {
  const longest = shown.reduce((most, text) => Math.max(most, wholeWidth(text)), 0)
  const fraction = decimals === 0 ? 0 : decimals * digit + separator
  return Math.ceil(mark + longest + fraction + padding)
}

function wholeWidth(text: string): number {
  const whole = text.split(',')[0] ?? ''
  const digits = whole.replace(/\D/g, '').length
  return digits * digit + (whole.length - digits) * separator
}
