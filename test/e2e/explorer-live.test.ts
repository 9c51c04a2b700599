/** A table of figures that is open while a report is accepted elsewhere. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { submissionOf } from '../builders/province.ts'
import { aWorld } from './world.ts'

const world = await aWorld()

test('a figure accepted elsewhere stands in the open table at once, and the cell in focus keeps it', async () => {
  const q = 'v1 indicators TC.01.2 TC.01.1 areas 83 periods 2026-09 2026-9M show table rows indicator'
  const page = await world.open('phuc', `/explore?${new URLSearchParams({ q })}`)
  const cell = page.locator('td[data-row="0"][data-column="1"]')
  await cell.getByText('Chưa có số').waitFor({ state: 'attached' })
  await cell.focus()
  await world.journey.bring('HQ', await submissionOf(world.db.pool, 'HQ'), 'accepted')
  await cell.filter({ hasText: /\d,\d$/u }).waitFor()
  const focused = await page.evaluate(() => ({ ...(document.activeElement as HTMLElement | null)?.dataset }))
  assert.deepEqual(focused, { row: '0', column: '1' })
  await page.context().close()
})
