/** Typing into a form when something happens meanwhile: nothing typed is lost, and nothing looks saved that is not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { SubmissionView } from '#contract/submissions.ts'
import { submissionOf } from '../builders/province.ts'
import { password } from '../cast.ts'
import {
  type At,
  cellAt,
  goTo,
  openForm,
  shownAt,
  typeCell,
  waitForMark,
  waitForText,
  waitUntilEqual,
  waitUntilSaved,
} from './entry-form.ts'
import { tabTo } from './keyboard.ts'
import { aWorld, desktop, phone } from './world.ts'

const world = await aWorld()
const { journey, db } = world
const submission = await submissionOf(db.pool, 'SNNPTNT')
const { forms } = await journey.view('nhap.snnptnt', submission)
const [crops, districts] = forms as [SubmissionView['forms'][number], SubmissionView['forms'][number]]

const estimate = (row: string): At => ({ row, column: 'Ước tháng 9' })
const toDate = (row: string): At => ({ row, column: 'Lũy kế 9 tháng' })
const edits = `**/api/submissions/${submission}/forms/*/edits`

async function lanAt(form: { readonly id: number }): Promise<Page> {
  const page = await world.open('lan', `/entry/${submission}/${form.id}`)
  await page.getByRole('grid').waitFor()
  return page
}

/** What the server holds of a cell, by its keys. */
async function saved(form: { readonly id: number }, row: string, column = 'estimate') {
  const { cells } = await journey.form('nhap.snnptnt', submission, form.id)
  return cells.find((cell) => cell.row === row && cell.column === column)?.value
}

/** Somebody else at the agency types a cell, from what the server holds now. */
async function otherTypes(form: { readonly id: number }, row: string, value: string): Promise<void> {
  const other = await journey.as('nhap.snnptnt')
  const { cells } = await journey.form('nhap.snnptnt', submission, form.id)
  const seen = cells.find((cell) => cell.row === row && cell.column === 'estimate')?.revision ?? 0
  const edit = { row, column: 'estimate', value: { kind: 'number', value }, seen }
  const answer = await other.post(`/api/submissions/${submission}/forms/${form.id}/edits`, { edits: [edit] })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
}

test('a cell is saved by itself, and the total above it is computed without asking the server', async () => {
  const page = await lanAt(crops)
  const answers = Promise.withResolvers<void>()
  await page.route(edits, (route) => answers.promise.then(() => route.continue()))
  await typeCell(page, estimate('Sản lượng khai thác'), '7250')
  await typeCell(page, estimate('Sản lượng nuôi trồng'), '29480')
  await waitForText(page, estimate('Tổng sản lượng thủy sản'), '36.730')
  await waitForMark(page, estimate('Sản lượng khai thác'), 'đang lưu')
  assert.equal(await saved(crops, 'c11'), undefined)
  // Awaited before it comes: the mark stands for three seconds only.
  const marked = waitForMark(page, estimate('Sản lượng nuôi trồng'), 'đã lưu')
  answers.resolve()
  await marked
  await waitUntilSaved(page)
  assert.deepEqual(await saved(crops, 'c11'), { kind: 'number', value: '7250' })
  await page.context().close()
})

test('the base of a comparison is typed over deliberately: Tab passes it, and emptied it is the known figure again', async () => {
  const page = await lanAt(crops)
  const base = (row: string): At => ({ row, column: 'Tháng 9' })
  const panel = page.getByRole('complementary', { name: 'Ô đang chọn' })
  await goTo(page, toDate('Sản lượng khai thác'))
  await page.keyboard.press('Tab')
  await panel.getByText('Sản lượng nuôi trồng').waitFor()
  await typeCell(page, base('Sản lượng khai thác'), '7000')
  await goTo(page, base('Sản lượng khai thác'))
  await panel.getByText('cơ sở so sánh', { exact: true }).waitFor()
  await panel.getByText(/^Nhập số khác nếu/).waitFor()
  await waitForMark(page, base('Sản lượng khai thác'), 'cơ sở do đơn vị nêu')
  assert.deepEqual(await saved(crops, 'c11', 'ly'), { kind: 'number', value: '7000' })
  await waitForText(page, base('Tổng sản lượng thủy sản'), '…')
  // Whoever reads it on a phone or on paper is told as well.
  const small = await world.open('lan', `/entry/${submission}/${crops.id}?cell=c11.estimate`, { viewport: phone })
  await small.locator('.compare tr', { hasText: 'cơ sở do đơn vị nêu' }).getByText('7.000').first().waitFor()
  await small.setViewportSize(desktop)
  await small.emulateMedia({ media: 'print' })
  await small.locator('.form-table:visible .stated-mark').waitFor()
  await small.getByText('* cơ sở do đơn vị nêu').waitFor()
  await small.context().close()
  await goTo(page, base('Sản lượng khai thác'))
  await page.keyboard.press('Control+z')
  await waitUntilEqual(() => saved(crops, 'c11', 'ly'), { kind: 'empty' })
  await page.keyboard.press('Control+y')
  await waitForText(page, base('Sản lượng khai thác'), '7.000')
  await waitUntilEqual(() => saved(crops, 'c11', 'ly'), { kind: 'number', value: '7000' })
  await page.keyboard.press('Delete')
  await waitForText(page, base('Sản lượng khai thác'), '…')
  await waitUntilEqual(() => saved(crops, 'c11', 'ly'), { kind: 'empty' })
  await page.context().close()
})

test('a session that ends while typing takes no key from the form, and what was typed is saved after signing in', async () => {
  const page = await lanAt(crops)
  await goTo(page, estimate('Sản lượng lúa'))
  await page.keyboard.type('12')
  await db.owner.query('delete from sessions where account_id = (select id from accounts where login = $1)', ['lan'])
  await page.keyboard.type('34')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Đăng nhập lại' }).click()
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
  assert.match(await shownAt(page, estimate('Sản lượng lúa')), /1\.234/)
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await waitUntilSaved(page)
  assert.deepEqual(await saved(crops, 'a3'), { kind: 'number', value: '1234' })
  await page.context().close()
})

for (const { keep, row, key, expected } of [
  { keep: 'của bạn', row: 'Huyện Ba Tri', key: 'x7', expected: '111' },
  { keep: 'nhap SNNPTNT', row: 'Huyện Thạnh Phú', key: 'x8', expected: '222' },
]) {
  test(`two values for one cell are shown side by side, and keeping the one «${keep}» settles it`, async () => {
    const page = await lanAt(districts)
    await page.context().setOffline(true)
    await typeCell(page, estimate(row), '111')
    await otherTypes(districts, key, '222')
    await page.context().setOffline(false)
    await waitForMark(page, estimate(row), 'xung đột: có hai giá trị')
    await goTo(page, estimate(row))
    const choice = page.getByRole('group', { name: 'Hai giá trị cho một ô' })
    await choice.getByText('111 tấn').waitFor()
    await choice.getByText('222 tấn').waitFor()
    await choice.getByRole('radio', { name: keep }).check()
    await choice.getByRole('button', { name: 'Giữ giá trị đã chọn' }).click()
    await choice.waitFor({ state: 'detached' })
    await page.getByText(/^(Đã lưu|Mọi thay đổi đã lưu)/).waitFor()
    await waitForText(page, estimate(row), expected)
    assert.deepEqual(await saved(districts, key), { kind: 'number', value: expected })
    await page.context().close()
  })
}

test('without a connection typing goes on, cells wait visibly, and are sent in order when it is back', async () => {
  const page = await lanAt(districts)
  await page.context().setOffline(true)
  await page.getByText(/^Mất kết nối từ/).waitFor()
  const rows = ['Huyện Châu Thành', 'Thành phố Bến Tre', 'Huyện Chợ Lách']
  for (const [at, row] of rows.entries()) await typeCell(page, estimate(row), `${300 + at}`)
  for (const row of rows) await waitForMark(page, estimate(row), 'chờ gửi')
  await page.getByText('3 thay đổi chờ gửi').waitFor()
  await page.getByRole('button', { name: 'Trình thẩm định' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).first().click()
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/edits'))
      sent.push(...request.postDataJSON().edits.map((edit: { row: string }) => edit.row))
  })
  await page.context().setOffline(false)
  await page.getByText(/^(Đã lưu|Mọi thay đổi đã lưu)/).waitFor()
  assert.deepEqual(sent, ['x2', 'x1', 'x3'])
  assert.deepEqual(await saved(districts, 'x3'), { kind: 'number', value: '302' })
  await page.context().close()
})

test('waiting edits survive a reload and are sent when the server answers again', async () => {
  const page = await lanAt(districts)
  await page.route(edits, (route) => route.abort())
  await typeCell(page, estimate('Huyện Mỏ Cày Nam'), '404')
  await waitForMark(page, estimate('Huyện Mỏ Cày Nam'), 'chờ gửi')
  await page.reload()
  await waitForText(page, estimate('Huyện Mỏ Cày Nam'), '404')
  assert.equal(await saved(districts, 'x4'), undefined)
  await page.unroute(edits)
  // The mark of the cell fades within two seconds, the word below the form stays.
  await page.getByText(/^(Đã lưu|Mọi thay đổi đã lưu)/).waitFor()
  assert.deepEqual(await saved(districts, 'x4'), { kind: 'number', value: '404' })
  await page.context().close()
})

test('a number still in the input when the page is left by the back button, or reloaded, is saved', async () => {
  const page = await world.open('lan')
  await openForm(page, submission, districts.id)
  await goTo(page, estimate('Huyện Giồng Trôm'))
  await page.keyboard.type('505')
  await page.goBack()
  await page.getByRole('heading', { name: 'Bàn làm việc', level: 1 }).waitFor()
  await openForm(page, submission, districts.id)
  await waitForText(page, estimate('Huyện Giồng Trôm'), '505')
  await goTo(page, estimate('Huyện Bình Đại'))
  await page.keyboard.type('606')
  await page.reload()
  await waitForText(page, estimate('Huyện Bình Đại'), '606')
  await page.getByText(/^(Đã lưu|Mọi thay đổi đã lưu)/).waitFor()
  assert.deepEqual(await saved(districts, 'x6'), { kind: 'number', value: '606' })
  await page.context().close()
})

test('a text that cannot be read never looks saved, stands in the way of submitting, and leaving warns', async () => {
  const page = await world.open('lan')
  await openForm(page, submission, crops.id)
  const at = estimate('Sản lượng rau màu')
  await typeCell(page, at, '1,234.5')
  await waitForMark(page, at, 'chưa nhận')
  await page.getByText('1 ô chưa nhận').waitFor()
  await page.getByText('Nếu ý là 1.234,5, gõ 1234,5').waitFor()
  const link = page.getByRole('link', { name: 'Bàn làm việc' })
  await link.first().click()
  const warning = page.getByRole('dialog', { name: 'Còn 1 ô chưa nhận' })
  await warning.getByRole('button', { name: 'Ở lại sửa' }).click()
  await warning.waitFor({ state: 'detached' })
  assert.match(await shownAt(page, at), /1,234\.5/)
  assert.equal(await saved(crops, 'a6'), undefined)
  await link.first().click()
  await warning.getByRole('button', { name: 'Rời biểu' }).click()
  await page.getByRole('heading', { name: 'Bàn làm việc', level: 1 }).waitFor()
  await page.context().close()
})

test('undo takes back what was typed, step by step, and redo brings it again, on the server too', async () => {
  const page = await lanAt(crops)
  const [first, second] = [toDate('Sản lượng khai thác'), toDate('Sản lượng nuôi trồng')]
  await typeCell(page, first, '60000')
  await typeCell(page, second, '250000')
  const typedSecond = JSON.stringify({ kind: 'number', value: '250000' })
  await waitForText(page, toDate('Tổng sản lượng thủy sản'), '310.000')
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await (await cellAt(page, first)).filter({ hasNotText: '60.000' }).waitFor()
  await page.getByRole('button', { name: 'Làm lại' }).click()
  await waitForText(page, first, '60.000')
  await waitUntilSaved(page)
  // «Đã lưu» stands from the typing on, so the taking back is awaited where it is kept.
  const isTakenBack = async () => JSON.stringify(await saved(crops, 'c12', 'ytd')) !== typedSecond
  for (let tries = 0; tries < 100 && !(await isTakenBack()); tries++) await page.waitForTimeout(100)
  assert.ok(await isTakenBack())
  assert.deepEqual(await saved(crops, 'c11', 'ytd'), { kind: 'number', value: '60000' })
  await page.context().close()
})

test('from signing in over the desk to submitting, the keyboard is enough', async () => {
  const id = await submissionOf(db.pool, 'SYT')
  await journey.fill('nhap.syt', id)
  const page = await (await world.machine()).newPage()
  await page.goto('/sign-in')
  const { keyboard } = page
  await tabTo(page, 'Tên đăng nhập')
  await keyboard.type('nhap.syt')
  await tabTo(page, 'Mật khẩu')
  await keyboard.type(password)
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Bàn làm việc', level: 1 }).waitFor()
  await tabTo(page, 'Xem và trình')
  await keyboard.press('Enter')
  await page.getByRole('grid').waitFor()
  await tabTo(page, /, Ước tháng 9, /)
  await keyboard.type('8')
  await keyboard.press('Enter')
  await waitUntilSaved(page)
  await keyboard.press('Escape')
  await tabTo(page, 'Trình thẩm định', 'backwards')
  await keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Trình thẩm định' }).waitFor()
  await tabTo(page, 'Trình thẩm định')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Đang chờ người khác' }).waitFor()
  assert.equal((await journey.view('nhap.syt', id)).state, 'submitted')
  await page.context().close()
})
