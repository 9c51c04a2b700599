import assert from 'node:assert/strict'
import { test } from 'node:test'
import { period } from './period.ts'
import { shiftedPeriod, spanOffsets } from './span-offset.ts'

for (const [report, offset, expected] of [
  ['2026-05', 'period', '2026-05'],
  ['2026-05', 'month', '2026-05'],
  ['2026-05', 'nextMonth', '2026-06'],
  ['2026-05', 'halfYear', '2026-6M'],
  ['2026-05', 'halfYearLastYear', '2025-6M'],
  ['2026-05', 'yearToDate', '2026-YTD05'],
  ['2026-05', 'previousYearToDate', '2026-YTD04'],
  ['2026-04', 'previousYearToDate', '2026-Q1'],
  ['2026-05', 'yearToDateLastYear', '2025-YTD05'],
  ['2026-05', 'sameMonthLastYear', '2025-05'],
  ['2026-01', 'previousMonth', '2025-12'],
  ['2026-01', 'yearToDate', '2026-01'],
  ['2026-01', 'previousYearToDate', '2025'],
  ['2026-06', 'yearToDate', '2026-6M'],
  ['2026-10', 'year', '2026'],
  ['2026-10', 'lastYear', '2025'],
  ['2026-10', 'nextYear', '2027'],
  ['2026-10', 'halfYear', '2026-H2'],
  ['2026-12', 'yearToDate', '2026'],
  ['2026-12', 'nextMonth', '2027-01'],
  ['2026-Q2', 'month', '2026-Q2'],
  ['2026-Q1', 'previousMonth', '2025-Q4'],
  ['2026-Q2', 'sameMonthLastYear', '2025-Q2'],
  ['2026-Q2', 'yearToDate', '2026-6M'],
  ['2026-Q2', 'previousYearToDate', '2026-Q1'],
  ['2026-6M', 'halfYear', '2026-6M'],
  ['2026-9M', 'yearToDate', '2026-9M'],
  ['2026-9M', 'year', '2026'],
  ['2026', 'nextMonth', '2027'],
  ['2026', 'yearToDateLastYear', '2025'],
] as const) {
  test(`${offset} of the report of ${report} is ${expected}`, () => {
    assert.equal(shiftedPeriod(period(report), offset).label, expected)
    assert.equal(shiftedPeriod(period(report, 'statistical'), offset).label, expected)
  })
}

test('every offset of every month of a year stays on the report’s calendar', () => {
  for (let month = 1; month <= 12; month += 1) {
    const report = period(`2026-${String(month).padStart(2, '0')}`, 'statistical')
    for (const offset of spanOffsets) assert.equal(shiftedPeriod(report, offset).calendar, 'statistical')
  }
})
