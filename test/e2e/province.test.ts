/** The place «Tổng hợp» in a browser: from the latest period down to the person who typed a number, and back by a link. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { listeningApp } from '../api/listening.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, openPeriod, submissionOf } from '../builders/province.ts'
import { password } from '../cast.ts'
import { openBrowser } from './browser.ts'
import { faults } from './faults.ts'
import { textsOnSheets } from './printed-pages.ts'
import { patience } from './world.ts'

const db = await aProvince()
const url = await listeningApp(db)
const journey = new Journey(url)
let browser: Browser

/** Taxes and trade are accepted, customs are sent; everybody else has sent nothing. */
before(async () => {
  await openPeriod(db.owner, '2026-08')
  await journey.bring('CT', await submissionOf(db.pool, 'CT'), 'accepted', { 'a1.ytd': '4741.1' })
  await journey.bring('SCT', await submissionOf(db.pool, 'SCT'), 'accepted')
  await journey.bring('HQ', await submissionOf(db.pool, 'HQ'), 'sent')
  browser = await openBrowser()
})
after(() => browser.close())

async function open(path: string, login = 'phuc', more: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, baseURL: url, ...more })
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`)
  await page.locator('input[name=username]').fill(login)
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((address) => !address.pathname.includes('sign-in'))
  return page
}

const cell = (page: Page, row: string, column: string) => page.locator(`[data-row="${row}"][data-column="${column}"]`)
const statusOf = (page: Page, row: string) => page.locator(`tr:has([data-row="${row}"]) td.p-status`)

test('a period that is chosen shows as chosen while its table is still read', async () => {
  const page = await open('/province/2026-09')
  await cell(page, 'c1', 'ytd').waitFor()
  const answer = Promise.withResolvers<void>()
  await page.route('**/api/province/**period=2026-08**', (route) => answer.promise.then(() => route.continue()))
  const period = page.getByRole('combobox', { name: 'Kỳ báo cáo' })
  await period.selectOption('2026-08')
  await page.locator('main[aria-busy=true]').waitFor()
  assert.equal(await period.inputValue(), '2026-08')
  answer.resolve()
  await page.getByRole('heading', { level: 1, name: /tháng 8\/2026/u }).waitFor()
  await page.context().close()
})

test('the place without a period leads to the latest one, which then stands in the address', async () => {
  const page = await open('/province')
  await page.waitForURL('**/province/2026-09')
  await page.getByRole('heading', { level: 1, name: 'Kinh tế – xã hội toàn tỉnh, tháng 9/2026', exact: true }).waitFor()
  assert.match((await statusOf(page, 'c11').textContent()) ?? '', /Đã tiếp nhận 16\/9/u)
  assert.match((await statusOf(page, 'c12').textContent()) ?? '', /Đã gửi 16\/9.*chờ nhận/u)
  assert.match((await statusOf(page, 'a2').textContent()) ?? '', /Chưa gửi/u)
  await page.getByRole('link', { name: 'Kỳ trước, tháng 8/2026' }).click()
  await page.waitForURL('**/province/2026-08')
  await page.context().close()
})

test('what is sent counts in the provisional reading alone', async () => {
  const page = await open('/province/2026-09')
  assert.equal(await cell(page, 'c12', 'ytd').textContent(), 'chờ nhận')
  await page.getByRole('button', { name: 'Tạm tính' }).click()
  await page.waitForURL('**/province/2026-09?reading=provisional')
  await cell(page, 'c12', 'ytd')
    .filter({ hasText: /^\d+,\d$/u })
    .waitFor()
  // What was read before is one step back; an explanation that was opened meanwhile is no step.
  await cell(page, 'c12', 'ytd').click()
  await page.waitForURL('**row=c12**')
  await page.goBack()
  await page.waitForURL('**/province/2026-09')
  assert.equal(await cell(page, 'c12', 'ytd').textContent(), 'chờ nhận')
  await page.context().close()
})

test('arrows move over the numbers, Enter explains, Escape closes and gives the focus back', async () => {
  const page = await open('/province/2026-09?reading=provisional')
  await cell(page, 'c11', 'estimate').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary')
  await panel.getByText('Thu từ hoạt động xuất nhập khẩu', { exact: false }).first().waitFor()
  assert.equal(new URL(page.url()).search, '?reading=provisional&row=c12&column=ytd')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  assert.equal(new URL(page.url()).search, '?reading=provisional')
  await cell(page, 'c12', 'ytd').and(page.locator(':focus')).waitFor()
  await page.context().close()
})

test('a link shows a colleague the same number, down to who typed it and where', async () => {
  const page = await open('/province/2026-09?reading=provisional&row=c1&column=ytd', 'an', {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const panel = page.getByRole('complementary')
  await panel.getByRole('heading', { name: 'Từng phần' }).waitFor()
  assert.match((await statusOf(page, 'c1').textContent()) ?? '', /Một phần, 2\/3/u)
  assert.ok(await cell(page, 'c1', 'ytd').isVisible())
  for (;;) {
    const folded = panel.locator('button[aria-expanded=false]').first()
    if ((await panel.getByText('Mở ô gốc').count()) > 0 || (await folded.count()) === 0) break
    await folded.click()
  }
  const link = panel.getByRole('link', { name: 'Mở ô gốc' }).first()
  assert.match((await link.getAttribute('href')) ?? '', /^\/entry\/\d+\/\d+\?cell=[a-z0-9]+\.ytd$/u)
  assert.match((await panel.textContent()) ?? '', /nhap CT nhập 16\/9\/2026/u)
  await panel.getByRole('button', { name: 'Chép lời giải thích' }).click()
  await panel.getByText('Đã chép').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  assert.match(copied, /^Tổng thu ngân sách nhà nước.* · Lũy kế 9 tháng năm 2026: /u)
  assert.ok(copied.endsWith(page.url()))
  await page.context().close()
})

test('only the rows to handle are shown when the address says so', async () => {
  const page = await open('/province/2026-09')
  await page.getByRole('button', { name: /^Chỉ dòng cần xử lý/u }).click()
  await page.waitForURL('**/province/2026-09?attention=true')
  await cell(page, 'c11', 'ytd').waitFor({ state: 'detached' })
  assert.equal(await cell(page, 'c12', 'ytd').count(), 1)
  await page.getByRole('button', { name: 'Hiện mọi dòng' }).click()
  await cell(page, 'c11', 'ytd').waitFor()
  await page.context().close()
})

test('a viewer of the province reads accepted figures and is offered no others', async () => {
  const page = await open('/province/2026-09?reading=provisional&row=c12&column=ytd', 'binh')
  await page.getByText('chưa có số', { exact: true }).first().waitFor()
  assert.equal(await page.getByRole('button', { name: 'Tạm tính' }).count(), 0)
  assert.equal(await page.getByRole('link', { name: 'Mở ô gốc' }).count(), 0)
  await page.context().close()
})

test('a period without a table says what to do', async () => {
  const page = await open('/province/2031-05')
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1)
  await page.getByRole('link', { name: 'Xem kỳ gần nhất' }).click()
  await page.waitForURL('**/province/2026-09')
  await page.context().close()
})

test('axe finds nothing wrong, with an explanation beside the table and with the table on a phone', async () => {
  for (const [path, viewport] of [
    ['/province/2026-09?reading=provisional&row=c1&column=ytd', { width: 1366, height: 768 }],
    ['/province/2026-09?attention=true', { width: 360, height: 740 }],
  ] as const) {
    const page = await open(path, 'phuc', { viewport })
    await cell(page, 'c1', 'ytd').waitFor()
    if (path.includes('row=')) await page.getByRole('heading', { name: 'Từng phần' }).waitFor()
    assert.deepEqual(await faults(page), [])
    const runsOver = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    assert.equal(runsOver, false, `nothing runs over the edge at ${viewport.width}`)
    await page.context().close()
  }
})

test('on paper stands the table with its own head, and nothing of the interface', async () => {
  const page = await open('/province/2026-09?reading=provisional&row=c1&column=ytd')
  await page.getByRole('heading', { name: 'Từng phần' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  assert.match(
    (await page.locator('.province-print-head').textContent()) ?? '',
    /^Tỉnh Bến Tre.*Kinh tế – xã hội toàn tỉnh, tháng 9\/2026Số đang xem: tạm tính/u,
  )
  assert.ok(await page.locator('.province-print-head').isVisible())
  const legend = page.locator('.print-legend:visible')
  assert.match((await legend.textContent()) ?? '', /^Ký hiệu: × không áp dụng · \/ không tính được · .*tổng chưa đủ$/u)
  for (const hidden of ['.top', '.agency-strip', '.explain', '.live-line', '.province-tools']) {
    assert.equal(await page.locator(hidden).isVisible(), false, hidden)
  }
  await page.context().close()
})

test('wherever a sheet ends, what the signs mean stands on one with a line of the table', async () => {
  const page = await open('/province/2026-09')
  await cell(page, 'c1', 'ytd').waitFor()
  const withLines = (display: '' | 'none') =>
    page.locator('.province-print-head, .province-table tbody:not(.print-legend-line)').evaluateAll((all, shown) => {
      for (const one of all) if (one instanceof HTMLElement) one.style.setProperty('display', shown, 'important')
    }, display)
  await withLines('none')
  const [alone = 0] = await textsOnSheets(page)
  await withLines('')
  const fewest: number[] = []
  for (let lower = 0; lower < 720; lower += 24) {
    await page.locator('.province-print-head').evaluate((head, by) => {
      if (head instanceof HTMLElement) head.style.paddingTop = `${by}px`
    }, lower)
    fewest.push((await textsOnSheets(page)).at(-1) ?? 0)
  }
  assert.ok(Math.min(...fewest) > alone, `a last sheet bears ${Math.min(...fewest)} texts, the legend alone ${alone}`)
  await page.context().close()
})

test('a figure accepted elsewhere stands in the table without loading the page again', async () => {
  const page = await open('/province/2026-09')
  await cell(page, 'c12', 'ytd').waitFor()
  assert.equal(await cell(page, 'c12', 'ytd').textContent(), 'chờ nhận')
  await page.getByText('Cập nhật trực tiếp, lần cuối', { exact: false }).waitFor()
  await journey.bring('HQ', await submissionOf(db.pool, 'HQ'), 'accepted')
  await cell(page, 'c12', 'ytd')
    .filter({ hasText: /^\d+,\d$/u })
    .waitFor()
  await page.context().close()
})
