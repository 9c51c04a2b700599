import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { absent, type CellValue, notApplicable, nothing, number } from '../quantity/cell-value.ts'
import { exact, toText } from '../quantity/exact.ts'
import { computed, none, type Outcome } from '../quantity/outcome.ts'
import { type ComputedYearToDate, nextYearToDate, yearToDateOfMonths } from './year-to-date.ts'

function shown(outcome: Outcome): string {
  return outcome.kind === 'number' ? toText(outcome.value) : `${outcome.reason} ${outcome.of.join(' ')}`.trim()
}

const n = number
const before = (yearToDate: string | Outcome, estimate: CellValue, revised: CellValue) => ({
  yearToDate: typeof yearToDate === 'string' ? computed(exact(yearToDate)) : yearToDate,
  month: { estimate, revised },
})

for (const [name, previous, estimate, expected] of [
  ['the first month is its estimate', undefined, n('12.5'), '12.5'],
  ['a revision enters with the month after it', before('2870.2', n('341.9'), n('352.6')), n('337.8'), '3218.7'],
  ['a revision downwards makes the year fall', before('100', n('40'), n('10')), n('5'), '75'],
  ['without a revision the estimate stands', before('100', n('40'), absent), n('5'), '105'],
  ['a month revised to nothing leaves the year', before('100', n('40'), nothing), n('5'), '65'],
  ['a month first not applicable comes in with its revision', before('60', notApplicable, n('7')), n('5'), '72'],
  ['a month that is not applicable adds nothing', before('100', n('40'), n('41')), notApplicable, '101'],
  ['nothing occurred adds nothing', before('100', n('40'), n('41')), nothing, '101'],
  ['an absent estimate leaves no value', before('100', n('40'), n('41')), absent, 'absent estimate'],
  [
    'a revised estimate that is absent leaves no value',
    before('100', absent, n('41')),
    n('1'),
    'absent estimateBefore',
  ],
  [
    'an absent total before leaves no value',
    before(none('absent', ['2026-08']), n('1'), n('1')),
    n('1'),
    'absent yearToDateBefore',
  ],
] as const) {
  test(`${name}: ${expected}`, () => assert.equal(shown(nextYearToDate(previous, estimate).outcome), expected))
}

test('a month not yet revised is said to be so', () => {
  assert.equal(nextYearToDate(before('100', n('40'), absent), n('5')).isUnrevised, true)
  assert.equal(nextYearToDate(before('100', n('40'), n('40')), n('5')).isUnrevised, false)
  assert.equal(nextYearToDate(undefined, n('5')).isUnrevised, false)
})

test('months of a year: each as revised, the last as estimated, a missing one named', () => {
  const results = yearToDateOfMonths([
    { label: '2026-01', estimate: n('10'), revised: n('11') },
    { label: '2026-02', estimate: n('20'), revised: absent },
    { label: '2026-03', estimate: absent, revised: n('33') },
    { label: '2026-04', estimate: n('40'), revised: absent },
    { label: '2026-05', estimate: absent, revised: absent },
    { label: '2026-06', estimate: n('60'), revised: absent },
  ])
  assert.deepEqual(
    results.map(({ outcome }) => shown(outcome)),
    ['10', '31', 'absent 2026-03', '104', 'absent 2026-05', 'absent 2026-05'],
  )
  assert.deepEqual(
    results.map(({ isUnrevised }) => isUnrevised),
    [false, false, true, false, true, true],
  )
})

test('taken month by month or all at once, the year to date is the same', () => {
  const amount = fc.integer({ min: -100_000, max: 100_000 }).map((size): CellValue => n(String(size)))
  const report = fc.tuple(amount, fc.oneof(amount, fc.constantFrom(absent, nothing)))
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 12 }), (reports) => {
      const months = reports.map(([estimate, revised], index) => ({ label: String(index + 1), estimate, revised }))
      let last: ComputedYearToDate | undefined
      for (const [index, expected] of yearToDateOfMonths(months).entries()) {
        const month = months[index - 1]
        last = nextYearToDate(last && month && { yearToDate: last.outcome, month }, months[index]?.estimate ?? absent)
        assert.equal(shown(last.outcome), shown(expected.outcome))
        assert.equal(last.isUnrevised, expected.isUnrevised)
      }
    }),
  )
})
