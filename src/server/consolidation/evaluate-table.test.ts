import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { exact, toText } from '#core/quantity/exact.ts'
import { computed, none, type Outcome } from '#core/quantity/outcome.ts'
import type { Collected } from './collect-figures.ts'
import { evaluateTable } from './evaluate-table.ts'

const row = (key: string, extra: Partial<FormRow>): FormRow => ({
  key,
  ordinal: '',
  label: `Line ${key}`,
  kind: 'item',
  level: 0,
  measure: 'tấn',
  decimals: 0,
  ...extra,
})
const rows = [
  row('sum', { formula: '[p] + [q]' }),
  row('sumOfSums', { formula: '[sum] + [p]' }),
  row('difference', { formula: '[p] - [q]' }),
  row('circle', { formula: '[circle] + [p]' }),
  row('p', { indicator: 'P', collect: 'agency' }),
  row('q', { indicator: 'Q', collect: 'agency' }),
]
const estimate: FormColumn = {
  key: 'estimate',
  number: '1',
  header: ['Estimate'],
  role: 'reference',
  offset: 'month',
  scenario: 'actual',
  vintage: 'best',
  width: 90,
}
const ratio: FormColumn = { ...estimate, key: 'ratio', role: 'ratio', offset: null, formula: '[estimate] / [estimate]' }
const plan: FormColumn = { ...estimate, key: 'plan', scenario: 'plan', vintage: null, offset: 'year' }

type Figures = Readonly<Record<string, Outcome>>

const said = (value: string) => computed(exact(value))

/** Cells by name; `set`: somebody reported it. */
function evaluated(figures: Figures, key: string, column = estimate) {
  const collected = new Map(
    Object.entries(figures).map(([name, outcome]): [string, Collected] => {
      const how = { kind: outcome.kind === 'number' ? 'reported' : 'none' }
      const reading = { outcome, how } as unknown as Collected['reading']
      return [name, { reading, taken: [], missing: [], coverage: { counted: 0, total: 0 }, isSum: false }]
    }),
  )
  const { cellOf } = evaluateTable({ rows, columns: [estimate, ratio, plan] }, collected)
  return cellOf(rows.find((r) => r.key === key) as FormRow, column)
}

function shown(figures: Figures, key: string, column = estimate) {
  const { outcome, missing } = evaluated(figures, key, column)
  return [outcome.kind === 'number' ? toText(outcome.value) : outcome.reason, missing.map((part) => part.key)]
}

const awaited = none('absent', ['Q'])
const one = { 'p.estimate': said('70'), 'q.estimate': awaited }
const both = { 'p.estimate': said('70'), 'q.estimate': said('5') }

test('a sum of lines with one absent is partial and names the line', () => {
  assert.deepEqual(shown(one, 'sum'), ['70', ['q']])
  const { missing, coverage } = evaluated(one, 'sum')
  assert.deepEqual([missing, coverage], [[{ key: 'q', name: 'Line q' }], { counted: 1, total: 2 }])
})

test('a sum over a partial sum names the line that is partial', () => {
  assert.deepEqual(shown(one, 'sumOfSums'), ['140', ['sum']])
})

test('a sum of lines that are all in is whole', () => {
  assert.deepEqual(shown(both, 'sum'), ['75', []])
})

test('a sum with nothing in has no value', () => {
  assert.deepEqual(shown({ 'p.estimate': awaited, 'q.estimate': awaited }, 'sum'), ['absent', ['p', 'q']])
})

test('a difference with one side absent has no value', () => {
  assert.deepEqual(shown(one, 'difference'), ['absent', ['q']])
})

test('no ratio is drawn from a partial sum', () => {
  assert.equal(shown(one, 'sum', ratio)[0], 'absent')
})

test('a formula that waits for itself has no value', () => {
  assert.equal(shown(both, 'circle')[0], 'invalid')
})

test('a plan of a total is taken as it was set, and added up only where nobody set it', () => {
  const parts = { 'p.plan': said('70'), 'q.plan': said('5') }
  assert.deepEqual(shown({ ...parts, 'sum.plan': said('80') }, 'sum', plan), ['80', []])
  assert.deepEqual(shown({ ...parts, 'sum.plan': awaited }, 'sum', plan), ['75', []])
})
