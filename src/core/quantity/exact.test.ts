import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Exact } from './exact.ts'
import {
  abs,
  compare,
  decimalText,
  digitsOf,
  dividedBy,
  exact,
  isStorable,
  isZero,
  minus,
  negate,
  plus,
  power,
  roundTo,
  sum,
  times,
  toText,
  zero,
} from './exact.ts'

const storable = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), fc.integer({ min: 0, max: 999_999 }))
  .map(([negative, whole, millionths]) => `${negative ? '-' : ''}${whole}.${String(millionths).padStart(6, '0')}`)

test('18 integer digits and 6 decimals survive addition and subtraction', () => {
  assert.equal(toText(plus(exact('999999999999999999.999999'), exact('-0.000001'))), '999999999999999999.999998')
  fc.assert(
    fc.property(storable, storable, (a, b) => {
      assert.equal(toText(minus(plus(exact(a), exact(b)), exact(b))), decimalText(a))
    }),
  )
})

test('multiplying and dividing by the same number gives the number back', () => {
  fc.assert(
    fc.property(storable, storable, (a, b) => {
      fc.pre(!isZero(exact(b)))
      assert.equal(toText(roundTo(dividedBy(times(exact(a), exact(b)), exact(b)), 6)), decimalText(a))
    }),
  )
})

const wholeNumber = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((each) => each !== 0)
const ofWhole = (each: number) => exact(String(each))

test('what ends is exact, also by way of quotients that do not end', () => {
  fc.assert(
    fc.property(wholeNumber, wholeNumber, wholeNumber, wholeNumber, (a, b, c, d) => {
      const [first, second] = [dividedBy(ofWhole(a), ofWhole(b)), dividedBy(ofWhole(c), ofWhole(d))]
      assert.equal(toText(times(first, ofWhole(b))), String(a))
      const cleared = times(times(plus(first, second), ofWhole(b)), ofWhole(d))
      assert.equal(BigInt(toText(cleared)), BigInt(a) * BigInt(d) + BigInt(c) * BigInt(b))
      assert.equal(compare(times(first, second), dividedBy(times(ofWhole(a), ofWhole(c)), ofWhole(b * d))), 0)
    }),
  )
})

test('one number come to in two ways leaves nothing; numbers that differ in a sound digit differ', () => {
  const [seventh, third] = [dividedBy(exact('1'), exact('7')), dividedBy(exact('1'), exact('3'))]
  assert.ok(isZero(minus(times(seventh, exact('2')), dividedBy(exact('2'), exact('7')))))
  assert.equal(compare(third, exact(`0.${'3'.repeat(54)}`)), 1)
  assert.equal(toText(minus(third, exact('0.333333'))), `0.000000${'3'.repeat(54)}`)
  assert.equal(toText(plus(exact(`1${'0'.repeat(54)}`), exact('1'))), `1${'0'.repeat(53)}1`)
})

test('half of a unit is rounded up, however it was come to', () => {
  assert.equal(toText(roundTo(times(dividedBy(exact('1'), exact('12')), exact('6')), 0)), '1')
})

test('a sum does not depend on the order of its terms', () => {
  fc.assert(
    fc.property(fc.array(storable, { maxLength: 20 }), (texts) => {
      const terms = texts.map(exact)
      assert.equal(toText(sum(terms)), toText(sum(terms.toReversed())))
    }),
  )
})

for (const [text, canonical] of [
  ['0', '0'],
  ['-0', '0'],
  ['-0.000', '0'],
  ['007.50', '7.5'],
  ['-12.000000000', '-12'],
  ['1234567890.123456', '1234567890.123456'],
  ['1.1234567', undefined],
  ['1234567890123456789', undefined],
  ['000000000000000000000001', '1'],
  ['1e5', undefined],
  ['+1', undefined],
  ['1.', undefined],
  ['.5', undefined],
  ['1,5', undefined],
  ['', undefined],
  ['１', undefined],
  ['1\n', undefined],
  ['NaN', undefined],
] as const) {
  test(`the wire form ${JSON.stringify(text)} reads as ${canonical}`, () => assert.equal(decimalText(text), canonical))
}

test('text from a computation is canonical: reading it as wire form changes nothing', () => {
  fc.assert(
    fc.property(storable, (text) => {
      const written = toText(exact(text))
      assert.equal(decimalText(written), written)
      assert.equal(decimalText(text), written)
    }),
  )
})

test('no text crashes the reading of the wire form', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void decimalText(text)))
})

for (const [text, decimals, expected] of [
  ['2.5', 0, '3'],
  ['-2.5', 0, '-3'],
  ['2.45', 1, '2.5'],
  ['-2.449', 1, '-2.4'],
  ['109.725', 2, '109.73'],
  ['0.0000005', 6, '0.000001'],
  ['-0.4', 0, '0'],
  ['15550', -2, '15600'],
  ['-15550', -2, '-15600'],
] as const) {
  test(`${text} rounded to ${decimals} decimals is ${expected}`, () => {
    assert.equal(toText(roundTo(exact(text), decimals)), expected)
  })
}

test('a computed zero has no sign', () => {
  assert.equal(toText(negate(zero)), '0')
  assert.equal(toText(times(exact('-1'), zero)), '0')
})

for (const [base, exponent, expected] of [
  ['2', '10', '1024'],
  ['0', '0', '1'],
  ['0', '-1', undefined],
  ['-8', '0.5', undefined],
  ['10', '1000000000', undefined],
  ['10', '500', undefined],
  ['0.1', '900', undefined],
  ['4', '0.5', '2'],
  ['1331', '0.333333333333333333333333333333333333333333333333333333333333', '11'],
] as const) {
  test(`${base} to the power ${exponent} is ${expected}`, () => {
    const result = power(exact(base), exact(exponent))
    assert.equal(result && toText(result), expected)
  })
}

test('comparison orders by value, not by spelling', () => {
  assert.equal(compare(exact('10'), exact('9.5')), 1)
  assert.equal(compare(exact('1.50'), exact('1.5')), 0)
  assert.equal(compare(exact('-2'), exact('1')), -1)
  assert.equal(toText(abs(exact('-2.5'))), '2.5')
})

test('digits that carry no value do not count against the limits', () => {
  const text = decimalText('0999999999999999999.9999990')
  assert.ok(text !== undefined && isStorable(text))
  assert.deepEqual(digitsOf(text), { integerDigits: 18, decimals: 6 })
})

test('division by zero and text that is no number are bugs of the caller', () => {
  assert.throws(() => dividedBy(exact('1'), zero))
  assert.throws(() => exact('1,5'))
})

test('text does not pass for an exact number', () => {
  // @ts-expect-error a decimal text is read with exact() first
  const wrong: Exact = '1'
  assert.equal(wrong, '1')
})
