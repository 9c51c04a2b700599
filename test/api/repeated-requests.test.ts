/** One effect, whatever is clicked twice, sent again after a lost answer, or decided by two people at once. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { SubmissionView } from '#contract/submissions.ts'
import type { State, Verb } from '#core/workflow/workflow.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { signIn } from './client.ts'
import { listeningApp } from './listening.ts'

const db = await aProvince()
const target = await listeningApp(db)
const journey = new Journey(target)

async function stepsOf(id: string): Promise<string[]> {
  const { rows } = await db.pool.query('select verb from submission_steps where submission_id = $1 order by id', [id])
  return rows.map((row) => row.verb)
}

/** What follows from one step and must not happen twice: steps, journal entries, editions, changes told. */
async function traces(id: string): Promise<Record<string, number>> {
  const { rows } = await db.pool.query(
    `select (select count(*)::int from submission_steps where submission_id = $1) as steps,
       (select count(*)::int from audit_entries where stream = 'submission:' || $1) as entries,
       (select count(*)::int from editions where submission_id = $1) as editions,
       (select count(*)::int from changes where payload ->> 'submission' = $1::text) as changes`,
    [id],
  )
  return rows[0] ?? {}
}

test('a double click on a step has one effect and the same answer', async () => {
  const id = await submissionOf(db.pool, 'SYT')
  const { contentHash } = await journey.bring('SYT', id, 'sealed')
  const clerk = await journey.as('vanthu.syt')
  const before = await traces(id)
  const key = { 'idempotency-key': randomUUID() }
  const click = () => clerk.post(`/api/submissions/${id}/transitions`, { verb: 'send', contentHash }, key)
  const [first, second] = await Promise.all([click(), click()])
  assert.equal(first.status, 200, JSON.stringify(first.body))
  assert.deepEqual(second.body, first.body)
  assert.equal(second.status, 200)
  const third = await click()
  assert.deepEqual([third.status, third.body], [200, first.body])
  assert.deepEqual(await traces(id), {
    steps: (before.steps ?? 0) + 1,
    entries: (before.entries ?? 0) + 1,
    editions: 1,
    changes: (before.changes ?? 0) + 2,
  })
})

test('an answer is not repeated to somebody who lost the role it was given under', async () => {
  const id = await submissionOf(db.pool, 'CT')
  const { contentHash } = await journey.bring('CT', id, 'submitted')
  const appraiser = await journey.as('thamdinh.ct')
  const key = { 'idempotency-key': randomUUID() }
  const click = () => appraiser.post(`/api/submissions/${id}/transitions`, { verb: 'appraise', contentHash }, key)
  assert.equal((await click()).status, 200)
  const become = (role: string) =>
    db.owner.query(
      `update account_roles set role = $1 where account_id = (select id from accounts where login = 'thamdinh.ct')`,
      [role],
    )
  await become('viewer')
  const again = await click()
  assert.deepEqual([again.status, again.body.code], [403, 'request.rights-changed'])
  await become('appraiser')
  assert.equal((await click()).status, 200)
})

test('a key kept for one request is refused for another, and is its owner’s alone', async () => {
  const id = await submissionOf(db.pool, 'CA')
  const { contentHash } = await journey.bring('CA', id, 'submitted')
  const [reporter, appraiser] = [await journey.as('nhap.ca'), await journey.as('thamdinh.ca')]
  const key = { 'idempotency-key': randomUUID() }
  const path = `/api/submissions/${id}/transitions`
  assert.equal((await reporter.post(path, { verb: 'withdraw', contentHash }, key)).status, 200)
  const other = await reporter.post(path, { verb: 'submit', contentHash }, key)
  assert.deepEqual([other.status, other.body.code], [422, 'request.key-reused'])
  assert.equal((await reporter.post(path, { verb: 'submit', contentHash })).status, 200)
  assert.equal((await appraiser.post(path, { verb: 'appraise', contentHash }, key)).status, 200)
})

test('a step without a key is refused; a refusal is not kept, so the key serves once the cause is gone', async () => {
  const id = await submissionOf(db.pool, 'TTT')
  const reporter = await journey.as('nhap.ttt')
  const path = `/api/submissions/${id}/transitions`
  const empty = await journey.view('nhap.ttt', id)
  const keyless = await reporter.post(
    path,
    { verb: 'submit', contentHash: empty.contentHash },
    { 'idempotency-key': '' },
  )
  assert.equal(keyless.body.code, 'request.invalid')
  const key = { 'idempotency-key': randomUUID() }
  const refused = await reporter.post(path, { verb: 'submit', contentHash: empty.contentHash }, key)
  assert.deepEqual([refused.status, refused.body.code], [422, 'submission.incomplete'])
  await journey.fill('nhap.ttt', id)
  const { contentHash } = await journey.view('nhap.ttt', id)
  assert.equal((await reporter.post(path, { verb: 'submit', contentHash }, key)).status, 200)
})

test('a cell saved twice with one key is one revision', async () => {
  const id = await submissionOf(db.pool, 'SNNPTNT')
  const [lan, view] = [await journey.as('lan'), await journey.view('lan', id)]
  const path = `/api/submissions/${id}/forms/${view.forms[0]?.id}/cells/a11/estimate`
  const headers = { 'if-match': '"0"', 'idempotency-key': randomUUID() }
  const save = () => lan.put(path, { value: { kind: 'number', value: '46230' } }, headers)
  const [first, second] = await Promise.all([save(), save()])
  assert.deepEqual([first.status, second.status], [200, 200])
  assert.deepEqual(second.body, first.body)
  const { rows } = await db.pool.query('select revision from cell_revisions where submission_id = $1', [id])
  assert.deepEqual(rows, [{ revision: 1 }])
})

interface Rivals {
  readonly agency: string
  readonly at: State
  readonly first: readonly [login: string, verb: Verb]
  readonly second: readonly [login: string, verb: Verb]
}
const rivalries: readonly Rivals[] = [
  { agency: 'SNNPTNT', at: 'sent', first: ['phuc', 'accept'], second: ['an', 'sendBack'] },
  { agency: 'KBNN', at: 'appraised', first: ['pheduyet.kbnn', 'approve'], second: ['second.kbnn', 'approve'] },
  { agency: 'BHXH', at: 'approved', first: ['vanthu.bhxh', 'seal'], second: ['pheduyet.bhxh', 'sendBack'] },
  { agency: 'NHNN', at: 'sent', first: ['phuc', 'accept'], second: ['pheduyet.nhnn', 'withdraw'] },
  { agency: 'STC', at: 'submitted', first: ['nhap.stc', 'withdraw'], second: ['thamdinh.stc', 'appraise'] },
]

/** A second approver, so that two can decide at once. */
async function addSecondApprover(): Promise<void> {
  await db.owner.query(
    `with account as (insert into accounts (login, display_name, password_hash)
       select 'second.' || lower(g.code), 'second', (select password_hash from accounts where login = 'lan')
       from agencies g where g.code = 'KBNN' returning id, login)
     insert into account_roles (account_id, agency_id, role)
     select account.id, g.id, 'approver' from account join agencies g on account.login = 'second.' || lower(g.code)`,
  )
}

await addSecondApprover()
for (const { agency, at, first, second } of rivalries)
  test(`${first.join(' ')} and ${second.join(' ')} at once: exactly one happens`, async () => {
    const id = await submissionOf(db.pool, agency)
    const { contentHash, state } = await journey.bring(agency, id, at)
    const before = await stepsOf(id)
    const people = [await signIn(target, first[0]), await signIn(target, second[0])]
    const answers = await Promise.all(
      [first, second].map(([, verb], index) =>
        people[index]?.post<SubmissionView & { code: string }>(`/api/submissions/${id}/transitions`, {
          verb,
          contentHash,
          reason: 'Xem lại dòng 1',
          documentNumber: '12/BC',
          documentDate: '2026-09-16',
        }),
      ),
    )
    const won = answers.filter((a) => a?.status === 200)
    const lost = answers.find((a) => a?.status !== 200)
    assert.equal(won.length, 1, JSON.stringify(answers.map((a) => [a?.status, a?.body.code, state])))
    // Whom the first decision has shut out of a draft cannot see it any more.
    assert.ok(['submission.not-now', 'request.not-found'].includes(lost?.body.code ?? ''), lost?.body.code)
    assert.equal((await stepsOf(id)).length, before.length + 1)
  })
