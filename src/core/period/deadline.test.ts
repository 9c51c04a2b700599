import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DeadlineRule } from './deadline.ts'
import { deadlineOf, isTimeOfDay, leavesWorkingDay, toInstant } from './deadline.ts'
import { localDate } from './local-date.ts'
import { period } from './period.ts'
import type { HolidayKind } from './working-days.ts'
import {
  addWorkingDays,
  holidaysOf,
  isWorkingDay,
  nextWorkingDay,
  noHolidays,
  previousWorkingDay,
  workingDaysBetween,
} from './working-days.ts'

/** From the reference calendar of 2026: Tết, Giỗ Tổ, 30/4 and 1/5, the swap of 31/08 and its make-up Saturday, Quốc khánh. */
const calendar2026: readonly (readonly [HolidayKind, readonly string[]])[] = [
  ['weekend_in_holiday', ['2026-02-14', '2026-02-15', '2026-02-21', '2026-02-22']],
  ['day_off', ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']],
  ['substitute', ['2026-04-27']],
  ['statutory', ['2026-01-01', '2026-04-30', '2026-05-01', '2026-09-01', '2026-09-02']],
  ['swap_off', ['2026-01-02', '2026-08-31']],
  ['makeup_workday', ['2026-01-10', '2026-08-22']],
  ['unconfirmed', ['2026-11-24']],
]
const holidays = holidaysOf(
  calendar2026.flatMap(([kind, dates]) => dates.map((date) => ({ date: localDate(date), kind }))),
)
const day = (date: string) => localDate(date)

for (const [date, expected] of [
  ['2026-09-03', true],
  ['2026-09-02', false],
  ['2026-09-05', false],
  ['2026-08-22', true],
  ['2026-08-31', false],
  ['2026-04-27', false],
  ['2026-11-24', true],
] as const) {
  test(`${date} is a working day: ${expected}`, () => assert.equal(isWorkingDay(day(date), holidays), expected))
}

test('the working days next to Tết skip all nine days', () => {
  assert.equal(nextWorkingDay(day('2026-02-13'), holidays), '2026-02-23')
  assert.equal(previousWorkingDay(day('2026-02-23'), holidays), '2026-02-13')
  assert.equal(addWorkingDays(day('2026-02-12'), 2, holidays), '2026-02-23')
  assert.equal(addWorkingDays(day('2026-02-23'), -2, holidays), '2026-02-12')
  assert.equal(addWorkingDays(day('2026-02-14'), 0, holidays), '2026-02-14')
})

test('working days are counted after the first day, up to and including the last', () => {
  assert.equal(workingDaysBetween(day('2026-02-13'), day('2026-02-23'), holidays), 1)
  assert.equal(workingDaysBetween(day('2026-02-13'), day('2026-02-22'), holidays), 0)
  assert.equal(workingDaysBetween(day('2026-02-23'), day('2026-02-13'), holidays), 0)
})

test('counting the working days to the n-th working day gives n', () => {
  const from = fc.integer({ min: 1, max: 28 }).map((n) => day(`2026-02-${String(n).padStart(2, '0')}`))
  fc.assert(
    fc.property(from, fc.integer({ min: 0, max: 40 }), (date, n) => {
      assert.equal(workingDaysBetween(date, addWorkingDays(date, n, holidays), holidays), n)
    }),
  )
})

const dayOfMonth = (monthOffset: number, number: number, onDayOff: 'next' | 'previous' | 'keep'): DeadlineRule => {
  return { kind: 'dayOfMonth', monthOffset, day: number, time: '17:00', onDayOff }
}

for (const [says, label, rule, date] of [
  ['day 25 of the last month', '2026-09', dayOfMonth(0, 25, 'next'), '2026-09-25'],
  ['day 25 of a quarter’s last month', '2026-Q1', dayOfMonth(0, 25, 'next'), '2026-03-25'],
  ['day 25, a Saturday, moved on', '2026-07', dayOfMonth(0, 25, 'next'), '2026-07-27'],
  ['day 25, a Saturday, moved back', '2026-07', dayOfMonth(0, 25, 'previous'), '2026-07-24'],
  ['day 25, a Saturday, kept', '2026-07', dayOfMonth(0, 25, 'keep'), '2026-07-25'],
  ['a day inside Tết, moved on', '2026-02', dayOfMonth(0, 18, 'next'), '2026-02-23'],
  ['a day inside Tết, moved back', '2026-02', dayOfMonth(0, 18, 'previous'), '2026-02-13'],
  ['day 10 of the month after the year', '2026', dayOfMonth(1, 10, 'keep'), '2027-01-10'],
  ['day 31 of a short month is its last', '2026-04', dayOfMonth(0, 31, 'keep'), '2026-04-30'],
  ['a made-up Saturday is a day like others', '2026-08', dayOfMonth(0, 22, 'next'), '2026-08-22'],
  [
    'the first working day after cut-off',
    '2026-02',
    { kind: 'workingDaysAfterCutoff', days: 1, time: '17:00' },
    '2026-02-23',
  ],
  [
    'three working days after cut-off',
    '2026-09',
    { kind: 'workingDaysAfterCutoff', days: 3, time: '17:00' },
    '2026-09-17',
  ],
  [
    'five days after cut-off',
    '2026-09',
    { kind: 'daysAfterCutoff', days: 5, time: '17:00', onDayOff: 'next' },
    '2026-09-21',
  ],
  ['an absolute date', '2026-09', { kind: 'date', date: day('2026-10-01'), time: '24:00' }, '2026-10-01'],
] as const) {
  test(`${says}: ${label} is due on ${date}`, () => {
    assert.deepEqual(deadlineOf(rule, period(label), holidays), { date, time: rule.time })
  })
}

test('both calendars name the same last month, so a day-of-month deadline does not depend on the calendar', () => {
  for (const label of ['2026-01', '2026-Q3', '2026-6M', '2026-H2', '2026-9M', '2026', '2026-YTD08']) {
    const rule = dayOfMonth(0, 20, 'next')
    const statistical = deadlineOf(rule, period(label, 'statistical'), holidays)
    assert.deepEqual(deadlineOf(rule, period(label), holidays), statistical)
  }
})

for (const [label, rule, expected] of [
  ['2026-09', dayOfMonth(0, 15, 'keep'), true],
  ['2026-09', dayOfMonth(0, 14, 'keep'), false],
  ['2026-03', dayOfMonth(0, 15, 'keep'), false],
  ['2026-03', dayOfMonth(0, 15, 'next'), true],
  ['2026-02', dayOfMonth(0, 20, 'keep'), false],
  ['2026-02', dayOfMonth(0, 20, 'previous'), false],
] as const) {
  test(`day ${rule.kind === 'dayOfMonth' ? rule.day : ''} leaves a working day after ${label}: ${expected}`, () => {
    assert.equal(leavesWorkingDay(rule, period(label), holidays), expected)
  })
}

test('a statistical month that ends on the 31st leaves no working day before day 25', () => {
  assert.ok(!leavesWorkingDay(dayOfMonth(0, 25, 'next'), period('2026-10', 'statistical'), noHolidays))
  assert.ok(leavesWorkingDay(dayOfMonth(0, 25, 'next'), period('2026-10', 'administrative'), noHolidays))
})

for (const [date, time, instant] of [
  ['2026-09-15', '17:00', '2026-09-15T10:00:00.000Z'],
  ['2026-09-15', '24:00', '2026-09-15T17:00:00.000Z'],
  ['2026-09-15', '00:00', '2026-09-14T17:00:00.000Z'],
  ['2026-01-01', '06:59', '2025-12-31T23:59:00.000Z'],
  ['2026-03-01', '07:00', '2026-03-01T00:00:00.000Z'],
] as const) {
  test(`${date} ${time} in Bến Tre is ${instant}`, () => assert.equal(toInstant(day(date), time), instant))
}

for (const [time, valid] of [
  ['23:59', true],
  ['24:00', true],
  ['24:01', false],
  ['7:00', false],
  ['12:60', false],
  ['', false],
] as const) {
  test(`${JSON.stringify(time)} is a time of day: ${valid}`, () => assert.equal(isTimeOfDay(time), valid))
}
