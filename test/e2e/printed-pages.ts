/** A page as it is printed. */
import { inflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/**
 * How many texts each sheet bears, in order. Chromium writes a sheet's content as one compressed stream, and every text
 * on it between BT and ET; the letters themselves are numbers of a font, so texts are counted, not read.
 */
export async function textsOnSheets(page: Page): Promise<readonly number[]> {
  const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const objects = new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, text]) => [id, text]),
  )
  const sheets = [...objects.values()].filter((text) => /\/Type \/Page\b(?!s)/.test(text ?? ''))
  return sheets.map((sheet) => {
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(sheet ?? '')?.[1]) ?? ''
    const stream = content.slice(content.indexOf('stream\n') + 7, content.lastIndexOf('\nendstream'))
    return (
      inflateSync(Buffer.from(stream, 'latin1'))
        .toString('latin1')
        .match(/\bBT\b/g)?.length ?? 0
    )
  })
}
