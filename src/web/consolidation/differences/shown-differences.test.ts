import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Difference } from '#contract/differences.ts'
import { areasOf, shownDifferences } from './shown-differences.ts'

const source = (shortName: string, value: string): Difference['chosen'] => ({
  agency: { code: shortName, shortName },
  value: { kind: 'number', value },
  level: 'accepted',
  vintage: 'estimate',
  at: null,
})
const rice: Difference = {
  row: 'a31',
  column: 'estimate',
  rowLabel: 'Sản lượng lúa',
  columnLabel: 'Ước tháng 9',
  measure: 'tấn',
  decimals: 0,
  area: { code: '836', name: 'Huyện Ba Tri' },
  begins: '2026-08-15',
  chosen: source('Ba Tri', '1100'),
  others: [{ ...source('Sở NN&PTNT', '1000'), difference: '100' }],
  settlement: null,
}
const taxes: Difference = {
  ...rice,
  row: 'c1',
  rowLabel: 'Thu nội địa',
  area: { code: '83', name: 'Tỉnh Bến Tre' },
  chosen: source('Cục Thuế', '5'),
  settlement: { scope: 'figure', agency: 'Cục Thuế', by: null, at: '2026-09-16T00:00:00Z', reason: 'x', from: null },
}

for (const [name, filters, expected] of [
  ['open ones alone at first', {}, ['a31']],
  ['settled ones', { show: 'settled' }, ['c1']],
  ['all', { show: 'all' }, ['a31', 'c1']],
  ['by words without marks', { show: 'all', find: 'thu noi' }, ['c1']],
  ['by another agency', { find: 'nn&ptnt' }, ['a31']],
  ['by area', { show: 'all', area: '83' }, ['c1']],
] as const)
  test(`shown: ${name}`, () =>
    assert.deepEqual(
      shownDifferences([rice, taxes], filters).map((d) => d.row),
      expected,
    ))

test('each area is offered once', () => {
  assert.deepEqual(
    areasOf([rice, taxes, rice]).map((a) => a.code),
    ['836', '83'],
  )
})
