import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { absent, notApplicable, nothing, number } from './cell-value.ts'
import { decimalText } from './exact.ts'
import { formatTyped, formatVi, parseCell, parseTyped } from './vietnamese-number.ts'

for (const [typed, value] of [
  ['1234', '1234'],
  ['1.234', '1234'],
  ['1.234.567,89', '1234567.89'],
  ['1,234', '1.234'],
  ['1,5', '1.5'],
  ['0,5', '0.5'],
  ['-1.234,5', '-1234.5'],
  ['\u22121.234,5', '-1234.5'],
  ['+7', '7'],
  ['-0', '0'],
  ['  12,30 ', '12.3'],
  ['\u00a012\u00a0', '12'],
  ['1\u00a0234\u00a0567,5', '1234567.5'],
  ['1\u202f234', '1234'],
  ['007', '7'],
  ['1,0000000', '1'],
  ['123.456.789.012.345.678,123456', '123456789012345678.123456'],
] as const) {
  test(`${JSON.stringify(typed)} typed is ${value}`, () => assert.deepEqual(parseTyped(typed), { ok: true, value }))
}

for (const [typed, code, suggestion] of [
  ['1.23', 'quantity.ambiguous', '1,23'],
  ['1.2345', 'quantity.ambiguous', '1,2345'],
  ['0.123', 'quantity.ambiguous', '0,123'],
  ['1,234.5', 'quantity.ambiguous', '1.234,5'],
  ['1,234,567', 'quantity.ambiguous', '1.234.567'],
  ['１２３', 'quantity.ambiguous', '123'],
  ['1 234', 'quantity.ambiguous', '1.234'],
  ['–5', 'quantity.ambiguous', '\u22125'],
  ['(1.234)', 'quantity.ambiguous', '\u22121.234'],
  ['12%', 'quantity.ambiguous', '12'],
  ['1.234\u00a0567', 'quantity.not-a-number', undefined],
  ['- 5', 'quantity.ambiguous', '\u22125'],
  ['12 %', 'quantity.ambiguous', '12'],
  ['1.23.456', 'quantity.not-a-number', undefined],
  ['1,2,3', 'quantity.not-a-number', undefined],
  ['12 tấn', 'quantity.not-a-number', undefined],
  ['1e5', 'quantity.not-a-number', undefined],
  ['0x10', 'quantity.not-a-number', undefined],
  ['--5', 'quantity.not-a-number', undefined],
  [',5', 'quantity.not-a-number', undefined],
  ['5,', 'quantity.not-a-number', undefined],
  ['Infinity', 'quantity.not-a-number', undefined],
  ['', 'quantity.not-a-number', undefined],
] as const) {
  test(`${JSON.stringify(typed)} typed is refused (${code}), understood as ${suggestion}`, () => {
    const parsed = parseTyped(typed)
    assert.ok(!parsed.ok)
    assert.equal(parsed.code, code)
    assert.equal(parsed.details.suggestion, suggestion)
    assert.equal(parsed.details.text, typed)
  })
}

test('25 digits are refused with the count and the limits', () => {
  assert.deepEqual(parseTyped('1'.repeat(25)), {
    ok: false,
    code: 'quantity.too-many-digits',
    details: { text: '1'.repeat(25), integerDigits: 25, decimals: 0, maxIntegerDigits: 18, maxDecimals: 6 },
  })
})

test('seven decimals are refused, not rounded', () => {
  const parsed = parseTyped('1,1234567')
  assert.ok(!parsed.ok && parsed.code === 'quantity.too-many-digits')
})

for (const [typed, value] of [
  ['', absent],
  ['  ', absent],
  ['…', absent],
  ['...', absent],
  ['-', nothing],
  ['–', nothing],
  [' — ', nothing],
  ['x', notApplicable],
  ['X', notApplicable],
  ['×', notApplicable],
  ['0', number('0')],
  ['1.234,5', number('1234.5')],
] as const) {
  test(`a cell in which ${JSON.stringify(typed)} was typed says ${JSON.stringify(value)}`, () => {
    assert.deepEqual(parseCell(typed), { ok: true, value })
  })
}

for (const [value, decimals, shown] of [
  ['1234.5', undefined, '1.234,5'],
  ['-1234567', undefined, '\u22121.234.567'],
  ['123', undefined, '123'],
  ['0', 2, '0,00'],
  ['1234.565', 2, '1.234,57'],
  ['999.995', 2, '1.000,00'],
  ['-0.004', 2, '0,00'],
  ['-0.5', 0, '\u22121'],
] as const) {
  test(`${value} with ${decimals ?? 'all its'} decimals is shown as ${shown}`, () => {
    const text = decimalText(value)
    assert.ok(text !== undefined)
    assert.equal(formatVi(text, decimals), shown)
  })
}

const storable = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), fc.integer({ min: 0, max: 999_999 }))
  .map(([negative, whole, millionths]) => {
    const text = decimalText(`${negative ? '-' : ''}${whole}.${String(millionths).padStart(6, '0')}`)
    assert.ok(text !== undefined)
    return text
  })

test('what is shown, or put in the editor, reads back as the same number', () => {
  fc.assert(
    fc.property(storable, (value) => {
      assert.deepEqual(parseTyped(formatVi(value)), { ok: true, value })
      assert.deepEqual(parseTyped(formatTyped(value)), { ok: true, value })
    }),
  )
})

test('a suggestion reads back as a number', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-+ %(x１') }), (text) => {
      const parsed = parseTyped(text)
      if (!parsed.ok && parsed.details.suggestion !== undefined) assert.ok(parseTyped(parsed.details.suggestion).ok)
    }),
  )
})

test('no text crashes the reading of a cell', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseCell(text)))
  assert.equal(parseCell('1'.repeat(1_000_000)).ok, false)
  assert.equal(parseCell('1.111'.repeat(100_000)).ok, false)
})
