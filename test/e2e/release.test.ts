/** Screens that stand open while a release time comes: they show the figure by themselves, and not before. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { releaseCall, runRelease } from '#server/figures/index.ts'
import { databaseNow } from '#server/platform/clock.ts'
import { publish } from '#server/platform/feed.ts'
import { submissionOf } from '../builders/province.ts'
import { releaseIn } from '../builders/releases.ts'
import { atTerminal } from '../builders/terminal.ts'
import { aWorld } from './world.ts'

const world = await aWorld({ isAlone: true })
const { db, journey } = world
const submission = await submissionOf(db.pool, 'CTK')
await journey.bring('CTK', submission, 'accepted', { 'a1.estimate': '107.35' })
const industry = { indicator: 'CN.01', span: ['2026-09-01', '2026-09-30'] } as const
const said = '107,35'

const inTable = (page: Page) => page.locator('[data-row=b1][data-column=estimate]')
const inExplorer = (page: Page) => page.locator('td[data-row="0"][data-column="0"]')
const waiting = 'td[title^="Chưa đến giờ công bố"]'

/** Withholds the figure again, for an hour, and has open screens read it anew. */
async function withhold(): Promise<void> {
  await releaseIn(db.owner, 3_600, industry)
  const everybody = { agencyId: null, receiverId: null, level: 'accepted', payload: {} } as const
  for (const topic of ['figures', 'submission'] as const) await publish(db.pool, { ...everybody, topic })
}

test('an open table shows a figure within a second of its release', async () => {
  const page = await world.open('phuc', '/province/2026-09')
  await inTable(page).filter({ hasText: said }).waitFor()
  const late: number[] = []
  // Tests share the machine: of three, the fastest is held against the limit.
  while (late.length < 3 && !late.some((ms) => ms < 1_000)) {
    await withhold()
    await inTable(page).filter({ hasNotText: said }).waitFor()
    const releasedAt = await releaseIn(db.owner, 1.5, industry)
    await inTable(page).filter({ hasText: said }).waitFor()
    const shownAt = await databaseNow(db.pool)
    assert.ok(shownAt > releasedAt, 'not before its time')
    late.push(Date.parse(shownAt) - Date.parse(releasedAt))
  }
  assert.ok(Math.min(...late) < 1_000, `shown after ${late.join(', ')} ms`)
  await page.context().close()
})

test('so do the explorer with its explanation, and the report where the receiver reads it', async () => {
  await releaseIn(db.owner, 3_600, industry)
  const q = 'v1 indicators CN.01 areas 83 periods 2026-09 show table'
  const cell = 'CN.01 83 2026-09 best'
  const explorer = await world.open('binh', `/explore?${new URLSearchParams({ q, cell })}`)
  const review = await world.open('phuc', `/review/${submission}?view=all`)
  const panel = explorer.getByRole('complementary', { name: 'Giải thích con số' })
  await panel.waitFor()
  await inExplorer(explorer).getByText('Chưa có số').waitFor({ state: 'attached' })
  await review.locator(waiting).first().waitFor()
  assert.equal(await panel.getByText(said).count(), 0)
  await releaseIn(db.owner, 1, industry)
  await inExplorer(explorer).filter({ hasText: said }).waitFor()
  await panel.locator('.explain-number > b', { hasText: said }).waitFor()
  await review.getByText(said).first().waitFor()
  for (const page of [explorer, review]) await page.context().close()
})

test('the command hides a figure on open screens within a second, and cancelled shows it as soon', async () => {
  await releaseIn(db.owner, -1, industry)
  const table = await world.open('phuc', '/province/2026-09')
  const review = await world.open('phuc', `/review/${submission}?view=all`)
  await inTable(table).filter({ hasText: said }).waitFor()
  await review.getByText(said).first().waitFor()
  const [hidden, shown] = [{ hasNotText: said }, { hasText: said }]
  /** Milliseconds from the answer of the command to the table; the report is waited for as well. */
  const after = async (asked: readonly string[], expected: typeof hidden | typeof shown): Promise<number> => {
    const args = ['CN.01', '--period', '2026-09', '--by', 'pheduyet.ctk', ...asked]
    assert.ok((await atTerminal(releaseCall, args, (read, say) => runRelease(db.pool, read, say))).isGood)
    const began = Date.now()
    await inTable(table).filter(expected).waitFor()
    const took = Date.now() - began
    await (expected === hidden ? review.locator(waiting) : review.getByText(said)).first().waitFor()
    return took
  }
  const late: number[] = []
  while (late.length < 3 && !late.some((ms) => ms < 1_000)) {
    late.push(Math.max(await after(['--at', '2026-10-06 09:00'], hidden), await after(['--cancel'], shown)))
  }
  assert.ok(Math.min(...late) < 1_000, `after ${late.join(', ')} ms`)
  for (const page of [table, review]) await page.context().close()
})

test('a screen without a connection at the instant shows the figure when it has one again, without a reload', async () => {
  await releaseIn(db.owner, 3_600, industry)
  const page = await world.open('binh', '/province/2026-09')
  await inTable(page).filter({ hasNotText: said }).waitFor()
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  await page.context().setOffline(true)
  await page.getByText(/Mất kết nối từ/u).waitFor()
  const releasedAt = await releaseIn(db.owner, 0.5, industry)
  while ((await databaseNow(db.pool)) < releasedAt) await page.waitForTimeout(100)
  await page.waitForTimeout(1_500)
  assert.doesNotMatch((await inTable(page).textContent()) ?? '', /107/u)
  await page.context().setOffline(false)
  await inTable(page).filter({ hasText: said }).waitFor()
  assert.equal(await page.evaluate(() => 'isSamePage' in window), true)
  await page.context().close()
})
