import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change } from '#contract/changes.ts'
import { type NewChange, publish } from '#server/platform/feed.ts'
import { addCast } from '../cast.ts'
import { testDatabase } from '../db.ts'
import { testApp } from './app.ts'
import { signIn } from './client.ts'
import { follow, until } from './follow.ts'

const db = await testDatabase({ isAlone: true })
await addCast(db.owner)
const app = await testApp(db)
const address = await app.listen({ port: 0, host: '127.0.0.1' })

const { rows } = await db.pool.query<{ code: string; id: number }>('select code, id from agencies')
const agencyId = (code: string) => rows.find((row) => row.code === code)?.id ?? 0

function aChange(n: number, level: NewChange['level'] = 'sent'): NewChange {
  const to = { agencyId: agencyId('SNNPTNT'), receiverId: agencyId('SKHDT') }
  return { topic: 'submission', ...to, level, payload: { n } }
}

const numbers = (changes: readonly Change[]) => changes.map(({ payload }) => payload.n)

test('reading on from a position gives what came since, to whom it concerns', async () => {
  const [phuc, tam] = [await signIn(app, 'phuc'), await signIn(app, 'tam')]
  const { position } = (await phuc.get<{ position: string }>('/api/changes')).body
  await publish(db.pool, aChange(1))
  await publish(db.pool, aChange(2, 'draft'))
  const seen = await phuc.get<{ changes: Change[]; position: string }>(`/api/changes?after=${position}`)
  assert.deepEqual(numbers(seen.body.changes), [1])
  const unseen = await tam.get<{ changes: Change[]; position: string }>(`/api/changes?after=${position}`)
  assert.deepEqual(unseen.body.changes, [])
  assert.equal(unseen.body.position, seen.body.position)
  assert.equal((await phuc.get('/api/changes?after=yesterday')).status, 400)
})

test('a stream shows changes as they come and resumes where it was cut', async () => {
  const phuc = await signIn(app, 'phuc')
  const { position } = (await phuc.get<{ position: string }>('/api/changes')).body
  const first = await follow(address, phuc, { 'last-event-id': position })
  await publish(db.pool, aChange(10))
  await until(() => first.changes.length === 1)
  first.close()
  for (let n = 11; n < 20; n++) await publish(db.pool, aChange(n))
  const second = await follow(address, phuc, { 'last-event-id': first.lastId })
  await publish(db.pool, aChange(20))
  await until(() => second.changes.length === 10)
  assert.deepEqual(numbers(second.changes), [11, 12, 13, 14, 15, 16, 17, 18, 19, 20])
  second.close()
})

test('a stream without a session is refused, and one cannot act for a foreign agency in its address', async () => {
  const stranger = await fetch(`${address}/api/changes/stream`)
  assert.equal(stranger.status, 401)
  const lan = await signIn(app, 'lan')
  assert.equal((await lan.get('/api/changes/stream?agency=SKHDT')).status, 403)
  assert.equal((await lan.get('/api/changes/stream', { 'last-event-id': 'x' })).status, 400)
})

test('open streams end when the program stops', async () => {
  const other = await testApp(db)
  const where = await other.listen({ port: 0, host: '127.0.0.1' })
  const lan = await signIn(other, 'lan')
  const response = await fetch(`${where}/api/changes/stream`, { headers: { cookie: lan.cookie } })
  const whole = response.text()
  await other.close()
  assert.match(await whole, /^retry: 2000\n\n/)
})
