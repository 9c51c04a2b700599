import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { absent, type CellValue, notApplicable, nothing, number } from '../quantity/cell-value.ts'
import { exact, toText } from '../quantity/exact.ts'
import { computed, lackingAlso, none, type Outcome, outcomeOf } from '../quantity/outcome.ts'
import { type YearToDateBefore, yearToDateAfter } from './year-to-date.ts'

function shown(outcome: Outcome): string {
  return outcome.kind === 'number' ? toText(outcome.value) : `${outcome.reason} ${outcome.of.join(' ')}`.trim()
}

const n = number
const before = (yearToDate: string | Outcome, estimate: CellValue, revised?: CellValue): YearToDateBefore => ({
  yearToDate: typeof yearToDate === 'string' ? computed(exact(yearToDate)) : yearToDate,
  month: revised && { estimate: outcomeOf(estimate, 'estimate'), revised: outcomeOf(revised, 'revised') },
})

for (const [name, previous, months, expected] of [
  ['the first month is its estimate', undefined, [n('12.5')], '12.5'],
  ['a revision enters with the month after it', before('2870.2', n('341.9'), n('352.6')), [n('337.8')], '3218.7'],
  ['a revision downwards makes the year fall', before('100', n('40'), n('10')), [n('5')], '75'],
  ['without a revision the estimate stands', before('100', n('40')), [n('5')], '105'],
  ['a month revised to nothing leaves the year', before('100', n('40'), nothing), [n('5')], '65'],
  ['a month first not applicable comes in with its revision', before('60', notApplicable, n('7')), [n('5')], '72'],
  ['a revision that is not applicable changes nothing', before('60', n('7'), notApplicable), [n('5')], '65'],
  ['a month that is not applicable adds nothing', before('100', n('40'), n('41')), [notApplicable], '101'],
  ['nothing occurred adds nothing', before('100', n('40'), n('41')), [nothing], '101'],
  ['several months are added', before('100', n('40'), n('41')), [n('1'), n('2'), n('3')], '107'],
  ['an absent month leaves no value', before('100', n('40'), n('41')), [n('1'), absent], 'absent 1'],
  ['a revised estimate that is absent leaves no value', before('100', absent, n('41')), [n('1')], 'absent estimate'],
  ['an absent total before leaves no value', before(none('absent', ['8M']), n('1'), n('1')), [n('1')], 'absent 8M'],
  [
    'a month that is not whole leaves no value',
    before(lackingAlso(computed(exact('3')), ['831']), n('1')),
    [n('1')],
    'absent 831',
  ],
] as const satisfies readonly (readonly [string, YearToDateBefore | undefined, readonly CellValue[], string])[]) {
  test(`${name}: ${expected}`, () => {
    const outcomes = months.map((month, index) => outcomeOf(month, String(index)))
    assert.equal(shown(yearToDateAfter(previous, outcomes)), expected)
  })
}

test('taken month by month or all at once, the year to date is the same', () => {
  const amount = fc.integer({ min: -100_000, max: 100_000 }).map((size) => n(String(size)))
  const report = fc.record({ estimate: amount, revised: fc.oneof(amount, fc.constant(nothing)) })
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 12 }), (reports) => {
      let stepwise: Outcome = none('absent')
      for (const [index, { estimate }] of reports.entries()) {
        const month = reports[index - 1]
        const known = month && {
          yearToDate: stepwise,
          month: { estimate: outcomeOf(month.estimate, ''), revised: outcomeOf(month.revised, '') },
        }
        stepwise = yearToDateAfter(known, [outcomeOf(estimate, '')])
        const best = reports.slice(0, index).map(({ revised }) => outcomeOf(revised, ''))
        assert.equal(shown(yearToDateAfter(undefined, [...best, outcomeOf(estimate, '')])), shown(stepwise))
      }
    }),
  )
})
