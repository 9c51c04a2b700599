/** Periods as headings have room for them: T9/2026, Quý 3/2026, 9T 2026, 2026. */
import { monthOf, monthsOf, parsePeriod, yearOf } from '#core/period/period.ts'
import type { Text } from '../platform/text/vi.ts'

export function periodShort(text: Text, label: string): string {
  const period = parsePeriod(label, 'statistical')
  if (!period) return label
  const words = text.explorer.periodShort
  const [year, month] = [yearOf(period), monthOf(period)]
  switch (period.kind) {
    case 'month':
      return words.month(month, year)
    case 'quarter':
      return words.quarter(month / 3, year)
    case 'year':
      return String(year)
    case 'halfYear':
      return month === 12 ? words.secondHalf(year) : words.months(6, year)
    case 'nineMonths':
    case 'yearToDate':
      return words.months(monthsOf(period).length, year)
  }
}
