/** Automatic checks on the screen of whoever types: found at the cell, said with both sides, in the way of submitting. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { CheckRuleList } from '#contract/check-rules.ts'
import { submissionOf } from '../builders/province.ts'
import { type At, cellAt, goTo, openForm, typeCell, waitForMark, waitForText, waitUntilSaved } from './entry-form.ts'
import { faults } from './faults.ts'
import { aWorld, desktop, phone } from './world.ts'

const world = await aWorld()
const { journey, db } = world
const submission = await submissionOf(db.pool, 'SYT')
await journey.fill('nhap.syt', submission, { 'a2.estimate': '10', 'a3.estimate': '15', 'a2.ytd': '90', 'a3.ytd': '80' })
const [form] = (await journey.view('nhap.syt', submission)).forms
const formId = form?.id ?? 0

const ofMonth = (row: string): At => ({ row, column: 'Ước tháng 9' })
const dengue = ofMonth('Số ca mắc sốt xuất huyết')
const hands = ofMonth('Số ca tay chân miệng')

async function keepRule(code: string, condition: string, severity: 'hard' | 'soft'): Promise<void> {
  const vy = await journey.as('vy')
  const scope = { kind: 'form', form: 'SYT-01' }
  const draft = { scope, severity, condition, name: 'Số ca bất thường', message: '', reason: 'Thử' }
  const { status, body } = await vy.post<CheckRuleList>('/api/check-rules', { code, ...draft })
  assert.equal(status, 200, JSON.stringify(body))
  const on = { version: 1, to: 'on', from: '2026-09-01', reason: 'Đã thử' }
  assert.equal((await vy.post(`/api/check-rules/${code}/switch`, on)).status, 200)
}

async function formPage(): Promise<Page> {
  const page = await world.open('nhap.syt')
  await openForm(page, submission, formId)
  return page
}

/** A page that is closed at once takes with it what it had not sent yet. */
async function arrived(value: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const { cells } = await journey.form('nhap.syt', submission, formId)
    const held = cells.find(({ row, column }) => row === 'a3' && column === 'estimate')?.value
    if (held?.kind === 'number' && held.value === value) return
    await wait(100)
  }
  assert.fail(`${value} reaches the server`)
}

test('a rule switched on while the form is open is asked of the next cell, without a reload', async () => {
  const page = await formPage()
  await typeCell(page, hands, '16')
  await waitUntilSaved(page)
  await keepRule('SYT-TCM', '[a3] <= [a2] * 2', 'hard')
  await typeCell(page, hands, '25')
  await waitForMark(page, hands, 'lỗi')
  await goTo(page, hands)
  await page.getByText('Số ca bất thường: 25 phải không lớn hơn 20 = 10 × 2; chênh 5.').first().waitFor()
  await page.getByText('1 lỗi phải sửa').first().waitFor()
  await arrived('25')
  await page.context().close()
})

test('the count below the form opens what it counts, and from there the cell', async () => {
  const page = await formPage()
  await page.locator('footer').getByRole('button', { name: '1 lỗi phải sửa' }).click()
  const dialog = page.getByRole('dialog', { name: 'Còn 1 lỗi phải sửa trước khi trình' })
  await dialog.getByRole('button', { name: 'Số ca tay chân miệng · Ước tháng 9' }).click()
  await dialog.waitFor({ state: 'detached' })
  const input = page.getByRole('textbox', { name: /^Số ca tay chân miệng, Ước tháng 9/ })
  await input.and(page.locator(':focus')).waitFor()
  await page.context().close()
})

test('a hard finding stands in the way of submitting, leads to its cell, and is gone when put right', async () => {
  const page = await formPage()
  await page.getByRole('button', { name: 'Trình thẩm định' }).click()
  const dialog = page.getByRole('dialog', { name: 'Còn 1 lỗi phải sửa trước khi trình' })
  await dialog.getByText('25 phải không lớn hơn 20 = 10 × 2; chênh 5', { exact: false }).waitFor()
  await dialog.getByRole('button', { name: 'Số ca tay chân miệng · Ước tháng 9' }).click()
  await page.getByRole('textbox', { name: /^Số ca tay chân miệng, Ước tháng 9/ }).waitFor()
  await typeCell(page, hands, '18')
  await waitUntilSaved(page)
  await page.getByText('1 lỗi phải sửa').first().waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Trình thẩm định' }).click()
  await page
    .getByRole('dialog', { name: 'Trình thẩm định' })
    .getByText(/^Báo cáo đã đủ 6 ô\./)
    .waitFor()
  await page.context().close()
})

test('Delete empties a cell, which is to be filled again; only «…» says that there is no figure', async () => {
  const page = await formPage()
  await page.getByText('6/6', { exact: true }).waitFor()
  await goTo(page, dengue)
  await page.keyboard.press('Delete')
  await page.getByText('5/6', { exact: true }).waitFor()
  await page.getByText('xóa trống ô').waitFor()
  const shown = await (await cellAt(page, dengue)).textContent()
  assert.doesNotMatch(shown ?? '', /…/)
  await page.reload()
  await page.getByRole('grid').waitFor()
  await page.getByText('5/6', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Trình thẩm định' }).click()
  await page.getByRole('dialog', { name: 'Còn 1 ô chưa nhập' }).getByRole('button', { name: 'Đóng' }).last().click()
  // The dialog gives the focus back to its button; the grid takes it with another cell.
  await goTo(page, hands)
  await typeCell(page, dengue, '...')
  await waitForText(page, dengue, '…')
  await page.getByText('6/6', { exact: true }).waitFor()
  await typeCell(page, dengue, '10')
  await waitUntilSaved(page)
  await page.context().close()
})

test('submitted, the appraiser reads as many cells as the reporter was told', async () => {
  await journey.fill('nhap.syt', submission, { 'a1.previous': '5' })
  const page = await formPage()
  await page.getByRole('button', { name: 'Trình thẩm định' }).click()
  const dialog = page.getByRole('dialog', { name: 'Trình thẩm định' })
  await dialog.getByText('Báo cáo đã đủ 6 ô và 1 số kỳ trước sửa lại.', { exact: false }).waitFor()
  await dialog.getByRole('button', { name: 'Trình thẩm định' }).click()
  await page.getByRole('heading', { name: 'Đang chờ người khác' }).waitFor()
  await page.context().close()
  const review = await world.open('thamdinh.syt', `/review/${submission}`)
  await review.getByText('6 ô và 1 số kỳ trước sửa lại', { exact: true }).waitFor()
  await review
    .getByText('Quyết định này áp dụng cho đúng 6 ô và 1 số kỳ trước sửa lại đang xem', { exact: false })
    .waitFor()
  await review.context().close()
})

for (const viewport of [desktop, phone])
  test(`a rule is written, tried and switched on at ${viewport.width} px`, async () => {
    const code = `THU-${viewport.width}`
    await journey.bring('SYT', submission, 'sent')
    const page = await world.open('phuc', '/catalogue/check-rules', { viewport })
    await page.getByRole('link', { name: 'Soạn quy tắc mới' }).click()
    await page.getByLabel('Mã', { exact: false }).first().fill(code)
    await page.getByLabel('Tên', { exact: true }).fill('Tay chân miệng không quá sốt xuất huyết')
    await page.getByLabel('Biểu', { exact: true }).selectOption('SYT-01')
    const condition = page.getByLabel('Điều kiện phải đúng')
    await condition.fill('[a3] <= [a9]')
    await page.getByText('«a9» không có trong phạm vi của quy tắc.', { exact: false }).waitFor()
    await page.getByRole('list', { name: 'Chỗ cần sửa' }).getByRole('button', { name: '[a9]' }).click()
    const chosen = await condition.evaluate((it: HTMLTextAreaElement) =>
      it.value.slice(it.selectionStart, it.selectionEnd),
    )
    assert.equal(chosen, '[a9]')
    assert.equal(await page.locator('.formula-marks mark').textContent(), '[a9]')
    assert.equal(await page.getByRole('button', { name: 'Lưu bản nháp' }).isDisabled(), true)
    await condition.fill('[a3] <= [a2] * 1,5')
    await page.getByText('Số ca tay chân miệng ≤ Số ca mắc sốt xuất huyết × 1,5').waitFor()
    await page.getByRole('button', { name: 'Chạy thử' }).click()
    await page.getByText('Sẽ báo 1 trên 2 lần hỏi').waitFor()
    await page.getByText('18 phải không lớn hơn 15 = 10 × 1,5; chênh 3.').waitFor()
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
    await page.getByRole('button', { name: 'Bật quy tắc' }).click()
    const dialog = page.getByRole('dialog', { name: 'Bật quy tắc' })
    await dialog.getByLabel('Căn cứ, lý do').fill('Đã chạy thử trên các kỳ trước.')
    // Day first, in a browser that speaks English too.
    const from = dialog.getByLabel('Từ ngày')
    assert.equal(await from.inputValue(), '01/09/2026')
    await from.fill('20/13/2026')
    assert.equal(await dialog.getByRole('button', { name: 'Bật quy tắc' }).isDisabled(), true)
    await from.fill('1/8/2026')
    await dialog.getByRole('button', { name: 'Bật quy tắc' }).click()
    await page.getByText('Đang bật').last().waitFor()
    await page.getByText('«Đã chạy thử trên các kỳ trước.»').waitFor()
    await page.getByText('từ 01/08/2026').waitFor()
    const widest = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.ok(widest <= 0, `the page is ${widest} px too wide`)
    await page.context().close()
  })

test('rows, cells and functions are proposed while a condition is written, and axe finds nothing wrong', async () => {
  const page = await world.open('phuc', '/catalogue/check-rules/new')
  await page.getByLabel('Biểu', { exact: true }).selectOption('SYT-01')
  const condition = page.getByLabel('Điều kiện phải đúng')
  const proposals = page.locator('.proposals').getByRole('option')
  await condition.click()
  await page.keyboard.type('[tay chan mieng')
  await proposals.first().waitFor()
  assert.match((await proposals.first().textContent()) ?? '', /^a3Số ca tay chân miệng/)
  await page.keyboard.press('Enter')
  assert.equal(await condition.inputValue(), '[a3]')
  await page.keyboard.type(' <= prev')
  await page.keyboard.press('Enter')
  await page.keyboard.type('[a2.uoc')
  await proposals.first().waitFor()
  assert.match((await proposals.first().textContent()) ?? '', /^a2\.estimate.*Ước tháng m/)
  assert.deepEqual(await faults(page), [])
  await page.keyboard.press('Enter')
  assert.equal(await condition.inputValue(), '[a3] <= previous([a2.estimate])')
  await page.getByText('Dòng của biểu').click()
  await page.keyboard.press('End')
  await page.getByRole('button', { name: 'Chèn Số ca mắc sốt xuất huyết' }).click()
  assert.equal(await condition.inputValue(), '[a3] <= previous([a2.estimate][a2])')
  await page.context().close()
})

test('a rule prints alone: neither the list nor the buttons, and nothing runs over the edge', async () => {
  const page = await world.open('phuc', '/catalogue/check-rules/NOT-NEGATIVE')
  await page.getByRole('heading', { level: 2, name: 'Số lượng không âm' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 794, height: 1123 })
  for (const shown of ['.rule-facts', '.rule-versions']) assert.ok(await page.locator(shown).isVisible(), shown)
  for (const hidden of ['.rule-list', '.rule-acts', '.rule-trial']) {
    assert.equal(await page.locator(hidden).isVisible(), false, hidden)
  }
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
  await page.context().close()
})

test('who does not keep the rules reads them, and the filters stay in the address bar', async () => {
  const page = await world.open('lan', '/catalogue/check-rules?severity=hard&state=on')
  await page.getByRole('link', { name: /Số lượng không âm/ }).click()
  await page.getByText('Quản trị và người tổng hợp của cơ quan chủ trì viết, bật và tắt quy tắc.').waitFor()
  assert.match(page.url(), /check-rules\/NOT-NEGATIVE\?severity=hard&state=on/)
  assert.equal(await page.getByRole('link', { name: /Thu hoạch lúa/ }).count(), 0)
  await page.context().close()
})
