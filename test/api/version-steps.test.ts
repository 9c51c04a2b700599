/** A pinned version on its way to the head's approval and out: who may do what, on which content, and what then stands. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { verify } from '#server/audit/verify.ts'
import { adjusted } from '../builders/adjustments.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import {
  bringVersion,
  pinned,
  seenVersion,
  takeStep,
  tryStep,
  versionDeskOf,
  versionsPath,
  wayOfVersion,
} from '../builders/version-way.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))

before(async () => {
  await journey.bring('CT', await submissionOf(db.pool, 'CT'), 'accepted', { 'a101.estimate': '425.4' })
  await journey.bring('SYT', await submissionOf(db.pool, 'SYT'), 'sent')
})

/** Everybody of the lead agency, a leader of the province, and somebody of another agency. */
const people = ['phuc', 'an', 'nhap.skhdt', 'thamdinh.skhdt', 'pheduyet.skhdt', 'vanthu.skhdt', 'binh', 'lan'] as const
const readers = new Set(['phuc', 'an', 'thamdinh.skhdt', 'pheduyet.skhdt', 'vanthu.skhdt', 'binh'])
const document = { documentNumber: '88/BC-SKHĐT', documentDate: '2026-09-16' }

test('a version goes from the consolidator to the head and out, each step by its people alone', async () => {
  const version = await pinned(journey)
  for (const [verb, login] of wayOfVersion) {
    for (const other of people.filter((one) => one !== login)) {
      const refused = await tryStep(journey, { version, verb, login: other, ...document })
      const expected = readers.has(other) ? [403, 'version.not-yours'] : [404, 'request.not-found']
      assert.deepEqual([refused.status, refused.body.code], expected, `${other} ${verb}`)
    }
    const before = await seenVersion(journey, version, login)
    assert.ok(before.can.includes(verb), `${login} sees that ${verb} is theirs`)
    await takeStep(journey, { version, verb, login, ...(verb === 'seal' ? document : {}) })
  }
  const { state, can, log, documentNumber, receiver, holder } = await seenVersion(journey, version, 'binh')
  assert.deepEqual([state, can, documentNumber, receiver?.code, holder], ['sent', [], '88/BC-SKHĐT', 'UBND-TINH', ''])
  assert.deepEqual(
    log.map((s) => [s.verb, s.by?.login, s.agency, s.from, s.to]),
    [
      ['submit', 'phuc', 'Sở KH&ĐT', 'draft', 'submitted'],
      ['appraise', 'thamdinh.skhdt', 'Sở KH&ĐT', 'submitted', 'appraised'],
      ['approve', 'pheduyet.skhdt', 'Sở KH&ĐT', 'appraised', 'approved'],
      ['seal', 'vanthu.skhdt', 'Sở KH&ĐT', 'approved', 'sealed'],
      ['send', 'vanthu.skhdt', 'Sở KH&ĐT', 'sealed', 'sent'],
    ],
  )
  const { contentHash } = await seenVersion(journey, version)
  assert.ok(log.every((s) => s.contentHash === contentHash))
})

test('an approved version whose figures move is shown as affected, and a correction needs its reason', async () => {
  await journey.bring('SYT', await submissionOf(db.pool, 'SYT'), 'accepted')
  const first = await seenVersion(journey, 1)
  assert.deepEqual([first.state, first.since.length > 0, first.successor], ['sent', true, null])
  const list = await (await journey.as('binh')).get<{ approved: { version: number; affected: number } }>(
    `${versionsPath}?period=${presentPeriod}`,
  )
  assert.deepEqual(list.body.approved, { version: 1, affected: first.since.length })
  const version = await pinned(journey)
  const bare = await tryStep(journey, { version, verb: 'submit', login: 'phuc' })
  assert.deepEqual([bare.status, bare.body.code], [422, 'version.correction-unexplained'])
  assert.match(bare.body.detail ?? '', /Bản 1 đã được phê duyệt/)
  assert.ok((await seenVersion(journey, version)).needs.submit?.includes('reason'))
  const reason = 'Sở Y tế gửi bổ sung số tiêm chủng'
  const corrected = await bringVersion(journey, { version, last: 'appraise', reason })
  assert.equal(corrected.sinceApproved?.version, 1)
  assert.deepEqual(
    corrected.sinceApproved?.changes.map((c) => `${c.row}.${c.column}`),
    first.since.map((c) => `${c.row}.${c.column}`),
  )
  assert.equal((await seenVersion(journey, 1)).successor, null, 'until it is approved the first stands')
  await bringVersion(journey, { version, last: 'approve' })
  const [before, after] = [await seenVersion(journey, 1, 'binh'), await seenVersion(journey, version, 'binh')]
  assert.deepEqual([before.state, before.successor, after.state], ['sent', version, 'approved'])
  assert.equal(before.content, first.content, 'both are read')
  assert.equal(after.log[0]?.reason, reason)
})

test('a number of the register is given once, to a report or to what is consolidated', async () => {
  const taken = await tryStep(journey, { version: 2, verb: 'seal', login: 'vanthu.skhdt', ...document })
  assert.deepEqual([taken.status, taken.body.code], [409, 'submission.document-number-taken'])
  const own = await submissionOf(db.pool, 'SKHDT')
  await journey.bring('SKHDT', own, 'approved')
  const again = await journey.attempt('vanthu.skhdt', own, 'seal', { ...document, documentNumber: '88 / bc-skhđt' })
  assert.deepEqual([again.status, again.body.code], [409, 'submission.document-number-taken'])
  await journey.take('vanthu.skhdt', own, 'seal', { ...document, documentNumber: '89/BC-SKHĐT' })
  const next = { ...document, documentNumber: '89/BC-SKHĐT' }
  assert.equal((await tryStep(journey, { version: 2, verb: 'seal', login: 'vanthu.skhdt', ...next })).status, 409)
  await takeStep(journey, {
    version: 2,
    verb: 'seal',
    login: 'vanthu.skhdt',
    ...document,
    documentNumber: '90/BC-SKHĐT',
  })
})

test('who pinned a version, or wrote an adjustment in it, does not decide on it', async () => {
  await adjusted(journey, { row: 'c11', column: 'estimate', change: { kind: 'amount', amount: '-1.4' } })
  await db.owner.query(
    `insert into account_roles (account_id, agency_id, role)
     select a.id, r.agency_id, x.role from accounts a join account_roles r on r.account_id = a.id,
       unnest(array['appraiser', 'approver']) as x (role) where a.login = 'phuc'`,
  )
  await db.owner.query(
    `insert into account_roles (account_id, agency_id, role)
     select a.id, r.agency_id, 'consolidator' from accounts a join account_roles r on r.account_id = a.id
     where a.login = 'pheduyet.skhdt'`,
  )
  const later = new Journey(journey.target)
  const version = await pinned(later, { login: 'pheduyet.skhdt' })
  const { adjustments } = await seenVersion(later, version, 'pheduyet.skhdt')
  assert.deepEqual(
    adjustments.map((a) => [a.about, a.amount, a.reason, a.by?.login]),
    [['Thu nội địa, Ước tháng 9', '-1.4', 'Bổ sung ghi thu, ghi chi', 'phuc']],
  )
  await takeStep(later, { version, verb: 'submit', login: 'pheduyet.skhdt', reason: 'Loại ghi thu trùng' })
  const author = await tryStep(later, { version, verb: 'appraise', login: 'phuc' })
  assert.deepEqual([author.status, author.body.code], [403, 'version.own-work'])
  assert.deepEqual((await seenVersion(later, version, 'phuc')).can.includes('appraise'), false)
  await takeStep(later, { version, verb: 'appraise', login: 'thamdinh.skhdt' })
  const pinner = await tryStep(later, { version, verb: 'approve', login: 'pheduyet.skhdt' })
  assert.deepEqual([pinner.status, pinner.body.code], [403, 'version.own-work'])
  await db.owner.query(
    `delete from account_roles r using accounts a where a.id = r.account_id
       and ((a.login = 'phuc' and r.role <> 'consolidator') or (a.login = 'pheduyet.skhdt' and r.role <> 'approver'))`,
  )
})

test('a version is sent back with a reason, and submitted again as it is or withdrawn', async () => {
  const later = new Journey(journey.target)
  const version = 3
  const mute = await tryStep(later, { version, verb: 'sendBack', login: 'pheduyet.skhdt' })
  assert.deepEqual([mute.status, mute.body.code], [422, 'submission.reason-missing'])
  const why = 'Đề nghị thuyết minh số thu nội địa'
  const back = await takeStep(later, { version, verb: 'sendBack', login: 'pheduyet.skhdt', reason: why })
  assert.equal(back.state, 'draft')
  assert.deepEqual(
    (await versionDeskOf(later, 'phuc')).mine.map((v) => [v.version, v.returned?.reason, v.can]),
    [[version, why, ['submit']]],
  )
  assert.deepEqual((await versionDeskOf(later, 'thamdinh.skhdt')).mine, [])
  await takeStep(later, { version, verb: 'submit', login: 'phuc', reason: 'Đã thuyết minh' })
  const own = await takeStep(later, { version, verb: 'withdraw', login: 'phuc' })
  assert.equal(own.state, 'draft')
  assert.deepEqual((await versionDeskOf(later, 'phuc')).mine, [], 'what one took back oneself is no news')
})

test('a later version takes the place of one on its way, and shows the next reader what changed', async () => {
  const later = new Journey(journey.target)
  await takeStep(later, { version: 3, verb: 'submit', login: 'phuc', reason: 'Loại ghi thu trùng' })
  await later.bring('HQ', await submissionOf(db.pool, 'HQ'), 'accepted')
  const affected = await tryStep(later, { version: 3, verb: 'appraise', login: 'thamdinh.skhdt' })
  assert.deepEqual([affected.status, affected.body.code], [409, 'version.affected'])
  assert.match(affected.body.detail ?? '', /Hãy tổng hợp lại/)
  const seen = await seenVersion(later, 3, 'thamdinh.skhdt')
  assert.deepEqual(seen.can, ['sendBack'], 'affected, it can only go back')
  assert.equal(await pinned(later), 4)
  const gone = await seenVersion(later, 3, 'thamdinh.skhdt')
  assert.deepEqual([gone.state, gone.successor, gone.can], ['superseded', 4, []])
  const late = await tryStep(later, { version: 3, verb: 'sendBack', login: 'thamdinh.skhdt', reason: 'Muộn' })
  assert.deepEqual([late.status, late.body.code], [409, 'version.superseded'])
  assert.deepEqual((await versionDeskOf(later, 'thamdinh.skhdt')).mine, [])
  await takeStep(later, { version: 4, verb: 'submit', login: 'phuc', reason: 'Thêm số của Hải quan' })
  const next = await seenVersion(later, 4, 'thamdinh.skhdt')
  assert.ok(next.changes.some((c) => c.causes.some((cause) => cause.agency.includes('Hải quan'))))
  assert.equal(next.sinceApproved?.version, 2)
  const { mine, others } = await versionDeskOf(later, 'thamdinh.skhdt')
  assert.deepEqual(
    mine.map((v) => [v.version, v.can]),
    [[4, ['appraise', 'sendBack']]],
  )
  assert.deepEqual(
    others.map((v) => [v.version, v.state, v.holder]),
    [[2, 'sealed', 'vanthu SKHDT']],
  )
  assert.deepEqual(await versionDeskOf(later, 'pheduyet.syt'), { mine: [], others: [] })
})

test('a step on another state or hash than was seen is refused, and a repeated one has one effect', async () => {
  const later = new Journey(journey.target)
  const appraiser = await later.as('thamdinh.skhdt')
  const { contentHash } = await seenVersion(later, 4)
  const path = `${versionsPath}/4/steps`
  const body = { period: presentPeriod, verb: 'appraise', contentHash, state: 'submitted' }
  const stale = await appraiser.post(path, { ...body, state: 'draft' })
  assert.deepEqual([stale.status, stale.body.code], [409, 'version.not-now'])
  const other = await appraiser.post(path, { ...body, contentHash: 'khác' })
  assert.deepEqual([other.status, other.body.code], [409, 'version.other-content'])
  const key = { 'idempotency-key': 'double-click' }
  const both = await Promise.all([appraiser.post(path, body, key), appraiser.post(path, body, key)])
  assert.deepEqual(
    both.map((a) => [a.status, a.body.state]),
    [
      [200, 'appraised'],
      [200, 'appraised'],
    ],
  )
  const again = await appraiser.post(path, body)
  assert.deepEqual([again.status, again.body.code], [409, 'version.not-now'])
  assert.equal((await seenVersion(later, 4)).log.filter((s) => s.verb === 'appraise').length, 1)
})

test('the head gives the password again', async () => {
  const later = new Journey(journey.target)
  const head = await later.as('pheduyet.skhdt')
  await db.owner.query(
    `update sessions set authenticated_at = authenticated_at - interval '6 minutes'
     where account_id = (select id from accounts where login = 'pheduyet.skhdt')`,
  )
  const asked = await tryStep(later, { version: 4, verb: 'approve', login: 'pheduyet.skhdt' })
  assert.deepEqual([asked.status, asked.body.code], [403, 'session.reauthenticate'])
  assert.equal(head.session !== undefined, true)
})

test('what holds figures not yet accepted is not submitted', async () => {
  const later = new Journey(journey.target)
  await later.bring('SCT', await submissionOf(db.pool, 'SCT'), 'sent')
  const version = await pinned(later, { reading: 'provisional' })
  const view = await seenVersion(later, version)
  assert.deepEqual([view.state, view.can], [null, []])
  const answer = await tryStep(later, { version, verb: 'submit', login: 'phuc', state: 'draft' })
  assert.deepEqual([answer.status, answer.body.code], [422, 'version.provisional'])
  assert.equal((await seenVersion(later, 4)).successor, null, 'and it takes no place')
})

test('steps and their numbers stand in the chain of the table, and a changed one is found', async () => {
  const anchors = '/nonexistent/heads.jsonl'
  assert.equal((await verify(db.pool, anchors)).fault, undefined)
  await assert.rejects(db.owner.query(`update consolidated_version_steps set reason = 'x'`))
  const { rows } = await db.pool.query<{ said: string }>(
    `select payload::jsonb->>'action' || ' ' || (payload::jsonb->>'version') as said from audit_entries
     where stream = $1 and payload::jsonb->>'version' in ('1', '2') order by seq`,
    [`consolidation:${regimeCode}:${presentPeriod}`],
  )
  assert.deepEqual(
    rows.map((r) => r.said),
    [
      'pin 1',
      'submit 1',
      'appraise 1',
      'approve 1',
      'seal 1',
      'send 1',
      'pin 2',
      'submit 2',
      'appraise 2',
      'approve 2',
      'seal 2',
    ],
  )
})
