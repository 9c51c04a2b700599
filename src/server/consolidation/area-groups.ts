/** Groups of areas that are read as one («Ba huyện biển»): made and removed by the consolidator, read by everybody who reads the table. */
import type { AreaChoice, AreaGroup, NewAreaGroup } from '#contract/area-groups.ts'
import { type Result, refuse } from '#contract/problems.ts'
import { canConsolidate } from '#core/access/roles.ts'
import { foldText, hasControlOrBidi, normalizeText } from '#core/quantity/text.ts'
import { type Catalogue, loadCatalogue } from '../catalogue/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { type Acting, tell } from './acting.ts'
import { type AreaGroupRow, groupsOf, insertGroup, lockGroup, removeGroup, renameGroup } from './area-group-queries.ts'
import { regimeNow } from './open-table.ts'
import type { TableShape } from './table-shape.ts'
import { keyOfGroup, partsOf } from './table-subject.ts'

/** The province, its parts, and the groups; what belongs to no part is no choice of its own. */
export async function areaChoices(db: Db, { catalogue, regime }: TableShape): Promise<AreaChoice[]> {
  const { provinceId, areas } = catalogue
  const parts = partsOf(catalogue, provinceId).flatMap((id) => areas.get(id) ?? [])
  const groups = await groupsOf(db, regime.receiverId)
  return [
    { kind: 'province', key: '', name: areas.get(provinceId)?.name ?? '' },
    ...parts
      .filter((area) => area.level !== 'unallocated')
      .map(({ code, name }) => ({ kind: 'area' as const, key: code, name })),
    ...groups.map(({ id, name }) => ({ kind: 'group' as const, key: keyOfGroup(id), name })),
  ]
}

export function groupView(catalogue: Catalogue, { id, name, area_ids }: AreaGroupRow): AreaGroup {
  const areas = area_ids.flatMap((areaId) => catalogue.areas.get(areaId)?.code ?? [])
  return { id, key: keyOfGroup(id), name, areas }
}

export interface Grouping {
  readonly regimeCode: string
  readonly input: NewAreaGroup
}

/** Answers with the group's id. */
export async function addGroup(db: Db, acting: Acting, { regimeCode, input }: Grouping): Promise<Result<number>> {
  const regime = await regimeNow(db, regimeCode)
  if (!regime) return refuse('province.unknown')
  if (!canConsolidate(acting.actor, regime.receiverId)) return refuse('consolidation.not-yours')
  const at = await databaseNow(db)
  const catalogue = await loadCatalogue(db, localDay(at))
  const codes = [...new Set(input.areas)]
  const areaIds = codes.flatMap((code) => catalogue.areaIds.get(code) ?? [])
  if (areaIds.length < codes.length || areaIds.length < 2) return refuse('area-group.unknown-area')
  const within = areaIds.find((id) => isWithin(catalogue, id, areaIds))
  if (within !== undefined) return refuse('area-group.overlap', { area: catalogue.areas.get(within)?.name })
  const name = normalizeText(input.name)
  if (!isReadable(name)) return refuse('area-group.name-unreadable')
  const { accountId } = acting.actor
  const id = await insertGroup(db, { agencyId: regime.receiverId, name, areaIds, accountId, at })
  if (id === undefined) return refuse('area-group.name-taken', { name })
  await tell(db, acting, { action: 'addAreaGroup', object: `${regimeCode} ${keyOfGroup(id)}`, reason: name })
  return { ok: true, value: id }
}

/** On one line, without signs that show nothing, or turn what stands beside them. */
function isReadable(name: string): boolean {
  return foldText(name) !== '' && !hasControlOrBidi(name) && !/[\t\n\r]/.test(name)
}

interface Naming {
  readonly regimeCode: string
  readonly id: number
  readonly name: string
}

export async function nameGroup(db: Db, acting: Acting, { regimeCode, id, ...input }: Naming): Promise<Result<null>> {
  const regime = await regimeNow(db, regimeCode)
  if (!regime) return refuse('province.unknown')
  if (!canConsolidate(acting.actor, regime.receiverId)) return refuse('consolidation.not-yours')
  const group = { id, agencyId: regime.receiverId }
  const before = await lockGroup(db, group)
  if (!before) return refuse('request.not-found')
  const name = normalizeText(input.name)
  if (!isReadable(name)) return refuse('area-group.name-unreadable')
  if (name === before.name) return { ok: true, value: null }
  if (!(await renameGroup(db, { ...group, name }))) return refuse('area-group.name-taken', { name })
  const reason = `«${before.name}» → «${name}»`
  await tell(db, acting, { action: 'renameAreaGroup', object: `${regimeCode} ${keyOfGroup(id)}`, reason })
  return { ok: true, value: null }
}

/** Whether some area above it is in the group too: its figures would be added twice. */
function isWithin({ areas }: Catalogue, areaId: number, others: readonly number[]): boolean {
  const parentId = areas.get(areaId)?.parentId ?? null
  return parentId !== null && (others.includes(parentId) || isWithin({ areas } as Catalogue, parentId, others))
}

export async function dropGroup(
  db: Db,
  acting: Acting,
  { regimeCode, id }: { readonly regimeCode: string; readonly id: number },
): Promise<Result<null>> {
  const regime = await regimeNow(db, regimeCode)
  if (!regime) return refuse('province.unknown')
  if (!canConsolidate(acting.actor, regime.receiverId)) return refuse('consolidation.not-yours')
  const gone = { id, agencyId: regime.receiverId, accountId: acting.actor.accountId, at: await databaseNow(db) }
  if (!(await removeGroup(db, gone))) return refuse('request.not-found')
  await tell(db, acting, { action: 'removeAreaGroup', object: `${regimeCode} ${keyOfGroup(id)}`, reason: '' })
  return { ok: true, value: null }
}
