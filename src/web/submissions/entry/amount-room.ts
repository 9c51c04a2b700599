/**
 * Room the longest amount of a column takes beside its mark, in pixels: a mark that covered the first digit would let
 * 4.800.000 be read as 800.000. Measured in the digits of `--font-num` at 13 px.
 */
const digit = 7.8
const separator = 3.7
const mark = 22
const padding = 6

interface Amounts {
  /** As they stand in the column. */
  readonly shown: readonly string[]
  /** Of the widest fraction in the form. */
  readonly decimals: number
  /** Columns that only say what is known elsewhere carry no marks. */
  readonly hasMarks: boolean
}

export function amountRoom({ shown, decimals, hasMarks }: Amounts): number {
  const longest = shown.reduce((most, text) => Math.max(most, wholeWidth(text)), 0)
  const fraction = decimals === 0 ? 0 : decimals * digit + separator
  return Math.ceil((hasMarks ? mark : padding) + longest + fraction + padding)
}

function wholeWidth(text: string): number {
  const whole = text.split(',')[0] ?? ''
  const digits = whole.replace(/\D/g, '').length
  return digits * digit + (whole.length - digits) * separator
}
