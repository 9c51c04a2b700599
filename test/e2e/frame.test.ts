/** What stands around every page: where one is, what it is called for whom, and what must be said there. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { submissionOf } from '../builders/province.ts'
import { aWorld, signInAs } from './world.ts'

const world = await aWorld()

test('an unknown address is said inside the frame, with the way on; a foreign report leads back too', async () => {
  const page = await world.open('lan', '/no-such-page')
  await page.getByRole('heading', { name: 'Không có trang này' }).waitFor()
  await page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name: 'Nhập liệu' }).waitFor()
  await page.goto(`/entry/${await submissionOf(world.db.pool, 'SYT')}/1`)
  await page.getByRole('heading', { name: /^Không tìm thấy/ }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Về bàn làm việc' }).click()
  await page.getByRole('heading', { name: 'Bàn làm việc' }).waitFor()
  await page.context().close()
})

test('a list opens from an address that carries more than its filters', async () => {
  const page = await world.open('lan', '/entry?view=all&utm_source=mail')
  await page.getByRole('main').getByText('Báo cáo tình hình kinh tế – xã hội tháng 9/2026').waitFor()
  assert.equal(await page.getByRole('main').getByRole('alert').count(), 0)
  await page.context().close()
})

test('a filter that finds nothing is named as the cause, not taken for nothing to decide on', async () => {
  await world.journey.bring('SYT', await submissionOf(world.db.pool, 'SYT'), 'submitted')
  const page = await world.open('thamdinh.syt', '/review?state=approved')
  await page.getByRole('heading', { name: 'Không có báo cáo nào khớp bộ lọc' }).waitFor()
  await page.getByRole('button', { name: 'Bỏ bộ lọc' }).click()
  await page.getByRole('main').getByText('Báo cáo tình hình kinh tế – xã hội tháng 9/2026').waitFor()
  await page.context().close()
})

for (const [login, name] of [
  ['phuc', 'Tiếp nhận báo cáo'],
  ['ngoc', 'Phát hành'],
  ['minh', 'Thẩm định, phê duyệt'],
] as const)
  test(`the place where ${login} decides is called «${name}»`, async () => {
    const page = await world.open(login)
    await page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name }).click()
    await page.getByRole('heading', { name, exact: true }).waitFor()
    await page.context().close()
  })

test('a connection that is not encrypted is said before the password is typed and on every page until put away', async () => {
  const machine = await world.machine()
  // The loopback counts as safe; another machine reached over plain http does not.
  await machine.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }))
  const page = await machine.newPage()
  await page.goto('/sign-in')
  const warning = page.getByRole('status').filter({ hasText: 'Kết nối không mã hóa' })
  await warning.waitFor()
  await warning.getByRole('button', { name: 'Đã biết' }).click()
  await warning.waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  assert.equal(await warning.count(), 0)
  await machine.close()
})

test('what could not load for want of a connection loads once it is back, and until then nothing is called live', async () => {
  const page = await world.open('phuc')
  const data = /\/api\/(?!session|changes)/
  await page.route(data, (route) => route.abort())
  await page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name: 'Tra cứu' }).click()
  await page.getByText('Không kết nối được máy chủ').waitFor()
  await page.locator('.live-sign').filter({ hasText: 'Mất kết nối' }).waitFor()
  await page.unroute(data)
  await page.getByRole('heading', { name: 'Chọn chỉ tiêu để lập bảng' }).waitFor()
  await page.locator('.live-sign').filter({ hasText: 'Cập nhật' }).waitFor()
  await page.context().close()
})

test('in English the numbers keep their form, and the page says so', async () => {
  const page = await world.open('lan')
  await page.getByRole('button', { name: /^Tài khoản của/ }).click()
  assert.equal(await page.getByText('1.234,5').count(), 0)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('Numbers keep the Vietnamese form: 1.234,5').waitFor()
  await page.context().close()
})

for (const [language, locale, says] of [
  ['en', 'vi-VN', /body\.account is longer than 100 characters\. Correct it and send again\.$/],
  ['vi', 'en-US', /body\.account dài quá 100 ký tự\. Hãy sửa chỗ đó rồi gửi lại\.$/],
] as const)
  test(`a refusal is said in the language of the page (${language}), not in that of the browser (${locale})`, async () => {
    const machine = await world.machine({ locale })
    await machine.addInitScript((chosen) => localStorage.setItem('language', chosen), language)
    const page = await machine.newPage()
    await page.goto('/sign-in')
    await page.locator('input[name=username]').fill('l'.repeat(101))
    await page.locator('input[name=password]').fill('x')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: says }).waitFor()
    await machine.close()
  })

test('a page whose session has ended says that it is no longer kept up to date', async () => {
  const context = await world.machine()
  await context.route('**/api/changes/stream*', (route) => route.abort())
  const page = await context.newPage()
  await page.goto('/sign-in')
  await signInAs(page, 'binh')
  await page.getByText('Cập nhật mỗi 15 giây').waitFor()
  await world.db.owner.query('delete from sessions')
  await page.getByText('Phiên đã hết, trang không cập nhật nữa').waitFor()
  await context.close()
})
