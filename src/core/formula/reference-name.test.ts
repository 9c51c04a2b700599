import assert from 'node:assert/strict'
import { test } from 'node:test'
import { referenceName } from './reference-name.ts'

const indicators = new Map([['NN.03', { name: 'Sản lượng lúa' }]])
const breakdowns = new Map([
  ['dong-xuan', 'Đông xuân'],
  ['mua', 'Mùa'],
  ['cao,mua', 'Mùa, giống cao sản'],
])

for (const [code, members, expected] of [
  ['NN.03', [], 'Sản lượng lúa'],
  ['NN.03', ['dong-xuan'], 'Sản lượng lúa (Đông xuân)'],
  ['NN.03', ['cao', 'mua'], 'Sản lượng lúa (Mùa, giống cao sản)'],
  ['NN.03', ['dong-xuan', 'mua'], 'Sản lượng lúa (Đông xuân, Mùa)'],
  ['NN.03', ['he-thu'], 'Sản lượng lúa (he-thu)'],
  ['NN.99', ['mua'], 'NN.99 (Mùa)'],
] as const)
  test(`${code}:${members.join(',')} is called «${expected}»`, () =>
    assert.equal(referenceName({ code, members }, { indicators, breakdowns }), expected))
