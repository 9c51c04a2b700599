/** Filling a form on a phone: one row a screen, the same rules at the cell. */
import { test } from 'node:test'
import { submissionOf } from '../builders/province.ts'
import { aWorld, phone } from './world.ts'

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
