import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf } from './written-day.ts'

for (const [written, day] of [
  ['20/11/2026', '2026-11-20'],
  ['1/11/2026', '2026-11-01'],
  [' 01-11-2026 ', '2026-11-01'],
  ['1.2.2026', '2026-02-01'],
  ['2026-11-20', '2026-11-20'],
  ['11/20/2026', ''],
  ['29/02/2026', ''],
  ['20/11/26', ''],
  ['20/11', ''],
  ['', ''],
] as const)
  test(`«${written}» is ${day === '' ? 'no day' : day}`, () => assert.equal(dayOf(written), day))
