/** When a figure counts: sent, accepted, taken back, corrected late, and as it was known at an earlier moment. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { period } from '#core/period/period.ts'
import type { Span } from '#core/period/span.ts'
import { figureRows, figureSlot, type ReportedValue } from '#server/figures/index.ts'
import { databaseNow } from '#server/platform/clock.ts'
import { actorOfStep, Journey } from '../builders/journey.ts'
import { aProvince, openPeriod, submissionOf } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))

/** Exactly what a reading says, in one order, as one text. */
function textOf(rows: readonly ReportedValue[]): string {
  const lines = rows.map((r) =>
    JSON.stringify([
      r.indicator_id,
      r.span_id,
      r.area_id,
      r.plan_version_id,
      r.vintage,
      r.agency_id,
      r.kind,
      r.value,
      r.edition_id,
      r.level,
    ]),
  )
  return lines.sort().join('\n')
}

/** What the reader finds at every place that is there; now, or as it was known then. */
async function everything(level: 'sent' | 'accepted', asOf?: string): Promise<readonly ReportedValue[]> {
  const ids = async (table: 'indicators' | 'areas') =>
    (await db.pool.query<{ id: number }>(`select id from ${table}`)).rows.map((row) => row.id)
  const { rows: spans } = await db.pool.query<Span>(
    'select s.calendar, s.from_date as "from", s.to_date as "to" from spans s',
  )
  const [indicatorIds, areaIds] = [await ids('indicators'), await ids('areas')]
  const places = indicatorIds.flatMap((indicatorId) =>
    spans.map((span) => ({ slot: figureSlot({ indicatorId, members: '', span }), areaIds })),
  )
  return (await figureRows(db.pool, { places, level, asOf })).flat()
}

interface Remembered {
  readonly at: string
  readonly sent: string
  readonly accepted: string
}

async function remember(): Promise<Remembered> {
  return {
    at: await databaseNow(db.pool),
    sent: textOf(await everything('sent')),
    accepted: textOf(await everything('accepted')),
  }
}

const moments: Remembered[] = []
const sentBy = actorOfStep('SNNPTNT', 'send')
const id = await submissionOf(db.pool, 'SNNPTNT')
const typed = { 'a6.estimate': '41230', 'a6.ytd': '300000' }

test('a draft, however far it has come inside the agency, is no figure', async () => {
  moments.push(await remember())
  await journey.bring('SNNPTNT', id, 'sealed', typed)
  assert.equal((await readTable(journey)).said('a5', 'estimate'), 'absent')
  const { rows } = await db.pool.query('select 1 from reported_values')
  assert.equal(rows.length, 0)
})

test('sent, it moves the provisional table of the receiver and not the accepted one', async () => {
  await journey.take(sentBy, id, 'send')
  assert.equal((await readTable(journey)).said('a5', 'estimate'), '41230')
  assert.equal((await readTable(journey)).cell('a5', 'estimate').level, 'sent')
  assert.equal((await readTable(journey, { reading: 'accepted' })).said('a5', 'estimate'), 'absent')
  moments.push(await remember())
})

test('the provisional table is the receiver’s: a leader who asks for it is given the accepted one', async () => {
  const { whole, said } = await readTable(journey, { login: 'binh', reading: 'provisional' })
  assert.equal(whole.reading, 'accepted')
  assert.equal(said('a5', 'estimate'), 'absent')
})

test('returned after sending, it is taken back', async () => {
  await journey.take('an', id, 'sendBack', { reason: 'Sản lượng chưa khớp' })
  assert.equal((await readTable(journey)).said('a5', 'estimate'), 'absent')
  moments.push(await remember())
})

test('sent again and accepted, it moves the accepted table', async () => {
  await journey.fill('lan', id, { 'a6.estimate': '42000' })
  await journey.bring('SNNPTNT', id, 'accepted')
  for (const reading of ['accepted', 'provisional'] as const) {
    const table = await readTable(journey, { reading })
    assert.equal(table.said('a5', 'estimate'), '42000')
    assert.equal(table.cell('a5', 'estimate').level, 'accepted')
    assert.equal(table.said('a5', 'ytd'), '300000')
  }
  moments.push(await remember())
})

test('nine months and September’s year to date are one span, so they are one figure', async () => {
  const { span } = period('2026-9M', 'statistical')
  const { rows } = await db.pool.query(
    `select distinct v.span_id, s.calendar, s.from_date, s.to_date from reported_values v join spans s on s.id = v.span_id
     where v.accepted_value = 300000`,
  )
  assert.deepEqual(rows, [
    { span_id: rows[0]?.span_id, calendar: span.calendar, from_date: span.from, to_date: span.to },
  ])
  const same = await db.pool.query('select id from spans where (calendar, from_date, to_date) = ($1, $2, $3)', [
    span.calendar,
    span.from,
    span.to,
  ])
  assert.deepEqual(same.rows, [{ id: rows[0]?.span_id }])
})

test('May’s estimate of June, accepted late, does not replace June’s own', async () => {
  await openPeriod(db.owner, '2026-05')
  await openPeriod(db.owner, '2026-06')
  const [may, june] = [await submissionOf(db.pool, 'SYT', '2026-05'), await submissionOf(db.pool, 'SYT', '2026-06')]
  await journey.bring('SYT', june, 'accepted', { 'a2.estimate': '100' })
  moments.push(await remember())
  await journey.bring('SYT', may, 'accepted', { 'a2.nextEstimate': '90', 'a2.estimate': '80' })
  for (const reading of ['accepted', 'provisional'] as const) {
    assert.equal((await readTable(journey, { reading, period: '2026-06' })).said('e7', 'estimate'), '100')
    assert.equal((await readTable(journey, { reading, period: '2026-05' })).said('e7', 'estimate'), '80')
  }
  moments.push(await remember())
})

test('every earlier reading is given back byte for byte', async () => {
  assert.ok(moments.length === 6 && new Set(moments.map((m) => m.sent)).size >= 5)
  for (const { at, sent, accepted } of moments) {
    assert.equal(textOf(await everything('sent', at)), sent)
    assert.equal(textOf(await everything('accepted', at)), accepted)
  }
})

test('what was said once stays in the history, and no role of the program can change it', async () => {
  const { rows } = await db.pool.query(
    `select distinct r.value from reported_value_revisions r where r.value in (41230, 42000) order by r.value`,
  )
  assert.deepEqual(
    rows.map((row) => row.value),
    ['41230.000000', '42000.000000'],
  )
  await assert.rejects(db.pool.query('update reported_value_revisions set value = 1'), /permission denied/)
  await assert.rejects(db.owner.query('delete from reported_value_revisions'), /append-only/)
})
