/** What the consolidator does on the province's table, in a browser: adjusts, settles sources, pins a version. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { submissionOf } from '../builders/province.ts'
import { aWorld, phone } from './world.ts'

const world = await aWorld()
const { db, journey, open } = world

before(async () => {
  await journey.bring('CT', await submissionOf(db.pool, 'CT'), 'accepted', { 'a101.ytd': '4671.1' })
  await journey.bring('HQ', await submissionOf(db.pool, 'HQ'), 'accepted')
  await journey.bring('SNNPTNT', await submissionOf(db.pool, 'SNNPTNT'), 'accepted', {
    'x7.estimate': '1000',
    'x7.ytd': '9000',
  })
  await journey.bring('UBND-836', await submissionOf(db.pool, 'UBND-836'), 'accepted', {
    'h3.estimate': '1100',
    'h3.ytd': '9100',
  })
})

const cell = (page: Page, row: string, column: string) => page.locator(`[data-row="${row}"][data-column="${column}"]`)

async function faults(page: Page): Promise<readonly unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])
}

test('a number is adjusted with its reason, carries the mark, and is explained to every reader', async () => {
  const page = await open('phuc', '/province/2026-09?row=c11&column=ytd')
  await page.getByRole('button', { name: 'Điều chỉnh' }).click()
  const box = page.getByRole('dialog')
  await box.getByLabel('Số mới').fill('4,731.5')
  await box.getByText('chưa rõ là số nào', { exact: false }).waitFor()
  assert.deepEqual(await faults(page), [])
  await box.getByLabel('Số mới').fill('4.731')
  await box.getByText('Số tổng hợp sẽ là 4.731,0').waitFor()
  assert.equal(await box.getByRole('button', { name: 'Ghi điều chỉnh' }).isDisabled(), true)
  await box.getByLabel('Lý do').fill('Loại ghi thu trùng với Kho bạc')
  await box.getByRole('button', { name: 'Ghi điều chỉnh' }).click()
  await box.waitFor({ state: 'detached' })
  await cell(page, 'c11', 'ytd').filter({ hasText: '4.731,0' }).waitFor()
  await page.context().close()
  const reader = await open('binh', '/province/2026-09?row=c11&column=ytd')
  const panel = reader.getByRole('complementary')
  await panel.getByText('4.741,1 − 10,1 = 4.731,0', { exact: false }).first().waitFor()
  await panel.getByText('Loại ghi thu trùng với Kho bạc').first().waitFor()
  assert.equal(await panel.getByRole('button', { name: 'Rút lại' }).count(), 0)
  assert.equal(await panel.getByRole('button', { name: 'Điều chỉnh', exact: true }).count(), 0)
  assert.equal(await cell(reader, 'c11', 'ytd').getByLabel('Có điều chỉnh').count(), 1)
  await reader.context().close()
})

test('an adjustment is withdrawn with a reason and stays in the history of the number', async () => {
  const page = await open('phuc', '/province/2026-09?row=c11&column=ytd')
  await page.getByRole('button', { name: 'Rút lại' }).click()
  const box = page.getByRole('dialog')
  await box.getByLabel('Lý do').fill('Cục Thuế đã gửi bản đính chính')
  await box.getByRole('button', { name: 'Rút lại' }).click()
  await box.waitFor({ state: 'detached' })
  await cell(page, 'c11', 'ytd').filter({ hasText: '4.741,1' }).waitFor()
  await page.getByText('Cục Thuế đã gửi bản đính chính', { exact: false }).first().waitFor()
  await page.context().close()
})

test('a difference between two agencies is found, settled with a reason, and stays listed as settled', async () => {
  const page = await open('phuc', '/province/2026-09')
  await page.getByRole('link', { name: /ô lệch nguồn/u }).click()
  await page.waitForURL('**/province/2026-09/differences')
  await page.getByLabel('Chỉ tiêu hoặc cơ quan').fill('san luong lua')
  await page.waitForURL('**find=san*')
  const row = page.getByRole('row').filter({ hasText: 'Ba Tri' }).filter({ hasText: 'Ước tháng 9' })
  assert.match((await row.textContent()) ?? '', /1\.100.*1\.000.*100/u)
  assert.deepEqual(await faults(page), [])
  await row.getByRole('button', { name: 'Chọn nguồn' }).click()
  const box = page.getByRole('dialog')
  await box.getByLabel('Sở NN&PTNT').check()
  await box.getByLabel('Lý do').fill('Đã đối chiếu với Chi cục')
  assert.deepEqual(await faults(page), [])
  await box.getByRole('button', { name: 'Ghi lựa chọn' }).click()
  await box.waitFor({ state: 'detached' })
  await row.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^Đã xử lý/u }).click()
  await page.getByText('Võ Hoàng Phúc', { exact: false }).first().waitFor()
  assert.match((await row.textContent()) ?? '', /Theo Sở NN&PTNT.*Đã đối chiếu với Chi cục/u)
  await page.context().close()
})

test('an order of sources is not offered for a year to date that began before the earliest day of one', async () => {
  const page = await open('phuc', '/province/2026-09/differences?find=san+luong+lua')
  const row = page.getByRole('row').filter({ hasText: 'Ba Tri' }).filter({ hasText: 'Lũy kế' })
  await row.getByRole('button', { name: 'Chọn nguồn' }).click()
  const box = page.getByRole('dialog')
  await box.getByText('Số này tính từ 01/01/2026', { exact: false }).waitFor()
  assert.equal(await box.getByRole('radio', { name: /mọi địa bàn/u }).isDisabled(), true)
  await page.context().close()
})

test('a version is pinned, marked when a report comes in, and recomputed with what changed', async () => {
  const page = await open('phuc', '/province/2026-09')
  await page.getByRole('button', { name: 'Chốt bản tổng hợp' }).click()
  const box = page.getByRole('dialog')
  await box.getByText('Chỉ gồm số đã tiếp nhận của 4/', { exact: false }).waitFor()
  assert.deepEqual(await faults(page), [])
  await box.getByLabel('Ghi chú').fill('Trình UBND tỉnh')
  await box.getByRole('button', { name: 'Chốt', exact: true }).click()
  await box.waitFor({ state: 'detached' })
  await page.getByText('Khớp số hiện tại').waitFor()
  assert.equal(await page.getByRole('button', { name: /^(Chốt|Tổng hợp lại)/u }).count(), 0)
  await journey.bring('SYT', await submissionOf(db.pool, 'SYT'), 'accepted')
  await page.getByText(/^Bị ảnh hưởng: \d+ ô đã đổi$/u).waitFor()
  await page.getByRole('link', { name: 'Xem bản chốt' }).click()
  await page.waitForURL('**/province/2026-09/versions?version=1')
  const moved = page.locator('.change-table tr').filter({ hasText: 'Sở YT' }).first()
  await moved.waitFor()
  assert.match((await moved.textContent()) ?? '', /chưa có số.*7.*Sở YT/u)
  assert.deepEqual(await faults(page), [])
  await page.getByRole('button', { name: 'Toàn bản' }).click()
  await page.getByText('Mã bản (SHA-256)', { exact: false }).waitFor()
  assert.deepEqual(await faults(page), [])
  const missing = page.locator('.pinned-table [data-row=d2][data-column=ytd]')
  await missing.click()
  const panel = page.getByRole('complementary', { name: 'Giải thích con số' })
  await panel.getByText('Như đã chốt trong bản 1', { exact: false }).waitFor()
  await panel.getByText('Lúc chốt, số này chưa có', { exact: false }).waitFor()
  await page.keyboard.press('Escape')
  const known = page.locator('.pinned-table [data-row=e7][data-column=estimate]')
  await known.focus()
  await page.keyboard.press('Enter')
  await panel.getByRole('heading', { name: 'Nguồn' }).waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'explain-title')
  assert.deepEqual(await faults(page), [])
  await page.keyboard.press('Escape')
  assert.equal(await known.evaluate((it) => it === document.activeElement), true)
  await page.getByRole('link', { name: 'Về bảng tổng hợp' }).click()
  await page.getByRole('button', { name: 'Tổng hợp lại' }).click()
  await box.getByText(/ô khác bản 1$/u).waitFor()
  await box.getByRole('button', { name: 'Chốt', exact: true }).click()
  await page.getByText('Bản 2').waitFor()
  await page.getByText('Khớp số hiện tại').waitFor()
  await page.context().close()
})

test('a group of areas is named and read as one table, by a link too', async () => {
  const page = await open('phuc', '/province/2026-09')
  await page.getByRole('button', { name: 'Nhóm địa bàn…' }).click()
  const box = page.getByRole('dialog')
  await box.getByLabel('Tên nhóm').fill('Ba huyện biển')
  for (const name of ['Bình Đại', 'Ba Tri', 'Thạnh Phú']) await box.getByLabel(name, { exact: false }).check()
  assert.deepEqual(await faults(page), [])
  await box.getByRole('button', { name: 'Ghi nhóm' }).click()
  await box.getByText('Huyện Bình Đại, Huyện Ba Tri, Huyện Thạnh Phú').waitFor()
  await box.getByRole('button', { name: 'Đóng' }).click()
  await page.getByLabel('Địa bàn của bảng').selectOption({ label: 'Ba huyện biển' })
  await page.waitForURL('**/province/2026-09?area=nhom-*')
  await page.getByRole('heading', { level: 1, name: 'Ba huyện biển, tháng 9/2026' }).waitFor()
  await cell(page, 'a31', 'estimate').waitFor()
  const reader = await open('binh', new URL(page.url()).pathname + new URL(page.url()).search)
  await reader.getByRole('heading', { level: 1, name: 'Ba huyện biển, tháng 9/2026' }).waitFor()
  assert.equal(await reader.getByRole('button', { name: 'Nhóm địa bàn…' }).count(), 0)
  assert.deepEqual(await faults(reader), [])
  await page.getByRole('button', { name: 'Nhóm địa bàn…' }).click()
  const removing = box.getByRole('button', { name: 'Bỏ nhóm «Ba huyện biển»' })
  await removing.click()
  await box.getByText('Đường dẫn tới bảng của nhóm sẽ không mở được nữa.').waitFor()
  assert.deepEqual(await faults(page), [])
  await removing.click()
  await box.getByText('Chưa có nhóm nào.').waitFor()
  // Nobody goes on reading what is no longer there, not even with the page open.
  await reader.getByRole('heading', { name: 'Kỳ này không có địa bàn được chọn' }).waitFor()
  await page.context().close()
  await reader.context().close()
})

test('one click asks the agency behind a missing number; it answers from its desk, and the question is closed', async () => {
  const page = await open('phuc', '/province/2026-09?row=d2&column=ytd')
  await page.getByRole('button', { name: 'Hỏi Sở VH,TT&DL' }).click()
  const box = page.getByRole('dialog')
  assert.match(await box.getByLabel('Câu hỏi').inputValue(), /^Bảng tổng hợp tháng 9\/2026 chưa có số/u)
  assert.deepEqual(await faults(page), [])
  await box.getByRole('button', { name: 'Gửi câu hỏi' }).click()
  await page.getByText('Chờ trả lời').waitFor()
  const desk = await open('nhap.svhttdl')
  await desk.getByText('chưa có số', { exact: false }).first().waitFor()
  assert.deepEqual(await faults(desk), [])
  await desk.getByLabel('Trả lời của cơ quan').fill('Gửi trước 16 giờ hôm nay.')
  await desk.getByRole('button', { name: 'Trả lời' }).click()
  await desk.getByText(/trả lời 16\/9/u).waitFor()
  await page.getByText('Gửi trước 16 giờ hôm nay.').waitFor()
  await page.getByRole('button', { name: 'Đóng câu hỏi' }).click()
  await page.getByText(/đóng câu hỏi 16\/9/u).waitFor()
  await desk.getByText('Câu hỏi chờ trả lời').waitFor({ state: 'detached' })
  await page.context().close()
  await desk.context().close()
})

test('on a phone the lists and boxes of the consolidator have no fault and run over no edge', async () => {
  for (const [path, ready] of [
    ['/province/2026-09/differences?show=all', 'Huyện Ba Tri'],
    ['/province/2026-09/versions?version=1', 'Sở YT'],
  ] as const) {
    const page = await open('phuc', path, { viewport: phone })
    await page.getByRole('cell', { name: ready }).first().waitFor()
    assert.deepEqual(await faults(page), [], path)
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, path)
    await page.context().close()
  }
})
