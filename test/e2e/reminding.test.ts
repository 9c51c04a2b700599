/** The consolidator reminds agencies whose report has not come, and finds affected versions on the desk. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { faults } from './faults.ts'
import { aWorld, phone } from './world.ts'

const { db, journey, open } = await aWorld()

test('a reminder is written already, sent once by a double click, and stands with its time', async () => {
  const page = await open('phuc', '/province/2026-09')
  await page.getByRole('button', { name: /^Nhắc nộp \(\d+\)$/u }).click()
  const box = page.getByRole('dialog')
  const taxes = box.getByRole('listitem').filter({ has: page.getByText('Cục Thuế', { exact: true }) })
  await box.getByText('Chưa nhắc lần nào').first().waitFor()
  await taxes.getByRole('button', { name: 'Nhắc nộp' }).click()
  assert.match(
    await box.getByLabel('Lời nhắc gửi Cục Thuế').inputValue(),
    /^Đề nghị gửi báo cáo tháng 9\/2026, hạn nộp/u,
  )
  assert.deepEqual(await faults(page), [])
  await box.getByRole('button', { name: 'Gửi lời nhắc' }).dblclick()
  await box.getByText(/đã nhắc 1[0-9]\/9|đã nhắc .*16\/9/u).waitFor()
  await box.getByRole('button', { name: 'Nhắc lại' }).waitFor()
  const { rows } = await db.pool.query('select q.body from questions q where q.row_key is null')
  assert.equal(rows.length, 1)
  await page.context().close()
  const desk = await open('nhap.ct')
  await desk.getByText('Đề nghị gửi báo cáo tháng 9/2026', { exact: false }).first().waitFor()
  await desk.context().close()
})

test('on a phone the reminders have no fault and run over no edge; a reader has no button', async () => {
  const page = await open('phuc', '/province/2026-09', { viewport: phone })
  await page.getByRole('button', { name: /^Nhắc nộp/u }).click()
  await page.getByRole('dialog').getByText('Chưa nhắc lần nào').first().waitFor()
  assert.deepEqual(await faults(page), [])
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false)
  await page.context().close()
  const reader = await open('binh', '/province/2026-09')
  await reader.locator('.agency-strip').waitFor()
  assert.equal(await reader.getByRole('button', { name: /^Nhắc nộp/u }).count(), 0)
  await reader.context().close()
})

test('the desk names the affected version, and leads to its cells', async () => {
  await journey.bring('CT', await submissionOf(db.pool, 'CT'), 'accepted', { 'a101.estimate': '425.4' })
  const { contentHash } = (await readTable(journey, { reading: 'accepted' })).whole
  const body = { period: presentPeriod, reading: 'accepted', contentHash, note: '' }
  const pinned = await (await journey.as('phuc')).post(`/api/province/${regimeCode}/versions`, body)
  assert.equal(pinned.status, 201)
  await journey.bring('HQ', await submissionOf(db.pool, 'HQ'), 'accepted')
  const page = await open('phuc')
  await page.getByRole('heading', { name: 'Bản tổng hợp bị ảnh hưởng' }).waitFor()
  assert.deepEqual(await faults(page), [])
  await page.getByRole('link', { name: 'Xem ô đã đổi' }).click()
  await page.getByText('duyệt: pheduyet HQ, gửi: vanthu HQ', { exact: false }).first().waitFor()
  await page.context().close()
})
