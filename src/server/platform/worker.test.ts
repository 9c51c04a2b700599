import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { testDatabase } from '#test/db.ts'
import { transaction } from './database.ts'
import { enqueue, handler, type JobKind, recurringHandler, startSeries } from './jobs.ts'
import { openLog } from './log.ts'
import { startWorker } from './worker.ts'
import { beat, releaseSilent } from './worker-heartbeat.ts'

const db = await testDatabase()
const log = openLog({ level: 'silent', role: 'worker' })
const greeting: JobKind<{ name: string }> = {
  name: 'test-greeting',
  payload: z.strictObject({ name: z.string() }),
  attempts: 3,
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 10) {
    if (waited > 60_000) throw new Error('nothing happened for a minute')
    await wait(10)
  }
}

async function working(
  handlers: Parameters<typeof startWorker>[0]['handlers'],
  work: () => Promise<void>,
): Promise<void> {
  const worker = await startWorker({ pool: db.pool, connection: { url: db.url }, handlers, concurrency: 2, log })
  await work().finally(() => worker.stop())
}

test('a job of a committed transaction runs, one of a rolled back transaction does not', async () => {
  const greeted: string[] = []
  const hears = handler(greeting, async ({ name }) => void greeted.push(name))
  await working([hears], async () => {
    await transaction(db.pool, async (tx) => {
      await enqueue(tx, greeting, { payload: { name: 'lan' } })
      return { ok: false }
    })
    await transaction(db.pool, (tx) => enqueue(tx, greeting, { payload: { name: 'minh' } }))
    await until(() => greeted.length > 0)
  })
  assert.deepEqual(greeted, ['minh'])
})

test('jobs enqueued under one key run once, with the last payload', async () => {
  const greeted: string[] = []
  for (const name of ['lan', 'hoa']) await enqueue(db.pool, greeting, { payload: { name }, key: 'once' })
  await working([handler(greeting, async ({ name }) => void greeted.push(name))], () => until(() => greeted.length > 0))
  assert.deepEqual(greeted, ['hoa'])
})

test('a payload of another shape is refused when enqueued', async () => {
  await assert.rejects(enqueue(db.pool, greeting, { payload: { name: 7 } as unknown as { name: string } }))
})

test('a recurring job has its next run waiting although it fails', async () => {
  const hourly = { name: 'test-hourly', payload: z.strictObject({}), attempts: 1, next: () => '2126-01-01T00:00:00Z' }
  let runs = 0
  await startSeries(db.pool, hourly)
  const fails = recurringHandler(db.pool, hourly, async () => {
    runs++
    throw new Error('expected by the test')
  })
  await working([fails], () => until(() => runs === 1))
  const { rows } = await db.pool.query(
    `select run_at from graphile_worker.jobs where key = 'recurring:test-hourly' and locked_at is null`,
  )
  assert.deepEqual(rows, [{ run_at: '2126-01-01T00:00:00.000000Z' }])
})

test('what a silent worker holds is given back, what a living one holds is not', async () => {
  await enqueue(db.pool, greeting, { payload: { name: 'a' }, queue: 'held', key: 'silent' })
  await enqueue(db.pool, greeting, { payload: { name: 'b' }, key: 'living' })
  for (const [key, worker] of [
    ['silent', 'pool-silent'],
    ['living', 'pool-living'],
  ]) {
    await beat(db.pool, worker ?? '')
    await db.pool.query(`update graphile_worker._private_jobs set locked_by = $1, locked_at = now() where key = $2`, [
      worker,
      key,
    ])
  }
  await db.pool.query(`update job_workers set beat_at = beat_at - interval '31 seconds' where id = 'pool-silent'`)
  assert.deepEqual(await releaseSilent(db.pool, 30), ['pool-silent'])
  const { rows } = await db.pool.query(
    `select key, locked_by from graphile_worker._private_jobs where key in ('silent', 'living') order by key`,
  )
  assert.deepEqual(rows, [
    { key: 'living', locked_by: 'pool-living' },
    { key: 'silent', locked_by: null },
  ])
})

test('a lock whose worker never told that it lives is given back as well', async () => {
  await enqueue(db.pool, greeting, { payload: { name: 'c' }, key: 'stranger' })
  await db.pool.query(
    `update graphile_worker._private_jobs set locked_by = 'pool-stranger', locked_at = now() - interval '31 seconds' where key = 'stranger'`,
  )
  assert.deepEqual(await releaseSilent(db.pool, 30), ['pool-stranger'])
})
