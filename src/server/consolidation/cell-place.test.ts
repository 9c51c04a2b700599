import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import type { Indicator } from '#core/indicator/indicator.ts'
import { period } from '#core/period/period.ts'
import { cellPlace } from './cell-place.ts'
import type { TableShape } from './table-shape.ts'

const row = { key: 'a', kind: 'item', indicator: 'X', collect: 'districts' } as FormRow
const column = { key: 'estimate', offset: 'month', scenario: 'actual', vintage: 'best' } as FormColumn
const plan = { ...column, key: 'plan', offset: 'year', scenario: 'plan' } as FormColumn
type Of = Pick<Indicator, 'nature' | 'areaAggregation' | 'isPublishedAsIs'>

function togetherOf(indicator: Of, kind: 'province' | 'area' | 'group' = 'province', of = column) {
  const catalogue = {
    indicators: new Map([['X', { code: 'X', ...indicator }]]),
    areas: new Map([1, 2, 3].map((id) => [id, { code: String(id) }])),
    areaIds: new Map(),
  }
  const subject = { kind, areaId: 1, partIds: [2, 3] }
  const shape = { subject, catalogue, period: period('2026-09', 'statistical') } as unknown as TableShape
  return cellPlace(shape, row, of)?.together
}

const amount: Of = { nature: 'flow', areaAggregation: 'sum', isPublishedAsIs: false }
for (const [name, indicator, ofProvince, ofGroup] of [
  ['an amount', amount, 'below', ['2', '3']],
  ['a rate', { ...amount, nature: 'rate' }, null, undefined],
  ['a ratio of sums', { ...amount, areaAggregation: 'formula' }, null, undefined],
  ['what never adds up', { ...amount, areaAggregation: 'none' }, null, undefined],
  ['what is published as it is', { ...amount, isPublishedAsIs: true }, null, undefined],
] as const satisfies readonly (readonly [string, Of, unknown, unknown])[])
  test(`a line over the districts takes ${name} together: ${ofProvince ?? 'no'}, a group: ${ofGroup ?? 'no'}`, () => {
    assert.deepEqual([togetherOf(indicator), togetherOf(indicator, 'group')], [ofProvince, ofGroup])
    assert.equal(togetherOf(indicator, 'area'), null)
    assert.deepEqual(togetherOf(indicator, 'province', plan), ofProvince, 'its plan is that of the same areas')
  })
