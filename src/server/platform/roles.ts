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

/**
 * What the application role gets on everything the current role creates from now on. A migration that makes a table
 * append-only revokes what is too much.
 */
export async function grantToApplication(db: Db): Promise<void> {
  await db.query(`grant usage on schema public to ${applicationRole}`)
  await db.query(`alter default privileges grant usage on schemas to ${applicationRole}`)
  await db.query(`alter default privileges grant select, insert, update, delete on tables to ${applicationRole}`)
  await db.query(`alter default privileges grant usage, select on sequences to ${applicationRole}`)
}
