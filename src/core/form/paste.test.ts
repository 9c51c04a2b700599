import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseTsv, typedText } from './clipboard.ts'
import { parseClipboardHtml } from './clipboard-html.ts'
import type { PastedEntry, PasteTarget } from './paste.ts'
import { planPaste } from './paste.ts'

/** Column 0 is text, column 3 is computed, row 2 is a title. */
const target: PasteTarget = {
  rows: 5,
  columns: 4,
  isTitle: (row) => row === 2,
  takes: ({ row, column }) => (row === 2 || column === 3 ? 'no' : column === 0 ? 'text' : 'number'),
  decimals: () => 1,
}
const cellAt = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column })
const show = (entries: readonly PastedEntry[]) =>
  entries.map(
    ({ position, parsed }) => `${position.row}${position.column}=${parsed.ok ? typedText(parsed.value) : parsed.code}`,
  )
const paste = (text: string, range = cellAt(0, 1)) => planPaste(parseTsv(text), range, target)

test('cells land by position, and what has no place is counted', () => {
  const plan = paste('1,5\t2\t3\t4\n5\t\t7')
  assert.deepEqual(show(plan.vi), ['01=1,5', '02=2', '11=5'])
  assert.deepEqual(plan.notTaken, [
    { row: 0, column: 3 },
    { row: 1, column: 3 },
  ])
  assert.equal(plan.beyond, 1)
  assert.deepEqual(plan.range, { top: 0, left: 1, bottom: 1, right: 3 })
})

test('one cell fills a whole range, rows that take nothing apart', () => {
  const plan = paste('7', { top: 1, left: 1, bottom: 3, right: 2 })
  assert.deepEqual(show(plan.vi), ['11=7', '12=7', '31=7', '32=7'])
})

test('a block with numbers where a title is passes over the title', () => {
  const plan = paste('1\n2\n3', cellAt(1, 1))
  assert.deepEqual(show(plan.vi), ['11=1', '31=2', '41=3'])
  assert.equal(plan.range.bottom, 4)
})

test('a block with an empty row where the title is lands by position', () => {
  assert.deepEqual(show(paste('1\n\n3', cellAt(1, 1)).vi), ['11=1', '31=3'])
})

test('rows beyond the grid are counted, not wrapped', () => {
  const plan = paste('1\n2\n3', cellAt(4, 1))
  assert.deepEqual([show(plan.vi), plan.beyond, plan.range.bottom], [['41=1'], 2, 4])
})

test('a block that could be read two ways gives both readings', () => {
  const plan = paste('1,234\t860\n2,500\t-')
  assert.equal(plan.isAmbiguous, true)
  assert.deepEqual(show(plan.vi), ['01=1,234', '02=860', '11=2,5', '12=–'])
  assert.deepEqual(show(plan.en), ['01=1234', '02=860', '11=2500', '12=–'])
  assert.deepEqual(plan.differing, [0, 2])
})

test('an ordinal that lands among names does not decide how numbers are read', () => {
  const plan = planPaste(parseTsv('1.1\t1.234\n1.2\t12,5'), cellAt(0, 0), target)
  assert.equal(plan.isAmbiguous, false)
  assert.deepEqual(show(plan.vi), ['00=1.1', '01=1234', '10=1.2', '11=12,5'])
})

test('what is no number is refused in its own cell', () => {
  assert.deepEqual(show(paste('12,5\tchưa có').vi), ['01=12,5', '02=quantity.not-a-number'])
})

test('typed values need no question and lose only the decimals nobody saw', () => {
  const html = `<table><tr><td x:num="1234">1,234</td><td x:num="33.3333333333333">33.3</td></tr>
    <tr><td x:num="12.345">12.345</td><td x:num="1234567890123456789">1,234,567,890,123,456,789</td></tr></table>`
  const plan = planPaste(parseClipboardHtml(html) ?? [], cellAt(0, 1), target)
  assert.equal(plan.isAmbiguous, false)
  assert.deepEqual(show(plan.vi), ['01=1234', '02=33,3', '11=12,345', '12=quantity.too-many-digits'])
  assert.deepEqual(
    plan.vi.map((entry) => entry.isRounded),
    [false, true, false, false],
  )
})
