import './number-text.css'
import { exact, maxDecimals, roundTo, toText } from '#core/quantity/exact.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'

interface NumberTextProps {
  /** Decimal text as it crosses the wire. */
  readonly value: string
  readonly decimals?: number | undefined
  /** Widest fraction of the column: the number aligns on the comma. */
  readonly fraction?: number
}

/** 1.234,5 from the wire's `1234.5`, computed values of any length too; text of another form is shown as it came. */
export function vi(value: string, decimals?: number): string {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value
  return formatVi(toText(roundTo(exact(value), decimals ?? maxDecimals)), decimals)
}

export function NumberText({ value, decimals, fraction = 0 }: NumberTextProps) {
  const shown = vi(value, decimals)
  if (fraction === 0) return shown
  const comma = shown.indexOf(',')
  return (
    <>
      {comma < 0 ? shown : shown.slice(0, comma)}
      <Fraction digits={fraction} text={comma < 0 ? '' : shown.slice(comma)} />
    </>
  )
}

/** The place of a fraction, also under a sign or an integer. */
export function Fraction({ digits, text = '' }: { readonly digits: number; readonly text?: string }) {
  if (digits === 0) return null
  return <span className={`fraction fraction-${Math.min(digits, 6)}`}>{text}</span>
}
