import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namePlaces, tickEvery } from './name-places.ts'

test('names that have room stay beside their lines', () => {
  assert.deepEqual(namePlaces([100, 20, 60], 246), [100, 20, 60])
})

test('names that would lie on one another are moved down, in the order of their lines', () => {
  assert.deepEqual(namePlaces([30, 20, 25], 246), [52, 20, 36])
})

test('the last name never falls on the axis: those above it make way', () => {
  assert.deepEqual(namePlaces([250, 249, 240, 20], 246), [246, 230, 214, 20])
})

test('periods have their names as often as they have room: more than one on a phone', () => {
  const months = Array.from({ length: 12 }, (_, at) => `T${at + 1}/2026`)
  assert.equal(tickEvery(months, 700), 1)
  assert.equal(tickEvery(months, 116), 6)
  assert.equal(tickEvery(months.slice(0, 1), 116), 1)
})
