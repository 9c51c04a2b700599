/** A rule over two forms of one report, while somebody types: found in the one, put right in the other. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckRuleList } from '#contract/check-rules.ts'
import { submissionOf } from '../builders/province.ts'
import { goTo, openForm, typeCell, waitForMark, waitForText, waitUntilSaved } from './entry-form.ts'
import { faults } from './faults.ts'
import { aWorld } from './world.ts'

const world = await aWorld()
const { journey, db } = world
const submission = await submissionOf(db.pool, 'CTK')
await journey.fill('thu', submission)
const [first, second] = (await journey.view('thu', submission)).forms
const column = 'Ước tháng 9'
const labour = { row: 'Chỉ số sử dụng lao động của doanh nghiệp công nghiệp', column }
const passengers = { row: 'Vận chuyển hành khách', column }
const said = 'Lao động so với vận tải: 30 phải không lớn hơn 7 (ở biểu 2); chênh 23.'

const vy = await journey.as('vy')
const scope = { kind: 'indicators', indicators: ['CN.04'] }
const rule = {
  code: 'CTK-HAI-BIEU',
  scope,
  severity: 'hard',
  condition: '[CN.04] <= [VT.01]',
  message: '',
  reason: 'Thử',
}
await vy.post<CheckRuleList>('/api/check-rules', { ...rule, name: 'Lao động so với vận tải' })
const on = { version: 1, to: 'on', from: '2026-09-01', reason: 'Đã thử' }
assert.equal((await vy.post('/api/check-rules/CTK-HAI-BIEU/switch', on)).status, 200)

test('a colleague’s figure in the other form takes the finding away, and brings it back, without a reload', async () => {
  const page = await world.open('thu')
  await openForm(page, submission, first?.id ?? 0)
  await typeCell(page, labour, '30')
  await waitForMark(page, labour, 'lỗi')
  await goTo(page, labour)
  await page.getByText(said).first().waitFor()
  assert.deepEqual(await faults(page), [])
  await waitUntilSaved(page)
  const other = await world.open('nhap.ctk')
  await openForm(other, submission, second?.id ?? 0)
  await typeCell(other, passengers, '40')
  await page.getByText(said).first().waitFor({ state: 'detached' })
  await typeCell(other, passengers, '7')
  await page.getByText(said).first().waitFor()
  await other.context().close()
  await page.context().close()
})

test('typed in the other form of the same window, it is put right before submitting, and submitted', async () => {
  const page = await world.open('thu')
  // Nothing is heard from the server: what this window saved itself it has to know.
  await page.route('**/api/changes**', (route) => route.abort())
  await openForm(page, submission, first?.id ?? 0)
  await goTo(page, labour)
  await page.getByText(said).first().waitFor()
  await page.getByRole('link', { name: /^Biểu 2/ }).click()
  await typeCell(page, passengers, '31')
  await waitForText(page, passengers, '31')
  await page.getByRole('link', { name: /^Biểu 1/ }).click()
  await goTo(page, labour)
  await page.getByText(said).first().waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Trình thẩm định' }).click()
  const dialog = page.getByRole('dialog', { name: 'Trình thẩm định' })
  await dialog.getByRole('button', { name: 'Trình thẩm định' }).click()
  await page.getByRole('heading', { name: 'Đang chờ người khác' }).waitFor()
  await page.context().close()
})
