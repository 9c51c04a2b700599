import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aColumn } from '#test/builders/form-columns.ts'
import type { FormRow } from './layout.ts'
import { overtakenTotals } from './stated-bases.ts'

const row = (key: string, formula?: string): FormRow => ({
  key,
  ordinal: '',
  label: key,
  kind: 'item',
  level: 0,
  measure: 'tấn',
  decimals: 0,
  ...(formula !== undefined && { formula }),
})
const rows = [row('t', '[a] + [b]'), row('a', '[a1] + [a2]'), row('a1'), row('a2'), row('b')]
const columns = [aColumn('estimate'), aColumn('ly', { role: 'base' }), aColumn('plan', { role: 'reference' })]

for (const [stated, overtaken] of [
  [[], []],
  [['a1.ly'], ['t.ly', 'a.ly']],
  [['b.ly'], ['t.ly']],
  [['a1.estimate', 'a1.plan'], []],
] as const)
  test(`stating ${stated.join(', ') || 'nothing'} overtakes ${overtaken.join(', ') || 'no total'}`, () => {
    const names: readonly string[] = stated
    assert.deepEqual([...overtakenTotals({ rows, columns }, (name) => names.includes(name))], overtaken)
  })
