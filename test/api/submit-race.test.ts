/**
 * What is submitted is exactly what was saved: an edit and a submit of one report, sent at the same moment over real
 * connections. The lock that every write to a submission takes first is what holds this; without it the race is lost.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { exact, toText } from '#core/quantity/exact.ts'
import { openPool, type Pool } from '#server/platform/database.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { listeningApp } from './listening.ts'

const db = await aProvince()
/** Small forms, so that a round is short. */
const racers = ['SYT', 'CA', 'TTT', 'VP-UBND', 'KBNN', 'BHXH', 'NHNN', 'SLDTBXH']

interface Racer {
  readonly login: string
  readonly id: string
  readonly formId: number
  readonly row: string
  readonly cellPath: string
}

async function prepare(journey: Journey, agency: string): Promise<Racer> {
  const login = `nhap.${agency.toLowerCase()}`
  const id = await submissionOf(db.pool, agency)
  await journey.fill(login, id)
  const { forms } = await journey.view(login, id)
  const { formId, cells } = await journey.form(login, id, forms[0]?.id ?? 0)
  const row = cells.find((c) => c.column === 'estimate')?.row ?? ''
  return { login, id, formId, row, cellPath: `/api/submissions/${id}/forms/${formId}/cells/${row}/estimate` }
}

async function revisionOf({ id, formId, row }: Racer): Promise<number> {
  const { rows } = await db.pool.query(
    `select revision from cells
     where submission_id = $1 and form_version_id = $2 and row_key = $3 and column_key = 'estimate'`,
    [id, formId, row],
  )
  return rows[0]?.revision
}

type Outcome = 'submitted' | 'edited' | 'disagrees'

/** Edit and submit at once, in turns first; then what was submitted is laid beside the cells. */
async function round(journey: Journey, racer: Racer, count: number): Promise<Outcome> {
  const client = await journey.as(racer.login)
  const { contentHash } = await journey.view(racer.login, racer.id)
  const headers = { 'if-match': `"${await revisionOf(racer)}"` }
  const submit = () => client.post(`/api/submissions/${racer.id}/transitions`, { verb: 'submit', contentHash })
  const edit = () => client.put(racer.cellPath, { value: { kind: 'number', value: String(1000 + count) } }, headers)
  const first = count % 2 === 0 ? edit() : submit()
  const second = count % 2 === 0 ? submit() : edit()
  const [submitted, edited] = count % 2 === 0 ? [await second, await first] : [await first, await second]
  for (const answer of [submitted, edited]) assert.ok([200, 409].includes(answer.status), JSON.stringify(answer.body))
  if (submitted.status !== 200) return 'edited'
  if (!(await snapshotAgrees(racer.id))) return 'disagrees'
  const back = { verb: 'withdraw', contentHash: submitted.body.contentHash }
  assert.equal((await client.post(`/api/submissions/${racer.id}/transitions`, back)).status, 200)
  return 'submitted'
}

async function snapshotAgrees(id: string): Promise<boolean> {
  const { rows } = await db.pool.query(
    `select s.content from submission_snapshots s join submissions b on b.id = s.submission_id
     where s.submission_id = $1 and s.content_hash = b.content_hash`,
    [id],
  )
  const cells = await db.pool.query(
    `select form_version_id, row_key, column_key, kind, value, note from cells where submission_id = $1`,
    [id],
  )
  const lines = cells.rows.map((c) =>
    JSON.stringify([
      c.form_version_id,
      c.row_key,
      c.column_key,
      c.kind,
      c.value === null ? '' : toText(exact(c.value)),
      c.note,
    ]),
  )
  const signed = (JSON.parse(rows[0]?.content ?? '[]') as unknown[]).map((line) => JSON.stringify(line))
  assert.ok(lines.length > 0)
  return JSON.stringify(lines.sort()) === JSON.stringify(signed.sort())
}

/** Ends at the first disagreement. */
async function race(target: string, rounds: number): Promise<Record<Outcome, number>> {
  const journey = new Journey(target)
  const counts = { submitted: 0, edited: 0, disagrees: 0 }
  await Promise.all(
    racers.map(async (agency) => {
      const racer = await prepare(journey, agency)
      for (let count = 0; count < rounds / racers.length && counts.disagrees === 0; count++)
        counts[await round(journey, racer, count)]++
    }),
  )
  return counts
}

test('in 400 races of a submit with an edit, what was submitted is what the cells say', async () => {
  const counts = await race(await listeningApp(db), 400)
  assert.equal(counts.disagrees, 0, JSON.stringify(counts))
  assert.ok(counts.submitted > 20 && counts.edited > 20, `both must win sometimes: ${JSON.stringify(counts)}`)
})

/** The same program on connections that forget to lock. */
function poolWithoutRowLocks(): Pool {
  const pool = openPool({ url: db.url })
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((text: unknown, ...rest: unknown[]) =>
      query(typeof text === 'string' ? text.replace('for no key update', '') : text, ...rest)) as typeof client.query
  })
  after(() => pool.end())
  return pool
}

test('without the lock on the submission the race is lost', async () => {
  const counts = await race(await listeningApp({ pool: poolWithoutRowLocks() }), 400)
  assert.ok(counts.disagrees > 0, JSON.stringify(counts))
})

test('an edit and a step both wait for whoever holds the submission', async () => {
  const journey = new Journey(await listeningApp(db))
  const racer = await prepare(journey, 'CT')
  const client = await journey.as(racer.login)
  const { contentHash } = await journey.view(racer.login, racer.id)
  const seen = await revisionOf(racer)
  const holder = await db.owner.connect()
  await holder.query('begin')
  await holder.query('select 1 from submissions where id = $1 for no key update', [racer.id])
  let answered = 0
  const count = <T>(answer: T) => {
    answered++
    return answer
  }
  const edited = client
    .put(racer.cellPath, { value: { kind: 'number', value: '12' } }, { 'if-match': `"${seen}"` })
    .then(count)
  const submitted = client.post(`/api/submissions/${racer.id}/transitions`, { verb: 'submit', contentHash }).then(count)
  const waiting = async () => {
    // On a connection of its own: within one transaction the activity stays as it was first seen.
    const { rows } = await db.owner.query(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like '%for no key update%'`,
    )
    return rows[0]?.waiting
  }
  while ((await waiting()) < 2 && answered === 0) await wait(10)
  assert.deepEqual([await waiting(), answered], [2, 0])
  await holder.query('commit')
  holder.release()
  const statuses = [(await edited).status, (await submitted).status].sort()
  assert.deepEqual(statuses, [200, 409])
})
