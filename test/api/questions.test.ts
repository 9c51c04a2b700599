/** Questions to the agency behind a number: seen by the two sides alone, answered, closed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NewQuestion, Question } from '#contract/questions.ts'
import { applicationRole } from '#server/platform/roles.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, presentPeriod, regimeCode } from '../builders/province.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))

const asking = (more: Partial<NewQuestion> = {}): NewQuestion => ({
  period: presentPeriod,
  agency: 'SNNPTNT',
  cell: { row: 'a3', column: 'ytd' },
  body: 'Lũy kế chưa có, khi nào gửi?',
  ...more,
})

async function ask(more: Partial<NewQuestion> = {}, login = 'phuc') {
  return (await journey.as(login)).post<{ id: string; code?: string }>(
    `/api/province/${regimeCode}/questions`,
    asking(more),
  )
}

async function listed(login: string, query = ''): Promise<readonly Question[]> {
  const answer = await (await journey.as(login)).get<{ questions: Question[] }>(`/api/questions${query}`)
  assert.equal(answer.status, 200)
  return answer.body.questions
}

const reply = async (login: string, id: string, place: 'answers' | 'closing', body: string) =>
  (await journey.as(login)).post(`/api/questions/${id}/${place}`, { body })

let id = ''
test('a question about a cell is on the list of the agency that is asked and of the one that asks, of nobody else', async () => {
  const put = await ask()
  assert.equal(put.status, 201, JSON.stringify(put.body))
  id = put.body.id
  const [own] = await listed('lan', '?side=own')
  assert.deepEqual(
    [own?.about, own?.body, own?.by?.login, own?.asking.code, own?.period.name, own?.can],
    ['Sản lượng lúa, Lũy kế 9 tháng', 'Lũy kế chưa có, khi nào gửi?', 'phuc', 'SKHDT', 'tháng 9/2026', ['answer']],
  )
  assert.deepEqual((await listed('phuc', '?side=asked&row=a3&column=ytd'))[0]?.can, ['close'])
  assert.deepEqual((await listed('an'))[0]?.can, [])
  for (const login of ['tam', 'thu', 'binh', 'nhap.skhdt']) assert.deepEqual(await listed(login), [])
})

test('it is answered by the agency and closed by the consolidator, and each word stays', async () => {
  assert.equal((await reply('lan', id, 'answers', 'Chiều nay gửi, đang chờ huyện Ba Tri.')).status, 201)
  const [asked] = await listed('phuc')
  assert.deepEqual(
    asked?.replies.map((r) => [r.kind, r.body, r.by?.login]),
    [['answer', 'Chiều nay gửi, đang chờ huyện Ba Tri.', 'lan']],
  )
  assert.equal((await reply('phuc', id, 'closing', '')).status, 201)
  assert.deepEqual(await listed('lan'), [])
  const [closed] = await listed('lan', '?state=all')
  assert.deepEqual([closed?.isOpen, closed?.can, closed?.replies.length], [false, [], 2])
  const again = await reply('lan', id, 'answers', 'Đã gửi')
  assert.deepEqual([again.status, again.body.code], [409, 'question.closed'])
})

test('without a cell it reminds of the report', async () => {
  assert.equal((await ask({ agency: 'SYT', cell: null, body: 'Còn 2 ngày là đến hạn.' })).status, 201)
  const [reminder] = await listed('nhap.syt')
  assert.deepEqual([reminder?.cell, reminder?.about], [null, 'Kinh tế – xã hội toàn tỉnh'])
})

for (const [name, more, login, expected] of [
  ['to an agency that does not report', { agency: 'UBND-TINH' }, 'phuc', [422, 'question.not-a-subject']],
  [
    'about a cell that is not there',
    { cell: { row: 'zz', column: 'ytd' } },
    'phuc',
    [404, 'consolidation.unknown-cell'],
  ],
  ['without words', { body: '  ' }, 'phuc', [400, 'request.invalid']],
  ['by a receiver who does not consolidate', {}, 'an', [403, 'consolidation.not-yours']],
  ['by a viewer', {}, 'binh', [403, 'consolidation.not-yours']],
  ['by an agency', {}, 'tam', [404, 'request.not-found']],
] as const)
  test(`refused: a question ${name}`, async () => {
    const answer = await ask(more, login)
    assert.deepEqual([answer.status, answer.body.code], expected)
  })

test('each side has its own part: the asker does not answer, the asked does not close, others see nothing', async () => {
  const open = (await ask()).body.id
  assert.equal((await reply('phuc', open, 'answers', 'x')).status, 403)
  assert.equal((await reply('lan', open, 'closing', '')).status, 403)
  assert.equal((await reply('tam', open, 'answers', 'x')).status, 404)
  await assert.rejects(db.owner.query('delete from questions'))
})

test('neither a question nor a reminder reads a figure', async () => {
  await db.owner.query(`revoke select on reported_values, reported_value_revisions from ${applicationRole}`)
  assert.equal((await ask({ cell: null, body: 'Báo cáo tháng 9 bao giờ gửi?' })).status, 201)
  assert.equal((await ask()).status, 201)
  assert.equal(
    (await (await journey.as('phuc')).get(`/api/province/${regimeCode}?period=${presentPeriod}`)).status,
    500,
  )
})
