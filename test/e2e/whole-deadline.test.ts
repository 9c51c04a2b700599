/** The deadline of the consolidated report in a browser: on the desk, above the table, in the steps of the version. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { submissionOf } from '../builders/province.ts'
import { bringVersion, pinned, takeStep } from '../builders/version-way.ts'
import { setWholeDeadline } from '../builders/whole-deadline.ts'
import { faults } from './faults.ts'
import { aWorld, phone } from './world.ts'

const world = await aWorld()
const { db, journey, open } = world

before(async () => {
  await setWholeDeadline(db)
  await journey.bring('CT', await submissionOf(db.pool, 'CT'), 'accepted')
})

test('what is due stands on the consolidator’s desk with the days left, and leads to the table that says it, too', async () => {
  const page = await open('phuc', '/', { viewport: phone })
  const owed = page.getByRole('region', { name: 'Báo cáo tổng hợp phải gửi' })
  await owed.getByText('Thứ Ba 22/9').waitFor()
  await owed.getByText('còn 4 ngày làm việc').waitFor()
  await owed.getByText('Chưa chốt bản nào').waitFor()
  assert.deepEqual(await faults(page), [])
  await owed.getByRole('link', { name: 'Mở bảng tổng hợp' }).click()
  await page.waitForURL('**/province/2026-09')
  const head = page.locator('.agency-strip .whole-due')
  await head.getByText('đến hạn gửi UBND tỉnh 22/9 17:00').waitFor()
  await head.getByText('còn 4 ngày làm việc').waitFor()
  assert.deepEqual(await faults(page), [])
  await page.context().close()
})

test('past the deadline it is overdue by as many working days: on the table, on the desk and in the steps', async () => {
  await bringVersion(journey, { version: await pinned(journey), last: 'appraise' })
  await db.setClock('2026-09-25T02:00:00Z')
  const page = await open('pheduyet.skhdt')
  const waiting = page.getByRole('region', { name: /^Báo cáo tổng hợp chờ/u })
  await waiting.getByText('quá hạn 3 ngày làm việc').waitFor()
  assert.deepEqual(await faults(page), [])
  await waiting.getByRole('link', { name: 'Xem để phê duyệt' }).click()
  await page.locator('.version-head').getByText('quá hạn 3 ngày làm việc').waitFor()
  const steps = page.getByRole('list', { name: 'Các bước của bản tổng hợp' })
  await steps.getByText('hạn 22/9 17:00').waitFor()
  await page.getByRole('link', { name: 'Về bảng tổng hợp' }).click()
  await page.locator('.agency-strip .whole-due').getByText('quá hạn 3 ngày làm việc').waitFor()
  assert.deepEqual(await faults(page), [])
  await page.context().close()
})

test('once it is sent, it says by how much it was late', async () => {
  const document = { documentNumber: '120/BC-SKHĐT', documentDate: '2026-09-25' }
  await (await journey.as('pheduyet.skhdt')).signIn('pheduyet.skhdt')
  for (const login of ['phuc', 'vanthu.skhdt']) await (await journey.as(login)).signIn(login)
  await takeStep(journey, { version: 1, verb: 'approve', login: 'pheduyet.skhdt' })
  await takeStep(journey, { version: 1, verb: 'seal', login: 'vanthu.skhdt', ...document })
  await takeStep(journey, { version: 1, verb: 'send', login: 'vanthu.skhdt' })
  const page = await open('binh', '/province/2026-09')
  await page
    .locator('.agency-strip .whole-due')
    .getByText(/^gửi muộn 3 ngày làm việc, 25\/9/u)
    .waitFor()
  assert.deepEqual(await faults(page), [])
  await page.context().close()
})
