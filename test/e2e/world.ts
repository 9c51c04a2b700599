/**
 * The province in a browser: the built client given out by the real server on a clone of the test province. One browser
 * for a test file; every person has a context of their own, as if each sat at their own machine.
 */
import { after } from 'node:test'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { testApp } from '../api/app.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, type ProvinceOptions } from '../builders/province.ts'
import { type CastMember, password } from '../cast.ts'
import type { TestDatabase } from '../db.ts'
import { openBrowser } from './browser.ts'

type Login = CastMember | (string & {})

export interface World {
  readonly db: TestDatabase
  readonly url: string
  /** The same province over HTTP, to bring things on their way. */
  readonly journey: Journey
  readonly browser: Browser
  /** A machine of its own, nobody signed in. */
  readonly machine: (options?: BrowserContextOptions) => Promise<BrowserContext>
  /** A page at `path` with that person signed in, on a machine of their own. */
  readonly open: (login: Login, path?: string, options?: BrowserContextOptions) => Promise<Page>
}

export const desktop = { width: 1366, height: 768 } as const
export const phone = { width: 360, height: 740 } as const
/** For what comes sooner or later: a program that has just started reads its first table for seconds, beside other tests. */
export const patience = 60_000
/** For what a page hears at once: were it not told, it would ask by itself after fifteen seconds. */
export const soonerThanAsking = 10_000

export async function signInAs(page: Page, login: Login): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(login)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('button', { name: /^Tài khoản của/ }).waitFor()
}

export async function aWorld(options: ProvinceOptions = {}): Promise<World> {
  const browser = await openBrowser()
  const closing = [() => browser.close()]
  // Registered before the database registers its own: nobody may ask it for anything when it goes.
  after(async () => {
    for (const close of closing) await close()
  })
  const db = await aProvince(options)
  const app = await testApp(db)
  closing.push(() => app.close())
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const machine: World['machine'] = async (more = {}) => {
    const context = await browser.newContext({ baseURL: url, locale: 'vi-VN', viewport: desktop, ...more })
    context.setDefaultTimeout(patience)
    return context
  }
  return {
    db,
    url,
    browser,
    machine,
    journey: new Journey(url),
    open: async (login, path = '/', more = {}) => {
      const page = await (await machine(more)).newPage()
      await page.goto(`/sign-in?next=${encodeURIComponent(path)}`)
      await signInAs(page, login)
      return page
    },
  }
}
