import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountRoom } from './amount-room.ts'

test('a longer amount takes more room, by its digits and its points', () => {
  assert.ok(amountRoom(['4.800.000'], 2) > amountRoom(['480.200'], 2))
  assert.equal(amountRoom(['480.200', '4.800.000', '…'], 0), amountRoom(['4.800.000'], 0))
})

test('fractions stand in their own room, as wide as the widest of the form', () => {
  assert.equal(amountRoom(['10.053,2'], 1), amountRoom(['10.053'], 1))
  assert.ok(amountRoom(['10.053'], 2) > amountRoom(['10.053'], 0))
})
