/**
 * Pictures of the README, from a running program with the demonstration data:
 * `node test/e2e/take-pictures.ts http://localhost:8080` writes docs/images/*.png.
 */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'

const folder = join(import.meta.dirname, '../../docs/images')
const base = process.argv[2] ?? 'http://localhost:8080'

async function pageOf(browser: Browser, account: string): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  await page.goto(base)
  await page.fill('input[name=username]', account)
  await page.fill('input[name=password]', 'Baocao@2026')
  await page.keyboard.press('Enter')
  await page.waitForSelector('a[href="/"]')
  return page
}

async function takePicture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => {})
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

const browser = await openBrowser()
try {
  const lan = await pageOf(browser, 'lan')
  await lan.locator('a[href^="/entry/"]').first().click()
  await lan.waitForSelector('[role=grid]')
  await takePicture(lan, 'entry')
  const phuc = await pageOf(browser, 'phuc')
  await phuc.goto(`${base}/province`)
  await phuc.waitForURL(/\/province\/\d/)
  await phuc.goto(`${phuc.url().split('?')[0]}?reading=provisional&row=a31&column=estimate`)
  await phuc.waitForSelector('table')
  await takePicture(phuc, 'province')
} finally {
  await browser.close()
}
