/** Differences of two pinned states: what moved is laid beside what it was, and nothing else. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PinnedContent, PinnedInput } from '#contract/versions.ts'
import type { DecimalText } from '#core/quantity/exact.ts'
import { changesBetween } from './compare-versions.ts'

const figure = (vintage: PinnedInput['vintage'], value: string): PinnedInput => ({
  indicator: 'NN.03',
  area: '83',
  agency: 'SNNPTNT',
  from: '2026-05-01',
  to: '2026-05-31',
  plan: null,
  vintage,
  value: { kind: 'number', value: value as DecimalText },
  edition: `${vintage} ${value}`,
  choice: null,
})

const table = (value: string, inputs: readonly PinnedInput[]): PinnedContent => ({
  regime: 'ktxh-thang',
  title: '',
  period: { label: '2026-06', name: 'tháng 6/2026' },
  reading: 'accepted',
  form: { version: 1 },
  columns: [{ key: 'ytd', header: [], role: 'amount', decimals: 0, isShown: true }],
  rows: [
    {
      key: 'a1',
      ordinal: '',
      label: '',
      kind: 'item',
      level: 0,
      decimals: 0,
      measure: '',
      cells: [
        {
          column: 'ytd',
          value: { kind: 'number', value: value as DecimalText },
          isPartial: false,
          missing: [],
          formula: null,
          inputs: [...inputs],
          adjustments: [],
        },
      ],
    },
  ],
})

const causesOf = (before: PinnedContent, after: PinnedContent) =>
  changesBetween(before, after).flatMap(({ causes }) =>
    causes.flatMap((cause) => (cause.kind === 'figure' ? [[cause.editionBefore, cause.editionAfter]] : [])),
  )

test('each vintage of one place is laid beside its own', () => {
  const before = table('10', [figure('estimate', '4'), figure('preliminary', '5')])
  assert.deepEqual(causesOf(before, table('11', [figure('estimate', '3'), figure('preliminary', '5')])), [
    ['estimate 4', 'estimate 3'],
  ])
  assert.deepEqual(causesOf(before, table('11', [figure('preliminary', '6'), figure('estimate', '4')])), [
    ['preliminary 5', 'preliminary 6'],
  ])
  assert.deepEqual(causesOf(before, before), [])
})

test('a vintage that takes the place of another is one move, and what is new or gone stands alone', () => {
  const estimated = table('4', [figure('estimate', '4')])
  assert.deepEqual(causesOf(estimated, table('5', [figure('preliminary', '5')])), [['estimate 4', 'preliminary 5']])
  assert.deepEqual(causesOf(estimated, table('0', [])), [['estimate 4', null]])
  assert.deepEqual(causesOf(table('0', []), estimated), [[null, 'estimate 4']])
})
