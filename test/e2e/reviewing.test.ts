/** What the side of a report under review says of the automatic checks: nothing that the page itself contradicts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { submissionOf } from '../builders/province.ts'
import { aWorld, phone } from './world.ts'

const world = await aWorld()
const { journey, db } = world

/** Dengue and hand, foot and mouth moved from 5 to 7; only the latter was explained. */
const moved = await submissionOf(db.pool, 'SYT')
await journey.fill('nhap.syt', moved, { 'a2.previous': '5', 'a3.previous': '5' })
const [form] = (await journey.view('nhap.syt', moved)).forms
const { cells } = await journey.form('nhap.syt', moved, form?.id ?? 0)
const hands = cells.find(({ row, column }) => row === 'a3' && column === 'estimate')
await (await journey.as('nhap.syt')).post(`/api/submissions/${moved}/forms/${form?.id}/edits`, {
  edits: [{ row: 'a3', column: 'estimate', value: hands?.value, note: 'Vào năm học mới', seen: hands?.revision }],
})
await journey.bring('SYT', moved, 'submitted')

const sideOf = (page: Page) => page.getByRole('complementary', { name: 'Quyết định' })

test('a large change that nobody explained is named at the side and leads to its row', async () => {
  const page = await world.open('thamdinh.syt', `/review/${moved}?view=all`)
  const side = sideOf(page)
  await side.getByText('Các quy tắc kiểm tra tự động không có cảnh báo.').waitFor()
  await side.getByText('Tăng 40% so với kỳ trước 5, vượt ngưỡng').waitFor()
  await side.getByText('1 biến động vượt ngưỡng đã có giải trình.').waitFor()
  await side.getByRole('link', { name: 'Số ca mắc sốt xuất huyết' }).click()
  await page.locator('tr:focus').getByText('Số ca mắc sốt xuất huyết', { exact: true }).waitFor()
  await page.context().close()
})

test('the printed form says what its signs mean, and of no sign that it does not have', async () => {
  const page = await world.open('thamdinh.syt', `/review/${moved}?view=all`)
  await page.emulateMedia({ media: 'print' })
  const legend = page.locator('.form-table:visible .print-legend')
  await legend.waitFor()
  const shown = new Set(await page.locator('.form-table:visible td.num').allTextContents())
  const meanings = { '…': 'chưa có số', '–': 'không phát sinh', '×': 'không áp dụng', '/': 'không tính được' }
  const told = Object.entries(meanings).filter(([sign]) => [...shown].some((text) => text.trim() === sign))
  assert.ok(told.length > 0 && told.length < 4)
  assert.equal(await legend.textContent(), `Ký hiệu: ${told.map((it) => it.join(' ')).join(' · ')}`)
  await page.context().close()
})

test('where nothing moved the side says what it compared', async () => {
  const still = await submissionOf(db.pool, 'SCT')
  await journey.bring('SCT', still, 'submitted')
  const page = await world.open('thamdinh.sct', `/review/${still}`, { viewport: phone })
  await sideOf(page).getByText('ở chỗ có số kỳ trước hoặc cùng kỳ để so').waitFor()
  assert.equal(await sideOf(page).getByText('chưa giải trình').count(), 0)
  await page.context().close()
})
