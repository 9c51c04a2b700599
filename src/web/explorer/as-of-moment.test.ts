import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldOf, instantOf, isAfter, isCloseTo } from './as-of-moment.ts'

test('an instant is shown in the time of Vietnam, the day before the month', () => {
  assert.equal(fieldOf('2026-11-20T18:05:59Z'), '01:05, 21/11/2026')
})

for (const [field, instant] of [
  ['14:05, 20/11/2026', '2026-11-20T07:05:00Z'],
  ['1h05 1/11/2026', '2026-10-31T18:05:00Z'],
  ['20/11/2026', '2026-11-20T16:59:00Z'],
  ['20/11/2026 14:05', '2026-11-20T07:05:00Z'],
  ['25:00, 20/11/2026', undefined],
  ['14:05, 11/20/2026', undefined],
  ['14:05', undefined],
  ['', undefined],
] as const)
  test(`«${field}» is ${instant ?? 'no moment'}`, () => assert.equal(instantOf(field), instant))

test('the present minute and anything after it is now', () => {
  assert.equal(isCloseTo('2026-11-20T07:05:00Z', '2026-11-20T07:05:58Z'), true)
  assert.equal(isCloseTo('2027-01-01T00:00:00Z', '2026-11-20T07:05:58Z'), true)
  assert.equal(isCloseTo('2026-11-20T07:04:00Z', '2026-11-20T07:05:58Z'), false)
})

test('a moment to come is one more than a minute ahead', () => {
  assert.equal(isAfter('2026-11-20T07:06:58Z', '2026-11-20T07:05:58Z'), false)
  assert.equal(isAfter('2026-11-20T07:06:59Z', '2026-11-20T07:05:58Z'), true)
})
