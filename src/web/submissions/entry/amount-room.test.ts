import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountRoom } from './amount-room.ts'

const room = (shown: readonly string[], decimals: number, hasMarks = true) => amountRoom({ shown, decimals, hasMarks })

test('a longer amount takes more room, by its digits and its points', () => {
  assert.ok(room(['4.800.000'], 2) > room(['480.200'], 2))
  assert.equal(room(['480.200', '4.800.000', '…'], 0), room(['4.800.000'], 0))
})

test('fractions stand in their own room, as wide as the widest of the form', () => {
  assert.equal(room(['10.053,2'], 1), room(['10.053'], 1))
  assert.ok(room(['10.053'], 2) > room(['10.053'], 0))
})

test('a mark takes its room only where there can be one', () => {
  assert.ok(room(['480.200'], 0, false) < room(['480.200'], 0))
})
