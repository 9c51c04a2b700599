import { shownNumber } from '../../explanation/spoken-value.ts'

/** An amount laid over a figure, never without its sign: «+11», «-5». */
export function signedAmount(amount: string, decimals: number): string {
  const shown = shownNumber(amount, decimals)
  return amount.startsWith('-') ? shown : `+${shown}`
}
