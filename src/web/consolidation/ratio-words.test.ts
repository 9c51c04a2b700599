import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aColumn, aRow, aTableCell } from '#test/builders/province-rows.ts'
import { vi } from '../platform/text/vi.ts'
import { ratioWords } from './ratio-words.ts'

const columns = [
  aColumn(),
  aColumn({ key: 'rYtd', role: 'ratio', decimals: 1 }),
  aColumn({ key: 'rPlan', role: 'ratio', decimals: 1 }),
]
const rowWith = (index: string | null, share: string | null) =>
  aRow({
    cells: [
      aTableCell(),
      ...(index === null ? [] : [aTableCell({ column: 'rYtd', value: { kind: 'number', value: index } })]),
      ...(share === null ? [] : [aTableCell({ column: 'rPlan', value: { kind: 'number', value: share } })]),
    ],
  })

for (const [index, share, expected] of [
  ['109.44', '70.25', ['tăng 9,4% so với cùng kỳ', 'đạt 70,3% kế hoạch năm']],
  ['98.1', null, ['giảm 1,9% so với cùng kỳ']],
  ['100.04', null, ['không đổi so với cùng kỳ']],
  [null, null, []],
] as const) {
  test(`an index of ${index} and a share of ${share} are said ${JSON.stringify(expected)}`, () => {
    assert.deepEqual(ratioWords(vi, { row: rowWith(index, share), columns, column: 'ytd' }), expected)
  })
}

test('the figure of the month is not compared by the ratios of the year to date', () => {
  assert.deepEqual(ratioWords(vi, { row: rowWith('109.4', '70.3'), columns, column: 'estimate' }), [])
})
