import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AreaCode } from '../indicator/indicator.ts'
import { period } from '../period/period.ts'
import { exact, roundTo, toText } from '../quantity/exact.ts'
import { computed, none } from '../quantity/outcome.ts'
import { chosenPeriods } from './chosen-periods.ts'
import { comparedOutcome } from './compare.ts'
import { type Comparison, indicatorOfWord, type PeriodChoice } from './definition.ts'
import { baseOf, placeOfReading } from './reading-place.ts'

const run = (from: string, to: string): PeriodChoice => ({ kind: 'run', from, to })
const one = (label: string): PeriodChoice => ({ kind: 'one', label })

for (const [choices, expected] of [
  [[run('2024-9M', '2026-9M')], ['2024-9M', '2025-9M', '2026-9M']],
  [[run('2025-11', '2026-02')], ['2025-11', '2025-12', '2026-01', '2026-02']],
  [
    [one('2026-9M'), one('2026-YTD09'), one('2026')],
    ['2026-9M', '2026'],
  ],
  [
    [one('2026-Q3'), run('2026-Q1', '2026-Q3')],
    ['2026-Q3', '2026-Q1', '2026-Q2'],
  ],
] as const) {
  test(`the periods chosen are ${expected.join(', ')}`, () => {
    const found = chosenPeriods(choices, 'statistical')
    assert.deepEqual(found.ok && found.periods.map(({ label }) => label), expected)
  })
}

for (const [choice, code] of [
  [one('2026-13'), 'table.period-unknown'],
  [run('2026-01', '2026-Q4'), 'table.run-uneven'],
  [run('2026-03', '2026-01'), 'table.run-uneven'],
] as const) {
  test(`${JSON.stringify(choice)} is refused: ${code}`, () => {
    const found = chosenPeriods([choice], 'statistical')
    assert.equal(found.ok ? 'taken' : found.problem.code, code)
  })
}

const at = { area: '83' as AreaCode, period: period('2026-08', 'statistical') }
for (const [reading, label, scenario, vintage] of [
  ['best', '2026-08', 'actual', 'best'],
  ['official', '2026-08', 'actual', 'official'],
  ['ytd', '2026-YTD08', 'actual', 'best'],
  ['previous', '2026-07', 'actual', 'best'],
  ['last-year', '2025-08', 'actual', 'best'],
  ['plan', '2026', '', 'best'],
  ['plan-council', '2026', 'HĐND', 'best'],
] as const) {
  test(`${reading} of August is read at ${label}`, () => {
    const place = placeOfReading(reading, at)
    const found = place.scenario.kind === 'plan' ? place.scenario.version : 'actual'
    assert.deepEqual([place.period.label, found, place.vintage], [label, scenario, vintage])
  })
}

test('a share is drawn from the area above, and the topmost area is the whole itself', () => {
  const place = placeOfReading('best', { ...at, area: '829' as AreaCode })
  const parentOf = (area: string) => (area === '829' ? ('83' as AreaCode) : undefined)
  assert.equal(baseOf('share', place, parentOf).area, '83')
  assert.equal(baseOf('share', { ...place, area: '83' as AreaCode }, parentOf).area, '83')
  assert.equal(baseOf('last-year', place, parentOf).period.label, '2025-08')
  assert.equal(baseOf('previous', place, parentOf).period.label, '2026-07')
})

const rice = { measure: 'tấn', isPublishedAsIs: false, areaAggregation: 'sum' } as const
const figure = (value: string, partial = false) => ({ outcome: computed(exact(value)), partial })
const silent = { outcome: none('absent', ['NN.03']), partial: false }

for (const [name, comparison, indicator, now, base, expected] of [
  ['growth', 'last-year', rice, figure('89475'), figure('86320'), '3.7'],
  ['a fall', 'last-year', rice, figure('21985'), figure('22870'), '-3.9'],
  ['a share', 'share', rice, figure('89475'), figure('309684'), '28.9'],
  ['growth on nothing', 'last-year', rice, figure('5'), figure('0'), 'divisionByZero'],
  ['growth on what nobody said', 'last-year', rice, figure('5'), silent, 'absent'],
  ['growth of a partial total', 'last-year', rice, figure('5', true), figure('4'), 'absent'],
  ['growth on a partial total', 'previous', rice, figure('5'), figure('4', true), 'absent'],
  ['the share of a yield', 'share', { ...rice, areaAggregation: 'formula' }, figure('5'), figure('6'), 'notApplicable'],
  ['growth of a per cent', 'last-year', { ...rice, measure: '%' }, figure('5'), figure('6'), 'notApplicable'],
  [
    'growth of a published index',
    'last-year',
    { ...rice, isPublishedAsIs: true },
    figure('5'),
    figure('6'),
    'notApplicable',
  ],
] as const) {
  test(`${name}: ${expected}`, () => {
    const found = comparedOutcome(comparison as Comparison, indicator, { now, base })
    assert.equal(found.kind === 'number' ? toText(roundTo(found.value, 1)) : found.reason, expected)
  })
}

for (const [word, code, members] of [
  ['NN.03', 'NN.03', []],
  ['NN.03:dong-xuan', 'NN.03', ['dong-xuan']],
  ['NN.03:nu,thanh-thi,nu', 'NN.03', ['nu', 'thanh-thi']],
  ['NN.03:thanh-thi,nu', 'NN.03', ['nu', 'thanh-thi']],
  ['NN.03:', 'NN.03', []],
] as const)
  test(`«${word}» is ${code}, narrowed to ${members.join(' and ') || 'nothing'}`, () =>
    assert.deepEqual(indicatorOfWord(word), { code, members }))
