import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change } from '#contract/changes.ts'
import { heardOnce } from './heard-once.ts'

const at = (position: string): Change => ({
  position,
  at: '2026-09-16T07:35:00.000000Z',
  topic: 'figures',
  payload: {},
})
const positions = (changes: readonly Change[]) => changes.map(({ position }) => position)

test('what was told early is not heard again in its place, by a stream or by asking; the rest is', () => {
  const fresh = heardOnce()
  assert.deepEqual(positions(fresh([at('7.1')], true)), ['7.1'])
  assert.deepEqual(positions(fresh([at('7.1')], true)), [])
  assert.deepEqual(positions(fresh([at('6.4'), at('7.1'), at('8.2')])), ['6.4', '8.2'])
  assert.deepEqual(positions(fresh([at('8.2')])), ['8.2'], 'nothing but what was told early is kept in mind')
})
