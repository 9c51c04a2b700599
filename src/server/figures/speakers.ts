/**
 * Below which areas anybody has said anything of an indicator in a year: where nobody has, the areas below need not be read
 * one by one.
 */
import type { ReadArea, ReadAreas } from './reading-catalogue.ts'

/** Ids of the areas that have one of these somewhere below. */
export type AreasAbove = (areaIds: readonly number[]) => ReadonlySet<number>

/** Each list of areas is looked at once. */
export function areasAbove({ byCode }: Pick<ReadAreas, 'byCode'>): AreasAbove {
  const areas = new Map([...byCode.values()].map((area) => [area.id, area]))
  const found = new WeakMap<readonly number[], ReadonlySet<number>>()
  return (areaIds) => {
    const above = found.get(areaIds) ?? aboveAll(areas, areaIds)
    found.set(areaIds, above)
    return above
  }
}

function aboveAll(areas: ReadonlyMap<number, ReadArea>, areaIds: readonly number[]): ReadonlySet<number> {
  const above = new Set<number>()
  for (const id of areaIds) {
    for (let next = areas.get(id)?.parentId; next != null && !above.has(next); next = areas.get(next)?.parentId) {
      above.add(next)
    }
  }
  return above
}
