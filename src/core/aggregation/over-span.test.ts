import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Nature } from '../indicator/indicator.ts'
import { monthsOf, period } from '../period/period.ts'
import { type Calendar, spanKey } from '../period/span.ts'
import { absent, type CellValue, notApplicable, nothing, number } from '../quantity/cell-value.ts'
import { toText } from '../quantity/exact.ts'
import { type Outcome, outcomeOf } from '../quantity/outcome.ts'
import { totalOverSpan } from './over-span.ts'

type Part = readonly [string, CellValue]

function over(nature: Nature, whole: string, parts: readonly Part[], calendar: Calendar = 'administrative') {
  return totalOverSpan({
    nature,
    whole: period(whole, calendar).span,
    parts: parts.map(([label, value]) => ({ span: period(label, calendar).span, outcome: outcomeOf(value, label) })),
  })
}

function shown(outcome: Outcome): string {
  return outcome.kind === 'number' ? toText(outcome.value) : `${outcome.reason} ${outcome.of.join(' ')}`.trim()
}

const quarter: readonly Part[] = [
  ['2026-01', number('10')],
  ['2026-02', number('20.5')],
  ['2026-03', number('30')],
]

for (const [name, nature, whole, parts, outcome, missing] of [
  ['a flow adds up', 'flow', '2026-Q1', quarter, '60.5', 0],
  ['a stock takes its end', 'stock', '2026-Q1', quarter, '30', 0],
  ['a rate has no total', 'rate', '2026-Q1', quarter, 'notApplicable 2026-Q1', 0],
  ['a flow without a month is partial', 'flow', '2026-Q1', [...quarter.slice(0, 2), ['2026-03', absent]], '30.5', 1],
  ['a flow with days no part covers is partial', 'flow', '2026-Q1', quarter.slice(1), '50.5', 1],
  ['a gap in the middle is missing', 'flow', '2026-Q1', [...quarter.slice(0, 1), ...quarter.slice(2)], '40', 1],
  ['a flow with no part at all is absent', 'flow', '2026-Q1', [], 'absent 2026-Q1', 1],
  ['a stock does not need its earlier months', 'stock', '2026-Q1', quarter.slice(2), '30', 0],
  ['a stock without its end is absent', 'stock', '2026-Q1', quarter.slice(0, 2), 'absent 2026-03', 1],
  ['nothing occurred counts as 0', 'flow', '2026-Q1', [['2026-01', nothing], ...quarter.slice(1)], '50.5', 0],
  [
    'a month that does not apply is left out',
    'flow',
    '2026-Q1',
    [...quarter.slice(0, 2), ['2026-03', notApplicable]],
    '30.5',
    0,
  ],
  [
    'parts may be of different length',
    'flow',
    '2026-6M',
    [
      ['2026-Q1', number('1')],
      ['2026-04', number('2')],
      ['2026-05', number('3')],
      ['2026-06', number('4')],
    ],
    '10',
    0,
  ],
] as const satisfies readonly (readonly [string, Nature, string, readonly Part[], string, number])[]) {
  test(name, () => {
    const result = over(nature, whole, parts)
    assert.ok(result.ok)
    assert.equal(shown(result.total.outcome), outcome)
    assert.equal(result.total.missing.length, missing)
    assert.equal(result.total.partial, missing > 0)
  })
}

for (const [name, whole, parts, code] of [
  ['months counted twice are refused', '2026-Q1', [...quarter, ['2026-Q1', number('60')]], 'aggregation.parts-overlap'],
  ['a month of another quarter is refused', '2026-Q1', [['2026-04', number('1')]], 'aggregation.part-outside'],
] as const satisfies readonly (readonly [string, string, readonly Part[], string])[]) {
  test(name, () => {
    const result = over('flow', whole, parts)
    assert.equal(result.ok ? '' : result.problem.code, code)
  })
}

test('spans of different calendars never mix', () => {
  const result = totalOverSpan({
    nature: 'flow',
    whole: period('2026', 'statistical').span,
    parts: [{ span: period('2026-05', 'administrative').span, outcome: outcomeOf(number('1'), '') }],
  })
  assert.equal(result.ok ? '' : result.problem.code, 'aggregation.part-outside')
})

const aValue = fc.oneof(
  fc.constantFrom(absent, nothing, notApplicable),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => number(String(n))),
)

test('a year from its months equals the year from its quarters, in any order of the months', () => {
  const months = monthsOf(period('2026')).map(({ label }) => label)
  const shuffled = fc.shuffledSubarray([...months.keys()], { minLength: 12 })
  fc.assert(
    fc.property(fc.array(aValue, { minLength: 12, maxLength: 12 }), shuffled, (values, order) => {
      const parts = months.map((label, index): Part => [label, values[index] ?? absent])
      const year = over(
        'flow',
        '2026',
        order.map((index) => parts[index] ?? ['2026-01', absent]),
      )
      assert.ok(year.ok)
      const quarters = [1, 2, 3, 4].map((q) => over('flow', `2026-Q${q}`, parts.slice(q * 3 - 3, q * 3)))
      const lists = quarters.flatMap((each) => (each.ok ? each.total.missing : []))
      assert.deepEqual(year.total.missing.map(spanKey), lists.map(spanKey))
      if (year.total.counted.length === 0) return assert.equal(year.total.outcome.kind, 'none')
      const amounts = quarters.map((each, index): Part => {
        const outcome = each.ok ? each.total.outcome : undefined
        return [`2026-Q${index + 1}`, outcome?.kind === 'number' ? number(toText(outcome.value)) : nothing]
      })
      const sum = over('flow', '2026', amounts)
      assert.ok(sum.ok)
      assert.equal(shown(sum.total.outcome), shown(year.total.outcome))
    }),
  )
})
