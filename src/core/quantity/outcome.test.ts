import assert from 'node:assert/strict'
import { test } from 'node:test'
import { absent, notApplicable, nothing, number, sameValue, signOf } from './cell-value.ts'
import { exact, plus, power, times, toText } from './exact.ts'
import { combine, computed, divideOutcomes, none, obstacleOf, outcomeOf } from './outcome.ts'

const one = computed(exact('1'))

test('a declared zero counts as 0; an absent input makes the result absent and is named', () => {
  assert.deepEqual(combine(outcomeOf(nothing, 'A'), outcomeOf(number('0'), 'B'), plus), computed(exact('0')))
  assert.deepEqual(combine(one, outcomeOf(absent, 'B'), plus), none('absent', ['B']))
})

test('every absent input is listed once, in order', () => {
  const both = combine(outcomeOf(absent, 'B'), outcomeOf(absent, 'A'), plus)
  assert.deepEqual(combine(both, outcomeOf(absent, 'B'), plus), none('absent', ['B', 'A']))
})

for (const [left, right, reason] of [
  [none('absent', ['A']), none('notApplicable', ['B']), 'notApplicable'],
  [none('divisionByZero', ['A']), none('absent', ['B']), 'divisionByZero'],
  [none('invalid', ['A']), none('notApplicable', ['B']), 'invalid'],
  [none('notReleased', ['A']), none('absent', ['B']), 'notReleased'],
] as const) {
  test(`of ${left.reason} and ${right.reason} the result is ${reason}, whichever comes first`, () => {
    assert.equal(obstacleOf([left, right])?.reason, reason)
    assert.equal(obstacleOf([right, left])?.reason, reason)
  })
}

test('numbers alone meet no obstacle', () => assert.equal(obstacleOf([one, one]), undefined))

test('text does not enter a formula', () => {
  assert.deepEqual(outcomeOf({ kind: 'text', text: 'đạt' }, 'A'), none('invalid', ['A']))
})

test('division by zero names the divisor; by an absent divisor it is absent', () => {
  assert.deepEqual(divideOutcomes(one, outcomeOf(nothing, 'B'), 'B'), none('divisionByZero', ['B']))
  assert.deepEqual(divideOutcomes(one, outcomeOf(absent, 'B'), 'B'), none('absent', ['B']))
  const third = divideOutcomes(one, computed(exact('4')), 'B')
  assert.ok(third.kind === 'number')
  assert.equal(toText(third.value), '0.25')
})

test('a power without a real result is invalid', () => {
  assert.deepEqual(combine(computed(exact('-1')), computed(exact('0.5')), power), none('invalid'))
})

test('what is too large or too near to zero for any figure is invalid, also as a product', () => {
  const [large, tiny] = [computed(exact(`1${'0'.repeat(100)}`)), computed(exact(`0.${'0'.repeat(99)}1`))]
  assert.deepEqual(combine(large, large, times), none('invalid'))
  assert.deepEqual(combine(tiny, tiny, times), none('invalid'))
  assert.equal(combine(large, tiny, times).kind, 'number')
})

for (const [value, sign] of [
  [absent, '…'],
  [nothing, '–'],
  [notApplicable, '×'],
  [number('0'), undefined],
] as const) {
  test(`the sign of ${JSON.stringify(value)} is ${sign}`, () => assert.equal(signOf(value), sign))
}

test('zero, nothing occurred and absent are three different statements', () => {
  assert.ok(!sameValue(number('0'), nothing))
  assert.ok(!sameValue(nothing, absent))
  assert.ok(sameValue(number('1.50'), number('1.5')))
  assert.ok(!sameValue({ kind: 'text', text: 'a' }, { kind: 'text', text: 'b' }))
  assert.throws(() => number('1,5'))
})
