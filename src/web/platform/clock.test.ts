import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysFromToday, fullDay, localMoment, setServerTime, shortDay, timeOf } from './clock.ts'

test('an instant is shown in the time of Viet Nam, whatever the machine’s zone', () => {
  assert.equal(timeOf('2026-11-23T17:30:00Z'), '00:30')
  assert.equal(fullDay('2026-11-23T17:30:00Z'), '24/11/2026')
})

test('a plain day stays that day', () => {
  assert.equal(fullDay('2026-12-05'), '05/12/2026')
  assert.equal(localMoment('2026-09-21').weekday, 1)
})

test('days are counted from midnight in Viet Nam by the server’s clock', () => {
  setServerTime('2026-11-23T16:59:00Z')
  assert.equal(daysFromToday('2026-11-23T17:01:00Z'), 1)
  assert.equal(daysFromToday('2026-11-23T16:58:00Z'), 0)
  assert.equal(daysFromToday('2026-11-22T16:58:00Z'), -1)
})

test('another year is named', () => {
  setServerTime('2026-11-23T00:00:00Z')
  assert.equal(shortDay('2026-12-18'), '18/12')
  assert.equal(shortDay('2025-12-18'), '18/12/2025')
})
