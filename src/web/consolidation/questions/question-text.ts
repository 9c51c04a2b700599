/** What the box of a question says at first: the cell, and what is missing or odd about it. */
import type { Explanation, ProvinceTable } from '#contract/province.ts'
import { columnAndPeriod } from '../../explanation/explanation-text.ts'
import { shownNumber } from '../../explanation/spoken-value.ts'
import type { Text } from '../../platform/text/vi.ts'

export function questionText(text: Text, it: Explanation, period: ProvinceTable['period']): string {
  const words = text.consolidation
  const [row, column] = [it.rowLabel, columnAndPeriod(it)]
  const { value, decimals, measure } = it.node
  if (value.kind !== 'number') return words.askMissing(row, column, period.name)
  const shown = [shownNumber(value.value, decimals), measure].filter((part) => part !== '').join(' ')
  const isDiffering = it.otherSources.length > it.settlements.length
  return (isDiffering ? words.askDiffering : words.askOdd)(row, column, period.name, shown)
}
