import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RuleScope } from '#core/validation/rule.ts'
import { completionAt } from '../formula-field/completion.ts'
import { aloud, namesIn, readTyped } from './condition-words.ts'

const forms = [
  {
    code: 'B-01',
    title: 'Biểu thử',
    rows: [
      { key: 'a1', label: 'Sản lượng lúa', measure: 'tấn' },
      { key: 'a2', label: 'Sản lượng dừa', measure: 'tấn' },
    ],
    columns: [
      { key: 'estimate', label: 'Ước tháng m' },
      { key: 'plan', label: 'Kế hoạch năm' },
    ],
  },
]
const indicators = [
  { code: 'NN.03', name: 'Sản lượng lúa', measure: 'tấn' },
  { code: 'NN.18', name: 'Diện tích thu hoạch lúa', measure: 'ha' },
]
const onForm: RuleScope = { kind: 'form', form: 'B-01' }
const overIndicators: RuleScope = { kind: 'indicators', indicators: ['NN.18'] }

/** `|` is the caret. */
function proposed(scope: RuleScope, marked: string): readonly string[] {
  const found = completionAt(marked.replace('|', ''), marked.indexOf('|'), namesIn(scope, forms, indicators))
  return (found?.proposals ?? []).map((it) => (it.kind === 'reading' ? it.reading.code : it.name))
}

for (const [scope, marked, found] of [
  [onForm, '[|', ['a1', 'a2', 'a1.estimate', 'a1.plan', 'a2.estimate', 'a2.plan']],
  [onForm, '[dua|', ['a2', 'a2.estimate', 'a2.plan']],
  [onForm, '[a1.uoc|', ['a1.estimate']],
  [onForm, '[a1.|', ['a1.estimate', 'a1.plan']],
  [onForm, '[a2] <= [lua ke hoach|', ['a1.plan']],
  [onForm, '[NN|', []],
  [overIndicators, '[|', ['x', 'NN.18', 'NN.03']],
  [overIndicators, '[lua|', ['NN.18', 'NN.03']],
  [onForm, 'pl|', ['plan']],
  [onForm, 'chi|', []],
  [onForm, 'at|', []],
] as const)
  test(`for ${scope.kind} «${marked}» proposes ${found.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(proposed(scope, marked), found))

test('a cell is read aloud by the names of its row and its column', () => {
  const names = namesIn(onForm, forms, indicators)
  const read = readTyped('[a1.estimate] <= [a2.plan] * 1,5', names)
  assert.ok(read.ok)
  assert.equal(aloud(read, names), 'Sản lượng lúa (Ước tháng m) ≤ Sản lượng dừa (Kế hoạch năm) × 1,5')
})
