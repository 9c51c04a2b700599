import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Addend, addUp } from '../quantity/add-up.ts'
import { type DecimalText, exact, toText } from '../quantity/exact.ts'
import { computed, none, type Outcome } from '../quantity/outcome.ts'
import { adjusted, adjustingAmount } from './adjustment.ts'

const text = (value: string) => value as DecimalText
const said = (value: string) => computed(exact(value))
const told = (outcome: Outcome) => (outcome.kind === 'number' ? toText(outcome.value) : outcome.reason)

test('a number takes the amounts', () => assert.equal(told(adjusted(said('100'), [text('-4'), text('1.5')])), '97.5'))

for (const reason of ['absent', 'notApplicable', 'divisionByZero', 'invalid'] as const)
  test(`${reason} takes no adjustment`, () => {
    const outcome = none(reason, ['TC.01'])
    assert.equal(adjusted(outcome, [text('3')]), outcome)
  })

test('a partial total stays partial and names what it lacks', () => {
  const outcome = adjusted({ ...said('10'), lacking: ['b'] }, [text('3')])
  assert.deepEqual([told(outcome), outcome.kind === 'number' && outcome.lacking], ['13', ['b']])
})

test('the difference leads from the value seen to the value wanted', () => {
  assert.equal(adjustingAmount(text('4741.1'), text('4731')), '-10.1')
  assert.equal(adjustingAmount(text('4731'), text('4731')), undefined)
})

const amount = fc.integer({ min: -1e9, max: 1e9 }).map((n) => text(String(n)))

test('adjusting the parts and adjusting their total give the same whole, in whatever order', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(amount, fc.array(amount, { maxLength: 3 })), { minLength: 1, maxLength: 6 }),
      (parts) => {
        const sumOf = (outcomeOf: (value: DecimalText, amounts: readonly DecimalText[]) => Outcome) =>
          addUp(parts.map(([value, amounts], at): Addend => ({ label: `a${at}`, outcome: outcomeOf(value, amounts) })))
        const ofParts = sumOf((value, amounts) => adjusted(said(value), amounts))
        const all = parts.flatMap(([, amounts]) => amounts).reverse()
        assert.equal(told(adjusted(sumOf(said), all)), told(ofParts))
      },
    ),
  ))
