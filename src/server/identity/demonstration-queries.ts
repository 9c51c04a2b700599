/** Accounts of the demonstration, written in one go and marked, so that a production start can refuse them. */
import type { Role } from '#core/access/roles.ts'
import type { Db } from '#server/platform/database.ts'

export interface DemonstrationPerson {
  readonly login: string
  readonly name: string
  readonly position: string
  readonly addressForm: 'anh' | 'chị' | 'bạn'
  readonly roles: readonly { readonly agencyId: number; readonly role: Role }[]
}

export async function hasDemonstrationPeople(db: Db): Promise<boolean> {
  const { rows } = await db.query('select 1 from accounts where is_demonstration limit 1')
  return rows.length > 0
}

/** Logins that anybody who read the documentation could use. */
export async function openDemonstrationLogins(db: Db): Promise<readonly string[]> {
  const { rows } = await db.query<{ login: string }>(
    'select login from accounts where is_demonstration and disabled_at is null order by login',
  )
  return rows.map((row) => row.login)
}

/** Id by login. All share one password, whose hash is given. */
export async function addDemonstrationPeople(
  db: Db,
  { people, passwordHash, at }: { people: readonly DemonstrationPerson[]; passwordHash: string; at: string },
): Promise<ReadonlyMap<string, number>> {
  const values = JSON.stringify(people.map((person, place) => ({ ...person, place })))
  const given = `jsonb_to_recordset($1) as p
    (login text, name text, position text, "addressForm" text, roles jsonb, place int)`
  const { rows } = await db.query<{ id: number; login: string }>(
    `insert into accounts (login, display_name, position, address_form, password_hash, is_demonstration, created_at)
     select p.login, p.name, p.position, p."addressForm", $2, true, $3 from ${given} order by p.place
     returning id, login`,
    [values, passwordHash, at],
  )
  await db.query(
    `insert into account_roles (account_id, agency_id, role)
     select a.id, (r ->> 'agencyId')::int, r ->> 'role'
     from ${given} join accounts a on a.login = p.login cross join jsonb_array_elements(p.roles) as r`,
    [values],
  )
  return new Map(rows.map((row) => [row.login, row.id]))
}
