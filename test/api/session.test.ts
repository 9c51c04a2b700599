import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Session, Welcome } from '#contract/session.ts'
import { loadReference } from '#server/catalogue/index.ts'
import { addCast, password } from '../cast.ts'
import { testDatabase } from '../db.ts'
import { testApp } from './app.ts'
import { ask, Client, signIn } from './client.ts'

const db = await testDatabase()
await addCast(db.owner)
const app = await testApp(db)

test('the page before signing in names the demonstration accounts', async () => {
  const { status, body } = await ask<Welcome>(app, { path: '/api/welcome' })
  assert.equal(status, 200)
  assert.deepEqual(
    body.demonstrationAccounts.find(({ account }) => account === 'hoa'),
    { account: 'hoa', role: 'approver', agency: 'SNNPTNT' },
  )
})

test('the page before signing in names the province of the reference data, and whom to call where somebody was named', async () => {
  const loaded = await testDatabase()
  await loadReference(loaded.pool)
  const welcomeOf = async (config: Parameters<typeof testApp>[1]) => {
    const { body } = await ask<Welcome>(await testApp(loaded, config), { path: '/api/welcome' })
    return [body.province, body.support]
  }
  assert.deepEqual(await welcomeOf({ demo: false }), ['Tỉnh Bến Tre', null])
  const named = { name: 'Trung tâm CNTT', phone: '0275 3 811 811' }
  const settings = { demo: false, supportName: named.name, supportPhone: named.phone }
  assert.deepEqual(await welcomeOf(settings), ['Tỉnh Bến Tre', named])
})

test('without a session the answer is 401 with what to do next', async () => {
  const { status, body, headers } = await ask(app, { path: '/api/session' })
  assert.equal(status, 401)
  assert.equal(body.code, 'session.required')
  assert.match(headers['content-type'] ?? '', /^application\/problem\+json/)
})

test('signing in gives a cookie that scripts cannot read and the rights of the person', async () => {
  const client = new Client(app)
  const answer = await client.signIn('lan')
  assert.equal(answer.status, 200)
  assert.match(String(answer.headers['set-cookie']), /^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  assert.deepEqual(answer.body.places, ['desk', 'entry', 'explore', 'catalogue'])
  assert.equal(answer.body.actingAgency, 'SNNPTNT')
  assert.deepEqual((await client.get<Session>('/api/session')).body.agencies, [
    { code: 'SNNPTNT', name: 'SNNPTNT', shortName: 'SNNPTNT', roles: ['reporter'] },
  ])
})

test('over https the cookie is bound to the host and the page to https', async () => {
  const secure = await testApp(db, { publicUrl: 'https://baocao.bentre.gov.vn' })
  const answer = await new Client(secure).signIn('lan')
  assert.match(String(answer.headers['set-cookie']), /^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  assert.match(answer.headers['strict-transport-security'] ?? '', /max-age=31536000/)
  const policy = answer.headers['content-security-policy'] ?? ''
  assert.match(policy, /frame-ancestors 'none'/)
  assert.doesNotMatch(policy, /unsafe/)
})

for (const [who, places] of [
  ['hoa', ['desk', 'review', 'explore', 'catalogue']],
  ['phuc', ['desk', 'review', 'province', 'explore', 'catalogue']],
  ['binh', ['desk', 'province', 'explore', 'catalogue']],
  ['vy', ['desk', 'catalogue']],
] as const)
  test(`${who} finds open: ${places.join(', ')}`, async () => {
    const client = await signIn(app, who)
    assert.deepEqual(client.session?.places, places)
  })

test('an unknown account and a wrong password get the same answer', async () => {
  const wrong = await new Client(app).signIn('minh', 'sai mật khẩu')
  const unknown = await new Client(app).signIn('nobody', 'sai mật khẩu')
  assert.equal(wrong.status, 401)
  assert.deepEqual(wrong.body, unknown.body)
})

test('each sign-in has its own token, and signing in again ends the session before', async () => {
  const client = await signIn(app, 'ngoc')
  const first = client.cookie
  await client.signIn('ngoc')
  assert.notEqual(client.cookie, first)
  assert.equal((await ask(app, { path: '/api/session', headers: { cookie: first } })).status, 401)
})

test('giving the password again changes the token and keeps the page working', async () => {
  const client = await signIn(app, 'hoa')
  const { cookie, session } = client
  assert.equal((await client.confirm('sai')).body.code, 'session.wrong-confirmation')
  assert.equal((await client.confirm()).status, 200)
  assert.notEqual(client.cookie, cookie)
  assert.equal(client.session?.csrfToken, session?.csrfToken)
  assert.equal((await ask(app, { path: '/api/session', headers: { cookie } })).status, 401)
})

test('a write without the CSRF token, or from another site, is refused', async () => {
  const client = await signIn(app, 'lan')
  for (const headers of [{ 'x-csrf-token': '' }, { 'x-csrf-token': 'khác' }, { 'sec-fetch-site': 'cross-site' }]) {
    const answer = await client.delete('/api/session', headers)
    assert.equal(answer.status, 403)
    assert.equal(answer.body.code, 'session.csrf')
  }
  assert.equal((await client.get('/api/session')).status, 200)
})

test('signing out ends the session and takes the cookie', async () => {
  const client = await signIn(app, 'lan')
  const { cookie } = client
  const answer = await client.delete('/api/session')
  assert.equal(answer.status, 200)
  assert.match(String(answer.headers['set-cookie']), /^sid=; /)
  assert.equal((await ask(app, { path: '/api/session', headers: { cookie } })).status, 401)
})

test('an agency where the person has no role cannot be acted for, and the attempt is journalled', async () => {
  const client = await signIn(app, 'lan')
  const answer = await client.get('/api/changes', { 'x-acting-agency': 'SKHDT' })
  assert.equal(answer.status, 403)
  assert.equal(answer.body.code, 'session.not-your-agency')
  const { rows } = await db.pool.query(`select reason, outcome from audit_events where object = '/api/changes'`)
  assert.deepEqual(rows, [{ reason: 'session.not-your-agency', outcome: 'refused' }])
})

test('a right taken away, and an account disabled, end at the next request', async () => {
  const client = await signIn(app, 'khoa')
  await db.owner.query(`delete from account_roles where account_id = (select id from accounts where login = 'khoa')`)
  assert.deepEqual((await client.get<Session>('/api/session')).body.agencies, [])
  assert.equal((await client.get('/api/changes')).body.code, 'session.not-your-agency')
  await db.owner.query(`update accounts set disabled_at = app.now() where login = 'khoa'`)
  assert.equal((await client.get('/api/session')).status, 401)
  assert.equal((await client.signIn('khoa')).body.code, 'session.wrong-password')
})

test('unknown fields, doubled keys and prototype keys are refused', async () => {
  for (const body of [
    { account: 'lan', password, role: 'administrator' },
    '{"account":"lan","password":"a","password":"b"}',
    '{"account":"lan","password":"a","__proto__":{"x":1}}',
    '{"account":"lan"',
  ]) {
    const answer = await ask(app, { method: 'POST', path: '/api/session', body })
    assert.equal(answer.status, 400, JSON.stringify(body))
    assert.equal(answer.body.code, 'request.invalid')
  }
  const query = await ask(app, { path: '/api/welcome?debug=1' })
  assert.equal(query.status, 400)
})

test('a request that names another account than the session is answered as if nobody had signed in', async () => {
  const lan = await signIn(app, 'lan')
  const named = (login: string) => lan.get('/api/session', { 'x-account': login })
  assert.equal((await named('lan')).status, 200)
  const other = await named('minh')
  assert.deepEqual([other.status, other.body.code], [401, 'session.required'])
})

test('sign-ins, failures and sign-outs stand in the journal', async () => {
  const { rows } = await db.pool.query(
    `select distinct action, outcome from audit_events where action like 'session.%' order by action, outcome`,
  )
  assert.deepEqual(
    rows.map(({ action, outcome }) => `${action} ${outcome}`),
    [
      'session.confirm done',
      'session.confirm failed',
      'session.sign-in done',
      'session.sign-in failed',
      'session.sign-out done',
    ],
  )
})
