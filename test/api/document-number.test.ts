/** A number of the register belongs to one document of an agency in a year, whoever seals at the same time. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Journey } from '../builders/journey.ts'
import { aProvince, openPeriod, submissionOf } from '../builders/province.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
await openPeriod(db.owner, '2026-08')

async function approved(agency: string, period?: string): Promise<string> {
  const id = await submissionOf(db.pool, agency, period)
  await journey.bring(agency, id, 'approved')
  return id
}

const seal = (id: string, documentNumber: string, documentDate = '2026-09-16') =>
  journey.attempt('vanthu.syt', id, 'seal', { documentNumber, documentDate })

const [august, september] = [await approved('SYT', '2026-08'), await approved('SYT')]

test('two reports sealed at once with one number: one is sealed, the other refused in words', async () => {
  const answers = await Promise.all([seal(august, '12/BC-SYT'), seal(september, '12/BC-SYT')])
  const [won, lost] = answers.sort((a, b) => a.status - b.status)
  assert.deepEqual([won?.status, lost?.status, lost?.body.code], [200, 409, 'submission.document-number-taken'])
  assert.match(String(lost?.body.detail), /lấy số tiếp theo trong sổ/)
})

test('another way of writing the same number is the same number; another year is another register', async () => {
  const { rows } = await db.pool.query<{ id: string }>(
    `select id from submissions where state = 'approved' and id = any($1)`,
    [[august, september]],
  )
  const left = rows[0]?.id ?? ''
  assert.equal((await seal(left, ' 12 /bc-syt ')).body.code, 'submission.document-number-taken')
  assert.equal((await seal(left, '12/BC-SYT', '2025-12-31')).status, 200)
})

test('another agency may give the same number', async () => {
  const id = await approved('CA')
  const answer = await journey.attempt('vanthu.ca', id, 'seal', {
    documentNumber: '12/BC-SYT',
    documentDate: '2026-09-16',
  })
  assert.equal(answer.status, 200)
})

test('a report sent back and sealed again keeps its number', async () => {
  const id = await approved('CT')
  const document = { documentNumber: '7/BC-CT', documentDate: '2026-09-16' }
  assert.equal((await journey.attempt('vanthu.ct', id, 'seal', document)).status, 200)
  await journey.bring('CT', id, 'sent')
  await journey.take('phuc', id, 'sendBack', { reason: 'Đề nghị xem lại.', cells: [] })
  await journey.bring('CT', id, 'approved')
  assert.equal((await journey.attempt('vanthu.ct', id, 'seal', document)).status, 200)
})
