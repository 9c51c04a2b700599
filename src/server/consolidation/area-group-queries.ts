/** All SQL of groups of areas. */
import type { Db } from '../platform/database.ts'

export interface AreaGroupRow {
  readonly id: number
  readonly name: string
  readonly area_ids: readonly number[]
  readonly account_id: number
  readonly at: string
}

/** Those of an agency that are not removed, by name. */
export async function groupsOf(db: Db, agencyId: number): Promise<AreaGroupRow[]> {
  const { rows } = await db.query<AreaGroupRow>(
    `select g.id, g.name, g.area_ids, g.account_id, g.at from area_groups g
     where g.agency_id = $1 and g.removed_at is null order by g.name, g.id`,
    [agencyId],
  )
  return rows
}

export interface NewGroup {
  readonly agencyId: number
  readonly name: string
  readonly areaIds: readonly number[]
  readonly accountId: number
  readonly at: string
}

/** Undefined when another group bears the name. */
export async function insertGroup(db: Db, g: NewGroup): Promise<number | undefined> {
  const { rows } = await db.query<{ id: number }>(
    `insert into area_groups (agency_id, name, area_ids, account_id, at) values ($1, $2, $3, $4, $5)
     on conflict (agency_id, lower(name)) where removed_at is null do nothing returning id`,
    [g.agencyId, g.name, g.areaIds, g.accountId, g.at],
  )
  return rows[0]?.id
}

/** Undefined when the group is not there, or no longer. */
export async function lockGroup(
  db: Db,
  g: { readonly id: number; readonly agencyId: number },
): Promise<AreaGroupRow | undefined> {
  const { rows } = await db.query<AreaGroupRow>(
    `select g.id, g.name, g.area_ids, g.account_id, g.at from area_groups g
     where g.id = $1 and g.agency_id = $2 and g.removed_at is null for no key update`,
    [g.id, g.agencyId],
  )
  return rows[0]
}

/** False when another group bears the name. */
export async function renameGroup(
  db: Db,
  g: { readonly id: number; readonly agencyId: number; readonly name: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update area_groups set name = $3 where id = $1 and not exists
       (select 1 from area_groups o where o.agency_id = $2 and lower(o.name) = lower($3) and o.removed_at is null and o.id <> $1)`,
    [g.id, g.agencyId, g.name],
  )
  return rowCount === 1
}

/** False when it is not there, or no longer. */
export async function removeGroup(
  db: Db,
  g: { readonly id: number; readonly agencyId: number; readonly accountId: number; readonly at: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update area_groups set removed_at = $4, removed_by = $3 where id = $1 and agency_id = $2 and removed_at is null`,
    [g.id, g.agencyId, g.accountId, g.at],
  )
  return rowCount === 1
}
