/**
 * What a consolidated table is about: the whole province, one area of it, or a named group of areas taken together. Its
 * parts follow the tree of the period: communes make a district, districts (or communes, where there are none) the province.
 */
import type { Catalogue } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { groupsOf } from './area-group-queries.ts'

export type TableSubject =
  | {
      readonly kind: 'province' | 'area'
      readonly key: string
      readonly name: string
      readonly areaId: number
      readonly partIds: readonly number[]
    }
  | {
      readonly kind: 'group'
      readonly key: string
      readonly name: string
      readonly areaId: null
      readonly partIds: readonly number[]
    }

const groupKey = /^nhom-(\d{1,9})$/

export function keyOfGroup(id: number): string {
  return `nhom-${id}`
}

/** '' means the province. Undefined for an area or a group that is not there in the period. */
export async function tableSubject(
  db: Db,
  catalogue: Catalogue,
  asked: { readonly key: string; readonly receiverId: number },
): Promise<TableSubject | undefined> {
  const groupId = groupKey.exec(asked.key)?.[1]
  if (groupId !== undefined) {
    const group = (await groupsOf(db, asked.receiverId)).find((g) => String(g.id) === groupId)
    const partIds = group?.area_ids.filter((id) => catalogue.areas.has(id)) ?? []
    return group && partIds.length > 0
      ? { kind: 'group', key: asked.key, name: group.name, areaId: null, partIds }
      : undefined
  }
  const areaId = asked.key === '' ? catalogue.provinceId : catalogue.areaIds.get(asked.key)
  const area = areaId === undefined ? undefined : catalogue.areas.get(areaId)
  if (!area || area.level === 'unallocated') return undefined
  const kind = area.id === catalogue.provinceId ? 'province' : 'area'
  return { kind, key: asked.key, name: area.name, areaId: area.id, partIds: partsOf(catalogue, area.id) }
}

/** In the order of their codes, then what belongs to none of them. */
export function partsOf(catalogue: Catalogue, areaId: number): number[] {
  const last = (area: { readonly level: string }) => (area.level === 'unallocated' ? 1 : 0)
  return [...catalogue.areas.values()]
    .filter((a) => a.parentId === areaId)
    .sort((a, b) => last(a) - last(b) || (a.code < b.code ? -1 : 1))
    .map((a) => a.id)
}
