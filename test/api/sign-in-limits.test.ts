import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addCast } from '../cast.ts'
import { testDatabase } from '../db.ts'
import { testApp } from './app.ts'
import { ask, Client, signIn } from './client.ts'

const db = await testDatabase()
await addCast(db.owner)
const app = await testApp(db, { trustProxy: true })

async function guess(account: string, password = 'sai', address = '10.0.0.1'): Promise<string> {
  const body = { account, password }
  const headers = { 'x-forwarded-for': address }
  const answer = await ask(app, { method: 'POST', path: '/api/session', body, headers })
  return answer.status === 200 ? 'in' : String(answer.body.code)
}
const clock = (time: string) => db.setClock(`2026-11-23T${time}:00+07:00`)
const right = 'Baocao@2026'
const [wrong, locked] = ['session.wrong-password', 'session.throttled']

test('the fifth failure locks the account for fifteen minutes, for the right password too', async () => {
  await clock('08:00')
  for (let n = 0; n < 5; n++) assert.equal(await guess('lan'), wrong)
  assert.equal(await guess('lan', right), locked)
  await clock('08:14')
  assert.equal(await guess('lan', right, '10.9.9.9'), locked)
  await clock('08:16')
  assert.equal(await guess('lan', right), 'in')
})

test('a lock tells when to come back', async () => {
  for (let n = 0; n < 5; n++) await guess('thu')
  const body = { account: 'thu', password: right }
  const { status, body: problem, headers } = await ask(app, { method: 'POST', path: '/api/session', body })
  assert.equal(status, 429)
  assert.equal(problem.minutes, 15)
  assert.equal(headers['retry-after'], '900')
})

test('an account that does not exist locks just the same', async () => {
  for (let n = 0; n < 5; n++) assert.equal(await guess('khong-co'), wrong)
  assert.equal(await guess('khong-co'), locked)
})

test('a right password clears the failures of its account', async () => {
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 4; n++) assert.equal(await guess('minh'), wrong)
    assert.equal(await guess('minh', right), 'in')
  }
})

test('of a burst of guesses no more than five are looked at', async () => {
  const all = await Promise.all(Array.from({ length: 25 }, () => guess('hoa', 'sai', '10.0.0.7')))
  assert.ok(all.filter((one) => one === wrong).length <= 5)
  assert.equal(await guess('hoa', right, '10.0.0.8'), locked)
})

test('one source that fails with many accounts is locked; its own success does not clear that', async () => {
  const from = '10.0.0.66'
  for (let n = 0; n < 29; n++) await guess(`ai-do-${n}`, 'sai', from)
  assert.equal(await guess('phuc', right, from), 'in')
  assert.equal(await guess('ai-do-30', 'sai', from), wrong)
  assert.equal(await guess('an', right, from), locked)
  assert.equal(await guess('an', right, '10.0.0.67'), 'in')
})

test('an address that the caller writes in front of the proxy’s does not count as another source', async () => {
  await clock('08:40')
  for (let n = 0; n < 30; n++) await guess(`ho-ten-${n}`, 'sai', `172.16.0.${n}, 10.0.0.99`)
  assert.equal(await guess('an', right, '172.16.0.200, 10.0.0.99'), locked)
})

test('a locked attempt stands in the journal, without what was typed', async () => {
  const { rows } = await db.pool.query(
    `select outcome, object from audit_events where action = 'session.sign-in' and reason = $1 limit 1`,
    [locked],
  )
  assert.deepEqual(rows, [{ outcome: 'refused', object: '' }])
})

test('a session ends thirty minutes after it was last used, and using it keeps it alive', async () => {
  await clock('09:00')
  const client = await signIn(app, 'binh')
  await clock('09:29')
  assert.equal((await client.get('/api/session')).status, 200)
  await clock('09:58')
  assert.equal((await client.get('/api/session')).status, 200)
  await clock('10:29')
  assert.equal((await client.get('/api/session')).body.code, 'session.required')
})

test('what the page asks by itself does not keep a session alive', async () => {
  await clock('11:00')
  const client = await signIn(app, 'binh')
  await clock('11:20')
  assert.equal((await client.get('/api/changes')).status, 200)
  await clock('11:31')
  assert.equal((await client.get('/api/changes')).status, 401)
})

test('a session ends after twelve hours however much it is used', async () => {
  await clock('06:00')
  const client = await signIn(app, 'vy')
  for (let minutes = 6 * 60; minutes < 18 * 60; minutes += 25) {
    await clock(`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`)
    assert.equal((await client.get('/api/session')).status, 200)
  }
  await clock('18:01')
  assert.equal((await client.get('/api/session')).status, 401)
})

test('«seen» is written at most once a minute', async () => {
  await db.setClock('2026-11-23T20:00:00+07:00')
  const client = await signIn(app, 'ngoc')
  const seen = async () => {
    await client.get('/api/session')
    const { rows } = await db.pool.query(
      `select s.seen_at from sessions s join accounts a on a.id = s.account_id where a.login = 'ngoc'`,
    )
    return rows[0]?.seen_at
  }
  const first = await seen()
  await db.setClock('2026-11-23T20:00:30+07:00')
  assert.equal(await seen(), first)
  await db.setClock('2026-11-23T20:01:30+07:00')
  assert.notEqual(await seen(), first)
})

test('a flood of sign-ins is told to come back, and other requests go on meanwhile', async () => {
  const client = await signIn(app, 'ngoc')
  let answered = 0
  const flood = Array.from({ length: 120 }, async (_, n) => {
    const answer = await guess(`lut-${n}`, 'sai', `10.1.${n}.1`)
    answered++
    return answer
  })
  assert.equal((await client.get('/api/session')).status, 200)
  assert.ok(answered < flood.length, 'not after the flood')
  const answers = await Promise.all(flood)
  assert.ok(answers.includes('system.busy'))
  assert.ok(answers.includes(wrong))
  assert.deepEqual(new Client(app).cookie, '')
})
