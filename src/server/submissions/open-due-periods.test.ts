import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openedPeriod } from './open-due-periods.ts'

for (const [today, expected] of [
  ['2026-11-14', '2026-11'],
  ['2026-11-15', '2026-12'],
  ['2026-12-14', '2026-12'],
  ['2026-12-15', '2027-01'],
  ['2027-01-01', '2027-01'],
] as const) {
  test(`on ${today} the newest open period is ${expected}`, () => {
    assert.equal(openedPeriod({ opensDay: 15, calendar: 'administrative' }, today).label, expected)
  })
}
