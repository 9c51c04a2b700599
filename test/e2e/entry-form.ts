/** A form being typed, as the person sees it: a row by its name, a column by its heading. */
import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Locator, Page } from 'playwright-core'
import { patience } from './world.ts'

export interface At {
  readonly row: string
  readonly column: string
}

/** Opens the form with that title of the submission. */
export async function openForm(page: Page, submission: string, form: number): Promise<void> {
  await page.goto(`/entry/${submission}/${form}`)
  await page.getByRole('grid').waitFor()
}

export async function cellAt(page: Page, { row, column }: At): Promise<Locator> {
  const heading = page.getByRole('grid').getByRole('columnheader', { name: column, exact: true })
  const index = await heading.getAttribute('aria-colindex')
  assert.ok(index, `the form has a column «${column}»`)
  const named = page.getByRole('rowheader', { name: row, exact: true })
  return page.getByRole('grid').getByRole('row').filter({ has: named }).locator(`td[aria-colindex="${index}"]`)
}

/** The input that lies over the cell while it is the active one. */
function inputAt(page: Page, { row, column }: At): Locator {
  const name = new RegExp(`^${escaped(row)}, ${escaped(column)}, `)
  return page.getByRole('main').getByRole('textbox', { name })
}

export async function goTo(page: Page, at: At): Promise<void> {
  const input = inputAt(page, at)
  if ((await input.count()) === 0) await (await cellAt(page, at)).click()
  await input.waitFor()
}

/** Types as into paper: over what stands there, then the next key. */
export async function typeCell(page: Page, at: At, text: string, thenPress = 'Enter'): Promise<void> {
  await goTo(page, at)
  await page.keyboard.type(text)
  await page.keyboard.press(thenPress)
}

/** What the cell shows, without its mark. */
export async function shownAt(page: Page, at: At): Promise<string> {
  return ((await (await cellAt(page, at)).textContent()) ?? '').trim()
}

/** Waits for a mark of the cell, by its word: «đã lưu», «chờ gửi», «chưa nhận». */
export async function waitForMark(page: Page, at: At, mark: string): Promise<void> {
  await (await cellAt(page, at)).getByRole('img', { name: mark }).waitFor()
}

/**
 * Waits until everything typed on the page has reached the server, by the word below the form, which stays; the mark
 * «đã lưu» of a cell is gone after three seconds, and a slow machine looks later.
 */
export async function waitUntilSaved(page: Page): Promise<void> {
  await page.getByText(/^Đã lưu \d+ (giây|phút) trước$/).waitFor()
}

/** Asks until that is the answer: for what is saved after something else, of which the word below the form speaks already. */
export async function waitUntilEqual(ask: () => Promise<unknown>, expected: unknown): Promise<void> {
  const end = Date.now() + patience
  let answer = await ask()
  while (!isDeepStrictEqual(answer, expected) && Date.now() < end) {
    await wait(100)
    answer = await ask()
  }
  assert.deepEqual(answer, expected)
}

export async function waitForText(page: Page, at: At, text: string): Promise<void> {
  await (await cellAt(page, at)).filter({ hasText: text }).waitFor()
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
