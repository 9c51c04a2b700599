import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aColumn, aRow } from '#test/builders/form-columns.ts'
import { overtakenTotals } from './stated-bases.ts'

const parts = ['a1', 'a2', 'b'].map((key) => aRow(key))
const rows = [aRow('t', { formula: '[a] + [b]' }), aRow('a', { formula: '[a1] + [a2]' }), ...parts]
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
