import assert from 'node:assert/strict'
import { test } from 'node:test'
import { QueryClient } from '@tanstack/react-query'
import { standsBeside } from './figures-beside.ts'
import { submissionKeys } from './submission-queries.ts'

const rows = [
  { indicator: null, area: null },
  { indicator: 'NN.03', area: '836' },
  { indicator: 'YT.06', area: null },
]
const form = { area: '83', rows, others: [] as readonly object[] }

function standsBesideForm(shown: object | undefined, payload: Record<string, unknown>): boolean {
  const queries = new QueryClient()
  const queryKey = submissionKeys.form('1', 2)
  queries.getQueryCache().build(queries, { queryKey })
  if (shown) queries.setQueryData(queryKey, shown)
  queries.setQueryData(submissionKeys.one('1'), { id: '1' })
  return standsBeside(queries, { position: '1.1', at: '2026-09-16T00:00:00Z', topic: 'figures', payload })
}

for (const [what, payload, isBeside] of [
  ['an indicator of a row at its area', { indicators: ['CN.01', 'NN.03'], areas: ['836'] }, true],
  ['an indicator of a row at another area', { indicators: ['CN.01', 'NN.03'], areas: ['837', '83'] }, false],
  ['an indicator of a row that is about the area of the form', { indicator: 'YT.06', areas: ['83'] }, true],
  ['an indicator of no row', { indicator: 'CN.01', areas: ['83', '836'] }, false],
  ['a released indicator, of whatever area', { released: ['NN.03'] }, true],
  ['another released indicator', { released: ['CN.01'] }, false],
  ['what does not say what moved', { submission: '7' }, true],
  ['what says it in a way not known here', { indicators: 'NN.03' }, true],
] as const)
  test(`${what} ${isBeside ? 'may stand' : 'stands not'} beside the cells`, () => {
    assert.equal(standsBesideForm(form, payload), isBeside)
  })

test('a form that is still on its way, or whose rules read others, may show anything', () => {
  const elsewhere = { indicator: 'CN.01', areas: ['83'] }
  assert.ok(standsBesideForm(undefined, elsewhere))
  assert.ok(standsBesideForm({ ...form, others: [{}] }, elsewhere))
})
