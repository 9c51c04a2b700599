import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCondition } from './read-condition.ts'

const known = new Set(['NN.01', 'NN.03'])

for (const [text, problem] of [
  ['[NN.01] <= [NN.03]', undefined],
  ['abs(growth([NN.01]; previous([NN.01]))) < 50', undefined],
  ['not ([NN.01] = 0) and [NN.03] > 0', undefined],
  ['[NN.01] + [NN.03]', ['check-rule.not-a-condition', 0, 17]],
  ['[NN.01] = [NN.99]', ['check-rule.unknown-reading', 10, 7]],
  ['[NN.01:dong-xuan] = 0', ['check-rule.unknown-reading', 0, 17]],
  ['[NN.01] = sum(children([NN.01]); 1)', ['formula.function-not-available', 14, 17]],
  ['[NN.01] = ([NN.03] > 1)', ['formula.wrong-kind', 11, 11]],
  ['[NN.01] = round([NN.03]; [NN.01])', ['formula.decimals-not-fixed', 25, 7]],
  ['[NN.01] <=', ['formula.ends-early', 10, 0]],
] as const)
  test(`${text}: ${problem?.[0] ?? 'a condition'}`, () => {
    const read = readCondition(text, { isKnown: (code) => known.has(code) })
    const [found] = read.ok ? [] : read.problems
    assert.deepEqual(found && [found.code, found.position, found.length], problem)
  })

test('the editor takes the decimal comma', () => {
  assert.equal(readCondition('[NN.01] < 0,5', { decimal: 'comma' }).ok, true)
  assert.equal(readCondition('[NN.01] < 0,5').ok, false)
})
