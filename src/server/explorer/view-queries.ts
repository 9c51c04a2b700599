/** All SQL of saved views. What a viewer may not see is not found. */
import type { NewView, SavedView, Sharing } from '#contract/explorer.ts'
import type { Actor } from '#core/access/roles.ts'
import type { Db } from '../platform/database.ts'

interface ViewRow {
  readonly id: string
  readonly account_id: number
  readonly agency_id: number
  readonly name: string
  readonly definition: string
  readonly sharing: Sharing
  readonly revision: number
  readonly edited_at: string
  readonly owner: string
  readonly agency: string
}

const selected = `
  select v.id::text, v.account_id, v.agency_id, v.name, v.definition, v.sharing, v.revision, v.edited_at,
    a.display_name as owner, n.short_name as agency
  from saved_views v
  join accounts a on a.id = v.account_id
  join agency_names n on n.agency_id = v.agency_id and daterange(n.valid_from, n.valid_to, '[]') @> app.now()::date`

const visible = `
  v.deleted_at is null
  and (v.sharing = 'province' or v.agency_id = $2 and (v.sharing = 'agency' or v.account_id = $1))`

const mine = 'v.account_id = $1 and v.agency_id = $2'

export async function viewsFor(db: Db, actor: Actor): Promise<SavedView[]> {
  const { rows } = await db.query<ViewRow>(
    `${selected} where ${visible} order by (${mine}) desc, v.edited_at desc, v.id desc`,
    [actor.accountId, actor.agencyId],
  )
  return rows.map((row) => viewOf(row, actor))
}

export async function viewFor(db: Db, actor: Actor, id: string): Promise<SavedView | undefined> {
  const { rows } = await db.query<ViewRow>(`${selected} where ${visible} and v.id = $3`, [
    actor.accountId,
    actor.agencyId,
    id,
  ])
  return rows[0] && viewOf(rows[0], actor)
}

/** Their own view under lock, also one they have deleted. */
export async function lockOwnView(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ readonly revision: number; readonly sharing: Sharing } | undefined> {
  const { rows } = await db.query<{ revision: number; sharing: Sharing }>(
    `select v.revision, v.sharing from saved_views v where ${mine} and v.id = $3 for no key update`,
    [actor.accountId, actor.agencyId, id],
  )
  return rows[0]
}

export async function insertView(db: Db, actor: Actor, it: NewView): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into saved_views (account_id, agency_id, name, definition, sharing)
     values ($1, $2, $3, $4, $5) returning id::text`,
    [actor.accountId, actor.agencyId, it.name, it.q, it.sharing],
  )
  return (rows[0] as { id: string }).id
}

export async function updateView(db: Db, id: string, it: NewView): Promise<void> {
  await db.query(
    `update saved_views set name = $2, definition = $3, sharing = $4, revision = revision + 1, edited_at = app.now()
     where id = $1`,
    [id, it.name, it.q, it.sharing],
  )
}

export async function setViewDeleted(db: Db, id: string, isDeleted: boolean): Promise<void> {
  await db.query(`update saved_views set deleted_at = case when $2 then app.now() end where id = $1`, [id, isDeleted])
}

function viewOf(row: ViewRow, { accountId, agencyId }: Actor): SavedView {
  return {
    id: row.id,
    name: row.name,
    q: row.definition,
    sharing: row.sharing,
    revision: row.revision,
    editedAt: row.edited_at,
    owner: { name: row.owner, agency: row.agency },
    isMine: row.account_id === accountId && row.agency_id === agencyId,
  }
}
