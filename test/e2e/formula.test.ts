/** The place «Danh mục» in a browser: an indicator is found without marks, its formula written, tried, saved and undone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CDPSession, Locator, Page } from 'playwright-core'
import type { IndicatorDetail } from '#contract/catalogue.ts'
import { number } from '#core/quantity/cell-value.ts'
import { say } from '../builders/said-figures.ts'
import { aWorld, signInAs } from './world.ts'

const world = await aWorld()
const districts = { '831': ['50000', '2500'], '832': ['60000', '2400'], '836': ['90000', '4500'] } as const
for (const [area, [people = '', squareKm = '']] of Object.entries(districts))
  await say(world.db.owner, { by: 'CTK', periodEnd: '2026-09-30' }, [
    { indicator: 'DS.01', area, period: '2026-09', as: 'official', value: number(people) },
    { indicator: 'DS.03', area, period: '2026-09', as: 'official', value: number(squareKm) },
  ])
await say(world.db.owner, { by: 'CTK', periodEnd: '2026-09-30', version: 2 }, [
  { indicator: 'DS.01', area: '83', period: '2026-09', as: 'official', value: number('1200000') },
  { indicator: 'DS.03', area: '83', period: '2026-09', as: 'official', value: number('2400') },
])

const page = await world.open('thu', '/catalogue')
const field = page.getByLabel('Công thức', { exact: true })
const proposals = page.locator('.proposals').getByRole('option')

async function press(at: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await at.keyboard.press(key)
}

/** As UniKey does it: the letter typed so far is taken back and the marked one sent in its place. */
async function typeMarked(at: Page, letters: readonly (readonly [string, string])[]): Promise<void> {
  for (const [plain, marked] of letters) {
    await at.keyboard.press(plain)
    if (marked === plain) continue
    await at.keyboard.press('Backspace')
    await at.keyboard.insertText(marked)
  }
}

test('an indicator is found by its name without marks, and the address keeps what was typed', async () => {
  await page.getByLabel('Tìm chỉ tiêu').fill('mat do dan so')
  await page.getByRole('link', { name: /Mật độ dân số/ }).click()
  await page.getByRole('heading', { name: 'Mật độ dân số' }).waitFor()
  assert.match(page.url(), /\/catalogue\/indicators\/DS\.02\?q=mat/)
  assert.equal(await page.locator('.formula-words').textContent(), 'Dân số trung bình chia Diện tích tự nhiên')
})

test('typing [ offers indicators; a name typed with an input tool finds them; Enter puts the code in', async () => {
  await page.getByRole('link', { name: 'Sửa công thức' }).click()
  await field.click()
  await press(page, 'Control+A', 'Delete')
  await page.keyboard.type('[')
  await proposals.nth(7).waitFor()
  assert.equal(await proposals.count(), 8)
  await typeMarked(page, [
    ['d', 'd'],
    ['a', 'â'],
    ['n', 'n'],
    [' ', ' '],
    ['s', 's'],
    ['o', 'ố'],
  ])
  await page
    .locator('.proposals')
    .getByRole('option', { name: /Dân số trung bình/ })
    .waitFor()
  assert.equal(await field.inputValue(), '[dân số')
  while (!/DS\.01/.test(await activeOption(field))) await press(page, 'ArrowDown')
  await press(page, 'Enter')
  assert.equal(await field.inputValue(), '[DS.01]')
  assert.equal(await proposals.count(), 0)
})

async function activeOption(of: Locator): Promise<string> {
  const id = await of.getAttribute('aria-activedescendant')
  return (await page.locator(`[id="${id}"]`).textContent()) ?? ''
}

test('while text is composed no key is taken', async () => {
  await page.keyboard.type(' / [d')
  await proposals.first().waitFor()
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'ie', selectionStart: 2, selectionEnd: 2 })
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Enter' })
  assert.match(await field.inputValue(), /\[die$/)
  await session.send('Input.insertText', { text: 'iện tích tự nhiên' })
  await page
    .locator('.proposals')
    .getByRole('option', { name: /Diện tích tự nhiên/ })
    .waitFor()
  await press(page, 'Tab')
  assert.equal(await field.inputValue(), '[DS.01] / [DS.03]')
})

test('undo takes a proposal back as it takes back typing', async () => {
  await press(page, 'Control+Z')
  assert.doesNotMatch(await field.inputValue(), /DS\.03/)
  await press(page, 'Control+Y')
  assert.equal(await field.inputValue(), '[DS.01] / [DS.03]')
})

test('measures that do not fit are refused at their place, and cannot be saved', async () => {
  await press(page, 'Control+End')
  await page.keyboard.type(' + [TH.02]', { delay: 5 })
  await page.getByText('khác loại đơn vị tính', { exact: false }).waitFor()
  await page.getByRole('list', { name: 'Chỗ cần sửa' }).getByRole('button').first().click()
  const selected = await field.evaluate((it: HTMLTextAreaElement) => it.value.slice(it.selectionStart, it.selectionEnd))
  assert.equal(selected, '[TH.02]')
  assert.ok(await page.getByRole('button', { name: 'Lưu thành bản mới' }).isDisabled())
})

test('it is read in words as it is typed', async () => {
  await field.fill('[DS.01] / [DS.03] * 1,0 + 0,5')
  await page.getByText('Dân số trung bình chia Diện tích tự nhiên × 1 + 0,5').waitFor()
})

test('it is tried on three districts and the province, with the inputs of each', async () => {
  for (const area of Object.keys(districts)) await page.getByLabel('Thêm địa bàn').selectOption(area)
  const row = page.getByRole('row', { name: /Ba Tri/ })
  await row.waitFor()
  assert.deepEqual(await row.getByRole('button').first().textContent(), '21')
  await row.getByRole('button').first().click()
  await page.getByText('Trình duyệt và máy chủ tính ra cùng kết quả.').waitFor()
  const inputs = page.getByRole('heading', { name: /Số đầu vào, Huyện Ba Tri/ }).locator('..')
  assert.match((await inputs.textContent()) ?? '', /90.*4\.500/)
})

test('saved, it is a further version whose value and explanation are on the indicator’s page', async () => {
  await page.getByLabel('Lý do').fill('Làm tròn theo hướng dẫn')
  await page.getByRole('button', { name: 'Lưu thành bản mới' }).click()
  await page.getByText('Đã lưu bản 2').waitFor()
  await page.getByRole('link', { name: 'Về trang chỉ tiêu' }).first().click()
  await page.getByText('Làm tròn theo hướng dẫn').waitFor()
  const latest = page.getByRole('definition').filter({ hasText: 'tháng 9/2026' })
  await latest.waitFor()
  assert.match((await latest.textContent()) ?? '', /^501/)
  await page.getByRole('button', { name: 'Giải thích' }).click()
  await page.getByRole('heading', { name: 'Từng phần' }).waitFor()
  assert.match((await latest.textContent()) ?? '', /Dân số trung bình chia Diện tích tự nhiên × 1 \+ 0,5/)
})

test('a page that is open elsewhere shows the new version by itself', async () => {
  const other = await world.open('phuc', '/catalogue/indicators/DS.02')
  await other.locator('.formula-words').waitFor()
  await page.getByRole('link', { name: 'Sửa công thức' }).click()
  await field.fill('[DS.01] / [DS.03]')
  await page.getByLabel('Lý do').fill('Về công thức cũ')
  await page.getByRole('button', { name: 'Lưu thành bản mới' }).click()
  await other.getByText('Về công thức cũ').waitFor()
  assert.equal(await other.locator('.formula-words').textContent(), 'Dân số trung bình chia Diện tích tự nhiên')
  await other.context().close()
})

/** What the lead agency saves from elsewhere, over HTTP. */
async function saveElsewhere(formula: string): Promise<void> {
  const phuc = await world.journey.as('phuc')
  const { body } = await phuc.get<IndicatorDetail>('/api/catalogue/indicators/DS.02')
  const revision = { formula, validFrom: body.earliestFrom, reason: 'Theo cơ quan đầu mối', seen: body.latest }
  assert.equal((await phuc.post('/api/catalogue/indicators/DS.02/formula', revision)).status, 201)
}

const formulaNow = async (): Promise<string | undefined> =>
  (await (await world.journey.as('thu')).get<IndicatorDetail>('/api/catalogue/indicators/DS.02')).body.formula
const saveButton = page.getByRole('button', { name: 'Lưu thành bản mới' })

test('a version saved meanwhile is shown; what is typed stays, and is saved over it only when that was chosen', async () => {
  await field.fill('[DS.01] / [DS.03] * 3')
  await page.getByLabel('Lý do').fill('Nhân ba')
  await saveElsewhere('[DS.01] / [DS.03] * 2.5')
  const notice = page.getByRole('alert').filter({ hasText: 'Bản 4 vừa được lưu' })
  await notice.getByText('[DS.01] / [DS.03] * 2,5').waitFor()
  await notice.getByText('Theo cơ quan đầu mối').waitFor()
  assert.equal(await field.inputValue(), '[DS.01] / [DS.03] * 3')
  assert.ok(await saveButton.isDisabled())
  await notice.getByRole('button', { name: 'Giữ chữ đang gõ' }).click()
  await saveButton.click()
  await page.getByText('Đã lưu bản 5').waitFor()
  assert.equal(await formulaNow(), '[DS.01] / [DS.03] * 3')
})

test('a page that has not heard of it is refused, then shows it; taking it can be undone', async () => {
  const late = await world.machine()
  await late.route('**/api/changes**', (route) => route.abort())
  const there = await late.newPage()
  await there.goto('/sign-in?next=/catalogue/indicators/DS.02/formula')
  await signInAs(there, 'thu')
  const typed = there.getByLabel('Công thức', { exact: true })
  await typed.fill('[DS.01] / [DS.03] * 7')
  await there.getByLabel('Lý do').fill('Nhân bảy')
  await saveElsewhere('[DS.01] / [DS.03] * 6')
  await there.getByRole('button', { name: 'Lưu thành bản mới' }).click()
  await there.getByText('Bản 6 vừa được lưu trong lúc đang sửa').waitFor()
  assert.equal(await formulaNow(), '[DS.01] / [DS.03] * 6')
  await there.getByRole('button', { name: 'Lấy công thức của bản 6' }).click()
  assert.equal(await typed.inputValue(), '[DS.01] / [DS.03] * 6')
  await press(there, 'Control+Z')
  assert.equal(await typed.inputValue(), '[DS.01] / [DS.03] * 7')
  await late.close()
})

test('leaving a formula that is not saved is asked about: by a link, the back button and a reload', async () => {
  await page.goto('/catalogue/indicators/DS.02')
  await page.getByRole('link', { name: 'Sửa công thức' }).click()
  await field.fill('[DS.01] / [DS.03] * 8')
  const question = page.getByRole('dialog', { name: 'Công thức chưa lưu' })
  await page.getByRole('link', { name: 'Về trang chỉ tiêu' }).click()
  await question.getByRole('button', { name: 'Ở lại' }).click()
  await page.goBack()
  await question.getByRole('button', { name: 'Ở lại' }).click()
  const asked = page.waitForEvent('dialog')
  const reloading = page.reload({ timeout: 5_000 }).catch(() => {})
  const dialog = await asked
  assert.equal(dialog.type(), 'beforeunload')
  await dialog.dismiss()
  await reloading
  assert.equal(await field.inputValue(), '[DS.01] / [DS.03] * 8')
  await page.getByRole('link', { name: 'Về trang chỉ tiêu' }).click()
  await question.getByRole('button', { name: 'Rời trang' }).click()
  await page.getByRole('heading', { name: 'Mật độ dân số' }).waitFor()
})
