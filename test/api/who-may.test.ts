/**
 * Every route × role × agency: the submission's own, its child, a sibling, the parent, the receiver. What is expected is
 * written down here as a reader of Điều 9 would say it, apart from the implementation. Not found and not allowed look
 * the same from outside.
 */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Session } from '#contract/session.ts'
import { type Role, roles } from '#core/access/roles.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { testApp } from './app.ts'
import { type Answer, ask, type Client, signIn } from './client.ts'
import { explorerRows } from './explorer/who-may-rows.ts'
import { consolidationActs, readsTable } from './who-may-consolidate.ts'
import { ruleActs } from './who-may-keep-rules.ts'

const db = await aProvince()
const app = await testApp(db)
const journey = new Journey(app)

const agencies = { own: 'SYT', child: 'TTYT', sibling: 'SCT', parent: 'UBND-TINH', receiver: 'SKHDT' } as const
type Relation = keyof typeof agencies
const relations = Object.keys(agencies) as Relation[]

async function addPeople(): Promise<void> {
  await db.owner.query(
    `with child as (insert into agencies (code, kind) values ('TTYT', 'unit') returning id),
       named as (insert into agency_names (agency_id, name, short_name) select id, 'Trung tâm y tế', 'TTYT' from child)
     insert into agency_parents (agency_id, parent_id) select child.id, g.id from child, agencies g where g.code = 'SYT'`,
  )
  for (const [relation, code] of Object.entries(agencies))
    for (const role of roles)
      await db.owner.query(
        `with account as (insert into accounts (login, display_name, password_hash)
           select $1, $1, password_hash from accounts where login = 'lan' returning id)
         insert into account_roles (account_id, agency_id, role)
         select account.id, g.id, $3 from account, agencies g where g.code = $2`,
        [`${role}.of.${relation}`.toLowerCase(), code, role],
      )
}

type Who = readonly [Relation, Role]
const reporting: readonly Role[] = ['reporter', 'appraiser', 'approver', 'clerk']
const receiving: readonly Role[] = ['receiver', 'consolidator']

const ofOwn = ([relation, role]: Who) => relation === 'own' && reporting.includes(role)
const ofReceiver = ([relation, role]: Who) => relation === 'receiver' && receiving.includes(role)
const is = ([relation, role]: Who, where: Relation, wanted: Role) => relation === where && role === wanted

type Expected = (who: Who) => number
const everybody: Expected = () => 200
/** Not those who only run the system. */
const readsFigures: Expected = ([, role]) => (role === 'administrator' || role === 'integrator' ? 404 : 200)
const opens: Readonly<Record<'draft' | 'sent', Expected>> = {
  draft: (who) => (ofOwn(who) ? 200 : 404),
  sent: (who) => (ofOwn(who) || ofReceiver(who) ? 200 : 404),
}
/** Those who may see it are told no (403, or 409 in the wrong state), the others nothing. */
const types: Readonly<Record<'draft' | 'sent', Expected>> = {
  draft: (who) => (is(who, 'own', 'reporter') ? 200 : ofOwn(who) ? 403 : 404),
  sent: (who) => (ofOwn(who) || ofReceiver(who) ? 409 : 404),
}
/** The step is tried on other content than there is, so who may take it is told 409 and nothing moves. */
const steps: Readonly<Record<'draft' | 'sent', Expected>> = {
  draft: (who) => (is(who, 'own', 'reporter') ? 409 : ofOwn(who) ? 403 : 404),
  sent: (who) => (is(who, 'receiver', 'consolidator') ? 409 : ofOwn(who) || ofReceiver(who) ? 403 : 404),
}
const province: Expected = (who) => (readsTable(who) ? 200 : 404)

/** Its owner's people who prepare or decide figures, and who consolidates the province's; nothing moves: it is the same. */
const revises: Expected = ([relation, role]) =>
  (relation === 'own' && ['reporter', 'appraiser', 'approver', 'consolidator'].includes(role)) ||
  (relation === 'receiver' && role === 'consolidator')
    ? 422
    : 403
const september = { validFrom: '2026-09-01', reason: 'Thử quyền', seen: 1 }

interface Row {
  readonly route: string
  readonly expected: Readonly<Record<'draft' | 'sent', Expected>>
  readonly send: (client: Client) => Promise<Answer>
}

const alike = (expected: Expected) => ({ draft: expected, sent: expected })
let id = ''
let formId = 0
let cellPath = ''
const seven = { value: { kind: 'number', value: '7' } }
const explained = `/api/province/${regimeCode}/explain?period=${presentPeriod}&row=e7&column=estimate`
const rows: readonly Row[] = [
  { route: 'GET /api/desk', expected: alike(everybody), send: (c) => c.get('/api/desk') },
  { route: 'GET /api/submissions', expected: alike(everybody), send: (c) => c.get('/api/submissions') },
  { route: 'GET /api/submissions/{submissionId}', expected: opens, send: (c) => c.get(`/api/submissions/${id}`) },
  {
    route: 'GET /api/submissions/{submissionId}/forms/{formId}',
    expected: opens,
    send: (c) => c.get(`/api/submissions/${id}/forms/${formId}`),
  },
  {
    route: 'GET /api/submissions/{submissionId}/forms/{formId}/cells/{row}/{column}/history',
    expected: opens,
    send: (c) => c.get(`${cellPath}/history`),
  },
  {
    route: 'PUT /api/submissions/{submissionId}/forms/{formId}/cells/{row}/{column}',
    expected: types,
    send: (c) => c.put(cellPath, seven, { 'if-match': '"1"' }),
  },
  {
    route: 'POST /api/submissions/{submissionId}/forms/{formId}/edits',
    expected: types,
    send: (c) =>
      c.post(`/api/submissions/${id}/forms/${formId}/edits`, {
        edits: [{ row: 'a2', column: 'estimate', ...seven, seen: 1 }],
      }),
  },
  {
    route: 'POST /api/submissions/{submissionId}/transitions',
    expected: steps,
    send: async (c) => {
      const { rows } = await db.pool.query('select state from submissions where id = $1', [id])
      const verb = rows[0]?.state === 'draft' ? 'submit' : 'accept'
      return c.post(`/api/submissions/${id}/transitions`, { verb, contentHash: 'khác' })
    },
  },
  {
    route: 'GET /api/province/{regime}',
    expected: alike(province),
    send: (c) => c.get(`/api/province/${regimeCode}?period=${presentPeriod}`),
  },
  { route: 'GET /api/province/{regime}/explain', expected: alike(province), send: (c) => c.get(explained) },
  ...consolidationActs,
  ...ruleActs,
  {
    route: 'GET /api/catalogue/indicators',
    expected: alike(everybody),
    send: (c) => c.get('/api/catalogue/indicators'),
  },
  {
    route: 'GET /api/catalogue/indicators/{indicator}',
    expected: alike(everybody),
    send: (c) => c.get('/api/catalogue/indicators/YT.01'),
  },
  {
    route: 'POST /api/catalogue/indicators/{indicator}/formula',
    expected: alike(revises),
    send: (c) => c.post('/api/catalogue/indicators/YT.01/formula', { ...september, formula: '' }),
  },
  ...explorerRows,
  {
    route: 'GET /api/figures/explain',
    expected: alike(readsFigures),
    send: (c) => c.get('/api/figures/explain?indicator=YT.01&area=83&period=2026-09'),
  },
  { route: 'GET /api/catalogue/areas', expected: alike(everybody), send: (c) => c.get('/api/catalogue/areas') },
  {
    route: 'POST /api/figures/try',
    expected: alike(readsFigures),
    send: (c) => c.post('/api/figures/try', { formula: '[YT.01] * 2', areas: ['83'], periods: ['2026-09'] }),
  },
  { route: 'GET /api/changes', expected: alike(everybody), send: (c) => c.get('/api/changes') },
  { route: 'GET /api/session', expected: alike(everybody), send: (c) => c.get('/api/session') },
]
/** Open to all, or about the caller's own session alone; tested with sessions. */
const elsewhere = new Set([
  'GET /api/problems',
  'GET /api/welcome',
  'POST /api/session',
  'POST /api/session/confirm',
  'DELETE /api/session',
  'GET /api/changes/stream',
  'GET /health/live',
  'GET /health/ready',
])

const clients = new Map<string, Client>()
before(async () => {
  await addPeople()
  for (const relation of relations)
    for (const role of roles)
      clients.set(`${relation} ${role}`, await signIn(app, `${role}.of.${relation}`.toLowerCase()))
  id = await submissionOf(db.pool, agencies.own)
  await journey.fill('nhap.syt', id)
  formId = (await journey.view('nhap.syt', id)).forms[0]?.id ?? 0
  cellPath = `/api/submissions/${id}/forms/${formId}/cells/a2/estimate`
})

test('every route of the program stands in this table', async () => {
  const { paths } = (await ask<{ paths: Record<string, object> }>(app, { path: '/api/openapi.json' })).body
  const served = Object.entries(paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
  )
  const known = new Set([...rows.map((row) => row.route), ...elsewhere])
  assert.deepEqual(
    served.filter((route) => !known.has(route)),
    [],
  )
  assert.ok(served.length >= rows.length)
})

async function wrongAnswers(row: Row, state: 'draft' | 'sent'): Promise<string[]> {
  const wrong: string[] = []
  for (const relation of relations)
    for (const role of roles) {
      const client = clients.get(`${relation} ${role}`)
      assert.ok(client)
      const { status, body } = await row.send(client)
      const expected = row.expected[state]([relation, role])
      if (status !== expected) wrong.push(`${role} of ${relation}: ${status} ${body.code ?? ''}, expected ${expected}`)
      // What is hidden looks the same as what does not exist.
      if (status === 404) assert.equal(body.code, 'request.not-found')
    }
  return wrong
}

for (const state of ['draft', 'sent'] as const) {
  test(`brought to «${state}»`, async () => {
    assert.equal((await journey.bring('SYT', id, state)).state, state)
  })
  for (const row of rows)
    test(`${row.route} while it is ${state}: exactly those listed`, async () =>
      assert.deepEqual(await wrongAnswers(row, state), []))
}

test('a list holds the submission for those who may open it, and for nobody else', async () => {
  for (const [key, client] of clients) {
    const [relation = 'own', role = 'reporter'] = key.split(' ') as [Relation, Role]
    const { body } = await client.get<{ submissions: { id: string }[] }>('/api/submissions')
    const isListed = body.submissions.some((s) => s.id === id)
    assert.equal(isListed, opens.sent([relation, role]) === 200, key)
  }
})

test('«Tổng hợp» stands in the navigation of those whom the server lets read the table, and of nobody else', async () => {
  const wrong: string[] = []
  for (const [key, client] of clients) {
    const { body } = await client.get<Session>('/api/session')
    const { status } = await client.get(`/api/province/${regimeCode}?period=${presentPeriod}`)
    if (body.places.includes('province') !== (status === 200)) wrong.push(`${key}: ${status}`)
  }
  assert.deepEqual(wrong, [])
})

test('without a session every one of these routes asks for one', async () => {
  for (const { route, send } of rows) {
    const stranger = {
      get: anonymous('GET'),
      put: anonymous('PUT'),
      post: anonymous('POST'),
      delete: anonymous('DELETE'),
    } as unknown as Client
    assert.equal((await send(stranger)).status, 401, route)
  }
})

function anonymous(method: 'GET' | 'PUT' | 'POST' | 'DELETE') {
  return (path: string, body?: unknown) => ask(app, { method, path, ...(method !== 'GET' && { body }) })
}

test('nothing moved in all this but by those whose step it was', async () => {
  const { rows: moved } = await db.pool.query(
    `select (select array_agg(verb order by id) from submission_steps where submission_id = $1) as verbs,
       (select count(*)::int from cell_revisions where submission_id = $1 and revision > 1) as edits`,
    [id],
  )
  assert.deepEqual(moved, [{ verbs: ['submit', 'appraise', 'approve', 'seal', 'send'], edits: 0 }])
})

for (const [agency, at, verb, login] of [
  ['CA', 'submitted', 'appraise', 'nhap.ca'],
  ['TTT', 'appraised', 'approve', 'nhap.ttt'],
  ['SKHDT', 'sent', 'accept', 'nhap.skhdt'],
] as const)
  test(`whoever typed a report may not ${verb} it, whatever other roles they hold`, async () => {
    await db.owner.query(
      `insert into account_roles (account_id, agency_id, role)
       select a.id, r.agency_id, x.role from accounts a join account_roles r on r.account_id = a.id,
         unnest(array['appraiser', 'approver', 'consolidator']) as x (role) where a.login = $1`,
      [login],
    )
    const own = await submissionOf(db.pool, agency)
    await journey.bring(agency, own, at)
    const answer = await journey.attempt(login, own, verb)
    assert.deepEqual([answer.status, answer.body.code], [403, 'submission.own-work'])
    assert.equal((await journey.view(login, own)).can.includes(verb), false)
  })
