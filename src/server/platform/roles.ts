/**
 * Two database roles. The owner migrates; the application reads and writes rows and cannot change the schema, so that
 * what the schema refuses (append-only tables, frozen forms) is refused to the running program as well.
 * The application role owns the job queue's schema alone, whose tables admit nobody else (row level security).
 */
import type { Db } from './database.ts'

export const ownerRole = 'baocao_owner'
export const applicationRole = 'baocao_app'

async function ensureRole(db: Db, role: string, password: string | undefined): Promise<void> {
  const { rows } = await db.query('select 1 from pg_roles where rolname = $1', [role])
  if (rows.length === 0) await db.query(`create role ${role} nologin`)
  if (password !== undefined) await db.query(`alter role ${role} login password '${password.replaceAll("'", "''")}'`)
}

/** Needs a superuser, or a role that may create roles. Running it again changes nothing. */
export async function ensureRoles(db: Db, passwords?: { owner: string; application: string }): Promise<void> {
  await ensureRole(db, applicationRole, passwords?.application)
  await ensureRole(db, ownerRole, passwords?.owner)
  await db.query(`grant ${applicationRole} to ${ownerRole}`)
}

/** What the application role gets on everything the current role creates from now on. */
export async function grantToApplication(db: Db): Promise<void> {
  await db.query(`grant usage on schema public to ${applicationRole}`)
  await db.query(`alter default privileges grant usage on schemas to ${applicationRole}`)
  await db.query(`alter default privileges grant select, insert, update, delete on tables to ${applicationRole}`)
  await db.query(`alter default privileges grant usage, select on sequences to ${applicationRole}`)
}

/** Tables whose trigger refuses every change are append-only by right as well: the application role may add and read. */
export async function revokeOnAppendOnly(db: Db): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    `select distinct t.tgrelid::regclass::text as name from pg_trigger t
     join pg_proc p on p.oid = t.tgfoid join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'app' and p.proname = 'refuse_change'
       and (has_table_privilege($1, t.tgrelid, 'UPDATE') or has_table_privilege($1, t.tgrelid, 'DELETE'))`,
    [applicationRole],
  )
  for (const { name } of rows) await db.query(`revoke update, delete, truncate on ${name} from ${applicationRole}`)
}
