import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completionAt, everyFunction, insertionOf } from './completion.ts'

const indicator = (code: string, name: string) => ({ code, name, measure: 'tấn' })
const indicators = [
  indicator('NN.01', 'Diện tích gieo trồng lúa'),
  indicator('NN.03', 'Sản lượng lúa'),
  indicator('NN.07', 'Sản lượng dừa trái'),
  indicator('TC.01', 'Thu ngân sách, gồm NN.03'),
]

const may = { readings: indicators, functions: everyFunction }

/** `|` is the caret. */
function proposed(marked: string): readonly string[] {
  const found = completionAt(marked.replace('|', ''), marked.indexOf('|'), may)
  return (found?.proposals ?? []).map((it) => (it.kind === 'reading' ? it.reading.code : it.name))
}

for (const [marked, found] of [
  ['[|', ['NN.01', 'NN.03', 'NN.07', 'TC.01']],
  ['[san luong|', ['NN.03', 'NN.07']],
  ['[sản lượng|', ['NN.03', 'NN.07']],
  ['[dua|', ['NN.07']],
  ['[nn.03|', ['NN.03', 'TC.01']],
  ['[NN.01] + [lua|', ['NN.01', 'NN.03']],
  ['[NN.03:dong|', []],
  ['[khong co gi|', []],
  ['[NN.01]|', []],
  ['[NN.01] + s|', ['share', 'sum']],
  ['gr|', ['growth']],
  ['SU|', ['sum']],
  ['plan([TC.01]; "HĐ|', []],
  ['plan([TC.01]; "HĐND") + la|', ['lastYear']],
  ['12|', []],
  ['|', []],
] as const)
  test(`«${marked}» proposes ${found.join(', ') || 'nothing'}`, () => assert.deepEqual(proposed(marked), found))

test('a proposal takes the place of what is typed in the bracket, and of the rest of the code', () => {
  const text = '[NN.01] * [sanXX] / 2'
  const found = completionAt(text, text.indexOf('XX'), { ...may, readings: [indicator('NN.03', 'Sản lượng')] })
  assert.equal(text.slice(found?.from, found?.to), '[sanXX]')
})

test('an open bracket does not swallow what follows it', () => {
  const text = '[san + [NN.01]'
  const found = completionAt(text, 4, may)
  assert.equal(text.slice(found?.from, found?.to), '[san')
})

test('after a function the caret stands between its parentheses', () => {
  assert.deepEqual(insertionOf({ kind: 'function', name: 'sum' }), { text: 'sum()', caret: 4 })
})
