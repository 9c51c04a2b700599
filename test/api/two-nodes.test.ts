/** Two web programs on one database behave as one: what happens through the first is seen by who watches the second. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openPool } from '#server/platform/database.ts'
import { actorOfStep, Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { signIn } from './client.ts'
import { assertHeardSoon, follow, type Stream, until } from './follow.ts'
import { listeningApp } from './listening.ts'

const db = await aProvince({ isAlone: true })
const secondPool = openPool({ url: db.url })
const [first, second] = [await listeningApp(db), await listeningApp({ pool: secondPool })]
after(() => secondPool.end())
const journey = new Journey(first)
const id = await submissionOf(db.pool, 'SYT')

test('a cell saved through one node is seen by a colleague at the other within a second, and by no other agency', async () => {
  const [colleague, receiver] = [await signIn(second, 'thamdinh.syt'), await signIn(second, 'phuc')]
  const [seen, unseen] = [await follow(second, colleague), await follow(second, receiver)]
  await assertHeardSoon(async (turn) => {
    const before = seen.changes.length
    await journey.fill('nhap.syt', id, { 'a2.estimate': `${7 + turn}` })
    return () => seen.changes.length > before
  })
  assert.equal(seen.changes[0]?.payload.submission, id)
  assert.deepEqual(unseen.changes, [])
  seen.close()
  unseen.close()
})

test('a sent report moves the receiver’s table at the other node within a second', async () => {
  await journey.bring('SYT', id, 'sealed')
  const receiver = await signIn(second, 'phuc')
  const streams: Stream[] = []
  await assertHeardSoon(async (turn) => {
    if (turn > 0) {
      await journey.take('phuc', id, 'sendBack', { reason: 'Đề nghị xem lại.', cells: [] })
      await journey.bring('SYT', id, 'sealed')
    }
    const stream = await follow(second, receiver)
    streams.push(stream)
    await journey.take(actorOfStep('SYT', 'send'), id, 'send')
    return () => stream.changes.some((c) => c.topic === 'figures')
  })
  const table = await receiver.get<{ rows: { key: string; submissionId: string; status: { kind: string } }[] }>(
    '/api/province/BC-KTXH-THANG?period=2026-09&reading=provisional',
  )
  assert.equal(table.body.rows.find((row) => row.submissionId === id)?.status.kind, 'sent')
  for (const stream of streams) stream.close()
})

test('a connection cut at one node goes on at the other, and nothing between is missed', async () => {
  const other = await submissionOf(db.pool, 'CA')
  await journey.fill('nhap.ca', other)
  const [here, there] = [await signIn(first, 'thamdinh.ca'), await signIn(second, 'thamdinh.ca')]
  const stream = await follow(first, here)
  await journey.take('nhap.ca', other, 'submit')
  await until(() => stream.changes.length > 0)
  stream.close()
  await journey.take('nhap.ca', other, 'withdraw')
  await journey.take('nhap.ca', other, 'submit')
  await journey.take('thamdinh.ca', other, 'appraise')
  const resumed = await follow(second, there, { 'last-event-id': stream.lastId })
  await until(() => resumed.changes.length === 3)
  assert.deepEqual(
    [...stream.changes, ...resumed.changes].map(({ payload }) => payload.state),
    ['submitted', 'draft', 'submitted', 'appraised'],
  )
  resumed.close()
})
