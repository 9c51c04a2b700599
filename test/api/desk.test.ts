/** What is on whose desk. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Desk, SubmissionList } from '#contract/submissions.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, openPeriod, submissionOf } from '../builders/province.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const deskOf = async (login: string) => (await (await journey.as(login)).get<Desk>('/api/desk')).body
const ids = (of: readonly { id: string }[]) => of.map((s) => s.id)

test('a report goes from desk to desk with its steps', async () => {
  const id = await submissionOf(db.pool, 'SNNPTNT')
  assert.deepEqual(ids((await deskOf('lan')).toEnter), [id])
  assert.deepEqual(ids((await deskOf('minh')).toDecide), [])
  await journey.bring('SNNPTNT', id, 'submitted')
  assert.deepEqual(ids((await deskOf('lan')).waitingForOthers), [id])
  assert.deepEqual(ids((await deskOf('minh')).toDecide), [id])
  await journey.take('minh', id, 'sendBack', { reason: 'Thiếu hai xã' })
  const [returned] = (await deskOf('lan')).returned
  assert.equal(returned?.returned?.reason, 'Thiếu hai xã')
  await journey.bring('SNNPTNT', id, 'sent')
  assert.deepEqual(ids((await deskOf('phuc')).toDecide), [id])
  await journey.bring('SNNPTNT', id, 'accepted')
  assert.deepEqual(ids((await deskOf('lan')).recent), [id])
})

for (const login of ['vy', 'khoa', 'binh']) {
  test(`${login} prepares and receives nothing, and has no report on desk or list`, async () => {
    const { serverTime: _, ...lists } = await deskOf(login)
    assert.deepEqual(Object.values(lists).flat(), [])
    const all = await (await journey.as(login)).get<SubmissionList>('/api/submissions')
    assert.deepEqual(all.body.submissions, [])
  })
}

test('a report that waits stays on the desk, however many newer ones are over', async () => {
  await openPeriod(db.owner, '2025-01')
  const old = await submissionOf(db.pool, 'SYT', '2025-01')
  await journey.bring('SYT', old, 'sent')
  for (const month of ['2026-06', '2026-07', '2026-08']) await openPeriod(db.owner, month)
  await db.owner.query(`update submissions set state = 'accepted' where period in ('2026-06', '2026-07', '2026-08')`)
  await db.owner.query(
    `insert into submissions (regime_version_id, regime_id, agency_id, receiver_id, period, span_id, round, state,
       state_since, opened_at, due_at)
     select s.regime_version_id, s.regime_id, s.agency_id, s.receiver_id, s.period, s.span_id, n, s.state, s.state_since,
       s.opened_at, s.due_at
     from submissions s, generate_series(2, 24) n where s.period = '2026-06'`,
  )
  assert.ok(ids((await deskOf('phuc')).toDecide).includes(old))
})
