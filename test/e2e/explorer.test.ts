/** The place «Tra cứu» in a browser, on demonstration figures: from a link to a figure, and from choices to a file. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { number } from '#core/quantity/cell-value.ts'
import { withdraw } from '#server/figures/index.ts'
import { transaction } from '#server/platform/database.ts'
import { listeningApp } from '../api/listening.ts'
import { say } from '../builders/said-figures.ts'
import { testDatabase } from '../db.ts'
import { demonstration, demonstrationNow } from '../seeded.ts'
import { openBrowser } from './browser.ts'
import { faults } from './faults.ts'
import { desktop, patience, phone, signInAs } from './world.ts'

const db = await testDatabase({ seed: demonstration })
await db.setClock(demonstrationNow)
await db.owner.query(`insert into breakdowns (id, code, name) values (7, 'dong-xuan', 'Đông Xuân')`)
const url = await listeningApp(db)
let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const fish =
  'v1 indicators NN.12.2 areas 83 districts-of-83 periods 2024-YTD08 2025-YTD08 2026-YTD08 compare last-year share'
const address = (q: string) => `/explore?${new URLSearchParams({ q })}`

async function open(path: string, login = 'phuc', more: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: desktop, baseURL: url, locale: 'vi-VN', ...more })
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`)
  await signInAs(page, login)
  return page
}

/** The words of one row, cell by cell. */
async function rowOf(page: Page, name: string): Promise<readonly string[]> {
  const row = page.locator('.figure-table tbody tr', { has: page.getByRole('rowheader', { name, exact: true }) })
  await row.waitFor()
  return row.locator('td').allTextContents()
}

/** As a save in the catalogue would leave it, from a day that is past for a save made now. */
async function changeFormula(code: string, formula: string, reason: string): Promise<void> {
  await db.owner.query(
    `insert into indicator_versions (indicator_id, version, name, definition, measure, decimals, value_kind, nature,
       area_aggregation, formula, valid_from, reason, recorded_by, recorded_at)
     select v.indicator_id, v.version + 1, v.name, v.definition, v.measure, v.decimals, v.value_kind, v.nature,
       v.area_aggregation, $2, '2026-01-01', $3, (select a.id from accounts a where a.login = 'phuc'), app.now()
     from indicator_versions v join indicators i on i.id = v.indicator_id
     where i.code = $1 order by v.version desc limit 1`,
    [code, formula, reason],
  )
}

const definitionOf = (page: Page) => new URL(page.url()).searchParams.get('q')

test('a link opens the table it names: figures, growth in words, shares, and a chart of them', async () => {
  const page = await open(address(fish))
  assert.deepEqual(await rowOf(page, 'Huyện Ba Tri'), ['45.299', '46.639', '47.989', 'tăng 2,9', '22,1'])
  assert.deepEqual((await rowOf(page, 'Tỉnh Bến Tre')).slice(2), ['217.311', 'tăng 2,8', '100,0'])
  const chart = page.getByRole('img', { name: /theo địa bàn, 8T 2026/u })
  assert.equal(await chart.locator('.chart-bar').count(), 9)
  assert.equal(await chart.locator('.chart-before').count(), 9)
  assert.equal(await chart.locator('.chart-value').first().textContent(), '61.107')
  await page.context().close()
})

test('a figure of the chart is explained: by a click on it, and by keys from its list', async () => {
  const page = await open(`${address(fish)}`)
  const chart = page.getByRole('img', { name: /theo địa bàn, 8T 2026/u })
  await chart.locator('[data-cell="NN.12.2 836 2026-YTD08 best"] .chart-value').click()
  const panel = page.getByRole('complementary', { name: 'Giải thích con số' })
  await panel.getByText('Huyện Ba Tri · 8 tháng năm 2026').waitFor()
  const shown = (value: string) => panel.locator('.explain-number > b', { hasText: new RegExp(`^${value}$`) }).waitFor()
  await shown('47\\.989')
  const strip = page.getByRole('region', { name: 'Ô đang chọn' })
  await strip.getByText('Huyện Ba Tri · 8 tháng năm 2026').waitFor()
  assert.equal(await strip.locator('b').textContent(), '47.989')
  await page.keyboard.press('Escape')
  await page.getByText('Số trên biểu đồ', { exact: true }).click()
  const list = page.getByRole('grid', { name: 'Số trên biểu đồ' })
  await list.getByRole('gridcell').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await shown('56\\.491')
  await page.context().close()
})

const growthWords = /(tăng|giảm) \d+,\d|không đổi/u

test('a table is made by choosing: search without marks, then areas, periods and growth', async () => {
  const page = await open('/explore')
  await page.getByRole('button', { name: 'Chọn chỉ tiêu' }).click()
  await page.getByRole('searchbox').fill('san luong dua')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Chọn xong' }).click()
  await page.getByRole('button', { name: 'Chọn địa bàn' }).click()
  await page.getByLabel('Các huyện của tỉnh Bến Tre').check()
  await page.getByRole('button', { name: 'Chọn xong' }).click()
  await page.getByRole('button', { name: 'Chọn kỳ', exact: true }).click()
  await page.getByLabel('Loại kỳ').selectOption('yearToDate')
  await page.getByRole('button', { name: 'cùng kỳ các năm' }).click()
  await page.getByRole('combobox', { name: 'Kỳ', exact: true }).selectOption('2026-YTD08')
  await page.getByLabel('Số năm').fill('2')
  await page.getByRole('button', { name: 'Chọn xong' }).click()
  await page.getByRole('button', { name: 'Cùng kỳ năm trước' }).click()
  await page.getByRole('row').filter({ hasText: 'Huyện Giồng Trôm' }).filter({ hasText: growthWords }).first().waitFor()
  assert.match((await rowOf(page, 'Huyện Giồng Trôm'))[2] ?? '', /^(tăng|giảm) \d+,\d|không đổi$/u)
  assert.equal(
    definitionOf(page),
    'v1 indicators NN.07 areas districts-of-83 periods 2025-YTD08 2026-YTD08 compare last-year',
  )
  await page.getByRole('button', { name: 'Chuyển kỳ sang hàng' }).click()
  await page.getByRole('columnheader', { name: 'Kỳ', exact: true }).waitFor()
  await page.goBack()
  await page.getByRole('columnheader', { name: 'Kỳ', exact: true }).waitFor({ state: 'detached' })
  await page.context().close()
})

test('what agencies say stands beside the figure of record, and a difference is marked', async () => {
  const page = await open(address('v1 indicators NN.03 areas 836 periods 2026-01..2026-08 sources each rows period'))
  await page.getByRole('columnheader', { name: 'Sở NN&PTNT' }).waitFor()
  await page.getByLabel('Lệch nguồn: có cơ quan báo số khác').first().waitFor()
  await page.context().close()
})

test('as of an earlier moment the table says how much has changed since, and shows it', async () => {
  const page = await open(address(`${fish} asof 2026-08-10T00.00.00Z`))
  await page.getByText('10 số mới có từ lúc đó đến nay.').waitFor()
  await page.getByRole('button', { name: 'Xem khác biệt' }).click()
  await page.getByText('nay 47.989').waitFor()
  await page.getByRole('button', { name: 'Về mới nhất' }).click()
  await page.getByText('nay 47.989').waitFor({ state: 'detached' })
  const row = page.locator('.figure-table tbody tr', { has: page.getByRole('rowheader', { name: 'Huyện Ba Tri' }) })
  await row.locator('td').nth(2).getByText('47.989', { exact: true }).waitFor()
  await page.context().close()
})

test('a view is saved, shared, opened by a colleague, deleted and taken back', async () => {
  const page = await open(address(fish), 'lan')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  const longest = 'ế'.repeat(200)
  await page.getByLabel('Tên bảng').fill(longest.normalize('NFD'))
  assert.equal(await page.getByLabel('Tên bảng').inputValue(), longest)
  await page.getByLabel('Tên bảng').fill('Thủy sản tám tháng')
  await page.getByLabel('Cả tỉnh').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('heading', { level: 1, name: 'Thủy sản tám tháng' }).waitFor()

  const other = await open('/explore', 'binh')
  await other.getByRole('button', { name: 'Bảng đã lưu (1)' }).click()
  await other.getByText('Nguyễn Thị Lan, Sở NN&PTNT').waitFor()
  await other.getByRole('link', { name: 'Thủy sản tám tháng' }).click()
  await other.getByRole('heading', { level: 1, name: 'Thủy sản tám tháng' }).waitFor()
  assert.equal((await rowOf(other, 'Huyện Ba Tri'))[2], '47.989')
  await other.context().close()

  await page.getByRole('button', { name: 'Bảng đã lưu (1)' }).click()
  await page.getByRole('button', { name: 'Xóa: Thủy sản tám tháng' }).click()
  await page.getByText('Đã xóa «Thủy sản tám tháng».').waitFor()
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await page.getByRole('link', { name: 'Thủy sản tám tháng' }).waitFor()
  await page.context().close()
})

test('the table leaves as a file and as text for a spreadsheet', async () => {
  const page = await open(address(fish), 'phuc', { permissions: ['clipboard-read', 'clipboard-write'] })
  await rowOf(page, 'Huyện Ba Tri')
  await page.getByRole('button', { name: 'Xuất' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'csv, mỗi số một dòng' }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  assert.match(text, /^\ufeffMã chỉ tiêu,.*\r\n/u)
  assert.equal(text.trim().split('\r\n').length, 1 + 30)
  await page.getByRole('button', { name: 'Chép bảng' }).click()
  await page.getByText('Đã chép, dán được vào Excel').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  assert.match(copied, /^Huyện Ba Tri\t45299\t46639\t47989\t2,9\t22,1$/mu)
  await page.context().close()
})

test('arrows move over the figures, and the one in focus says what it is', async () => {
  const page = await open(address(fish))
  await rowOf(page, 'Huyện Ba Tri')
  await page.locator('td[data-row="0"][data-column="2"]').focus()
  await page.keyboard.press('ArrowDown')
  await page
    .getByRole('region', { name: 'Ô đang chọn' })
    .getByText('4.360 tấn · Ước · UBND thành phố Bến Tre · đã tiếp nhận')
    .waitFor()
  await page.context().close()
})

test('a figure is explained on click, down to who typed it and where, and the link keeps it open', async () => {
  const page = await open(address('v1 indicators NN.12 areas 83 836 periods 2026-YTD08 show table'))
  const total = page.locator('td[data-row="0"][data-column="0"]')
  await total.click()
  const panel = page.getByRole('complementary', { name: 'Giải thích con số' })
  await panel.getByText('Công thức').waitFor()
  for (;;) {
    const folded = panel.locator('button[aria-expanded=false]').first()
    if ((await panel.getByText(/nhập \d+\/\d+/u).count()) > 0 || (await folded.count()) === 0) break
    await folded.click()
  }
  await panel
    .getByText(/nhập \d+\/\d+/u)
    .first()
    .waitFor()
  assert.equal(new URL(page.url()).searchParams.get('cell'), 'NN.12 83 2026-YTD08 best')
  await page.reload()
  await panel.getByText('Công thức').waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await page.context().close()
})

test('the panel says what changed last, figures or a formula with its reason, and all that was ever said of a figure', async () => {
  const page = await open(address('v1 indicators NN.07 areas 83 periods 2026-07 show table'))
  await page.locator('td[data-row="0"][data-column="0"]').click()
  const panel = page.getByRole('complementary', { name: 'Giải thích con số' })
  const change = panel.locator('.explain-part', { hasText: 'Đổi gì lần gần nhất, 19/8' })
  assert.match((await change.textContent()) ?? '', /Trước đó: 67,0.*67,0 → 67,6/u)
  const history = panel.locator('.explain-part', { hasText: 'Lịch sử con số' })
  await history.locator('b').nth(1).waitFor()
  assert.deepEqual(await history.locator('b').allTextContents(), ['67,6', '67,0'])

  await say(db.owner, { by: 'CTK' }, [
    { indicator: 'DS.01', area: '83', period: '2026-07', as: 'official', value: number('1301500') },
    { indicator: 'DS.03', area: '83', period: '2026-07', as: 'official', value: number('2394.6') },
  ])
  await changeFormula('DS.02', '[DS.01] / ([DS.03] * 0.98)', 'Theo hướng dẫn của Tổng cục Thống kê')
  await page.goto(address('v1 indicators DS.02 areas 83 periods 2026-07 show table'))
  await page.locator('td[data-row="0"][data-column="0"]').click()
  await panel.getByText('Công thức «Mật độ dân số» đổi, dùng từ 01/01/2026:').waitFor()
  await panel.getByText('Dân số trung bình chia Diện tích tự nhiên → ').waitFor()
  await panel.getByText('vì Theo hướng dẫn của Tổng cục Thống kê · Võ Hoàng Phúc').waitFor()
  await page.context().close()
})

test('an indicator narrowed to members of its breakdowns is chosen like any other, kept in the address and explained', async () => {
  await say(db.owner, { by: 'CTK' }, [
    { indicator: 'NN.03', area: '836', period: '2026-05', as: 'official', value: number('7150'), breakdownId: 7 },
  ])
  const page = await open(address('v1 indicators NN.03 areas 836 periods 2026-05 show table'))
  await page.getByRole('button', { name: /^Chỉ tiêu:/u }).click()
  await page.getByRole('searchbox').fill('dong xuan')
  await page.getByRole('checkbox', { name: /Sản lượng lúa \(Đông Xuân\)/u }).check()
  await page.getByRole('button', { name: 'Chọn xong' }).click()
  await page.getByRole('columnheader', { name: /Sản lượng lúa \(Đông Xuân\)/u }).waitFor()
  assert.match(definitionOf(page) ?? '', /indicators NN\.03 NN\.03:dong-xuan /u)
  await page.locator('td[data-row="0"][data-column="1"]').click()
  const panel = page.getByRole('complementary', { name: 'Giải thích con số' })
  await panel.getByText('Sản lượng lúa (Đông Xuân) · Huyện Ba Tri', { exact: false }).waitFor()
  await panel.getByText('7.150', { exact: true }).first().waitFor()
  await panel.getByText('Cục Thống kê tỉnh').first().waitFor()
  await page.context().close()
})

test('a figure that was taken back is told in the panel with what it was and when, though nothing stands there now', async () => {
  const edition = await say(db.owner, { by: 'CTK', levels: ['sent'], at: '2026-09-15T01:00:00Z' }, [
    { indicator: 'NN.03', area: '28756', period: '2026-05', as: 'official', value: number('4321') },
  ])
  await transaction(db.owner, (tx) => withdraw(tx, { editionId: edition, at: '2026-09-15T02:30:00Z' }))
  const page = await open(address('v1 indicators NN.03 areas 28756 periods 2026-05 level provisional show table'))
  await page.locator('td[data-row="0"][data-column="0"]').click()
  const panel = page.getByRole('complementary', { name: 'Giải thích con số' })
  await panel.getByRole('heading', { name: 'Đổi gì lần gần nhất, 15/9 09:30' }).waitFor()
  await panel.getByText('Số đã gửi nay đã rút, chưa có số nào thay.').waitFor()
  await panel.getByText('4.321 → chưa có số').waitFor()
  assert.equal(await panel.getByText('Đã rút: CTK, 15/9 09:30').count(), 2)
  await page.context().close()
})

test('a table that cannot be made says why and what to do; an address that cannot be read leads on', async () => {
  const page = await open(address('v1 indicators XX.1 areas 83 periods 2026'))
  await page.getByText('Danh mục không có chỉ tiêu XX.1').waitFor()
  await page.goto(address('v7'))
  await page.getByText('Đường dẫn của bảng này không đọc được').waitFor()
  await page.getByRole('button', { name: 'Chọn chỉ tiêu' }).click()
  await page.getByText('Bảng còn thiếu lựa chọn').waitFor()
  await page.context().close()
})

test('a provisional table is the receiver’s; a link to it shows others what is accepted, and says so', async () => {
  const path = address('v1 indicators TC.01.1 areas 83 periods 2026-09 level provisional')
  const page = await open(path)
  await page.getByRole('button', { name: 'Tạm tính' }).and(page.locator('[aria-pressed=true]')).waitFor()
  const other = await open(path, 'binh')
  await other.getByText('Số tạm tính chỉ cơ quan nhận báo cáo xem được').waitFor()
  await other.context().close()
  await page.context().close()
})

test('axe finds nothing wrong at a desk, in a picker and on a phone; nothing runs over the edge', async () => {
  const page = await open(address(fish))
  await rowOf(page, 'Huyện Ba Tri')
  assert.deepEqual(await faults(page), [])
  await page.getByRole('button', { name: /^Địa bàn:/u }).click()
  await page.getByRole('dialog').waitFor()
  assert.deepEqual(await faults(page), [])
  await page.keyboard.press('Escape')
  await page.setViewportSize(phone)
  await rowOf(page, 'Huyện Ba Tri')
  assert.deepEqual(await faults(page), [])
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false)
  await page.context().close()
})

const long = 'v1 indicators NN.03 NN.12 areas 83 districts-of-83 periods 2025-09..2026-08'

test('a long table scrolls in its frame: the page itself never does, at a desk and on a phone', async () => {
  const page = await open(address(`${long} rows indicator area period`))
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size)
    await page.locator('td[data-row="100"]').first().waitFor({ state: 'attached' })
    const { longer, nothing } = await page.evaluate(() => {
      const [frame, place] = [document.querySelector('.figure-frame'), document.querySelector('#main')]
      const below = (place?.scrollHeight ?? 0) - (place?.scrollTop ?? 0)
      const end = frame?.closest('.result')?.getBoundingClientRect().bottom ?? 0
      return { longer: document.documentElement.scrollHeight - innerHeight, nothing: below - end }
    })
    assert.ok(longer <= 0, `the document is ${longer} px longer than a window of ${size.width} px`)
    assert.ok(nothing < 100, `${nothing} px of nothing stand below the table in a window of ${size.width} px`)
  }
  await page.context().close()
})

test('the panel hides no figure: the explained cell stands beside it, though it was the last of a wide table', async () => {
  const page = await open(address(long))
  const last = page.locator('.figure-table td[data-row="3"]').last()
  await last.click()
  const panel = page.getByRole('complementary', { name: 'Giải thích con số' })
  await panel.getByText('Sản lượng', { exact: false }).first().waitFor()
  const [cell, beside, frame] = await Promise.all([
    last.boundingBox(),
    panel.boundingBox(),
    page.locator('.figure-frame').boundingBox(),
  ])
  assert.ok(cell && beside && frame)
  assert.ok(cell.x + cell.width <= beside.x, `the cell ends at ${cell.x + cell.width}, the panel begins at ${beside.x}`)
  assert.ok(cell.x >= frame.x && cell.x + cell.width <= frame.x + frame.width)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  assert.equal(await last.evaluate((it) => it === document.activeElement), true)
  await page.context().close()
})

test('without a connection the panel says so, and explains once there is one again', async () => {
  const page = await open(address(fish))
  await rowOf(page, 'Huyện Ba Tri')
  await page.context().setOffline(true)
  await page.locator('.figure-table td[data-row="0"][data-column="0"]').click()
  const panel = page.getByRole('complementary', { name: 'Giải thích con số' })
  await panel.getByText(/Mất kết nối từ .* Phần giải thích tự tải khi có mạng lại\.$/u).waitFor()
  await page.context().setOffline(false)
  await panel.locator('.explain-number').waitFor()
  await page.context().close()
})

test('of nine districts over time the five largest are drawn, and no name lies on another or on the axis', async () => {
  const page = await open(address('v1 indicators NN.12.2 areas districts-of-83 periods 2025-09..2026-08 show chart'))
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size)
    await page.getByText('5 địa bàn có số lớn nhất trong 9.').waitFor()
    const overlaps = await page.locator('.chart-svg').evaluate((drawing) => {
      const boxes = [...drawing.querySelectorAll('text')].map((it) => [it.textContent, it.getBBox()] as const)
      return boxes.flatMap(([name, a], at) =>
        boxes.slice(at + 1).flatMap(([other, b]) => {
          const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x
          return isApart || a.y + a.height - 2 <= b.y || b.y + b.height - 2 <= a.y ? [] : [`${name} on ${other}`]
        }),
      )
    })
    assert.deepEqual(overlaps, [])
    assert.ok((await page.locator('.chart-tick[text-anchor=middle]').count()) > 1)
  }
  await page.context().close()
})
