import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, localDate } from './local-date.ts'
import type { PeriodKind } from './period.ts'
import {
  canonicalLabel,
  contains,
  inYear,
  monthOf,
  monthsOf,
  namesOfSpan,
  nextPeriod,
  parsePeriod,
  period,
  periodName,
  periodsOfYear,
  previousPeriod,
  samePeriodLastYear,
  yearOf,
  yearToDate,
} from './period.ts'
import { calendars, daysIn, parseSpanKey, sameSpan, spanKey, spanOf } from './span.ts'

const kinds: readonly PeriodKind[] = ['month', 'quarter', 'halfYear', 'nineMonths', 'year', 'yearToDate']
/** 12 months, 4 quarters, 2 halves, the nine months, the year, and the years-to-date of 2, 4, 5, 7, 8, 10 and 11 months. */
const spansOfYear = 12 + 4 + 2 + 1 + 1 + 7
const years = [1999, 2000, 2023, 2024, 2025, 2026, 2027, 2100]

for (const [label, administrative, statistical] of [
  ['2026-01', '2025-12-15..2026-01-14', '2026-01-01..2026-01-31'],
  ['2026-02', '2026-01-15..2026-02-14', '2026-02-01..2026-02-28'],
  ['2024-02', '2024-01-15..2024-02-14', '2024-02-01..2024-02-29'],
  ['2026-03', '2026-02-15..2026-03-14', '2026-03-01..2026-03-31'],
  ['2026-12', '2026-11-15..2026-12-14', '2026-12-01..2026-12-31'],
  ['2026-Q1', '2025-12-15..2026-03-14', '2026-01-01..2026-03-31'],
  ['2026-Q2', '2026-03-15..2026-06-14', '2026-04-01..2026-06-30'],
  ['2026-Q3', '2026-06-15..2026-09-14', '2026-07-01..2026-09-30'],
  ['2026-Q4', '2026-09-15..2026-12-14', '2026-10-01..2026-12-31'],
  ['2026-6M', '2025-12-15..2026-06-14', '2026-01-01..2026-06-30'],
  ['2026-H2', '2026-06-15..2026-12-14', '2026-07-01..2026-12-31'],
  ['2026-9M', '2025-12-15..2026-09-14', '2026-01-01..2026-09-30'],
  ['2026', '2025-12-15..2026-12-14', '2026-01-01..2026-12-31'],
  ['2026-YTD08', '2025-12-15..2026-08-14', '2026-01-01..2026-08-31'],
] as const) {
  test(`${label} takes its data from ${administrative}, on the statistical calendar ${statistical}`, () => {
    assert.equal(spanKey(period(label).span), `administrative:${administrative}`)
    assert.equal(spanKey(period(label, 'statistical').span), `statistical:${statistical}`)
  })
}

for (const calendar of calendars) {
  for (const kind of ['month', 'quarter', 'halfYear', 'year'] as const) {
    test(`every ${kind} of the ${calendar} calendar begins the day after the one before, across years`, () => {
      for (const year of years) {
        for (const each of periodsOfYear(kind, year, calendar)) {
          assert.equal(addDays(previousPeriod(each).span.to, 1), each.span.from)
          assert.equal(previousPeriod(nextPeriod(each)).label, each.label)
        }
      }
    })
  }

  test(`months tile every longer period of the ${calendar} calendar without gap or overlap`, () => {
    for (const year of years) {
      for (const of of kinds.flatMap((kind) => periodsOfYear(kind, year, calendar))) {
        const months = monthsOf(of)
        assert.equal(months[0]?.span.from, of.span.from)
        assert.equal(months.at(-1)?.span.to, of.span.to)
        assert.equal(
          months.reduce((days, month) => days + daysIn(month.span), 0),
          daysIn(of.span),
        )
        assert.ok(months.every((month) => contains(of, month)))
      }
    }
  })

  test(`every label of a year on the ${calendar} calendar reads back as the same period`, () => {
    for (const of of kinds.flatMap((kind) => periodsOfYear(kind, 2026, calendar))) {
      assert.deepEqual(parsePeriod(of.label, calendar), of)
      assert.ok(namesOfSpan(of.span).includes(of.label))
      assert.equal(yearOf(of), 2026)
    }
  })

  test(`one span has one canonical label on the ${calendar} calendar, and one label one span`, () => {
    const all = years.flatMap((year) => kinds.flatMap((kind) => periodsOfYear(kind, year, calendar)))
    const labelOfSpan = new Map(all.map((each) => [spanKey(each.span), canonicalLabel(each.span)]))
    assert.equal(new Set(labelOfSpan.values()).size, labelOfSpan.size)
    assert.equal(labelOfSpan.size, years.length * spansOfYear)
    for (const [key, label] of labelOfSpan) assert.equal(spanKey(period(label ?? '', calendar).span), key)
  })
}

test('September’s year-to-date and the nine months are the same span', () => {
  assert.ok(sameSpan(period('2026-YTD09').span, period('2026-9M').span))
  assert.deepEqual(namesOfSpan(period('2026-YTD09').span), ['2026-9M', '2026-YTD09'])
})

for (const [label, canonical] of [
  ['2026-YTD01', '2026-01'],
  ['2026-YTD03', '2026-Q1'],
  ['2026-YTD06', '2026-6M'],
  ['2026-H1', '2026-6M'],
  ['2026-YTD08', '2026-YTD08'],
  ['2026-YTD09', '2026-9M'],
  ['2026-YTD12', '2026'],
  ['2026-Q2', '2026-Q2'],
  ['2026-H2', '2026-H2'],
] as const) {
  test(`the span of ${label} is kept as ${canonical}`, () => {
    assert.equal(canonicalLabel(period(label).span), canonical)
    assert.equal(canonicalLabel(period(label, 'statistical').span), canonical)
  })
}

test('a season has no label, and neither has a run of months across New Year or of two odd months', () => {
  for (const [from, to] of [
    ['2025-11-01', '2026-04-30'],
    ['2026-01-02', '2026-01-31'],
    ['2026-04-01', '2026-05-31'],
    ['2026-01-01', '2026-01-30'],
  ] as const) {
    assert.equal(canonicalLabel(spanOf('statistical', localDate(from), localDate(to))), undefined)
  }
  assert.equal(canonicalLabel({ ...period('2026-01').span, calendar: 'statistical' }), undefined)
})

for (const [inner, outer, expected] of [
  ['2026-01', '2026-Q1', true],
  ['2026-10', '2026-9M', false],
  ['2026-Q4', '2026', true],
  ['2026-Q3', '2026-H2', true],
  ['2026-Q3', '2026-6M', false],
  ['2026', '2026', true],
  ['2026', '2026-9M', false],
  ['2025-12', '2026', false],
] as const) {
  test(`${inner} lies within ${outer}: ${expected}`, () => {
    assert.equal(contains(period(outer), period(inner)), expected)
    assert.equal(contains(period(outer, 'statistical'), period(inner, 'statistical')), expected)
  })
}

test('periods of different calendars never contain each other', () => {
  assert.ok(!contains(period('2026', 'statistical'), period('2026-06', 'administrative')))
})

for (const [label, previous, lastYear, next] of [
  ['2026-01', '2025-12', '2025-01', '2026-02'],
  ['2026-Q1', '2025-Q4', '2025-Q1', '2026-Q2'],
  ['2026-6M', '2025-H2', '2025-6M', '2026-H2'],
  ['2026-H2', '2026-6M', '2025-H2', '2027-6M'],
  ['2026-9M', '2025-9M', '2025-9M', '2027-9M'],
  ['2026', '2025', '2025', '2027'],
  ['2026-YTD01', '2025-YTD12', '2025-YTD01', '2026-YTD02'],
  ['2026-YTD09', '2026-YTD08', '2025-YTD09', '2026-YTD10'],
] as const) {
  test(`${label} follows ${previous}, precedes ${next} and compares with ${lastYear}`, () => {
    assert.equal(previousPeriod(period(label)).label, previous)
    assert.equal(nextPeriod(period(label)).label, next)
    assert.equal(samePeriodLastYear(period(label)).label, lastYear)
  })
}

for (const [label, toDate] of [
  ['2026-01', '2026-01'],
  ['2026-02', '2026-YTD02'],
  ['2026-03', '2026-Q1'],
  ['2026-06', '2026-6M'],
  ['2026-09', '2026-9M'],
  ['2026-12', '2026'],
  ['2026-Q2', '2026-6M'],
  ['2026-H2', '2026'],
] as const) {
  test(`the year-to-date of ${label} is ${toDate}`, () => assert.equal(yearToDate(period(label)).label, toDate))
}

for (const [label, name] of [
  ['2026-09', 'tháng 9/2026'],
  ['2026-Q3', 'quý III/2026'],
  ['2026-6M', '6 tháng đầu năm 2026'],
  ['2026-H1', '6 tháng đầu năm 2026'],
  ['2026-H2', '6 tháng cuối năm 2026'],
  ['2026-9M', '9 tháng năm 2026'],
  ['2026', 'năm 2026'],
  ['2026-YTD01', 'tháng 1/2026'],
  ['2026-YTD03', '3 tháng năm 2026'],
  ['2026-YTD06', '6 tháng đầu năm 2026'],
  ['2026-YTD08', '8 tháng năm 2026'],
  ['2026-YTD12', 'năm 2026'],
] as const) {
  test(`${label} is called «${name}»`, () => {
    assert.equal(periodName(period(label)), name)
    assert.equal(periodName(period(label, 'statistical')), name)
  })
}

test('a period belongs to the year and month in which it ends', () => {
  assert.deepEqual([yearOf(period('2026-01')), monthOf(period('2026-01'))], [2026, 1])
  assert.deepEqual([yearOf(period('2026-9M')), monthOf(period('2026-9M'))], [2026, 9])
  assert.equal(inYear(period('2026-Q3'), 2020).label, '2020-Q3')
})

for (const label of [
  '2026-00',
  '2026-13',
  '2026-Q5',
  '2026-YTD13',
  '2026-12M',
  '26-01',
  '2026-9m',
  '2026-',
  '1',
  '',
  '2026 ',
]) {
  test(`${JSON.stringify(label)} is no period`, () => {
    assert.equal(parsePeriod(label), undefined)
    assert.throws(() => period(label))
  })
}

test('the key of a span reads back; other text does not', () => {
  const { span } = period('2026-9M')
  assert.deepEqual(parseSpanKey(spanKey(span)), span)
  for (const text of [
    '',
    'lunar:2026-01-01..2026-01-31',
    'statistical:2026-02-01..2026-01-01',
    'statistical:2026-02-30..2026-03-01',
  ]) {
    assert.equal(parseSpanKey(text), undefined)
  }
})

test('no text crashes the reading of a period or a span key', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void [parsePeriod(text), parseSpanKey(text)]))
})

test('every span has either no name or names that all give it back', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays(localDate('2024-12-01'), n))
  fc.assert(
    fc.property(day, day, fc.constantFrom(...calendars), (a, b, calendar) => {
      const span = a <= b ? spanOf(calendar, a, b) : spanOf(calendar, b, a)
      for (const label of namesOfSpan(span)) assert.deepEqual(period(label, calendar).span, span)
    }),
  )
})
