/** People as others see them: who did something, and who holds a role at an agency today. */
import type { Person } from '#contract/common.ts'
import type { Db } from '#server/platform/database.ts'

/** Accounts that are disabled by now are included: what they did stays theirs. */
export async function peopleById(db: Db, ids: readonly number[]): Promise<Map<number, Person>> {
  if (ids.length === 0) return new Map()
  const { rows } = await db.query<Person & { id: number }>(
    'select a.id, a.login, a.display_name as name, a.position from accounts a where a.id = any($1)',
    [ids],
  )
  return new Map(rows.map(({ id, ...person }) => [id, person]))
}

export interface RoleHolder extends Person {
  readonly accountId: number
  readonly agencyId: number
  readonly role: string
}

/** One row per person, agency and role in force today, in the order of the accounts. */
export async function peopleInRoles(db: Db, agencyIds: readonly number[]): Promise<readonly RoleHolder[]> {
  const { rows } = await db.query<RoleHolder>(
    `select r.account_id as "accountId", r.agency_id as "agencyId", r.role, a.login, a.display_name as name, a.position
       from account_roles r
       join accounts a on a.id = r.account_id and a.disabled_at is null
      where r.agency_id = any($1)
        and r.valid_from <= (app.now() at time zone 'Asia/Ho_Chi_Minh')::date
        and (r.valid_to is null or r.valid_to >= (app.now() at time zone 'Asia/Ho_Chi_Minh')::date)
      order by a.id, r.agency_id, r.role`,
    [agencyIds],
  )
  return rows
}
