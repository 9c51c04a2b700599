import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedChange } from './typed-change.ts'

for (const [name, typed, expected] of [
  ['a new value', { value: '4.731', amount: '' }, ['change', '4731', '-10.1']],
  ['a difference', { value: '', amount: '-10,1' }, ['change', '4731', '-10.1']],
  ['a difference with a plus', { value: '', amount: '+5' }, ['change', '4746.1', '5']],
  ['nothing typed', { value: ' ', amount: '' }, ['empty']],
  ['an English number', { value: '4,731.5', amount: '' }, ['refused']],
  ['words', { value: '', amount: 'mười' }, ['refused']],
  ['finer than the line', { value: '4.731,05', amount: '' }, ['tooFine']],
  ['the value that is there', { value: '4.741,1', amount: '' }, ['same']],
  ['no difference', { value: '', amount: '0' }, ['same']],
] as const)
  test(name, () => {
    const it = typedChange(typed, '4741.1', 1)
    assert.deepEqual(it.kind === 'change' ? [it.kind, it.after, it.amount] : [it.kind], expected)
  })
