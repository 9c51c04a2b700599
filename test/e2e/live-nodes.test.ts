/**
 * Open screens at one node, writers at another: what was sent shows without a reload, also after a lost connection; what
 * is being typed shows to colleagues of the same agency and to nobody else.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { openPool } from '#server/platform/database.ts'
import { signIn } from '../api/client.ts'
import { follow } from '../api/follow.ts'
import { listeningApp } from '../api/listening.ts'
import { Journey } from '../builders/journey.ts'
import { submissionOf } from '../builders/province.ts'
import { openForm, waitForText } from './entry-form.ts'
import { aWorld, soonerThanAsking } from './world.ts'

const world = await aWorld({ isAlone: true })
const otherPool = openPool({ url: world.db.url })
const other = new Journey(await listeningApp({ pool: otherPool }))
after(() => otherPool.end())
const submission = await submissionOf(world.db.pool, 'SNNPTNT')
const [form] = (await other.view('lan', submission)).forms
const formId = form?.id ?? 0

function totalOf(page: Page): Locator {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Tổng sản lượng thủy sản' }) })
  return row.locator('[data-column="estimate"]')
}

/** Through the other node: corrected where it was sent already, and sent. */
async function send(caught: string): Promise<void> {
  const { state } = await other.view('lan', submission)
  if (state === 'sent') await other.take('phuc', submission, 'sendBack', { reason: 'Đề nghị xem lại.', cells: [] })
  await other.fill('lan', submission, { 'c11.estimate': caught, 'c12.estimate': '29480' })
  await other.bring('SNNPTNT', submission, 'sent')
}

test('a figure typed at another node shows on a colleague’s open form and review, and to no other agency', async () => {
  const colleague = await world.open('nhap.snnptnt')
  await openForm(colleague, submission, formId)
  const appraiser = await world.open('minh', `/review/${submission}?view=all`)
  await appraiser.getByRole('table').first().waitFor()
  const outsiders = await Promise.all(
    ['phuc', 'tam', 'thu', 'binh', 'nhap.syt'].map(async (login) => {
      const client = await signIn(world.url, login)
      return { login, client, stream: await follow(world.url, client) }
    }),
  )
  await other.fill('lan', submission, { 'c11.estimate': '4321' }, null)
  await waitForText(colleague, { row: 'Sản lượng khai thác', column: 'Ước tháng 9' }, '4.321')
  await appraiser.getByRole('row').filter({ hasText: 'Sản lượng khai thác' }).filter({ hasText: '4.321' }).waitFor()
  for (const { login, client, stream } of outsiders) {
    assert.deepEqual(stream.changes, [], `${login} hears nothing`)
    stream.close()
    const asked = [`/api/submissions/${submission}`, `/api/submissions/${submission}/forms/${formId}`]
    for (const path of asked) assert.equal((await client.get(path)).status, 404, `${login} ${path}`)
    const { body } = await client.get('/api/changes?after=0.0')
    assert.ok(!JSON.stringify(body).includes(`"submission":"${submission}"`), `${login} reads nothing back`)
  }
  await colleague.context().close()
  await appraiser.context().close()
})

test('a figure sent through another node moves the open table of the province, again and again', async () => {
  const page = await world.open('phuc', '/province/2026-09?reading=provisional')
  await totalOf(page).waitFor()
  for (const [caught, total] of [
    ['7250', '36.730'],
    ['7340', '36.820'],
  ] as const) {
    await send(caught)
    await totalOf(page).filter({ hasText: total }).waitFor()
  }
  await page.context().close()
})

test('it shows as soon while somebody writes on and on, as a long import does', async () => {
  const page = await world.open('phuc', '/province/2026-09?reading=provisional')
  await totalOf(page).filter({ hasText: '36.820' }).waitFor()
  const importer = await world.db.pool.connect()
  await importer.query('begin')
  await importer.query('select pg_current_xact_id()')
  await send('7350')
  await totalOf(page).filter({ hasText: '36.830' }).waitFor({ timeout: soonerThanAsking })
  await importer.query('commit')
  importer.release()
  await page.context().close()
})

test('what happened while the connection was lost shows when it is back, without a reload', async () => {
  const page = await world.open('phuc', '/province/2026-09?reading=provisional')
  await totalOf(page).filter({ hasText: '36.830' }).waitFor()
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  await page.context().setOffline(true)
  await page.getByText(/Mất kết nối từ/).waitFor()
  await send('7401')
  await page.context().setOffline(false)
  await totalOf(page).filter({ hasText: '36.881' }).waitFor()
  assert.equal(await page.evaluate(() => 'isSamePage' in window), true)
  await page.context().close()
})
