import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProvinceTable } from '#contract/province.ts'
import { aRow, aTableCell } from '#test/builders/province-rows.ts'
import { widestNumber } from './column-width.ts'

function rowsOf(...values: readonly string[]): ProvinceTable['rows'] {
  const cells = values.map((value) => aTableCell({ column: 'estimate', value: { kind: 'number', value } }))
  return [aRow({ cells })]
}

for (const [value, fraction, wide] of [
  ['9999999', 0, undefined],
  ['99999999', 0, undefined],
  ['999999999', 0, 11],
  ['9999999.5', 1, 11],
  ['-123456789012.5', 1, 18],
  ['123456789012345678.123456', 6, 30],
] as const)
  test(`${value} with ${fraction} decimals takes ${wide ?? 'the usual'} characters`, () =>
    assert.equal(widestNumber(rowsOf('1', value), { key: 'estimate', fraction }), wide))

test('another column’s numbers do not widen a column', () => {
  assert.equal(widestNumber(rowsOf('123456789012'), { key: 'ytd', fraction: 0 }), undefined)
})
