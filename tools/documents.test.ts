/** Tables of the documents that repeat what the program decides: settings, periods, the path of a submission. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { period, periodName } from '#core/period/period.ts'
import { standardPath } from '#core/workflow/workflow.ts'
import { describeSettings } from '#server/platform/config.ts'

function page(path: string): string {
  return readFileSync(join(import.meta.dirname, '..', path), 'utf8')
}

/** 15/08/2026 – 14/09/2026, or 01/09 – 30/09/2026 within one year. */
function written({ from, to }: { readonly from: string; readonly to: string }, isShort: boolean): string {
  const day = (date: string): string => date.split('-').reverse().join('/')
  return `${isShort ? day(from).slice(0, 5) : day(from)} – ${day(to)}`
}

test('every setting of the program is in docs/operations/settings.md', () => {
  const text = page('docs/operations/settings.md')
  const variables = describeSettings({}).map((line) => line.split(' ')[0] ?? '')
  assert.deepEqual(
    variables.filter((variable) => !text.includes(`\`${variable}\``)),
    [],
  )
})

test('the spans of docs/domain/period.md are those of both calendars', () => {
  const rows = [...page('docs/domain/period.md').matchAll(/^\| `(\d{4}[^`]*)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
  assert.equal(rows.length, 7)
  for (const [, label = '', name, administrative, statistical] of rows) {
    const found = period(label)
    assert.deepEqual(
      [name, administrative, statistical],
      [periodName(found), written(found.span, false), written(period(label, 'statistical').span, true)],
    )
  }
})

test('the path of docs/domain/submission.md is the standard path', () => {
  const rows = page('docs/domain/submission.md').matchAll(/^\| `(\w+)`[^|]* \| `(\w+)`[^|]* \| `(\w+)` \|/gm)
  assert.deepEqual(
    [...rows].map(([, from, verb, to]) => ({ from, verb, to })),
    standardPath.map(({ from, verb, to }) => ({ from, verb, to })),
  )
})
