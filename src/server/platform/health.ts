/**
 * For whoever watches the program: `live` says that the process answers, `ready` that it may be given requests. It is
 * not ready while the database is away, set to lose data, or behind this program's migrations.
 */
import type { FastifyInstance } from 'fastify'
import type { Pool } from './database.ts'
import { readMigrations } from './migrations.ts'

export interface HealthOptions {
  readonly pool: Pool
  /** Tests and trials alone run on a database that may lose what it acknowledged. */
  readonly allowUnsafeDatabase: boolean
}

const durable = { fsync: 'on', full_page_writes: 'on', data_checksums: 'on', synchronous_commit: 'off' }

async function faults({ pool, allowUnsafeDatabase }: HealthOptions, newest: number): Promise<readonly string[]> {
  const found: string[] = []
  const { rows } = await pool.query<{ name: keyof typeof durable; setting: string }>(
    'select name, setting from pg_settings where name = any($1)',
    [Object.keys(durable)],
  )
  for (const { name, setting } of allowUnsafeDatabase ? [] : rows) {
    const isWrong = name === 'synchronous_commit' ? setting === 'off' : setting !== durable[name]
    if (isWrong) found.push(`${name}=${setting}`)
  }
  const applied = await pool.query<{ newest: number | null }>('select max(number) as newest from schema_migrations')
  if (applied.rows[0]?.newest !== newest) found.push(`migrations: ${applied.rows[0]?.newest ?? 0}, not ${newest}`)
  return found
}

export function registerHealth(app: FastifyInstance, options: HealthOptions): void {
  const newest = readMigrations().at(-1)?.number ?? 0
  const open = { config: { access: 'public' as const }, schema: { hide: true } }
  app.get('/health/live', open, async () => ({ status: 'ok' }))
  app.get('/health/ready', open, async (_, reply) => {
    const found = await faults(options, newest).catch((error: Error) => [`database: ${error.message}`])
    return reply
      .code(found.length === 0 ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: found.length === 0 ? 'ok' : 'failing', faults: found })
  })
}
