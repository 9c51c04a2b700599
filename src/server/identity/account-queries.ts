/** Accounts and what is shown of them before signing in. */
import type { Role } from '#core/access/roles.ts'
import type { Db } from '#server/platform/database.ts'

export interface KnownAccount {
  readonly id: number
  readonly passwordHash: string | null
}

/** Undefined for a disabled account as for an unknown one. */
export async function findAccount(db: Db, login: string): Promise<KnownAccount | undefined> {
  const { rows } = await db.query<KnownAccount>(
    'select id, password_hash as "passwordHash" from accounts where login = $1 and disabled_at is null',
    [login],
  )
  return rows[0]
}

export async function passwordHashOf(db: Db, accountId: number): Promise<string | null> {
  const { rows } = await db.query<{ hash: string | null }>(
    'select password_hash as hash from accounts where id = $1 and disabled_at is null',
    [accountId],
  )
  return rows[0]?.hash ?? null
}

export interface DemonstrationAccount {
  readonly account: string
  readonly role: Role
  readonly agency: string
}

/** The first role of each demonstration account at its first agency, in the order the accounts were made. */
export async function demonstrationAccounts(db: Db): Promise<readonly DemonstrationAccount[]> {
  const { rows } = await db.query<DemonstrationAccount>(
    `select a.login as account, r.role, n.name as agency
       from accounts a
       cross join lateral (select o.agency_id, o.role from account_roles o where o.account_id = a.id
                            order by o.agency_id, array_position(array['approver', 'appraiser', 'reporter'], o.role::text) limit 1) r
       join agency_names n on n.agency_id = r.agency_id and n.valid_to is null
      where a.is_demonstration and a.disabled_at is null and a.login not like '%.%'
      order by a.id`,
  )
  return rows
}

export interface NewAccount {
  readonly login: string
  readonly name: string
  readonly passwordHash: string
}

/** False when the login is taken. */
export async function addAccount(db: Db, it: NewAccount): Promise<boolean> {
  const { rowCount } = await db.query(
    'insert into accounts (login, display_name, password_hash) values ($1, $2, $3) on conflict do nothing',
    [it.login, it.name, it.passwordHash],
  )
  return rowCount === 1
}

export interface NewRole {
  readonly login: string
  readonly agencyCode: string
  readonly role: string
}

/** False when the account holds the role there already or the agency does not exist. */
export async function addRole(db: Db, it: NewRole): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into account_roles (account_id, agency_id, role)
     select a.id, g.id, $3 from accounts a, agencies g
      where a.login = $1 and g.code = $2 and g.valid_to is null on conflict do nothing`,
    [it.login, it.agencyCode, it.role],
  )
  return rowCount === 1
}

/** Id of the account, undefined when there is none of that name. */
export async function setPasswordHash(db: Db, login: string, hash: string): Promise<number | undefined> {
  const { rows } = await db.query<{ id: number }>(
    'update accounts set password_hash = $2 where login = $1 returning id',
    [login, hash],
  )
  return rows[0]?.id
}

export async function disableAccount(db: Db, login: string): Promise<number | undefined> {
  const { rows } = await db.query<{ id: number }>(
    'update accounts set disabled_at = coalesce(disabled_at, app.now()) where login = $1 returning id',
    [login],
  )
  return rows[0]?.id
}
