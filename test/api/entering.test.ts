/** What a form shows of other agencies’ figures, what its cells refuse, and what the journal keeps of the paper. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Journey } from '../builders/journey.ts'
import { aProvince, openPeriod, submissionOf } from '../builders/province.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
for (const month of ['2026-05', '2026-06', '2026-07']) await openPeriod(db.owner, month)
const baTri = (month: string) => submissionOf(db.pool, 'UBND-836', month)
const july = await submissionOf(db.pool, 'SNNPTNT', '2026-07')

/** Rice of Ba Tri in June, as the department's form of July shows it. */
async function shown(): Promise<unknown> {
  const { forms } = await journey.view('lan', july)
  const views = await Promise.all(forms.map(({ id }) => journey.form('lan', july, id)))
  return views.flatMap((form) => form.references).find((one) => one.row === 'x7' && one.column === 'previous')?.value
}

test('another agency’s figure is shown once accepted, and stays while a newer word of theirs waits', async () => {
  await journey.bring('UBND-836', await baTri('2026-05'), 'sent', { 'h3.nextEstimate': '90' })
  assert.equal(await shown(), undefined)
  await journey.bring('UBND-836', await baTri('2026-05'), 'accepted')
  assert.deepEqual(await shown(), { kind: 'number', value: '90' })
  await journey.bring('UBND-836', await baTri('2026-06'), 'sent', { 'h3.estimate': '100' })
  assert.deepEqual(await shown(), { kind: 'number', value: '90' })
  await journey.bring('UBND-836', await baTri('2026-06'), 'accepted')
  assert.deepEqual(await shown(), { kind: 'number', value: '100' })
})

test('a text is no figure, and is refused at its cell', async () => {
  const { forms } = await journey.view('lan', july)
  const path = `/api/submissions/${july}/forms/${forms[0]?.id}/cells/a11/estimate`
  const value = { kind: 'text', text: 'mười hai' }
  const answer = await (await journey.as('lan')).put(path, { value }, { 'if-match': '"0"' })
  assert.deepEqual([answer.status, answer.body.code], [422, 'quantity.not-a-number'])
})

test('the number and date of a sealed document stand in the journal', async () => {
  await journey.bring('SNNPTNT', july, 'approved')
  const never = { documentNumber: '123/BC', documentDate: '0000-01-01' }
  assert.equal((await journey.attempt('ngoc', july, 'seal', never)).status, 400)
  await journey.bring('SNNPTNT', july, 'sealed')
  const { rows } = await db.pool.query(
    `select e.payload::jsonb as said from audit_entries e where e.stream = $1 and e.payload::jsonb->>'action' = 'seal'`,
    [`submission:${july}`],
  )
  assert.deepEqual([rows[0]?.said.documentNumber, rows[0]?.said.documentDate], [`${july}/BC-SNNPTNT`, '2026-09-16'])
})

test('a report that its own agency takes back after correcting it counts as returned no longer', async () => {
  await journey.bring('SNNPTNT', july, 'sent')
  const returned = await journey.take('an', july, 'sendBack', { reason: 'Chưa khớp' })
  assert.equal(returned.returned?.reason, 'Chưa khớp')
  const again = await journey.bring('SNNPTNT', july, 'sent')
  assert.equal(again.returned?.reason, 'Chưa khớp')
  const takenBack = await journey.take('hoa', july, 'withdraw', { reason: 'Gửi nhầm bản' })
  assert.deepEqual([takenBack.state, takenBack.returned], ['draft', null])
})
