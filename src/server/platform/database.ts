/**
 * The one way to PostgreSQL. Values keep their exact text: numeric and bigint stay strings, a date is 'YYYY-MM-DD',
 * an instant is ISO 8601 in UTC with the microseconds of the database. A transaction that ends in a refusal
 * (`{ ok: false }`) is rolled back; one that lost against another is run again.
 */
import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { isLostConnection, isRetryable } from './sql-errors.ts'

// biome-ignore lint/suspicious/noExplicitAny: rows are as the query says; each query declares its own row type
type AnyRow = Record<string, any>

/** Something that runs SQL: the pool, or the connection of a transaction. First argument of every query function. */
export interface Db {
  query<Row extends AnyRow = AnyRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }>
}

const types = { date: 1082, timestamp: 1114, timestamptz: 1184, interval: 1186 }
const arrays = { timestamptz: 1185, date: 1182, numeric: 1231, timestamp: 1115 }

/**
 * '2026-11-23 22:11:37.123+00' → '2026-11-23T22:11:37.123000Z'; sessions always run in UTC. Always six decimals, so that
 * the order of two instants is the order of their texts.
 */
function isoInstant(text: string): string {
  const [whole = '', fraction = ''] = text.replace(' ', 'T').replace(/\+00$/, '').split('.')
  return `${whole}.${fraction.padEnd(6, '0')}Z`
}

/** text[], which pg's list of type names leaves out. */
const textArrayType: number = 1009

const asText = (text: string) => text
const textArray = pg.types.getTypeParser(textArrayType as typeof pg.types.builtins.TEXT, 'text') as (
  text: string,
) => (string | null)[]
const parsers = new Map<number, (text: string) => unknown>([
  [types.date, asText],
  [types.timestamp, asText],
  [types.interval, asText],
  [types.timestamptz, isoInstant],
  [arrays.date, textArray],
  [arrays.numeric, textArray],
  [arrays.timestamp, textArray],
  [arrays.timestamptz, (text) => textArray(text).map((one) => one && isoInstant(one))],
])

const exactTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

export interface PoolOptions {
  readonly url: string
  /** Act as this role although the connection belongs to another. */
  readonly role?: string
  readonly size?: number
  readonly name?: string
}

/** Limits that keep one stuck request from stopping the others, in milliseconds. */
export const limits = { lock: 3_000, statement: 60_000, idleInTransaction: 30_000, connect: 10_000 }

export function poolSettings({ url, role, size = 10, name = 'baocao' }: PoolOptions): pg.PoolConfig {
  return {
    connectionString: url,
    max: size,
    application_name: name,
    // Compiling a statement takes a server with LLVM seconds, running one of ours milliseconds.
    options: `-c timezone=UTC -c jit=off${role ? ` -c role=${role}` : ''}`,
    connectionTimeoutMillis: limits.connect,
    lock_timeout: limits.lock,
    statement_timeout: limits.statement,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
  }
}

export type Pool = pg.Pool

const names = new Map<string, string>()
/** Statements are few and written out; where somebody builds them at run time, the later ones stay unnamed. */
const mostNames = 1_000

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNames) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  names.set(text, name)
  return name
}

/** A statement with values is named, so that a connection parses and plans it once: planning cost more than running. */
function prepareByText(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  const named = (first: unknown, values: unknown, ...rest: unknown[]) => {
    const name = typeof first === 'string' && Array.isArray(values) ? nameOf(first) : undefined
    return query(name === undefined ? first : { name, text: first }, values, ...rest)
  }
  client.query = named as typeof client.query
}

export function openPool(options: PoolOptions): Pool {
  const pool = poolOfConnections(options)
  openedWith.set(pool, options)
  return pool
}

const openedWith = new WeakMap<Pool, PoolOptions>()

function poolOfConnections(options: PoolOptions, more: pg.PoolConfig = {}): Pool {
  // What does not wait for one another's answer goes out together; the order on a connection stays.
  const pool = new pg.Pool({ ...poolSettings(options), types: exactTypes, pipeline: true, ...more })
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    prepareByText(client)
  })
  return pool
}

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
  readonly readOnly?: boolean
  readonly attempts?: number
}

function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false
}

const pools = new WeakMap<Db, Pool>()

/** The pool a transaction was opened on; anything else stands for itself. Tells databases apart, not connections. */
export function poolOf(db: Db): Db {
  return pools.get(db) ?? db
}

/** The driver leaves `pipeline` out of its types. */
export type Client = pg.PoolClient & { pipeline: boolean }

const clients = new WeakMap<Db, Client>()

/** The connection of a transaction, for what a query cannot do; undefined for anything else. */
export function clientOf(db: Db): Client | undefined {
  return clients.get(db)
}

const beside = new WeakMap<Db, Pool>()

/**
 * For what a transaction needs to be there for everybody before it ends, and what stays although it be undone: nobody then
 * waits for the transaction. On a connection beside the pool, for those who have one of the pool must not wait for another.
 */
export function committedAtOnce(db: Db): Db {
  const pool = pools.get(db)
  const options = pool && openedWith.get(pool)
  if (pool === undefined || options === undefined) return db
  const known = beside.get(pool)
  if (known) return known
  const one = poolOfConnections({ ...options, size: 1 }, { idleTimeoutMillis: 1, allowExitOnIdle: true })
  beside.set(pool, one)
  return one
}

interface Begin {
  readonly sql: string
  readonly readOnly: boolean
}

async function attempt<T>(pool: Pool, work: (tx: Db) => Promise<T>, begin: Begin): Promise<T> {
  const client = await pool.connect()
  const tx: Db = { query: (text, values) => client.query(text, values as unknown[]) }
  pools.set(tx, pool)
  clients.set(tx, client as Client)
  let failure: Error | undefined
  try {
    const begun = client.query(begin.sql)
    begun.catch(() => {})
    // Where nothing can be written, nobody waits to hear that it began: should that fail, the work is done again.
    if (!begin.readOnly) await begun
    const result = await work(tx)
    await begun
    await client.query(isRefusal(result) ? 'rollback' : 'commit')
    return result
  } catch (error) {
    failure = error as Error
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release(failure && isLostConnection(failure) ? failure : undefined)
  }
}

/**
 * Runs `work` in one transaction. `work` may run several times (deadlock, serialization, lock wait) and so must have
 * no effect outside the database. A connection lost before COMMIT is tried again; lost during COMMIT it is not,
 * because nobody knows whether it took place: the caller's Idempotency-Key settles that.
 */
export async function transaction<T>(
  pool: Pool,
  work: (tx: Db) => Promise<T>,
  { isolation = 'read committed', readOnly = false, attempts = 4 }: TransactionOptions = {},
): Promise<T> {
  const begin = { sql: `begin isolation level ${isolation}${readOnly ? ' read only' : ''}`, readOnly }
  for (let count = 1; ; count++) {
    let mayHaveCommitted = false
    try {
      return await attempt(
        pool,
        async (tx) => {
          const result = await work(tx)
          mayHaveCommitted = true
          return result
        },
        begin,
      )
    } catch (error) {
      const again = isRetryable(error) || (isLostConnection(error) && !mayHaveCommitted)
      if (!again || count >= attempts) throw error
      await wait(20 * 2 ** count * (0.5 + count / attempts))
    }
  }
}
