/** The consolidated report in a browser: pinned and submitted, appraised on what changed, approved, sealed and sent. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { adjusted } from '../builders/adjustments.ts'
import { submissionOf } from '../builders/province.ts'
import { bringVersion, pinned, seenVersion, takeStep } from '../builders/version-way.ts'
import { password } from '../cast.ts'
import { faults } from './faults.ts'
import { textsOnSheets } from './printed-pages.ts'
import { aWorld, phone, soonerThanAsking } from './world.ts'

const world = await aWorld()
const { db, journey, open } = world
const page1 = '/province/2026-09/versions?version='

before(async () => {
  await journey.bring('CT', await submissionOf(db.pool, 'CT'), 'accepted', { 'a101.estimate': '425.4' })
  await bringVersion(journey, { version: await pinned(journey), last: 'send' })
  await journey.bring('SYT', await submissionOf(db.pool, 'SYT'), 'accepted')
  await adjusted(journey, { row: 'c11', column: 'estimate', change: { kind: 'amount', amount: '-1.4' } })
})

test('an approved version says that it is affected; the consolidator pins anew and submits the correction with its reason', async () => {
  const page = await open('phuc', `${page1}1`)
  await page.getByText(/^Bản 1 đã phê duyệt bị ảnh hưởng: \d+ ô đã đổi/u).waitFor()
  assert.deepEqual(await faults(page), [])
  await page.getByRole('link', { name: 'Về bảng tổng hợp' }).click()
  await page.getByRole('button', { name: 'Tổng hợp lại' }).click()
  const box = page.getByRole('dialog')
  await box.getByRole('button', { name: 'Chốt', exact: true }).click()
  await box.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Xem bản chốt' }).click()
  await page.getByRole('button', { name: 'Trình thẩm định' }).click()
  await box.getByText('Bản 1 đã được phê duyệt và vẫn giữ nguyên', { exact: false }).waitFor()
  assert.equal(await box.getByRole('button', { name: 'Trình thẩm định' }).isDisabled(), true)
  await box.getByLabel('Lý do').fill('Sở Y tế gửi bổ sung')
  assert.deepEqual(await faults(page), [])
  await box.getByRole('button', { name: 'Trình thẩm định' }).click()
  await box.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Rút lại' }).waitFor()
  assert.equal((await seenVersion(journey, 2)).state, 'submitted')
  await page.context().close()
})

test('it stands on the appraiser’s desk, who sees what changed and the adjustments, and passes it on', async () => {
  const page = await open('thamdinh.skhdt')
  const waiting = page.getByRole('region', { name: /^Báo cáo tổng hợp chờ/u })
  await waiting.getByRole('link', { name: 'Thẩm định' }).click()
  await page.waitForURL('**/province/2026-09/versions?version=2')
  const changed = page.locator('.change-table tr').filter({ hasText: 'Sở YT' }).first()
  assert.match((await changed.textContent()) ?? '', /chưa có số.*7.*Sở YT/u)
  await page.getByText('Đính chính bản 1: «Sở Y tế gửi bổ sung»', { exact: false }).waitFor()
  const adjustments = page.getByRole('region', { name: 'Điều chỉnh trong bản này' })
  assert.match((await adjustments.textContent()) ?? '', /Thu nội địa, Ước tháng 9.*-?1,4.*Bổ sung ghi thu, ghi chi/u)
  assert.deepEqual(await faults(page), [])
  // A server that has just started takes seconds to count what the present has moved: the list does not wait for it.
  const counting = Promise.withResolvers<void>()
  await page.route(/versions\?period=/u, async (route) => {
    await counting.promise
    await route.continue()
  })
  await page.getByRole('button', { name: 'Thẩm định xong, chuyển phê duyệt' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Thẩm định xong, chuyển phê duyệt' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const listed = page.getByRole('navigation', { name: 'Các bản' }).getByRole('link', { name: /^Bản 2/u })
  await listed.getByText('Chờ phê duyệt').waitFor()
  counting.resolve()
  await page
    .getByText(/đang giữ, từ/u)
    .first()
    .waitFor()
  assert.equal((await seenVersion(journey, 2)).state, 'appraised')
  await page.context().close()
})

test('the head goes from the menu to the table, asks of a number why it is so, and cannot change it', async () => {
  const page = await open('pheduyet.skhdt')
  await page.getByRole('navigation').getByRole('link', { name: 'Tổng hợp' }).click()
  await page.waitForURL('**/province/2026-09')
  await page.locator('[data-row="c11"][data-column="estimate"]').click()
  const panel = page.getByRole('complementary')
  await panel.getByText('Bổ sung ghi thu, ghi chi').first().waitFor()
  for (const name of ['Điều chỉnh', 'Rút lại', 'Chốt bản tổng hợp', 'Tổng hợp lại'])
    assert.equal(await page.getByRole('button', { name, exact: true }).count(), 0, name)
  await page.context().close()
})

test('the head of another agency has no such place', async () => {
  const page = await open('hoa')
  await page.getByRole('navigation').getByRole('link', { name: 'Tra cứu' }).waitFor()
  assert.equal(await page.getByRole('navigation').getByRole('link', { name: 'Tổng hợp' }).count(), 0)
  await page.context().close()
})

test('the head approves with the password, from a phone, and a page open elsewhere moves by itself', async () => {
  const watching = await open('binh', `${page1}2`)
  await watching.locator('.version-head').getByText('Chờ phê duyệt').waitFor()
  const page = await open('pheduyet.skhdt', '/', { viewport: phone })
  await page.getByRole('link', { name: 'Xem để phê duyệt' }).click()
  await page.getByRole('button', { name: 'Phê duyệt (chưa ký số)' }).click()
  const box = page.getByRole('dialog')
  await box.getByLabel('Mật khẩu', { exact: true }).fill('sai')
  await box.getByRole('button', { name: 'Phê duyệt (chưa ký số)' }).click()
  await box.getByRole('alert').waitFor()
  await box.getByLabel('Mật khẩu', { exact: true }).fill(password)
  assert.deepEqual(await faults(page), [])
  await box.getByRole('button', { name: 'Phê duyệt (chưa ký số)' }).click()
  await box.waitFor({ state: 'detached' })
  await page.locator('.version-head').getByText('Đã phê duyệt').waitFor()
  await watching.locator('.version-head').getByText('Đã phê duyệt').waitFor({ timeout: soonerThanAsking })
  await watching.getByRole('link', { name: /^Bản 1/u }).click()
  await watching.getByText('Đã có bản 2 đính chính', { exact: false }).waitFor()
  assert.deepEqual(await faults(page), [])
  for (const one of [page, watching]) await one.context().close()
})

test('the clerk numbers it and sends it out, and it prints with the names of those who signed', async () => {
  const page = await open('vanthu.skhdt')
  await page
    .getByRole('region', { name: /^Báo cáo tổng hợp chờ/u })
    .getByRole('link', { name: 'Phát hành' })
    .click()
  await page.getByRole('button', { name: 'Phát hành' }).click()
  const box = page.getByRole('dialog')
  await box.getByLabel('Số văn bản').fill('1/BC-SKHĐT')
  await box.getByRole('button', { name: 'Phát hành' }).click()
  await box.getByText('lấy số tiếp theo trong sổ văn bản đi', { exact: false }).waitFor()
  await box.getByLabel('Số văn bản').fill('120/BC-SKHĐT')
  await box.getByRole('button', { name: 'Phát hành' }).click()
  await box.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Gửi UBND tỉnh' }).click()
  await box.getByRole('button', { name: 'Gửi UBND tỉnh' }).click()
  await page.locator('.version-head').getByText('Đã gửi').waitFor()
  await page.getByRole('button', { name: 'Nhật ký' }).click()
  await page.locator('.step-log li').nth(4).waitFor()
  assert.equal(await page.locator('.step-log li').count(), 5)
  await page.emulateMedia({ media: 'print' })
  await page.locator('.pinned-table').getByText('Sản lượng khai thác').waitFor()
  assert.equal(await page.locator('.step-log:visible').count(), 0)
  const signed = page.locator('.signature-block')
  await signed.getByText('pheduyet SKHDT').waitFor()
  const legend = page.locator('.print-legend:visible')
  assert.match((await legend.textContent()) ?? '', /^Ký hiệu: … chưa có số · .*× không áp dụng · .*có điều chỉnh$/u)
  const top = async (part: typeof legend) => (await part.boundingBox())?.y ?? 0
  assert.ok((await top(legend)) < (await top(signed)), 'what the signs mean stands above the names')
  assert.match(
    (await page.locator('.version-print-head').textContent()) ?? '',
    /Sở Kế hoạch và Đầu tư.*120\/BC-SKHĐT.*Đã gửi/u,
  )
  await page.context().close()
})

test('wherever a sheet ends, the names stand on one with the last lines of the table', async () => {
  const page = await open('binh', `${page1}1&view=content`)
  await page.locator('.pinned-table').getByText('Sản lượng khai thác').waitFor()
  const withLines = (display: '' | 'none') =>
    page.locator('.version-print-head, .pinned-table tr:not(.paper-foot)').evaluateAll((all, shown) => {
      for (const one of all) if (one instanceof HTMLElement) one.style.setProperty('display', shown, 'important')
    }, display)
  await withLines('none')
  const [names = 0] = await textsOnSheets(page)
  await withLines('')
  for (let lower = 0; lower < 180; lower += 20) {
    await page.locator('.version-print-head').evaluate((head, by) => {
      if (head instanceof HTMLElement) head.style.paddingTop = `${by}px`
    }, lower)
    const last = (await textsOnSheets(page)).at(-1) ?? 0
    assert.ok(last > names, `${lower} px lower, the last sheet bears ${last} texts, the names alone ${names}`)
  }
  await page.context().close()
})

test('a version sent back is on the consolidator’s desk with the reason', async () => {
  await journey.bring('HQ', await submissionOf(db.pool, 'HQ'), 'accepted')
  const version = await pinned(journey)
  await takeStep(journey, { version, verb: 'submit', login: 'phuc', reason: 'Thêm số Hải quan' })
  await takeStep(journey, { version, verb: 'sendBack', login: 'thamdinh.skhdt', reason: 'Thiếu thuyết minh' })
  const page = await open('phuc')
  const waiting = page.getByRole('region', { name: /^Báo cáo tổng hợp chờ/u })
  await waiting.getByText('«Thiếu thuyết minh»').waitFor()
  assert.deepEqual(await faults(page), [])
  await waiting.getByRole('link', { name: 'Xem và trình lại' }).click()
  await page.getByText('«Thiếu thuyết minh»', { exact: false }).waitFor()
  await page.context().close()
})
