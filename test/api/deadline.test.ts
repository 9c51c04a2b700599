/** On time is what was sent before the deadline by the clock of the database, to the second's fraction. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorOfStep, Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db, { sessionIdleMinutes: 10_000, sessionHours: 168 }))
const due = '2026-09-18T10:00:00'

for (const [agency, clock, isLate] of [
  ['SYT', '2026-09-18T09:59:40Z', false],
  ['CA', `${due}.000Z`, true],
  ['TTT', '2026-09-19T01:00:00Z', true],
] as const)
  test(`sent from ${clock} on, a report due at ${due}Z is ${isLate ? 'late' : 'on time'}`, async () => {
    const id = await submissionOf(db.pool, agency)
    const { dueAt } = await journey.bring(agency, id, 'sealed')
    assert.equal(Date.parse(dueAt), Date.parse(`${due}Z`))
    await db.setClock(clock)
    const sent = await journey.take(actorOfStep(agency, 'send'), id, 'send')
    assert.equal(sent.isLate, isLate)
    await db.setClock('2026-09-18T09:00:00Z')
  })

test('a report sent on time, returned and sent again after the deadline stays on time', async () => {
  const id = await submissionOf(db.pool, 'KBNN')
  await journey.bring('KBNN', id, 'sent')
  await journey.take('an', id, 'sendBack', { reason: 'Thiếu giải trình' })
  await db.setClock('2026-09-18T11:00:00Z')
  await (await journey.as('pheduyet.kbnn')).confirm()
  const sent = await journey.bring('KBNN', id, 'sent')
  assert.deepEqual([sent.isLate, sent.edition], [false, 2])
})
