/** The deadline of the consolidated report: the first sending of the period decides on time or late, by the database clock. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProvinceTable } from '#contract/province.ts'
import type { VersionDesk } from '#contract/version-steps.ts'
import type { VersionView } from '#contract/versions.ts'
import { loadReference } from '#server/catalogue/index.ts'
import { forgetCatalogue } from '#server/catalogue/readings.ts'
import { readReference } from '#server/catalogue/reference-files.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, openPeriod, presentMoment, presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { bringVersion, pinned, seenVersion, takeStep } from '../builders/version-way.ts'
import { setWholeDeadline, wholeAct, wholeRule } from '../builders/whole-deadline.ts'
import { testApp } from './app.ts'

const due = '2026-09-22T10:00:00'

async function aWhole({ isDue = true } = {}) {
  const db = await aProvince()
  if (isDue) await setWholeDeadline(db)
  const journey = new Journey(await testApp(db, { sessionIdleMinutes: 100_000, sessionHours: 1000 }))
  await journey.bring('CT', await submissionOf(db.pool, 'CT'), 'accepted')
  return { db, journey }
}

async function tableDue(journey: Journey, login = 'phuc', more = ''): Promise<ProvinceTable['consolidatedDue']> {
  const client = await journey.as(login)
  return (await client.get<ProvinceTable>(`/api/province/${regimeCode}?period=${presentPeriod}${more}`)).body
    .consolidatedDue
}

async function deskOf(journey: Journey, login = 'phuc'): Promise<VersionDesk> {
  return (await (await journey.as(login)).get<VersionDesk>('/api/province/versions-on-desk')).body
}

const sendStep = ({ steps }: VersionView) => steps.find(({ key }) => key === 'send')

const { db, journey } = await aWhole()

test('the table says when the whole is due, at whom, by which act, and how many working days are left', async () => {
  const found = await tableDue(journey)
  assert.deepEqual(
    { ...found, dueAt: Date.parse(found?.dueAt ?? '') },
    {
      dueAt: Date.parse(`${due}Z`),
      act: wholeAct,
      receiver: 'UBND tỉnh',
      sentAt: null,
      isLate: false,
      workingDaysLeft: 4,
    },
  )
  assert.equal(await tableDue(journey, 'phuc', '&area=836'), null)
})

test('from the end of data taking it stands on the desk of whoever makes it, until a version is on its way', async () => {
  const [owed, ...others] = (await deskOf(journey)).owed
  assert.deepEqual([owed?.period.label, owed?.version, others.length], [presentPeriod, null, 0])
  for (const login of ['pheduyet.skhdt', 'an', 'hoa']) assert.deepEqual((await deskOf(journey, login)).owed, [], login)
  await bringVersion(journey, { version: await pinned(journey), last: 'submit' })
  const { versions, owed: rest } = await deskOf(journey)
  assert.deepEqual([rest.length, Date.parse(versions[0]?.due?.dueAt ?? '')], [0, Date.parse(`${due}Z`)])
})

test('the step that sends it bears the deadline', async () => {
  assert.equal(Date.parse(sendStep(await seenVersion(journey, 1))?.dueAt ?? ''), Date.parse(`${due}Z`))
})

test('once the instant has come it is overdue, on the table and on the desk', async () => {
  await db.setClock('2026-09-25T02:00:00Z')
  const found = await tableDue(journey)
  assert.deepEqual([found?.isLate, found?.workingDaysLeft], [true, -3])
  assert.equal((await deskOf(journey, 'thamdinh.skhdt')).versions[0]?.due?.isLate, true)
  await db.setClock(presentMoment)
})

for (const [clock, isLate, left] of [
  ['2026-09-22T09:59:40Z', false, 0],
  [`${due}.000Z`, true, 0],
  ['2026-09-24T01:00:00Z', true, -2],
] as const)
  test(`sent first from ${clock} on, it is ${isLate ? 'late' : 'on time'}`, async () => {
    const { db, journey } = await aWhole()
    await bringVersion(journey, { version: await pinned(journey), last: 'seal' })
    await db.setClock(clock)
    await takeStep(journey, { version: 1, verb: 'send', login: 'vanthu.skhdt' })
    const { due: stands } = await seenVersion(journey, 1)
    assert.deepEqual([stands?.isLate, stands?.workingDaysLeft, stands?.sentAt === null], [isLate, left, false])
    assert.equal((await tableDue(journey, 'binh'))?.isLate, isLate)
    assert.deepEqual((await deskOf(journey)).owed, [])
  })

test('a correction sent after the deadline leaves the report on time, and has no deadline of its own', async () => {
  const { db, journey } = await aWhole()
  await bringVersion(journey, { version: await pinned(journey), last: 'send' })
  await db.setClock('2026-09-28T02:00:00Z')
  await journey.bring('SYT', await submissionOf(db.pool, 'SYT'), 'accepted')
  await (await journey.as('pheduyet.skhdt')).confirm()
  const version = await pinned(journey)
  await bringVersion(journey, { version, last: 'send', reason: 'Sở Y tế gửi bổ sung' })
  assert.deepEqual(
    [(await seenVersion(journey, version)).due, sendStep(await seenVersion(journey, version))?.dueAt],
    [null, null],
  )
  assert.equal((await seenVersion(journey, 1)).due?.isLate, false)
  assert.equal((await tableDue(journey))?.isLate, false)
  const { rows } = await db.pool.query(
    `select v.version, s.verb from consolidated_version_steps s join consolidated_versions v on v.id = s.version_id
     where s.due_at is not null`,
  )
  assert.deepEqual(rows, [{ version: 1, verb: 'send' }])
})

test('what it was judged by stays, though the deadline is set anew', async () => {
  const { db, journey } = await aWhole()
  await bringVersion(journey, { version: await pinned(journey), last: 'send' })
  await db.owner.query(`update regime_versions set consolidated_deadline_rule = $1`, [
    JSON.stringify({ ...wholeRule, day: 1, monthOffset: 0 }),
  ])
  forgetCatalogue(db.pool)
  const found = await tableDue(journey)
  assert.deepEqual([Date.parse(found?.dueAt ?? ''), found?.isLate], [Date.parse(`${due}Z`), false])
})

test('where no act says when, nothing is due, and what is sent is neither on time nor late', async () => {
  const { journey } = await aWhole({ isDue: false })
  assert.equal(await tableDue(journey), null)
  assert.deepEqual((await deskOf(journey)).owed, [])
  await bringVersion(journey, { version: await pinned(journey), last: 'send' })
  assert.deepEqual([(await seenVersion(journey, 1)).due, await tableDue(journey)], [null, null])
})

test('a deadline set today binds the periods that open from now; one that is open keeps what it was opened under', async () => {
  const { db, journey } = await aWhole({ isDue: false })
  const reference = readReference()
  const consolidatedDeadline = {
    rule: { ...wholeRule, day: 25 },
    act: wholeAct,
    source: wholeAct,
    confidence: 'sourced',
  }
  const regimes = reference.regimes.map((regime) => ({ ...regime, consolidatedDeadline }))
  await loadReference(db.owner, { ...reference, regimes })
  await openPeriod(db.owner, '2026-10')
  assert.equal(await tableDue(journey), null)
  const { body } = await (await journey.as('phuc')).get<ProvinceTable>(`/api/province/${regimeCode}?period=2026-10`)
  // The 25th of October is a Sunday.
  assert.equal(Date.parse(body.consolidatedDue?.dueAt ?? ''), Date.parse('2026-10-26T10:00:00Z'))
})
