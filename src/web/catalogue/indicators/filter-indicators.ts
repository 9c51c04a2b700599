/** Which indicators a search shows: every word of it somewhere in code or name, marks and capitals aside. */
import type { IndicatorSummary } from '#contract/catalogue.ts'
import { foldText } from '#core/quantity/text.ts'
import type { IndicatorSearch } from './indicator-search.ts'

export function filterIndicators(
  indicators: readonly IndicatorSummary[],
  { q = '', group, owner, nature, formula }: IndicatorSearch,
): readonly IndicatorSummary[] {
  const words = foldText(q)
    .split(' ')
    .filter((word) => word !== '')
  return indicators.filter(
    (it) =>
      (group === undefined || it.group === group) &&
      (owner === undefined || it.owner?.code === owner) &&
      (nature === undefined || it.nature === nature) &&
      (formula !== true || it.formula !== '') &&
      hasWords(it, words),
  )
}

export function hasWords({ code, name }: Pick<IndicatorSummary, 'code' | 'name'>, words: readonly string[]): boolean {
  const folded = foldText(`${code} ${name}`)
  return words.every((word) => folded.includes(word))
}

/** How deep an indicator stands below its whole in the list: its code has a point for each step. */
export function depthOf(code: string): number {
  return Math.max(0, code.split('.').length - 2)
}
