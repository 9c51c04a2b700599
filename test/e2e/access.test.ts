/**
 * Every page as everybody can use it: nothing that axe calls serious, at a desk and on a phone; a title, one heading, a
 * way past the frame; in English no Vietnamese left over; on paper no interface.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { seriousFaults } from './faults.ts'
import { type Place, placesOf } from './places.ts'
import { dataOf, vietnameseLeft } from './vietnamese-left.ts'
import { aWorld, desktop, phone } from './world.ts'

const world = await aWorld()
const places = await placesOf(world)

/** One machine a person, signed in once. */
const machines = new Map<string, Promise<BrowserContext>>()
function machineOf(login: string | undefined): Promise<BrowserContext> {
  if (login === undefined) return world.machine()
  const known = machines.get(login) ?? world.open(login).then((page) => page.context())
  machines.set(login, known)
  return known
}

async function visit({ login, path, ready }: Place, viewport: { readonly width: number; readonly height: number }) {
  const page = await (await machineOf(login)).newPage()
  await page.setViewportSize(viewport)
  await page.addInitScript(() => localStorage.setItem('language', 'vi'))
  await page.goto(path)
  await ready(page)
  return page
}

for (const place of places) {
  test(`${place.name}: axe finds nothing serious at a desk; it has a title, a heading and a way past the frame`, async () => {
    const page = await visit(place, desktop)
    assert.deepEqual(await seriousFaults(page, place.part), [])
    assert.match(await page.title(), /\S+ · Báo cáo kinh tế – xã hội$/)
    assert.equal(await page.locator('h1:visible').count(), 1)
    assert.equal(await page.locator('main:visible').count(), 1)
    if (place.login !== undefined)
      assert.equal(await page.locator('a[href="#main"]').textContent(), 'Đến nội dung chính')
    await page.close()
  })

  test(`${place.name}: axe finds nothing serious on a phone, and nothing runs over the edge`, async () => {
    const page = await visit(place, phone)
    assert.deepEqual(await seriousFaults(page, place.part), [])
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0)
    await page.close()
  })

  test(`${place.name}: in English no Vietnamese is left but names and data`, async () => {
    const page = await (await machineOf(place.login)).newPage()
    await page.addInitScript(() => localStorage.setItem('language', 'en'))
    const data = dataOf(page)
    await page.goto(place.path)
    await place.ready(page)
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    assert.deepEqual(await vietnameseLeft(page, await data()), [])
    await page.close()
  })
}

test('the way past the frame is the first stop of the Tab key, and leads to the content', async () => {
  const page = await world.open('lan')
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('#main:focus').waitFor()
  await page.context().close()
})

for (const place of places.filter(({ name }) => name === 'a form' || name === 'all cells')) {
  test(`${place.name} on paper: the whole table under its own head, and no interface`, async () => {
    const page = await visit(place, desktop)
    await page.emulateMedia({ media: 'print' })
    assert.ok(await page.locator('.print-head').isVisible())
    await page.clock.setFixedTime(Date.now() + 30 * 86_400_000)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    const head = (await page.locator('.print-head').textContent()) ?? ''
    assert.match(head, /In lúc \d\d:\d\d 16\/10\/2026/, 'the hour of printing, not of opening')
    const paper = page.locator('.form-table:visible')
    assert.equal(await paper.locator('tbody tr:visible').count(), await paper.locator('tbody tr').count())
    const cut = await paper.evaluate((table) => {
      const around = (element: Element | null): Element[] =>
        element ? [element, ...around(element.parentElement)] : []
      return around(table.parentElement)
        .filter((it) => it.scrollHeight > it.clientHeight + 1 && getComputedStyle(it).overflowY !== 'visible')
        .map(({ className }) => className)
    })
    assert.deepEqual(cut, [])
    for (const chrome of ['.top', '.tools', '.status', '.work-head', '.decision', '.review-side'])
      assert.equal(await page.locator(`${chrome}:visible`).count(), 0, chrome)
    await page.close()
  })
}
