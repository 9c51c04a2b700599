/** Going through a page with the Tab key alone. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

const mostStops = 120

/** Presses Tab (or Shift+Tab) until what has the focus is called `name`. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  way: 'forwards' | 'backwards' = 'forwards',
): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press(way === 'forwards' ? 'Tab' : 'Shift+Tab')
    const focused = await focusedName(page)
    if (typeof name === 'string' ? focused === name : name.test(focused)) return
    passed.push(focused)
  }
  assert.fail(`Tab does not reach «${name}»; it passes ${JSON.stringify([...new Set(passed)])}`)
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const it = document.activeElement
    const label = it instanceof HTMLInputElement ? it.labels?.[0]?.textContent : undefined
    return (it?.getAttribute('aria-label') ?? label ?? it?.textContent ?? '').trim()
  })
}
