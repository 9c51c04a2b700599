/** The list gives everything, a page at a time, and says how much there is. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SubmissionList } from '#contract/submissions.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, openPeriod } from '../builders/province.ts'
import { testApp } from './app.ts'
import type { Client } from './client.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
for (const month of ['04', '05', '06', '07', '08']) await openPeriod(db.owner, `2026-${month}`)
await db.owner.query(`update submissions set state = 'accepted' where period < '2026-08'`)
await db.owner.query(`update submissions set state = 'sent' where period = '2026-08'`)

async function pages(client: Client, query: string): Promise<readonly SubmissionList[]> {
  const read: SubmissionList[] = []
  for (let after = ''; ; ) {
    const { status, body } = await client.get<SubmissionList>(`/api/submissions?${query}${after}`)
    assert.equal(status, 200, JSON.stringify(body))
    read.push(body)
    if (body.next === null) return read
    after = `&after=${encodeURIComponent(body.next)}`
  }
}

test('page after page gives every report once, newest due first, and each page says the whole count', async () => {
  const all = await pages(await journey.as('phuc'), 'limit=40')
  const ids = all.flatMap(({ submissions }) => submissions.map(({ id }) => id))
  const { rows } = await db.pool.query<{ count: number }>(
    `select count(*)::int as count from submissions s join agencies g on g.id in (s.agency_id, s.receiver_id)
     where g.code = 'SKHDT' and (s.agency_id = g.id or s.state in ('sent', 'accepted'))`,
  )
  assert.ok(all.length > 3)
  assert.equal(new Set(ids).size, ids.length)
  assert.ok(all.every(({ total }) => total === ids.length))
  const received = all.flatMap(({ submissions }) => submissions.map(({ dueAt }) => dueAt))
  assert.deepEqual(received, [...received].sort().reverse())
  assert.ok(ids.length <= (rows[0]?.count ?? 0))
})

test('what is still open leaves out what is accepted, of every period', async () => {
  const all = await pages(await journey.as('phuc'), 'open=true&limit=200')
  const periods = all.flatMap(({ submissions }) => submissions.map(({ period }) => period.label))
  assert.deepEqual(
    [...new Set(periods)].sort(),
    ['2026-08', '2026-09'].filter((label) => periods.includes(label)),
  )
  assert.ok(periods.includes('2026-08'))
})

test('who only administers an agency has an empty list; a page after nonsense is refused', async () => {
  const empty = await pages(await journey.as('vy'), '')
  assert.deepEqual([empty[0]?.total, empty[0]?.submissions], [0, []])
  const wrong = await (await journey.as('phuc')).get('/api/submissions?after=yesterday')
  assert.deepEqual([wrong.status, wrong.body.code], [400, 'request.invalid'])
})
