import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCell } from '../quantity/vietnamese-number.ts'
import { decimalsOf, withinDecimals } from './cell-decimals.ts'

for (const [typed, decimals, code] of [
  ['1.234,5', 0, 'cell.too-many-decimals'],
  ['1.234,5', 1, undefined],
  ['1.234,50', 1, undefined],
  ['1.234', 0, undefined],
  ['–', 0, undefined],
  ['…', 0, undefined],
  ['abc', 0, 'quantity.not-a-number'],
] as const) {
  test(`«${typed}» in a cell of ${decimals} decimals: ${code ?? 'taken'}`, () => {
    const read = withinDecimals(parseCell(typed), { text: typed, decimals })
    assert.equal(read.ok ? undefined : read.code, code)
  })
}

test('the decimals of a column outrank those of the indicator', () => {
  assert.equal(decimalsOf({ decimals: 0 }, { decimals: 2 }), 2)
  assert.equal(decimalsOf({ decimals: 1 }, {}), 1)
})
