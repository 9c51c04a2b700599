/** Steps of a version against each other, and against reports and adjustments that come in meanwhile. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { adjusted } from '../builders/adjustments.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { bringVersion, pinned, seenVersion, tryStep } from '../builders/version-way.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const agencies = ['HQ', 'SYT', 'SCT', 'KBNN', 'STC', 'NHNN']
const head = 'pheduyet.skhdt'

before(async () => {
  await journey.bring('CT', await submissionOf(db.pool, 'CT'), 'accepted')
  for (const agency of agencies) await journey.bring(agency, await submissionOf(db.pool, agency), 'sent')
  await db.owner.query(
    `with second as (insert into accounts (login, display_name, password_hash)
       select 'pho.skhdt', 'Phó Giám đốc', password_hash from accounts where login = $1 returning id)
     insert into account_roles (account_id, agency_id, role)
     select second.id, r.agency_id, 'approver' from second, accounts a join account_roles r on r.account_id = a.id
     where a.login = $1`,
    [head],
  )
})

const amount = { kind: 'amount', amount: '1' } as const
const adjust = (row: string) => adjusted(journey, { row, column: 'estimate', change: amount })

/** A version of the table as it is, waiting for the head. */
async function waitingForHead(): Promise<number> {
  const version = await pinned(journey)
  await bringVersion(journey, { version, last: 'appraise', reason: 'Bổ sung' })
  return version
}

test('of two heads who decide at once one decides, the other is told where it stands', async () => {
  for (const [approveAfter, sendBackAfter] of [
    [0, 0],
    [40, 0],
    [0, 40],
  ]) {
    await adjust('c11')
    const version = await waitingForHead()
    const answers = await Promise.all([
      wait(approveAfter).then(() => tryStep(journey, { version, verb: 'approve', login: head })),
      wait(sendBackAfter).then(() =>
        tryStep(journey, { version, verb: 'sendBack', login: 'pho.skhdt', reason: 'Chưa đủ' }),
      ),
    ])
    assert.deepEqual(answers.map((a) => a.status).sort(), [200, 409])
    assert.equal(answers.find((a) => a.status === 409)?.body.code, 'version.not-now')
    const { state, log } = await seenVersion(journey, version)
    assert.equal(log.length, 3)
    if (state === 'draft') await bringVersion(journey, { version, last: 'approve', reason: 'Bổ sung' })
  }
})

/** Approved before what came in, or refused because of it. */
async function approvedOrAffected(version: number, cameIn: string): Promise<void> {
  const { rows } = await db.pool.query<{ at: string; isBefore: boolean }>(
    `select s.at, s.at < $2 as "isBefore" from consolidated_version_steps s
     join consolidated_versions v on v.id = s.version_id where v.version = $1 and s.verb = 'approve'`,
    [version, cameIn],
  )
  const { since, state } = await seenVersion(journey, version)
  assert.ok(since.length > 0, 'it moved either way')
  assert.deepEqual(
    rows.map((r) => r.isBefore),
    state === 'approved' ? [true] : [],
  )
}

test('the head approves while a report is accepted: what is approved was true at its instant, or it is refused', async () => {
  const phuc = await journey.as('phuc')
  for (const [round, agency] of agencies.entries()) {
    if (round === 0) await adjust('c11')
    const version = await waitingForHead()
    const id = await submissionOf(db.pool, agency)
    const { contentHash } = await journey.view('phuc', id)
    const [accepted, approved] = await Promise.all([
      wait(round * 12).then(() => phuc.post(`/api/submissions/${id}/transitions`, { verb: 'accept', contentHash })),
      tryStep(journey, { version, verb: 'approve', login: head }),
    ])
    assert.equal(accepted.status, 200, JSON.stringify(accepted.body))
    if (approved.status !== 200) assert.deepEqual([approved.status, approved.body.code], [409, 'version.affected'])
    const { rows } = await db.pool.query<{ at: string }>(
      `select max(t.at) as at from submission_steps t where t.submission_id = $1 and t.verb = 'accept'`,
      [id],
    )
    await approvedOrAffected(version, rows[0]?.at ?? '')
  }
})

test('the head approves while the consolidator adjusts: approved before the adjustment, or refused because of it', async () => {
  for (const round of [0, 1, 2, 3, 4]) {
    const version = await waitingForHead()
    const [id, approved] = await Promise.all([
      wait(round * 12).then(() => adjust('c12')),
      tryStep(journey, { version, verb: 'approve', login: head }),
    ])
    if (approved.status !== 200) assert.deepEqual([approved.status, approved.body.code], [409, 'version.affected'])
    const { rows } = await db.pool.query<{ at: string }>('select at from adjustments where id = $1', [id])
    await approvedOrAffected(version, rows[0]?.at ?? '')
  }
})
