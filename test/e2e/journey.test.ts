/**
 * The life of one figure through the screens of everybody who touches it: typed, sent back, corrected, appraised,
 * approved, sealed, sent, accepted, and in the province's table, where it leads back to the key that was pressed.
 */
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { submissionOf } from '../builders/province.ts'
import type { CastMember } from '../cast.ts'
import { password } from '../cast.ts'
import { typeCell, waitForMark, waitForText, waitUntilSaved } from './entry-form.ts'
import { aWorld } from './world.ts'

const world = await aWorld()
const { journey, db } = world
const submission = await submissionOf(db.pool, 'SNNPTNT')

const caught = { row: 'Sản lượng khai thác', column: 'Ước tháng 9' }
const farmed = { row: 'Sản lượng nuôi trồng', column: 'Ước tháng 9' }
const whole = { row: 'Tổng sản lượng thủy sản', column: 'Ước tháng 9' }
const reason = 'Sản lượng khai thác thấp hơn số Chi cục Thủy sản báo 90 tấn, đề nghị đối chiếu.'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name })

async function submit(page: Page): Promise<void> {
  await press(page, 'Trình thẩm định')
  await dialogOf(page, 'Trình thẩm định').getByRole('button', { name: 'Trình thẩm định' }).click()
  await page.getByRole('heading', { name: 'Đang chờ người khác' }).waitFor()
}

/** From the person's own desk to the report that waits for them. */
async function openFromDesk(login: CastMember, action: string): Promise<Page> {
  const page = await world.open(login)
  await page.getByRole('main').getByRole('link', { name: action, exact: true }).click()
  await page.getByRole('heading', { name: 'Báo cáo tình hình kinh tế – xã hội tháng 9/2026' }).waitFor()
  return page
}

async function confirm(page: Page, step: string | RegExp, title: string): Promise<void> {
  await press(page, step)
  await dialogOf(page, title).getByRole('button', { name: step }).click()
  await dialogOf(page, title).waitFor({ state: 'detached' })
}

/** Number of a row in the province's table, as it is read. */
const inProvince = (page: Page, row: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row }) })
    .locator('[data-column="estimate"]')

let isBroken = false
/** One step of the journey; what follows a step that failed would only fail too. */
function step(name: string, run: () => Promise<void>): void {
  test(name, async (t) => {
    if (isBroken) return t.skip()
    isBroken = true
    await run()
    isBroken = false
  })
}

const lan = await world.open('lan')
const phuc = await world.open('phuc', '/province')
const total = inProvince(phuc, whole.row)

step('lan types in the grid, the total follows, and submits', async () => {
  await journey.fill('lan', submission)
  await lan.reload()
  await lan.getByRole('link', { name: 'Nông, lâm nghiệp và thủy sản' }).click()
  await lan.getByRole('grid').waitFor()
  await typeCell(lan, caught, '7250')
  await typeCell(lan, farmed, '29480')
  await waitForText(lan, whole, '36.730')
  await waitUntilSaved(lan)
  await submit(lan)
})

step('minh sends back one cell with a reason', async () => {
  const page = await openFromDesk('minh', 'Thẩm định')
  await press(page, 'Toàn bộ biểu')
  await press(page, `Đánh dấu để trả lại: ${caught.row} · ${caught.column}, 7.250`)
  await press(page, 'Trả lại 1 ô')
  const dialog = dialogOf(page, 'Trả lại báo cáo')
  await dialog.getByLabel('Lý do').fill(reason)
  await dialog.getByRole('button', { name: 'Trả lại 1 ô' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.context().close()
})

step('lan reads the reason on her desk without reloading, corrects the cell and submits again', async () => {
  await lan.getByText(reason).waitFor()
  await lan.getByRole('link', { name: 'Sửa 1 ô được đánh dấu' }).click()
  await lan.getByRole('textbox', { name: new RegExp(`^${caught.row}, ${caught.column}`) }).waitFor()
  await typeCell(lan, caught, '7340')
  await waitForMark(lan, caught, 'câu hỏi')
  await waitForText(lan, whole, '36.820')
  await waitUntilSaved(lan)
  await submit(lan)
})

step('minh sees what changed since, and appraises', async () => {
  const page = await openFromDesk('minh', 'Thẩm định')
  const changed = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: caught.row }) })
  await changed.filter({ hasText: '7.250' }).filter({ hasText: '7.340' }).filter({ hasText: '+90' }).waitFor()
  await confirm(page, /^Thẩm định xong/, 'Thẩm định xong?')
  await page.context().close()
})

step('hoa gives her password again and approves, and the page says that this is no signature', async () => {
  const page = await openFromDesk('hoa', 'Xem để phê duyệt')
  await press(page, 'Phê duyệt (chưa ký số)')
  const dialog = dialogOf(page, 'Phê duyệt báo cáo')
  await dialog.getByLabel('Mật khẩu').fill('không phải')
  await dialog.getByRole('button', { name: 'Phê duyệt (chưa ký số)' }).click()
  await dialog.getByRole('alert').waitFor()
  await dialog.getByLabel('Mật khẩu').fill(password)
  await dialog.getByRole('button', { name: 'Phê duyệt (chưa ký số)' }).click()
  await dialog.waitFor({ state: 'detached' })
  await press(page, 'Nhật ký')
  const entry = page.getByRole('listitem').filter({ hasText: 'Lê Thị Hoa đã phê duyệt' })
  await entry.getByText('chưa ký số').waitFor()
  await page.context().close()
})

step('ngoc seals it with the number of the register and sends it', async () => {
  const page = await openFromDesk('ngoc', 'Phát hành')
  await press(page, 'Phát hành')
  const dialog = dialogOf(page, 'Phát hành báo cáo')
  await dialog.getByLabel('Số văn bản').fill('214/BC-SNN')
  await dialog.getByRole('button', { name: 'Phát hành' }).click()
  await page.getByText('Số 214/BC-SNN, ngày 16/09/2026').waitFor()
  await confirm(page, 'Gửi Sở KH&ĐT', 'Gửi báo cáo?')
  await page.context().close()
})

step('phuc sees it as provisional, and not among what is accepted', async () => {
  await total.filter({ hasText: /chờ nhận|chưa/ }).waitFor()
  await press(phuc, 'Tạm tính')
  await total.filter({ hasText: '36.820' }).waitFor()
})

step('a correction moves the total by exactly what was typed', async () => {
  await journey.take('phuc', submission, 'sendBack', { reason, cells: [] })
  await lan.getByRole('link', { name: 'Sửa báo cáo' }).click()
  await lan.getByRole('grid').waitFor()
  await typeCell(lan, caught, '7401')
  await waitUntilSaved(lan)
  await waitForText(lan, whole, '36.881')
  await submit(lan)
  await journey.bring('SNNPTNT', submission, 'sent')
  await total.filter({ hasText: '36.881' }).waitFor()
})

step('phuc accepts it, and it counts', async () => {
  await press(phuc, 'Đã tiếp nhận')
  await total.filter({ hasText: /chờ nhận|chưa/ }).waitFor()
  const page = await openFromDesk('phuc', 'Xem để tiếp nhận')
  await confirm(page, 'Tiếp nhận', 'Tiếp nhận báo cáo?')
  await page.context().close()
  await total.filter({ hasText: '36.881' }).waitFor()
})

step('the explanation leads from the total to who typed it, when, and in which cell', async () => {
  await total.click()
  const panel = phuc.getByRole('complementary', { name: 'Giải thích con số' })
  await panel.getByText('7.401 + 29.480 = 36.881', { exact: false }).first().waitFor()
  const part = panel.getByRole('button', { name: new RegExp(caught.row) })
  if ((await part.getAttribute('aria-expanded')) === 'false') await part.click()
  const origin = panel.locator('.origin').filter({ hasText: `dòng «${caught.row}», cột «Năm 2026 · ${caught.column}»` })
  await origin.filter({ hasText: /Nguyễn Thị Lan nhập 16\/9\/2026 \d\d:\d\d/ }).waitFor()
  await origin.getByRole('link', { name: 'Mở ô gốc' }).click()
  await phuc.getByText('Nguyễn Thị Lan sửa 7.340 → 7.401').waitFor()
})
