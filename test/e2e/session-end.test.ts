/** A session that ends while a page is open: the page says so, leads to signing in, and nothing typed is lost or misdirected. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { SubmissionView } from '#contract/submissions.ts'
import { submissionOf } from '../builders/province.ts'
import { password } from '../cast.ts'
import { type At, typeCell, waitForMark, waitUntilSaved } from './entry-form.ts'
import { aWorld, signInAs, soonerThanAsking } from './world.ts'

const world = await aWorld()
const { journey, db } = world
const submission = await submissionOf(db.pool, 'SNNPTNT')
const [form] = (await journey.view('nhap.snnptnt', submission)).forms as [SubmissionView['forms'][number]]
const address = `/entry/${submission}/${form.id}`
const estimate = (row: string): At => ({ row, column: 'Ước tháng 9' })

const endSession = (login: string) =>
  db.owner.query('delete from sessions where account_id = (select id from accounts where login = $1)', [login])

async function saved(row: string) {
  const { cells } = await journey.form('nhap.snnptnt', submission, form.id)
  return cells.find((cell) => cell.row === row && cell.column === 'estimate')?.value
}

const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'Phiên làm việc đã hết' })
const question = (page: Page) => page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })

async function giveRightPassword(page: Page): Promise<void> {
  await question(page).getByLabel('Mật khẩu', { exact: true }).fill(password)
  await question(page).getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

async function lanTyping(path = address): Promise<Page> {
  const page = await world.open('lan', path)
  await page.getByRole('grid').waitFor()
  return page
}

test('a live page says by itself that the session has ended, and goes on at its address once signed in again', async () => {
  const page = await world.open('phuc', '/province/2026-09?reading=provisional')
  await page.locator('[data-column=ytd]').first().waitFor()
  await endSession('phuc')
  await notice(page).waitFor()
  await notice(page).getByRole('button', { name: 'Đăng nhập lại' }).click()
  await giveRightPassword(page)
  await notice(page).waitFor({ state: 'detached' })
  assert.match(page.url(), /\/province\/2026-09\?reading=provisional$/)
  await page.getByText('Cập nhật trực tiếp, lần cuối').waitFor()
  await page.context().close()
})

test('who puts off signing in types on: no key goes elsewhere, no cell is refused, all are saved after signing in', async () => {
  const page = await lanTyping()
  await endSession('lan')
  await typeCell(page, estimate('Sản lượng lúa'), '1234')
  await notice(page).getByRole('button', { name: 'Đăng nhập lại' }).click()
  await question(page).getByRole('button', { name: 'Đóng' }).click()
  await typeCell(page, estimate('Sản lượng rau màu'), '55')
  for (const row of ['Sản lượng lúa', 'Sản lượng rau màu']) await waitForMark(page, estimate(row), 'chờ gửi')
  await page.getByText('2 thay đổi chờ gửi').waitFor()
  await notice(page).getByRole('button', { name: 'Đăng nhập lại' }).click()
  await giveRightPassword(page)
  await waitUntilSaved(page)
  assert.deepEqual(await saved('a3'), { kind: 'number', value: '1234' })
  assert.deepEqual(await saved('a6'), { kind: 'number', value: '55' })
  await page.context().close()
})

test('signing in with another account from the question leads back to the same address', async () => {
  const page = await lanTyping()
  await endSession('lan')
  await typeCell(page, estimate('Đàn heo'), '9')
  await notice(page).getByRole('button', { name: 'Đăng nhập lại' }).click()
  await question(page).getByRole('link', { name: 'Đăng nhập tài khoản khác' }).click()
  await signInAs(page, 'lan')
  await page.getByRole('grid').waitFor()
  await page.waitForURL(`**${address}`)
  await page.getByText(/^(Đã lưu|Mọi thay đổi đã lưu)/).waitFor()
  assert.deepEqual(await saved('b3'), { kind: 'number', value: '9' })
  await page.context().close()
})

test('signed in again in another window, the first one saves without asking', async () => {
  const page = await lanTyping()
  const other = await page.context().newPage()
  await other.goto('/')
  await other.getByRole('button', { name: /^Tài khoản của/ }).click()
  await other.getByRole('button', { name: 'Đăng xuất' }).click()
  await signInAs(other, 'lan')
  await typeCell(page, estimate('Đàn trâu'), '77')
  await waitUntilSaved(page)
  assert.equal(await notice(page).count(), 0)
  assert.deepEqual(await saved('b1'), { kind: 'number', value: '77' })
  await page.context().close()
})

test('what one person typed is not sent under another who signed in meanwhile in the same browser', async () => {
  const page = await lanTyping()
  const other = await page.context().newPage()
  await other.goto('/sign-in')
  await signInAs(other, 'nhap.snnptnt')
  await typeCell(page, estimate('Đàn bò'), '88')
  await waitForMark(page, estimate('Đàn bò'), 'chờ gửi')
  assert.equal(await saved('b2'), undefined)
  await notice(page).getByRole('button', { name: 'Đăng nhập lại' }).click()
  await giveRightPassword(page)
  await waitUntilSaved(page)
  const { cells } = await journey.form('nhap.snnptnt', submission, form.id)
  const typed = cells.find((cell) => cell.row === 'b2' && cell.column === 'estimate')
  assert.deepEqual([typed?.value, typed?.enteredBy?.name], [{ kind: 'number', value: '88' }, 'Nguyễn Thị Lan'])
  await page.context().close()
})

test('who signs in elsewhere in the same browser is told at once at the first window, which reads nothing as them', async () => {
  const page = await world.open('lan')
  const report = page.getByRole('main').filter({ hasText: 'Báo cáo tình hình kinh tế – xã hội tháng 9/2026' })
  await report.waitFor()
  const other = await page.context().newPage()
  await other.goto('/sign-in')
  await signInAs(other, 'thamdinh.syt')
  await notice(page).waitFor({ timeout: soonerThanAsking })
  const desk = await page.getByRole('main').textContent()
  await page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name: 'Danh mục' }).click()
  await page.getByRole('main').getByText('Phiên làm việc đã hết').waitFor()
  await page.goBack()
  await report.waitFor()
  assert.equal(await page.getByRole('main').textContent(), desk)
  await other.getByRole('button', { name: /^Tài khoản của/ }).click()
  await other.getByRole('button', { name: 'Đăng xuất' }).click()
  await signInAs(other, 'lan')
  await notice(page).waitFor({ state: 'detached', timeout: soonerThanAsking })
  await page.context().close()
})

test('a page opened after the session ended offers to sign in, and shows itself then', async () => {
  const page = await world.open('lan')
  await endSession('lan')
  await page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name: 'Nhập liệu' }).click()
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập lại' }).click()
  await giveRightPassword(page)
  await page.getByRole('main').getByText('Báo cáo tình hình kinh tế – xã hội tháng 9/2026').waitFor()
  await page.context().close()
})

test('a step asked for after the session ended asks for the password, and is then taken', async () => {
  const id = await submissionOf(db.pool, 'SYT')
  await journey.bring('SYT', id, 'submitted')
  const page = await world.open('thamdinh.syt', `/review/${id}`)
  const appraising = page.getByRole('button', { name: 'Thẩm định xong' })
  await appraising.waitFor()
  await endSession('thamdinh.syt')
  await appraising.click()
  await page.getByRole('dialog', { name: 'Thẩm định xong' }).getByRole('button', { name: 'Thẩm định xong' }).click()
  await giveRightPassword(page)
  await page.getByText('Đã thẩm định').first().waitFor()
  assert.equal((await journey.view('thamdinh.syt', id)).state, 'appraised')
  await page.context().close()
})

test('signing out in a window from before a new sign-in ends the session all the same', async () => {
  const page = await world.open('lan')
  const other = await page.context().newPage()
  await other.goto('/sign-in')
  await signInAs(other, 'lan')
  await page.getByRole('button', { name: /^Tài khoản của/ }).click()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  await page.goto(address)
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  await page.context().close()
})
