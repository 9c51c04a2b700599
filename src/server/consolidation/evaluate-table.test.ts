import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { toText } from '#core/quantity/exact.ts'
import type { ReportedRow } from '../figures/index.ts'
import { evaluateTable } from './evaluate-table.ts'
import type { TableShape } from './table-shape.ts'

const row = (key: string, extra: Partial<FormRow>): FormRow => ({
  key,
  ordinal: '',
  label: key,
  kind: 'item',
  level: 0,
  measure: 'tấn',
  decimals: 0,
  ...extra,
})
const rows = [
  row('sum', { formula: '[p] + [q]' }),
  row('difference', { formula: '[p] - [q]' }),
  row('p', { indicator: 'P', collect: 'agency' }),
  row('q', { indicator: 'Q', collect: 'agency' }),
]
const estimate: FormColumn = {
  key: 'estimate',
  number: '1',
  header: ['Ước'],
  role: 'reference',
  offset: 'month',
  scenario: 'actual',
  vintage: 'best',
  width: 90,
}
const ratio: FormColumn = { ...estimate, key: 'ratio', role: 'ratio', offset: null, formula: '[estimate] / [estimate]' }
const shape = {
  rows,
  columns: [estimate, ratio],
  spanIdOf: new Map([['estimate', 1]]),
  subject: { kind: 'province', key: '', name: '', areaId: 83, partIds: [] },
  catalogue: {
    provinceId: 83,
    areaIds: new Map(),
    areas: new Map([[83, { code: '83', level: 'province' }]]),
    indicators: new Map([
      ['P', { id: 1 }],
      ['Q', { id: 2 }],
    ]),
    plans: [],
  },
} as unknown as TableShape

const says = (indicatorId: number, value: string): ReportedRow => ({
  indicator_id: indicatorId,
  span_id: 1,
  area_id: 83,
  plan_version_id: 0,
  vintage: 'estimate',
  agency_id: 5,
  kind: 'number',
  value,
  edition_id: '1',
  level: 'accepted',
  released_at: null,
})

function shown(reported: readonly ReportedRow[], key: string, column = estimate) {
  const figures = {
    reported,
    sourceOrder: () => [5],
    adjustments: [],
    choices: new Map(),
    decisions: new Map(),
    viewerAgencyId: 1,
    now: '2026-09-16T00:00:00Z',
  }
  const { total } = evaluateTable(shape, figures).cellOf(rows.find((r) => r.key === key) as FormRow, column)
  const value = total.outcome.kind === 'number' ? toText(total.outcome.value) : total.outcome.reason
  return [value, total.partial, total.missing]
}

test('a sum of lines with one absent is partial and names the line', () => {
  assert.deepEqual(shown([says(1, '70')], 'sum'), ['70', true, ['q']])
})

test('a sum of lines that are all in is whole', () => {
  assert.deepEqual(shown([says(1, '70'), says(2, '5')], 'sum'), ['75', false, []])
})

test('a sum with nothing in has no value', () => {
  assert.deepEqual(shown([], 'sum'), ['absent', true, ['p', 'q']])
})

test('a difference with one side absent has no value', () => {
  assert.deepEqual(shown([says(1, '70')], 'difference')[0], 'absent')
})

test('no ratio is drawn from a partial sum', () => {
  assert.equal(shown([says(1, '70')], 'sum', ratio)[0], 'absent')
})
