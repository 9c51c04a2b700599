/**
 * What a sum over areas hangs on besides the figures it adds up: which areas there are, whose word counts, what this viewer
 * may not see yet, and the vintage. Sums taken in the same way are the same for everybody.
 */
import { digest } from './digest.ts'
import type { ReadVintage } from './known-figures.ts'
import type { ReadAreas } from './reading-catalogue.ts'
import type { Choosing } from './recorded-figure.ts'

/** One text for each way that differs. */
export type WaysOfSums = (indicatorId: number, vintage: ReadVintage) => string

export function waysOfSums(areas: ReadAreas, choosing: Choosing): WaysOfSums {
  const ofIndicator = new Map<number, string>()
  const decided = decidedByIndicator(choosing)
  return (indicatorId, vintage) => {
    const known = ofIndicator.get(indicatorId)
    const way = known ?? digest([treeOf(areas), decided(indicatorId)])
    if (known === undefined) ofIndicator.set(indicatorId, way)
    return vintage === 'best' ? way : `${way} ${vintage}`
  }
}

/** Everything that makes one agency's word count rather than another's, for any span of the indicator. */
function decidedByIndicator({ orders, pending, viewerAgencyId }: Choosing): (indicatorId: number) => unknown {
  const choices = Map.groupBy(orders.chosen, ([slot]) => Number(slot.slice(0, slot.indexOf(':'))))
  return (indicatorId) => {
    const hidden = pending.get(indicatorId)
    return [
      orders.preferred.get(indicatorId) ?? [],
      orders.owners.get(indicatorId) ?? null,
      [...(orders.assigned.get(indicatorId) ?? [])],
      (choices.get(indicatorId) ?? []).map(([slot, byArea]) => [slot, [...byArea]]),
      hidden ? [viewerAgencyId, [...hidden]] : null,
    ]
  }
}

const trees = new WeakMap<ReadAreas, string>()

function treeOf(areas: ReadAreas): string {
  const known = trees.get(areas)
  if (known !== undefined) return known
  const tree = digest([...areas.below].map(([id, { all }]) => [id, all.map((area) => area.id)]))
  trees.set(areas, tree)
  return tree
}
