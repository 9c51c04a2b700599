import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { refuse } from '#contract/problems.ts'
import { testDatabase } from '#test/db.ts'
import { openHttpApp } from './http-app.ts'
import { openLog } from './log.ts'
import { read, write } from './route.ts'
import { servePages } from './static-pages.ts'

const db = await testDatabase()
const lines: string[] = []
const app = await openHttpApp({
  pool: db.pool,
  log: openLog({ level: 'warn', role: 'test', write: (line) => lines.push(line) }),
  isHttps: false,
  allowUnsafeDatabase: true,
})
app.addHook('onRequest', async (request) => {
  request.accountId = Number(request.headers['x-account'] ?? 1)
})
const denied: string[] = []
app.platform.journalDenial = async (_request, problem) => void denied.push(problem.code)

const measure = z.strictObject({ code: z.string().max(20), name: z.string() })
let runs = 0
const add = 'insert into measures (code, name) values ($1, $2)'
write(
  app,
  { url: '/api/measures', summary: 'Thêm', body: measure, answer: measure, status: 201, idempotencyKey: 'required' },
  async ({ db: tx, body }) => {
    runs++
    await tx.query(add, [body.code, body.name])
    if (body.name === 'cấm') return refuse('submission.not-yours', { holder: 'Lan' })
    if (body.name === 'hỏng') throw new Error('a bug')
    if (body.name === 'bận') throw Object.assign(new Error('deadlock'), { code: '40P01' })
    return { ok: true, value: body.name === 'sai' ? ({ ...body, extra: 1 } as typeof body) : body }
  },
)
read(app, { url: '/api/measures', summary: 'Xem', answer: z.array(measure), snapshot: true }, async ({ db: tx }) => {
  return { ok: true, value: (await tx.query<z.infer<typeof measure>>('select code, name from measures')).rows }
})

await servePages(app, undefined)

async function post(body: unknown, headers: Record<string, string> = {}) {
  const answer = await app.inject({ method: 'POST', url: '/api/measures', headers, payload: body as object })
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() as Record<string, unknown> }
}
const count = async (code: string) =>
  (await db.pool.query('select count(*)::int as n from measures where code = $1', [code])).rows[0]?.n

test('a request repeated with its key has one effect and the same answer', async () => {
  const first = await post({ code: 'tan', name: 'tấn' }, { 'idempotency-key': 'k1' })
  const again = await post({ code: 'tan', name: 'tấn' }, { 'idempotency-key': 'k1' })
  assert.equal(first.status, 201)
  assert.deepEqual([again.status, again.body], [201, first.body])
  assert.equal(await count('tan'), 1)
})

test('the key of another request is refused, the same key of another account is not', async () => {
  const other = await post({ code: 'ta', name: 'tạ' }, { 'idempotency-key': 'k1' })
  assert.equal(other.status, 422)
  assert.equal(other.body.code, 'request.key-reused')
  assert.equal((await post({ code: 'ta', name: 'tạ' }, { 'idempotency-key': 'k1', 'x-account': '2' })).status, 201)
})

test('without a key where one is needed nothing is written', async () => {
  const answer = await post({ code: 'yen', name: 'yến' })
  assert.equal(answer.status, 428)
  assert.equal(await count('yen'), 0)
})

test('of twenty identical requests at once one has the effect, and all get its answer', async () => {
  const before = runs
  const all = await Promise.all(
    Array.from({ length: 20 }, () => post({ code: 'ha', name: 'héc-ta' }, { 'idempotency-key': 'k2' })),
  )
  assert.deepEqual(new Set(all.map(({ status }) => status)), new Set([201]))
  assert.deepEqual(new Set(all.map(({ body }) => JSON.stringify(body))).size, 1)
  assert.equal(await count('ha'), 1)
  assert.equal(runs, before + 1)
})

test('a refusal rolls back, is journalled when it denies, and does not use up the key', async () => {
  const answer = await post({ code: 'kg', name: 'cấm' }, { 'idempotency-key': 'k3' })
  assert.equal(answer.status, 403)
  assert.match(String(answer.body.detail), /Lan/)
  assert.equal(await count('kg'), 0)
  assert.deepEqual(denied, ['submission.not-yours'])
  assert.equal((await post({ code: 'kg', name: 'kg' }, { 'idempotency-key': 'k3' })).status, 201)
})

test('a bug rolls back and tells the user an id that the log knows; the log tells the rest', async () => {
  const answer = await post({ code: 'lit', name: 'hỏng' }, { 'idempotency-key': 'k4' })
  assert.equal(answer.status, 500)
  assert.equal(answer.body.code, 'system.failed')
  assert.equal(answer.body.id, answer.headers['x-request-id'])
  assert.doesNotMatch(JSON.stringify(answer.body), /a bug/)
  const line = lines.find((one) => one.includes(String(answer.body.id)))
  assert.match(line ?? '', /a bug/)
  assert.equal(await count('lit'), 0)
})

test('an answer that breaks the contract is a bug', async () => {
  assert.equal((await post({ code: 'm', name: 'sai' }, { 'idempotency-key': 'k5' })).status, 500)
})

test('what loses to other transactions again and again is asked to come back later', async () => {
  const before = runs
  const answer = await post({ code: 'm3', name: 'bận' }, { 'idempotency-key': 'k6' })
  assert.equal(answer.status, 503)
  assert.equal(answer.headers['retry-after'], '2')
  assert.ok(runs - before > 1, 'it was tried again before')
})

test('a failure after the work leaves neither effect nor key', async () => {
  const { rows } = await db.pool.query(`select key from idempotency_keys where key in ('k4', 'k6')`)
  assert.deepEqual(rows, [])
})

const malformed = [
  ['a missing field', { code: 'x' }, 400, /body\.name/],
  ['a field too many', { code: 'x', name: 'y', id: 1 }, 400, /body có mục lạ: id/],
  ['a text too long', { code: 'x'.repeat(30), name: 'y' }, 400, /body\.code/],
] as const
for (const [what, body, status, says] of malformed)
  test(`${what} is refused and named`, async () => {
    const answer = await post(body, { 'idempotency-key': 'k7' })
    assert.equal(answer.status, status)
    assert.equal(answer.body.code, 'request.invalid')
    assert.match(String(answer.body.detail), says)
  })

test('what is no JSON, too large, or nowhere is refused as a problem too', async () => {
  const form = await app.inject({
    method: 'POST',
    url: '/api/measures',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'a=1',
  })
  const large = await post({ code: 'x', name: 'y'.repeat(1_100_000) })
  const nowhere = await app.inject('/api/nowhere')
  assert.deepEqual([form.statusCode, large.status, nowhere.statusCode], [400, 413, 404])
  for (const { headers } of [form, large, nowhere]) assert.match(String(headers['content-type']), /problem\+json/)
})

test('problems speak English to who prefers it, Vietnamese otherwise', async () => {
  const ask = async (language: string) =>
    (await app.inject({ url: '/api/nowhere', headers: { 'accept-language': language } })).json().detail
  assert.match(await ask('en-GB,en;q=0.9,vi;q=0.5'), /^Not found/)
  assert.match(await ask('en;q=0.3,vi;q=0.8'), /^Không tìm thấy/)
  assert.match(await ask('fr'), /^Không tìm thấy/)
})

test('what is wrong with a field is said in the same language', async () => {
  const headers = { 'idempotency-key': 'k8' }
  const vietnamese = await post({ code: 'x' }, headers)
  const english = await post({ code: 'x' }, { ...headers, 'accept-language': 'en' })
  assert.match(String(vietnamese.body.detail), /body\.name thiếu, hoặc không phải chuỗi ký tự/)
  assert.match(String(english.body.detail), /body\.name is missing, or is not a text/)
})

test('a reading sees one state of the database', async () => {
  const answer = await app.inject('/api/measures')
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['cache-control'], 'no-store')
})

test('a NUL in an address is refused before anything is asked of the database', async () => {
  for (const url of ['/api/measures?code=%00', '/api/me%00asures'])
    assert.equal((await app.inject({ url })).statusCode, 400)
})
