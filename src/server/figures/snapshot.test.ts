/** Which of two snapshots of a database sees all that the other sees. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSnapshot, seesAllOf } from './snapshot.ts'

const sees = (later: string, earlier: string) => seesAllOf(parseSnapshot(later), parseSnapshot(earlier))

test('a snapshot sees all of itself and of those before it', () => {
  assert.ok(sees('10:20:10,14', '10:20:10,14'))
  assert.ok(sees('14:25:14,22', '10:20:10,14'), '10 has ended since, 22 began since')
  assert.ok(sees('30:30:', '10:20:10,14'))
})

test('it does not see all of one that began later, or in which a transaction had ended that it still waits for', () => {
  assert.ok(!sees('10:20:10,14', '10:25:10,14'))
  assert.ok(!sees('10:20:10,14', '14:20:14'))
  assert.ok(!sees('10:30:10', '20:20:'), '10 runs in the one and had ended in the other')
})
