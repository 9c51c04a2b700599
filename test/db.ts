/**
 * A database of its own for a test file: a clone (0.1 s) of a template that is migrated, and seeded if asked, once
 * per content. Dropped at the end of the test file; what a killed run left behind is dropped by the next.
 */
import { createHash } from 'node:crypto'
import { after } from 'node:test'
import type { Pool } from '#server/platform/database.ts'
import { openPool } from '#server/platform/database.ts'
import { exists } from '#server/platform/embedded/process-identity.ts'
import { migrate, readMigrations } from '#server/platform/migrations.ts'
import { applicationRole, ensureRoles, ownerRole } from '#server/platform/roles.ts'
import { sit, standUp } from './seat.ts'
import { testServerUrl } from './server.ts'

/** What a template holds beyond the schema. `version` changes when `load` would load something else. */
export interface TestSeed {
  readonly name: string
  readonly version: string
  /** Receives a pool of the owner role. */
  load(owner: Pool): Promise<void>
}

export interface TestDatabase {
  /** Acts as the application role, as the program does. */
  readonly pool: Pool
  /** Acts as the owner of the schema: to arrange what the program itself may not do. */
  readonly owner: Pool
  readonly url: string
  readonly ownerUrl: string
  /** From now on `app.now()` runs from this instant (ISO 8601). */
  setClock(instant: string): Promise<void>
  drop(): Promise<void>
}

interface Server {
  readonly pool: Pool
  /** Of a superuser. */
  readonly url: string
}

const password = 'baocao-test'

function urlFor(serverUrl: string, database: string, role?: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  if (role) {
    url.username = role
    url.password = password
  }
  return url.href
}

function templateName(seed: TestSeed | undefined): string {
  const hash = createHash('sha256')
  for (const one of readMigrations()) hash.update(one.checksum)
  if (seed) hash.update(`${seed.name} ${seed.version}`)
  return `template_${hash.digest('hex').slice(0, 16)}`
}

async function databases(server: Pool, like: string): Promise<readonly string[]> {
  const { rows } = await server.query('select datname from pg_database where datname like $1', [like])
  return rows.map((row) => row.datname as string)
}

async function dropLeftovers(server: Pool): Promise<void> {
  for (const name of await databases(server, 'test\\_%')) {
    if (!exists(Number(name.split('_')[1]))) await server.query(`drop database if exists ${name} with (force)`)
  }
}

async function buildTemplate(
  { pool: server, url: serverUrl }: Server,
  name: string,
  seed: TestSeed | undefined,
): Promise<void> {
  const draft = `draft_${name}`
  await server.query(`drop database if exists ${draft} with (force)`)
  await server.query(`create database ${draft} owner ${ownerRole} template template0`)
  await migrate(urlFor(serverUrl, draft), { role: ownerRole })
  if (seed) {
    const owner = openPool({ url: urlFor(serverUrl, draft, ownerRole) })
    await seed.load(owner).finally(() => owner.end())
  }
  await server.query(`alter database ${draft} rename to ${name}`)
}

/** One builder at a time over all test processes; templates nobody has used for three newer ones are dropped. */
async function ensureTemplate({ pool: server, url }: Server, seed: TestSeed | undefined): Promise<string> {
  const name = templateName(seed)
  const client = await server.connect()
  try {
    await client.query('set lock_timeout = 0; set statement_timeout = 0')
    await client.query(`select pg_advisory_lock(hashtext('baocao-test-template'))`)
    if ((await databases(server, name)).length === 0) {
      await ensureRoles(server, { owner: password, application: password })
      await dropLeftovers(server)
      await buildTemplate({ pool: server, url }, name, seed)
      const { rows } = await client.query(
        `select datname from pg_database where datname like 'template\\_%' order by oid desc offset 4`,
      )
      for (const row of rows) await server.query(`drop database if exists ${row.datname} with (force)`)
    }
    return name
  } finally {
    client.release(true)
  }
}

let count = 0

export interface TestDatabaseOptions {
  readonly seed?: TestSeed
  /**
   * No other test file has a database meanwhile. For tests that hold a watch to the feed, or look at what of it is
   * settled, which is what lies below the oldest transaction of the whole server. What only has to come does not need
   * it: it is told before it is settled. The first database of a file decides.
   */
  readonly isAlone?: boolean
}

export async function testDatabase({ seed, isAlone = false }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const serverUrl = await testServerUrl()
  const server = openPool({ url: serverUrl, size: 3 })
  await sit(serverUrl, isAlone)
  const template = await ensureTemplate({ pool: server, url: serverUrl }, seed).catch(async (error: unknown) => {
    // Whoever holds a seat keeps the process alive: a template that cannot be built fails its tests, it does not hang them.
    await standUp()
    await server.end()
    throw error
  })
  const name = `test_${process.pid}_${++count}`
  await server.query(`create database ${name} template ${template} strategy wal_log owner ${ownerRole}`)
  const url = urlFor(serverUrl, name, applicationRole)
  const ownerUrl = urlFor(serverUrl, name, ownerRole)
  const pool = openPool({ url })
  const owner = openPool({ url: ownerUrl, size: 3 })
  let dropped: Promise<void> | undefined
  const drop = async () => {
    await Promise.all([pool.end(), owner.end()])
    await server.query(`drop database if exists ${name} with (force)`)
    await server.end()
    await standUp()
  }
  const dropOnce = () => {
    dropped ??= drop()
    return dropped
  }
  after(dropOnce)
  return { pool, owner, url, ownerUrl, drop: dropOnce, setClock: (instant) => setClock(owner, instant) }
}

async function setClock(owner: Pool, instant: string): Promise<void> {
  const { rows } = await owner.query('select ($1::timestamptz - clock_timestamp())::text as shift', [instant])
  await owner.query(`create or replace function app.now() returns timestamptz language sql volatile parallel safe
    as $$ select clock_timestamp() + interval '${rows[0]?.shift}' $$`)
}
