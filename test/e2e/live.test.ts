/** Eight windows of one browser on one stream of changes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContext, Page, Request } from 'playwright-core'
import { submissionOf } from '../builders/province.ts'
import { typeCell, waitForText } from './entry-form.ts'
import { aWorld, signInAs } from './world.ts'

const windows = 8
const soon = 2_000
const world = await aWorld({ isAlone: true })
const submission = await submissionOf(world.db.pool, 'SNNPTNT')
const [form] = (await world.journey.view('nhap.snnptnt', submission)).forms
const address = `/entry/${submission}/${form?.id}`

/** The streams of changes that are open now; a window whose stream ends is told by `requestfailed` or `requestfinished`. */
function openStreams(context: BrowserContext): ReadonlyMap<Request, Page> {
  const open = new Map<Request, Page>()
  context.on('request', (request) => {
    if (request.url().includes('/api/changes/stream')) open.set(request, request.frame().page())
  })
  const forget = (request: Request): void => void open.delete(request)
  context.on('requestfailed', forget)
  context.on('requestfinished', forget)
  return open
}

async function openWindows(context: BrowserContext, open: number): Promise<readonly Page[]> {
  const first = await context.newPage()
  await first.goto(`/sign-in?next=${address}`)
  await signInAs(first, 'lan')
  const others = await Promise.all(Array.from({ length: open - 1 }, () => context.newPage()))
  for (const page of others) await page.goto(address)
  for (const page of [first, ...others]) await page.getByRole('grid').waitFor()
  return [first, ...others]
}

const at = (row: string) => ({ row, column: 'Ước tháng 9' })

/** Milliseconds from the server's answer to the writer until all readers show the value. */
async function delayOf(writer: Page, readers: readonly Page[], row: string, value: number): Promise<number> {
  const saved = writer.waitForResponse((response) => response.url().endsWith('/edits') && response.ok())
  await typeCell(writer, at(row), String(value))
  await saved
  const began = Date.now()
  await Promise.all(readers.map((page) => waitForText(page, at(row), String(value))))
  return Date.now() - began
}

/** Every change must arrive; of three, the fastest is held against the limit, because tests share the machine. */
async function assertSoon(writer: Page, readers: readonly Page[], row: string): Promise<void> {
  const delays: number[] = []
  for (const value of [811, 812, 813]) {
    delays.push(await delayOf(writer, readers, row, value))
    if (Math.min(...delays) < soon) return
  }
  assert.fail(`changes arrive after ${delays.join(', ')} ms`)
}

test('eight windows follow through one stream, and another window takes over when the first is closed', async () => {
  const context = await world.machine()
  const streams = openStreams(context)
  const pages = await openWindows(context, windows)
  for (const page of pages) {
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByText('Cập nhật trực tiếp').waitFor()
    await page.keyboard.press('Escape')
  }
  const writer = pages.at(-1) as Page
  await assertSoon(writer, pages.slice(0, -1), 'Đàn trâu')
  assert.equal(streams.size, 1)

  const [leader] = streams.values()
  const rest = pages.filter((page) => page !== leader)
  const taken = Promise.race(rest.map((page) => page.waitForRequest(/changes\/stream/)))
  await leader?.close()
  await taken
  const [other, ...readers] = rest as [Page, ...Page[]]
  await assertSoon(other, readers, 'Đàn bò')
  assert.equal([...streams.values()].filter((page) => !page.isClosed()).length, 1)
  await context.close()
})
