/**
 * Brings a database to the schema of this program: numbered SQL files, forward only, each in its own transaction,
 * one starter at a time. Refuses what would let program and schema drift apart: an applied file that was changed or
 * is gone, and a database that a newer program has already migrated.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runMigrations as migrateJobs } from 'graphile-worker'
import pg from 'pg'
import { openPool, poolSettings } from './database.ts'
import { applicationRole, grantToApplication, revokeOnAppendOnly } from './roles.ts'
import { StartupRefusal } from './startup-refusal.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

interface Applied {
  readonly number: number
  readonly name: string
  readonly checksum: string
}

export const migrationsFolder = path.resolve(import.meta.dirname, '../../../db/migrations')

/** In order of number. Two files of one number are refused: their order would be chance. */
export function readMigrations(folder = migrationsFolder): readonly Migration[] {
  const found = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => {
      const sql = readFileSync(path.join(folder, name), 'utf8')
      return { number: Number(name.slice(0, 4)), name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => a.number - b.number)
  for (const [index, one] of found.entries()) {
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(one.name))
      throw new StartupRefusal(`Tên tệp di trú không đúng mẫu NNNN_ten.sql: ${one.name}`)
    if (found[index + 1]?.number === one.number)
      throw new StartupRefusal(`Hai tệp di trú cùng số ${one.name.slice(0, 4)} trong ${folder}`)
  }
  return found
}

function refuseDrift(applied: readonly Applied[], known: readonly Migration[]): void {
  const newest = known.at(-1)?.number ?? 0
  const byNumber = new Map(known.map((one) => [one.number, one]))
  const tooNew = applied.filter((one) => one.number > newest)
  if (tooNew.length > 0) {
    throw new StartupRefusal(
      `Cơ sở dữ liệu mới hơn chương trình: đã có ${tooNew.map((one) => one.name).join(', ')}. ` +
        'Hãy chạy phiên bản chương trình đã tạo ra nó hoặc mới hơn.',
    )
  }
  for (const one of applied) {
    const file = byNumber.get(one.number)
    if (file?.checksum === one.checksum) continue
    throw new StartupRefusal(
      file
        ? `Tệp di trú ${file.name} đã bị sửa sau khi áp dụng. Hãy trả lại nội dung cũ và viết thay đổi thành tệp mới.`
        : `Thiếu tệp di trú ${one.name} mà cơ sở dữ liệu đã áp dụng.`,
    )
  }
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into schema_migrations (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new Error(`Di trú ${migration.name} thất bại: ${(error as Error).message}`, { cause: error })
  }
}

/** The job queue brings its own schema; it belongs to the application role, which is given CREATE only meanwhile. */
async function applyJobQueue(client: pg.Client, url: string): Promise<void> {
  const { rows } = await client.query(
    `select to_regclass('graphile_worker.migrations') is not null as present, current_database() as name`,
  )
  const { present, name } = rows[0] as { present: boolean; name: string }
  const database = pg.escapeIdentifier(name)
  if (!present) await client.query(`grant create on database ${database} to ${applicationRole}`)
  const pool = openPool({ url, role: applicationRole, size: 2 })
  try {
    await migrateJobs({ pgPool: pool, preset: { worker: { schema: 'graphile_worker' } } })
  } finally {
    await pool.end()
    if (!present) await client.query(`revoke create on database ${database} from ${applicationRole}`)
  }
}

const createTable = `create table if not exists schema_migrations (
  number     integer primary key,
  name       text not null,
  checksum   text not null,
  applied_at timestamptz not null default clock_timestamp()
)`

/** Applies what is missing and returns the names applied now. `url` connects as the owner role, or as one that may act as it. */
export async function migrate(
  url: string,
  { role, migrations = readMigrations(), say = () => {} }: MigrateOptions = {},
): Promise<readonly string[]> {
  const {
    lock_timeout: _lock,
    statement_timeout: _statement,
    ...settings
  } = poolSettings({ url, ...(role && { role }), name: 'baocao-migrate' })
  const client = new pg.Client(settings)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('baocao-migrations'))`)
    await client.query(createTable)
    await grantToApplication(client)
    await client.query(`comment on table schema_migrations is 'Các tệp di trú đã áp dụng'`)
    await client.query(`grant select on schema_migrations to ${applicationRole}`)
    const { rows } = await client.query<Applied>('select number, name, checksum from schema_migrations order by number')
    refuseDrift(rows, migrations)
    const done = new Set(rows.map((one) => one.number))
    const missing = migrations.filter((one) => !done.has(one.number))
    const isUpgrade = done.size > 0 && missing.length > 0
    for (const one of missing) {
      if (isUpgrade) say(`Đang nâng cấp cơ sở dữ liệu (${one.name}); nhiều số liệu thì mất vài phút.`)
      await applyOne(client, one)
    }
    if (isUpgrade) {
      // What a migration rewrites has neither statistics nor visibility left, and years that no longer change would stay so.
      say('Đang dọn và thống kê lại cơ sở dữ liệu.')
      await client.query('vacuum (analyze)')
    }
    await revokeOnAppendOnly(client)
    await applyJobQueue(client, url)
    return missing.map((one) => one.name)
  } finally {
    await client.end()
  }
}

export interface MigrateOptions {
  readonly role?: string
  readonly migrations?: readonly Migration[]
  /** Told what is going on where it may take minutes: a database that holds something already. */
  readonly say?: (text: string) => void
}
