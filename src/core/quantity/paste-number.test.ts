import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { absent, nothing, number } from './cell-value.ts'
import { readPastedNumbers } from './paste-number.ts'
import { formatVi } from './vietnamese-number.ts'

const valuesOf = (cells: readonly { readonly ok: boolean; readonly value?: unknown }[]) =>
  cells.map((cell) => (cell.ok ? cell.value : 'refused'))

for (const [texts, reading, decidedBy, values] of [
  [['1234', '5'], 'vi', undefined, [number('1234'), number('5')]],
  [['1.234', '12,5'], 'vi', 1, [number('1234'), number('12.5')]],
  [['1,234', '12.5'], 'en', 1, [number('1234'), number('12.5')]],
  [['1,234', '0.123'], 'en', 1, [number('1234'), number('0.123')]],
  [['1.234.567', '1.234'], 'vi', 0, [number('1234567'), number('1234')]],
  [['1,234,567', '1.234'], 'en', 0, [number('1234567'), number('1.234')]],
  [['0,123', '1.234'], 'vi', 0, [number('0.123'), number('1234')]],
  [['1,234.50', '', '-'], 'en', 0, [number('1234.5'), absent, nothing]],
  [['1\u00a0234', '7'], 'vi', undefined, [number('1234'), number('7')]],
  [['Ba Tri', '12.5'], 'en', 1, ['refused', number('12.5')]],
  [['12/5/2026', ''], 'vi', undefined, ['refused', absent]],
  [[], 'vi', undefined, []],
] as const) {
  test(`the block ${JSON.stringify(texts)} is read as ${reading}`, () => {
    const pasted = readPastedNumbers(texts)
    assert.ok(!pasted.ambiguous)
    assert.equal(pasted.reading, reading)
    assert.equal(pasted.decidedBy, decidedBy)
    assert.deepEqual(valuesOf(pasted.cells), values)
  })
}

test('a block of which every number could be either style is asked about, with both readings', () => {
  const pasted = readPastedNumbers(['1,234', '56', '7.890', '-'])
  assert.ok(pasted.ambiguous)
  assert.deepEqual(valuesOf(pasted.vi), [number('1.234'), number('56'), number('7890'), nothing])
  assert.deepEqual(valuesOf(pasted.en), [number('1234'), number('56'), number('7.89'), nothing])
  assert.deepEqual(pasted.differing, [0, 2])
})

test('a block with unmistakable numbers of both styles is asked about; each reading refuses the other’s', () => {
  const pasted = readPastedNumbers(['12,5', '12.5'])
  assert.ok(pasted.ambiguous)
  assert.deepEqual(valuesOf(pasted.vi), [number('12.5'), 'refused'])
  assert.deepEqual(valuesOf(pasted.en), ['refused', number('12.5')])
})

test('a refused English reading says what the text is in Vietnamese form', () => {
  const pasted = readPastedNumbers(['12,5', '12.5'])
  assert.ok(pasted.ambiguous)
  const details = { text: '12,5', suggestion: '12,5' }
  assert.deepEqual(pasted.en[0], { ok: false, code: 'quantity.ambiguous', details })
})

test('25 digits are refused in a block as when typed', () => {
  const pasted = readPastedNumbers(['1'.repeat(25)])
  assert.ok(!pasted.ambiguous)
  const [cell] = pasted.cells
  assert.ok(cell && !cell.ok && cell.code === 'quantity.too-many-digits')
})

test('a block written in Vietnamese form with one decimal comma is read back exactly, in any order', () => {
  const cents = fc.integer({ min: 1, max: 99 }).map((n) => number(`12345.${String(n).padStart(2, '0')}`))
  const whole = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => number(String(n)))
  fc.assert(
    fc.property(fc.array(whole), cents, (wholes, one) => {
      const values = [...wholes, one].reverse()
      const texts = values.map((value) => (value.kind === 'number' ? formatVi(value.value) : ''))
      const pasted = readPastedNumbers(texts)
      assert.ok(!pasted.ambiguous && pasted.reading === 'vi')
      assert.deepEqual(valuesOf(pasted.cells), values)
    }),
  )
})

test('no block crashes the reading', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => void readPastedNumbers(texts)))
})
