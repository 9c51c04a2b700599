/**
 * What a page says in Vietnamese of its own: texts with Vietnamese letters, less everything that came as data from the
 * server (names of people, agencies, indicators, periods).
 */
import type { Page } from 'playwright-core'

const vietnamese = /[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]/u
/** Periods are put together from data; each language is offered in its own words. */
const periods = /(\d+ tháng (đầu |cuối )?)?(tháng|quý|năm) [\d/ivx]+/giu
const ownNames = ['Tiếng Việt']

/** Collects the texts of the server's answers from now on; asked for them, it waits for those that are still being read. */
export function dataOf(page: Page): () => Promise<ReadonlySet<string>> {
  const answers: Promise<unknown>[] = []
  page.on('response', (response) => {
    if (!response.url().includes('/api/') || !(response.headers()['content-type'] ?? '').includes('json')) return
    answers.push(response.json().catch(() => null))
  })
  return async () => {
    const data = new Set<string>(ownNames)
    for (const answer of await Promise.all(answers)) collect(answer, data)
    return data
  }
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value)
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part, into)
}

export async function vietnameseLeft(page: Page, data: ReadonlySet<string>): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const shown: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) shown.push(node.getAttribute(name) ?? '')
      } else if (!['NOSCRIPT', 'SCRIPT', 'STYLE'].includes(node.parentElement?.tagName ?? '')) {
        shown.push(node.textContent ?? '')
      }
    }
    return [...shown, document.title]
  })
  const known = [...data].filter((text) => vietnamese.test(text)).map((text) => text.toLowerCase())
  return [...new Set(texts.filter((text) => vietnamese.test(uncovered(text.toLowerCase(), known))))]
}

/** What of a text is part of no known one; known ones may overlap in it. */
function uncovered(text: string, known: readonly string[]): string {
  const isCovered = Array.from(text, () => false)
  const cover = (from: number, length: number) => isCovered.fill(true, from, from + length)
  for (const one of known)
    for (let from = text.indexOf(one); from >= 0; from = text.indexOf(one, from + 1)) cover(from, one.length)
  for (const { 0: period, index } of text.matchAll(periods)) cover(index, period.length)
  return [...text].filter((_, at) => !isCovered[at]).join('')
}
