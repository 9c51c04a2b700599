/** Batches beside one another and beside sendings: who waits for whom, and what holds afterwards. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Result } from '#contract/problems.ts'
import { localDate } from '#core/period/local-date.ts'
import { period } from '#core/period/period.ts'
import { spanKey } from '#core/period/span.ts'
import { number } from '#core/quantity/cell-value.ts'
import {
  agencyId,
  batch,
  catalogue,
  communes,
  enter,
  entered,
  figure,
  held,
  owner,
  pool,
  statistics,
} from '#test/builders/figure-batches.ts'
import { spanIds } from '../catalogue/index.ts'
import { databaseNow } from '../platform/clock.ts'
import { type Db, transaction } from '../platform/database.ts'
import { addEdition, brokenDownIndicators, type Entered, enterFigures, promote } from './index.ts'

test('what indicators are broken down by is noted once, also by two batches at once', async () => {
  await owner.query(`insert into breakdowns (id, code, name) values (7, 'cho', 'Chợ'), (8, 'sieu-thi', 'Siêu thị')`)
  const said = (breakdown: string) => figure(1, { period: '2019-12', breakdown })
  const both = [said('cho'), { ...said('sieu-thi'), row: 2 }]
  await Promise.all([entered(batch(both)), entered(batch([said('sieu-thi')]))])
  const pairs = (await brokenDownIndicators(pool)).map(({ members }) => members)
  assert.deepEqual(pairs, ['cho', 'sieu-thi'])
})

/** Until somebody waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  const waiting = `select from pg_locks l join pg_stat_activity a using (pid)
    where not l.granted and a.datname = current_database()`
  while ((await owner.query(waiting)).rowCount === 0) await wait(10)
}

/** As a form is sent; not yet promoted. */
async function sending(db: Db, agency: number, breakdownId: number): Promise<string> {
  const { span } = period('2019-11', 'statistical')
  const spanId = (await spanIds(db, [span])).get(spanKey(span)) ?? 0
  const place = { spanId, spanTo: span.to, areaId: catalogue.provinceId, breakdownId }
  const indicatorId = catalogue.indicators.get('TM.01.1.2')?.id ?? 0
  const value = { planVersionId: 0, vintage: 'estimate', kind: 'number', value: '8' } as const
  const edition = { submissionId: null, version: 1, sending: 1, periodEnd: '2019-11-30', origin: 'typed' } as const
  return addEdition(db, { agencyId: agency, ...edition }, [{ indicatorId, ...place, ...value }])
}

const once = { attempts: 1 }

test('a batch and a sending of one agency that bring the same new breakdown do not cross', async () => {
  await owner.query(`insert into breakdowns (id, code, name) values (9, 'tap-hoa', 'Tạp hoá'), (10, 'vua', 'Vựa')`)
  const it = batch([figure(1, { period: '2019-11', breakdown: 'tap-hoa' })])
  let entering: Promise<unknown> = Promise.resolve()
  await transaction(
    pool,
    async (db) => {
      const editionId = await sending(db, statistics, 9)
      entering = transaction(pool, (other) => enterFigures(other, it), once)
      entering.catch(() => {})
      await untilSomebodyWaits()
      await promote(db, { editionId, level: 'sent', at: it.at })
    },
    once,
  )
  assert.ok(((await entering) as Result<Entered>).ok)
})

test('while a batch is promoted, another agency says the first figure of the same breakdown', async () => {
  const blocking = await owner.connect()
  await blocking.query('begin; lock table edition_promotions in share mode')
  const entering = entered(batch([figure(1, { period: '2019-11', breakdown: 'vua' })]))
  await untilSomebodyWaits()
  try {
    await transaction(pool, (db) => sending(db, agencyId('SCT'), 10), once)
  } finally {
    await blocking.query('commit')
    blocking.release()
  }
  assert.equal((await entering).added, 1)
})

test('batches and sendings of one agency at the same moment queue, and the latest period holds', async () => {
  const months = ['2019-03-31', '2019-01-31', '2019-04-30', '2019-02-28']
  const said = (amount: number) =>
    communes.map((area, index) => figure(index + 1, { area, period: '2019-01', value: number(`${amount}`) }))
  const typed = transaction(pool, async (db) => {
    const editionId = await sending(db, statistics, 0)
    await promote(db, { editionId, level: 'sent', at: '2026-06-16T00:00:00Z' })
  })
  const loads = months.map((end, index) => enter(batch(said(index + 1), { periodEnd: localDate(end) })))
  const results = await Promise.all(loads)
  await typed
  assert.ok(results.every((one) => one.ok))
  const values = new Set((await held('TM.01.1.2', '2019-01')).map((row) => (row as string[])[3]))
  assert.deepEqual([...values], ['3.000000'])
})

test('while a batch goes on, others use the spans that it was the first to use', async () => {
  const label = '2031-03'
  const { span } = period(label, 'statistical')
  await transaction(
    pool,
    async (db) => {
      assert.ok((await enterFigures(db, batch([figure(1, { period: label })]))).ok)
      const used = await transaction(pool, (other) => spanIds(other, [span]), once)
      assert.ok(used.has(spanKey(span)))
    },
    once,
  )
})

test('a batch that waited for another is dated after it, so that what was known at an instant stays so', async () => {
  const { at: _, ...undated } = batch([figure(1, { period: '2019-10' })])
  let waiting: Promise<Result<Entered>> | undefined
  const before = await transaction(pool, async (db) => {
    assert.ok((await enterFigures(db, batch([figure(1, { period: '2019-10', value: number('7') })]))).ok)
    waiting = transaction(pool, (other) => enterFigures(other, undated))
    await untilSomebodyWaits()
    return databaseNow(db)
  })
  const entered = await waiting
  assert.ok(entered?.ok)
  const { rows } = await pool.query<{ at: string }>('select at from edition_promotions where edition_id = $1', [
    entered.value.editionId,
  ])
  assert.deepEqual(
    rows.map(({ at }) => at > before),
    [true, true],
  )
})
