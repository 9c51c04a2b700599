/** Sessions on the server. The cookie holds a random token, the table only its hash. */
import type { Db } from '#server/platform/database.ts'
import { type ActingAgency, type Caller, knownRoles } from './caller.ts'

export interface SessionLimits {
  readonly idleMinutes: number
  readonly hours: number
}

interface AgencyRow {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly roles: readonly string[]
}

interface SessionRow {
  readonly id: number
  readonly login: string
  readonly name: string
  readonly position: string
  readonly addressForm: 'anh' | 'chị' | 'bạn'
  readonly isDemonstration: boolean
  readonly csrfToken: string
  readonly authenticatedAt: string
  readonly isStale: boolean
  readonly agencies: readonly AgencyRow[] | null
}

const callerQuery = `
  select a.id, a.login, a.display_name as name, a.position, a.address_form as "addressForm",
         a.is_demonstration as "isDemonstration", s.csrf_token as "csrfToken", s.authenticated_at as "authenticatedAt",
         s.seen_at < clock.now - interval '1 minute' as "isStale",
         (select json_agg(json_build_object('id', held.id, 'code', held.code, 'name', held.name,
                                            'shortName', held.short_name, 'roles', held.roles) order by held.id)
            from (select g.id, g.code, n.name, n.short_name, array_agg(r.role) as roles
                    from account_roles r
                    join agencies g on g.id = r.agency_id
                    join agency_names n on n.agency_id = g.id and n.valid_from <= clock.today
                                       and (n.valid_to is null or n.valid_to >= clock.today)
                   where r.account_id = a.id and r.valid_from <= clock.today
                     and (r.valid_to is null or r.valid_to >= clock.today)
                   group by g.id, g.code, n.name, n.short_name) held) as agencies
    from (select c.now, (c.now at time zone 'Asia/Ho_Chi_Minh')::date as today from (select app.now() as now) c) clock
    join sessions s on s.token_hash = $1
                   and s.seen_at > clock.now - make_interval(mins => $2)
                   and s.created_at > clock.now - make_interval(hours => $3)
    join accounts a on a.id = s.account_id and a.disabled_at is null`

export interface Found {
  readonly caller: Caller
  /** Not marked as seen for a minute. */
  readonly isStale: boolean
}

/** Session, account and rights in one query; `agency` of the caller is the first one. Undefined: no valid session. */
export async function findCaller(db: Db, token: Buffer, limits: SessionLimits): Promise<Found | undefined> {
  const { rows } = await db.query<SessionRow>(callerQuery, [token, limits.idleMinutes, limits.hours])
  const [row] = rows
  if (!row) return undefined
  const agencies: readonly ActingAgency[] = (row.agencies ?? []).map((one) => ({
    ...one,
    roles: knownRoles(one.roles),
  }))
  const { id, login, name, position, addressForm, isDemonstration } = row
  return {
    isStale: row.isStale,
    caller: {
      account: { id, login, name, position, addressForm, isDemonstration },
      session: { csrfToken: row.csrfToken, authenticatedAt: row.authenticatedAt },
      agencies,
      agency: agencies[0] ?? null,
    },
  }
}

export async function markSeen(db: Db, token: Buffer): Promise<void> {
  await db.query(
    `update sessions set seen_at = app.now() where token_hash = $1 and seen_at < app.now() - interval '1 minute'`,
    [token],
  )
}

export interface NewSession {
  readonly token: Buffer
  readonly accountId: number
  readonly csrfToken: string
  readonly address: string
  readonly agent: string
}

export async function addSession(db: Db, it: NewSession): Promise<void> {
  await db.query(
    'insert into sessions (token_hash, account_id, csrf_token, address, agent) values ($1, $2, $3, $4, $5)',
    [it.token, it.accountId, it.csrfToken, it.address, it.agent],
  )
}

/** The same session under another token, from now on authenticated again. False when it is gone. */
export async function renewSession(db: Db, from: Buffer, to: Buffer): Promise<boolean> {
  const { rowCount } = await db.query(
    `update sessions set token_hash = $2, authenticated_at = app.now(), seen_at = app.now() where token_hash = $1`,
    [from, to],
  )
  return rowCount === 1
}

export async function endSession(db: Db, token: Buffer): Promise<boolean> {
  const { rowCount } = await db.query('delete from sessions where token_hash = $1', [token])
  return rowCount === 1
}

export async function endSessionsOf(db: Db, accountId: number): Promise<void> {
  await db.query('delete from sessions where account_id = $1', [accountId])
}

export async function forgetDeadSessions(db: Db, limits: SessionLimits): Promise<void> {
  await db.query(
    `delete from sessions
      where seen_at <= app.now() - make_interval(mins => $1) or created_at <= app.now() - make_interval(hours => $2)`,
    [limits.idleMinutes, limits.hours],
  )
  await db.query(
    `delete from sign_in_throttles
      where since < app.now() - interval '1 day' and (locked_until is null or locked_until < app.now())`,
  )
}
