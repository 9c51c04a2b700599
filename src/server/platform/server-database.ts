/**
 * The database of this program on a PostgreSQL server, or the embedded one, brought to the same shape: an address for
 * the application, one for the owner. A server that may lose or corrupt data is refused.
 */
import path from 'node:path'
import type { Config } from './config.ts'
import { type Db, openPool, type Pool } from './database.ts'
import { joinEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import type { Log } from './log.ts'
import { applicationRole } from './roles.ts'
import { isLostConnection } from './sql-errors.ts'
import { StartupRefusal } from './startup-refusal.ts'

export interface Database {
  readonly url: string
  readonly ownerUrl: string
  /** Role to act as when the application's connection belongs to a more powerful one. */
  readonly role: string | undefined
  /** Stops the server if it is ours. */
  stop(): Promise<void>
}

const needed = { fsync: 'on', full_page_writes: 'on', data_checksums: 'on' } as const

/** Settings under which a crash may lose or corrupt what was acknowledged; empty when all is well. */
export async function unsafeSettings(db: Db): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'data_checksums', 'synchronous_commit')`,
  )
  return rows
    .filter(({ name, setting }) =>
      name === 'synchronous_commit' ? setting === 'off' : setting !== needed[name as keyof typeof needed],
    )
    .map(({ name, setting }) => `${name}=${setting}`)
}

async function refuseUnfit(pool: Pool, config: Config): Promise<void> {
  const { rows } = await pool.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000)
  if (major < 15) throw new StartupRefusal(`DATABASE_URL trỏ tới PostgreSQL ${major}; cần phiên bản 15 trở lên.`)
  const unsafe = await unsafeSettings(pool)
  if (unsafe.length === 0 || config.allowUnsafeDatabase) return
  throw new StartupRefusal(
    `Máy chủ PostgreSQL có thiết lập có thể làm mất hoặc hỏng dữ liệu: ${unsafe.join(', ')}. Hãy bật lại ` +
      '(checksum: pg_checksums --enable khi máy chủ dừng), hoặc đặt BAOCAO_ALLOW_UNSAFE_DATABASE=1 nếu chỉ để thử.',
  )
}

async function prepareRoles(pool: Pool): Promise<void> {
  const { rows } = await pool.query(`select 1 from pg_roles where rolname = '${applicationRole}'`)
  if (rows.length > 0) return
  try {
    await pool.query(`create role ${applicationRole} nologin`)
    await pool.query(`grant ${applicationRole} to current_user`)
  } catch {
    throw new StartupRefusal(
      `Vai trò trong DATABASE_URL không được tạo vai trò. Hãy nhờ người quản trị máy chủ chạy: ` +
        `create role ${applicationRole} nologin; grant ${applicationRole} to current_user;`,
    )
  }
}

/** The role to act as: our own unless the connection already belongs to it or may not take it. */
async function roleFor(pool: Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ yes: boolean }>(
    `select current_user <> '${applicationRole}' and pg_has_role(current_user, '${applicationRole}', 'member') as yes`,
  )
  return rows[0]?.yes ? applicationRole : undefined
}

async function onServer(url: string, config: Config): Promise<Database> {
  const ownerUrl = config.ownerDatabaseUrl ?? url
  const owner = openPool({ url: ownerUrl, size: 1 })
  const application = openPool({ url, size: 1 })
  try {
    await refuseUnfit(application, config)
    await prepareRoles(owner)
    return { url, ownerUrl, role: await roleFor(application), stop: async () => {} }
  } catch (error) {
    if (
      !isLostConnection(error) &&
      !/password|database .* does not exist|role .* does not exist|getaddrinfo/.test(String(error))
    )
      throw error
    throw new StartupRefusal(`Không kết nối được PostgreSQL theo DATABASE_URL: ${(error as Error).message}`)
  } finally {
    await Promise.all([owner.end(), application.end()])
  }
}

/** The database to serve from. Refuses when another program already serves from the embedded one. */
export async function openDatabase(config: Config, log: Log): Promise<Database> {
  if (config.databaseUrl) return onServer(config.databaseUrl, config)
  const embedded = await startEmbeddedPostgres({
    folder: embeddedFolder(config),
    onRestart: (problem) => log.error(problem),
  })
  if (embedded.isAdopted) log.warn('Đã tiếp nhận PostgreSQL còn chạy từ lần trước')
  return { url: embedded.url, ownerUrl: embedded.ownerUrl, role: undefined, stop: embedded.stop }
}

/** The database for one command: that of the system running now, else started for the command alone. */
export async function visitDatabase(config: Config, log: Log): Promise<Database> {
  const running = config.databaseUrl ? undefined : joinEmbeddedPostgres(embeddedFolder(config))
  if (!running) return openDatabase(config, log)
  return { url: running.url, ownerUrl: running.ownerUrl, role: undefined, stop: running.stop }
}

function embeddedFolder(config: Config): string {
  return path.join(config.dataFolder, 'postgres')
}
