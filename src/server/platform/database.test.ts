import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/db.ts'
import { openPool, transaction } from './database.ts'
import { brokenRule, isBusy, isLostConnection, isRetryable } from './sql-errors.ts'

const db = await testDatabase()
await db.owner.query('create table counters (id int primary key, value int not null check (value >= 0))')
await db.owner.query('insert into counters values (1, 0), (2, 0)')

const raise = (id: number) => `update counters set value = value + 1 where id = ${id}`

async function counterAt(id: number): Promise<number> {
  const { rows } = await db.pool.query('select value from counters where id = $1', [id])
  return rows[0]?.value
}

test('values keep their exact text', async () => {
  const { rows } = await db.pool.query(
    `select 123456789012345678.123456::numeric as exact, 9007199254740993::bigint as large, date '2026-02-28' as day,
       timestamptz '2026-10-05 08:00:00.123456+07' as instant, array[1.50, null]::numeric[] as several,
       array[date '2026-01-01'] as days, array[timestamptz '2026-01-01 00:00+07'] as instants`,
  )
  assert.deepEqual(rows[0], {
    exact: '123456789012345678.123456',
    large: '9007199254740993',
    day: '2026-02-28',
    instant: '2026-10-05T01:00:00.123456Z',
    several: ['1.50', null],
    days: ['2026-01-01'],
    instants: ['2025-12-31T17:00:00.000000Z'],
  })
})

test('no session has its statements compiled, whatever the server does by itself', async () => {
  await db.owner.query(`do $$ begin execute format('alter database %I set jit = on', current_database()); end $$`)
  const other = openPool({ url: db.url, size: 1 })
  const { rows } = await other.query('show jit')
  await other.end()
  assert.equal(rows[0]?.jit, 'off')
})

test('what ends in a refusal or a throw is rolled back', async () => {
  await transaction(db.pool, async (tx) => {
    await tx.query(raise(1))
    return { ok: false, problems: [] }
  })
  await assert.rejects(
    transaction(db.pool, async (tx) => {
      await tx.query(raise(1))
      throw new Error('expected by the test')
    }),
    /expected by the test/,
  )
  assert.equal(await counterAt(1), 0)
})

test('two transactions that lock each other out both succeed', async () => {
  let first = 0
  const inOrder = (a: number, b: number) =>
    transaction(db.pool, async (tx) => {
      first++
      await tx.query(raise(a))
      while (first < 2) await tx.query('select pg_sleep(0.01)')
      await tx.query(raise(b))
    })
  await Promise.all([inOrder(1, 2), inOrder(2, 1)])
  assert.deepEqual([await counterAt(1), await counterAt(2)], [2, 2])
})

test('serializable transactions that collide are run again until each has counted', async () => {
  const before = await counterAt(1)
  const count = () => transaction(db.pool, (tx) => tx.query(raise(1)), { isolation: 'serializable', attempts: 10 })
  await Promise.all([count(), count(), count()])
  assert.equal(await counterAt(1), before + 3)
})

test('a connection lost in the middle is replaced and the work done once', async () => {
  const before = await counterAt(2)
  let runs = 0
  await transaction(db.pool, async (tx) => {
    runs++
    await tx.query(raise(2))
    if (runs > 1) return
    await tx.query('select pg_terminate_backend(pg_backend_pid())')
  })
  assert.equal(runs, 2)
  assert.equal(await counterAt(2), before + 1)
})

test('a read-only transaction refuses to write', async () => {
  await assert.rejects(
    transaction(db.pool, (tx) => tx.query(raise(1)), { readOnly: true }),
    { code: '25006' },
  )
})

test('a lock that is not given in time is tried again and then passed on as busy', async () => {
  const blocker = await db.pool.connect()
  await blocker.query('begin')
  await blocker.query(raise(1))
  const hurried = transaction(
    db.pool,
    async (tx) => {
      await tx.query(`set local lock_timeout = '20ms'`)
      await tx.query(raise(1))
    },
    { attempts: 2 },
  )
  await assert.rejects(hurried, (error) => isRetryable(error) && isBusy(error))
  await blocker.query('rollback')
  blocker.release()
})

test('a broken rule is named by its constraint', async () => {
  const error = await db.pool.query('update counters set value = -1').catch((caught: unknown) => caught)
  assert.deepEqual(brokenRule(error), { kind: 'check', constraint: 'counters_value_check' })
  const refused = await db.pool.query('insert into counters values (1, 0)').catch((caught: unknown) => caught)
  assert.deepEqual(brokenRule(refused), { kind: 'unique', constraint: 'counters_pkey' })
  assert.equal(brokenRule(new Error('another')), undefined)
})

test('a server that is away is told from a wrong statement', async () => {
  const away = openPool({ url: 'postgres://a:b@127.0.0.1:1/c', size: 1 })
  const lost = await away.query('select 1').catch((caught: unknown) => caught)
  assert.equal(isLostConnection(lost), true)
  const wrong = await db.pool.query('select nothing_here').catch((caught: unknown) => caught)
  assert.equal(isLostConnection(wrong) || isBusy(wrong), false)
  await away.end()
})
