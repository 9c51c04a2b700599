import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IndicatorSummary } from '#contract/catalogue.ts'
import { depthOf, filterIndicators } from './filter-indicators.ts'

const indicator = (code: string, name: string, more: Partial<IndicatorSummary> = {}): IndicatorSummary => ({
  code,
  name,
  measure: 'tấn',
  decimals: 0,
  group: code.split('.')[0] ?? '',
  parent: null,
  valueKind: 'number',
  nature: 'flow',
  areaAggregation: 'sum',
  direction: 'up',
  isPublishedAsIs: false,
  formula: '',
  owner: { code: 'SNNPTNT', shortName: 'Sở NN&PTNT' },
  ...more,
})
const all = [
  indicator('NN.02', 'Năng suất lúa bình quân', { nature: 'rate', formula: '[NN.03] * 10 / [NN.18]' }),
  indicator('NN.03', 'Sản lượng lúa'),
  indicator('DL.01', 'Tổng lượt khách du lịch', { owner: { code: 'SVHTTDL', shortName: 'Sở VHTTDL' } }),
]
const codes = (search: Parameters<typeof filterIndicators>[1]) => filterIndicators(all, search).map(({ code }) => code)

for (const [search, found] of [
  [{}, ['NN.02', 'NN.03', 'DL.01']],
  [{ q: 'san luong' }, ['NN.03']],
  [{ q: 'LÚA' }, ['NN.02', 'NN.03']],
  [{ q: 'lua suat' }, ['NN.02']],
  [{ q: 'nn.0' }, ['NN.02', 'NN.03']],
  [{ q: 'du lich' }, ['DL.01']],
  [{ q: '   ' }, ['NN.02', 'NN.03', 'DL.01']],
  [{ formula: true }, ['NN.02']],
  [{ nature: 'flow', group: 'NN' }, ['NN.03']],
  [{ owner: 'SVHTTDL' }, ['DL.01']],
  [{ q: 'lúa', owner: 'SVHTTDL' }, []],
] as const)
  test(`${JSON.stringify(search)} shows ${found.join(', ') || 'nothing'}`, () => assert.deepEqual(codes(search), found))

test('a part stands one step below its whole', () => {
  assert.deepEqual(['NN.01', 'NN.10.1', 'TC.01.2.3'].map(depthOf), [0, 1, 2])
})
