import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  compare,
  dateInMonth,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  localDate,
  parseLocalDate,
  weekday,
} from './local-date.ts'

const days = fc.integer({ min: dayNumber(localDate('1900-01-01')), max: dayNumber(localDate('2199-12-31')) })

test('day numbers agree with the machine’s own calendar', () => {
  fc.assert(
    fc.property(days, (n) => {
      const date = dateOfDayNumber(n)
      assert.equal(date, new Date(n * 86_400_000).toISOString().slice(0, 10))
      assert.equal(dayNumber(date), n)
      assert.equal(weekday(date) % 7, new Date(n * 86_400_000).getUTCDay())
    }),
  )
})

for (const [text, isDay] of [
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['2026-1-1', false],
  ['2026-01-01T00:00', false],
  ['2026-01-01\n', false],
  ['', false],
] as const) {
  test(`${JSON.stringify(text)} is a day: ${isDay}`, () => assert.equal(parseLocalDate(text) !== undefined, isDay))
}

for (const [from, months, to] of [
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-03-31', -13, '2025-02-28'],
] as const) {
  test(`${from} and ${months} months is ${to}`, () => assert.equal(addMonths(localDate(from), months), to))
}

test('days count across the end of a leap February', () => {
  assert.equal(addDays(localDate('2024-02-28'), 2), '2024-03-01')
  assert.equal(daysBetween(localDate('2024-02-28'), localDate('2024-03-01')), 2)
  assert.equal(daysBetween(localDate('2024-03-01'), localDate('2024-02-28')), -2)
})

test('a month before the first is one of last year', () => assert.equal(dateInMonth(2026, 0, 15), '2025-12-15'))

test('days compare in the order of time', () => {
  assert.equal(compare(localDate('2025-12-31'), localDate('2026-01-01')), -1)
  assert.equal(compare(localDate('2026-01-01'), localDate('2026-01-01')), 0)
})

test('no text crashes the reading of a day', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseLocalDate(text)))
  assert.throws(() => localDate('hôm nay'))
})
