/** Filling a form on a phone: one row a screen, the same rules at the cell. */
import { test } from 'node:test'
import { submissionOf } from '../builders/province.ts'
import { aWorld, desktop, phone } from './world.ts'

const world = await aWorld()
const submission = await submissionOf(world.db.pool, 'SNNPTNT')

test('a text that cannot be read stays with its cell from row to row, and a number is saved', async () => {
  const { forms } = await world.journey.view('lan', submission)
  const page = await world.open('lan', `/entry/${submission}/${forms[0]?.id}`, { viewport: phone })
  const estimate = page.getByRole('textbox', { name: 'Ước tháng 9' })
  await estimate.fill('1,234.5')
  await page.getByRole('button', { name: 'Dòng sau' }).click()
  await page.getByRole('heading', { level: 1, name: 'Lúa Hè Thu' }).waitFor()
  await estimate.fill('1.250')
  await page.getByRole('button', { name: 'Dòng trước' }).click()
  await page.getByRole('heading', { level: 1, name: 'Lúa Đông Xuân' }).waitFor()
  await page.getByRole('alert').filter({ hasText: '1,234.5' }).waitFor()
  await page
    .getByText(/^1\/\d+ ô/)
    .first()
    .waitFor()
})

test('a large change asks for an explanation until it has one, at the cell and in the list of warnings', async () => {
  const health = await submissionOf(world.db.pool, 'SYT')
  const [form] = (await world.journey.view('nhap.syt', health)).forms
  const page = await world.open('nhap.syt', `/entry/${health}/${form?.id}?cell=a3.estimate`, { viewport: phone })
  const type = async (column: string, value: string) => {
    await page.getByRole('textbox', { name: column, exact: true }).fill(value)
    await page.keyboard.press('Enter')
  }
  await type('Thực hiện tháng 8', '5')
  await type('Ước tháng 9', '7')
  const found = 'Tăng 40% so với kỳ trước 5, vượt ngưỡng 20%.'
  await page.getByText(`${found} Hãy ghi giải trình.`).waitFor()
  await page.getByRole('textbox', { name: 'Giải trình' }).fill('Vào năm học mới')
  await page.getByRole('textbox', { name: 'Giải trình' }).blur()
  await page.getByText(`${found} Đã giải trình.`).waitFor()
  await page.setViewportSize(desktop)
  await page.getByRole('button', { name: '1 cảnh báo' }).click()
  await page.getByRole('dialog').getByText(`${found} Đã giải trình.`).waitFor()
  await page.context().close()
})
