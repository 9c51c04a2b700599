/** Opens the grid's own page and speaks of its cells as `row:column`. */
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import type { ServedPage } from '../browser.ts'
import { openBrowser, servePage } from '../browser.ts'
import type { HarnessWindow } from './harness/main.ts'

export interface OpenGrid {
  readonly page: Page
  /** Makes the cell active. */
  readonly go: (at: string) => Promise<void>
  readonly shown: (at: string) => Promise<string>
  /** What a part of the page says. */
  readonly said: (selector: string) => Promise<string>
  readonly marked: (at: string) => Promise<string | null>
  readonly active: () => Promise<string>
  readonly typed: () => Promise<string>
  readonly keys: (...keys: readonly string[]) => Promise<void>
  /** What was committed since the page was opened: `row:column=text`, one list a step. */
  readonly commits: () => Promise<readonly string[][]>
  readonly paste: (texts: { readonly text?: string; readonly html?: string }) => Promise<void>
  readonly close: () => Promise<void>
}

export interface GridSite {
  readonly open: (query?: string) => Promise<OpenGrid>
  readonly close: () => Promise<void>
}

export async function gridSite(name: string): Promise<GridSite> {
  const served: ServedPage = await servePage(fileURLToPath(new URL('./harness', import.meta.url)), name)
  const browser: Browser = await openBrowser()
  return {
    open: (query = '') => openGrid(browser, served.url + query),
    close: async () => {
      await browser.close()
      await served.close()
    },
  }
}

const selectorOf = (at: string): string => {
  const [row, column] = at.split(':')
  return `[data-row="${row}"] [data-column="${column}"]`
}

async function openGrid(browser: Browser, url: string): Promise<OpenGrid> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForSelector('.grid-cell')
  await page.evaluate(() => document.fonts.ready)
  return {
    page,
    go: async (at) => page.locator(selectorOf(at)).click(),
    shown: async (at) => (await page.locator(selectorOf(at)).allInnerTexts()).join(' ').replace(/\s+/gu, ' ').trim(),
    said: async (selector) => (await page.locator(selector).allInnerTexts()).join(' '),
    marked: async (at) =>
      page
        .locator(`${selectorOf(at)} .grid-mark svg`)
        .first()
        .getAttribute('aria-label'),
    active: () =>
      page.evaluate(() => {
        const cell = document.querySelector<HTMLElement>('.grid-active')
        return `${cell?.closest('tr')?.dataset.row}:${cell?.dataset.column}`
      }),
    typed: () => page.locator('.grid-input').inputValue(),
    keys: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key)
    },
    commits: () =>
      page.evaluate(() =>
        (window as unknown as HarnessWindow).harness.commits.map((step) =>
          step.map(({ row, column, text }) => `${row}:${column}=${text}`),
        ),
      ),
    paste: (texts) =>
      page.evaluate(({ text, html }) => {
        const clipboardData = new DataTransfer()
        if (text !== undefined) clipboardData.setData('text/plain', text)
        if (html !== undefined) clipboardData.setData('text/html', html)
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        document.querySelector('.grid-input')?.dispatchEvent(event)
      }, texts),
    close: () => context.close(),
  }
}
