/** Which differences are shown: by words (marks and case do not matter), by area, by what has become of them. */
import type { Difference } from '#contract/differences.ts'
import { foldText } from '#core/quantity/text.ts'
import type { DifferenceSearch } from '../province-search.ts'

export function shownDifferences(all: readonly Difference[], filters: DifferenceSearch): readonly Difference[] {
  const { find = '', area, show = 'open' } = filters
  const wanted = foldText(find)
  return all.filter((it) => {
    const isSettled = it.settlement !== null
    if (show !== 'all' && isSettled !== (show === 'settled')) return false
    if (area !== undefined && it.area.code !== area) return false
    const agencies = [it.chosen, ...it.others].map(({ agency }) => agency.shortName)
    return foldText([it.rowLabel, ...agencies].join(' ')).includes(wanted)
  })
}

/** Areas that some difference is about, each once, in the order of the list. */
export function areasOf(all: readonly Difference[]): readonly Difference['area'][] {
  return [...new Map(all.map((it) => [it.area.code, it.area])).values()]
}
