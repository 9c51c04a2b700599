import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AreaCode } from '../indicator/indicator.ts'
import { absent, type CellValue, notApplicable, nothing, number } from '../quantity/cell-value.ts'
import { type DecimalText, exact, minus, sum, toText } from '../quantity/exact.ts'
import { adjustedTotal, adjustedValue, adjustingAmount } from './adjustment.ts'
import { totalOverAreas } from './total.ts'

const text = (value: string) => value as DecimalText
const areas = (values: Record<string, CellValue>) =>
  totalOverAreas(new Map(Object.entries(values)) as Map<AreaCode, CellValue>)

for (const [name, value, expected] of [
  ['a number takes the amounts', number('100'), number('97.5')],
  ['nothing occurred counts as zero', nothing, number('-2.5')],
  ['absent stays absent', absent, absent],
  ['not applicable stays so', notApplicable, notApplicable],
] as const)
  test(`one value: ${name}`, () => assert.deepEqual(adjustedValue(value, [text('-4'), text('1.5')]), expected))

test('a value without amounts is the same statement: nothing occurred does not become 0', () =>
  assert.deepEqual(adjustedValue(nothing, []), nothing))

test('a partial total stays partial and names what it lacks', () => {
  const total = adjustedTotal(areas({ a: number('10'), b: absent }), [text('3')])
  assert.deepEqual(
    [total.partial, total.missing, total.outcome.kind === 'number' && toText(total.outcome.value)],
    [true, ['b'], '13'],
  )
})

test('a total of nothing but absent parts takes no adjustment', () => {
  const total = areas({ a: absent })
  assert.equal(adjustedTotal(total, [text('3')]), total)
})

test('the difference leads from the value seen to the value wanted', () => {
  assert.equal(adjustingAmount(text('4741.1'), text('4731')), '-10.1')
  assert.equal(adjustingAmount(text('4731'), text('4731')), undefined)
})

const amount = fc.integer({ min: -1e9, max: 1e9 }).map((n) => text(toText(exact(String(n)))))
test('adjusting the parts and adjusting their total give the same whole, in whatever order', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(amount, fc.array(amount, { maxLength: 3 })), { minLength: 1, maxLength: 6 }),
      (parts) => {
        const keyed = parts.map(([value, amounts], at) => [`a${at}`, number(value), amounts] as const)
        const ofParts = areas(
          Object.fromEntries(keyed.map(([key, value, amounts]) => [key, adjustedValue(value, amounts)])),
        )
        const plain = areas(Object.fromEntries(keyed.map(([key, value]) => [key, value])))
        const ofWhole = adjustedTotal(plain, keyed.flatMap(([, , amounts]) => amounts).reverse())
        assert.deepEqual(ofWhole.outcome, ofParts.outcome)
        if (ofWhole.outcome.kind === 'number' && plain.outcome.kind === 'number')
          assert.equal(
            toText(minus(ofWhole.outcome.value, plain.outcome.value)),
            toText(sum(keyed.flatMap(([, , amounts]) => amounts).map(exact))),
          )
      },
    ),
  ))
