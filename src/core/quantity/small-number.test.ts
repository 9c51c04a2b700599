import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { abs, compare, dividedBy, exact, isZero, minus, negate, plus, roundTo, times, toText } from './exact.ts'
import { addSmall, divideSmall, multiplySmall, roundSmall, smallNumber, smallText } from './small-number.ts'

const Reference = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP })
const text = (x: Decimal): string => (x.isZero() ? '0' : x.toFixed())

/** The last five digits of a quotient are guards. */
const soundly = (x: Decimal | string): string => text(new Reference(x).toSignificantDigits(55))

/** Numbers short and long, so that the quick way, the long way and the step from one to the other are all taken. */
const aNumber = fc
  .tuple(
    fc.boolean(),
    fc.oneof(fc.nat(99).map(BigInt), fc.bigInt({ min: 0n, max: 10n ** 16n })),
    fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 7 }),
  )
  .map(([negative, whole, fraction]) => `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`)

test('whatever the size of two numbers, every operation gives what decimals of 60 digits give', () => {
  fc.assert(
    fc.property(aNumber, aNumber, fc.integer({ min: -6, max: 8 }), (left, right, decimals) => {
      const [a, b, x, y] = [exact(left), exact(right), new Reference(left), new Reference(right)]
      assert.equal(toText(a), text(x))
      assert.equal(toText(plus(a, b)), text(x.plus(y)))
      assert.equal(toText(minus(a, b)), text(x.minus(y)))
      assert.equal(toText(times(a, b)), text(x.times(y)))
      assert.equal(toText(negate(a)), text(x.negated()))
      assert.equal(toText(abs(a)), text(x.abs()))
      assert.equal(compare(a, b), x.comparedTo(y) + 0)
      assert.equal(isZero(a), x.isZero())
      if (!y.isZero()) assert.equal(soundly(toText(dividedBy(a, b))), soundly(x.dividedBy(y)))
      const step = new Reference(10).pow(-decimals)
      const rounded = decimals >= 0 ? x.toDecimalPlaces(decimals) : x.dividedBy(step).toDecimalPlaces(0).times(step)
      assert.equal(toText(roundTo(a, decimals)), text(rounded))
    }),
    { numRuns: 5000 },
  )
})

const small = (said: string) => {
  const number = smallNumber(said)
  assert.ok(number, said)
  return number
}

for (const [name, result] of [
  [
    'a sum beyond the safe integers',
    addSmall(small('999999999999999'), { size: Number.MAX_SAFE_INTEGER, decimals: 0 }, 1),
  ],
  ['a sum of far different scales', addSmall(small('999999999999999'), small('0.0000001'), 1)],
  ['a product beyond the safe integers', multiplySmall(small('99999999'), small('999999999'))],
  ['a product of too many decimals', multiplySmall(small('0.00000001'), small('0.00000001'))],
  ['a quotient that does not end', divideSmall(small('1'), small('3'))],
  ['a quotient of a number beyond halves', divideSmall({ size: Number.MAX_SAFE_INTEGER, decimals: 0 }, small('2'))],
  ['a division by zero', divideSmall(small('1'), small('0.00'))],
  ['a number of 16 characters', smallNumber('1234567890.12345')],
] as const) {
  test(`${name} is left to decimals`, () => assert.equal(result, undefined))
}

for (const [said, shown] of [
  ['-0', '0'],
  ['-0.00', '0'],
  ['0.50', '0.5'],
  ['-0.05', '-0.05'],
  ['100', '100'],
  ['1.000', '1'],
] as const) {
  test(`${said} is written ${shown}`, () => assert.equal(smallText(small(said)), shown))
}

for (const [said, decimals, rounded] of [
  ['2.5', 0, '3'],
  ['-2.5', 0, '-3'],
  ['2.4999', 0, '2'],
  ['1.005', 2, '1.01'],
  ['1250', -2, '1300'],
  ['-0.4', 0, '0'],
  ['49', -2, '0'],
  ['7', 3, '7'],
] as const) {
  test(`${said} rounded to ${decimals} decimals is ${rounded}`, () => {
    const result = roundSmall(small(said), decimals)
    assert.equal(result && smallText(result), rounded)
  })
}
