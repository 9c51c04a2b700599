import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aColumn, aRow } from '#test/builders/form-columns.ts'
import { absent, type CellValue, nothing, number } from '../quantity/cell-value.ts'
import { roundTo, toText } from '../quantity/exact.ts'
import type { Outcome } from '../quantity/outcome.ts'
import { evaluateForm } from './evaluate.ts'

const rows = [
  aRow('t', { kind: 'title' }),
  aRow('a', { kind: 'total', formula: '[a1] + [a2]' }),
  aRow('a1'),
  aRow('a2'),
  aRow('y', { formula: '[a1] * 10 / [a2]' }),
]
const columns = [
  aColumn('estimate'),
  aColumn('ly', { role: 'reference' }),
  aColumn('rLy', { role: 'ratio', formula: '[estimate] / [ly] * 100', offset: null }),
]

function evaluated(values: Readonly<Record<string, CellValue>>): (name: string) => string | undefined {
  const outcomes = evaluateForm({ rows, columns, valueOf: (at) => values[`${at.row}.${at.column}`] ?? absent })
  return (name) => shown(outcomes.get(name))
}

function shown(outcome: Outcome | undefined): string | undefined {
  if (outcome?.kind !== 'none') return outcome && toText(roundTo(outcome.value, 1))
  return `${outcome.reason} ${outcome.of.join(',')}`
}

test('totals run down a column and ratios along a row, through totals', () => {
  const at = evaluated({
    'a1.estimate': number('30'),
    'a2.estimate': number('70'),
    'a1.ly': number('20'),
    'a2.ly': number('60'),
  })
  assert.equal(at('a.estimate'), '100')
  assert.equal(at('a.ly'), '80')
  assert.equal(at('a.rLy'), '125')
  assert.equal(at('y.estimate'), '4.3')
})

test('an absent part leaves a total without a value and names the part', () => {
  assert.equal(evaluated({ 'a1.estimate': number('30') })('a.estimate'), 'absent a2')
})

test('nothing occurred counts as zero', () => {
  assert.equal(evaluated({ 'a1.estimate': number('30'), 'a2.estimate': nothing })('a.estimate'), '30')
})

test('division by a declared zero is not computable', () => {
  const at = evaluated({ 'a1.estimate': number('1'), 'a1.ly': nothing })
  assert.equal(at('a1.rLy'), 'divisionByZero ly')
})

test('a total that was reported for a reference column is not computed again', () => {
  assert.equal(evaluated({ 'a.ly': number('90'), 'a1.ly': number('20'), 'a2.ly': number('60') })('a.ly'), undefined)
})

test('typed cells and titles are not in the result', () => {
  const outcomes = evaluateForm({ rows, columns, valueOf: () => absent })
  assert.equal(outcomes.has('a1.estimate'), false)
  assert.equal(outcomes.has('t.estimate'), false)
})

test('rows that compute each other are invalid instead of endless', () => {
  const circular = [aRow('p', { formula: '[q]' }), aRow('q', { formula: '[p]' })]
  const outcomes = evaluateForm({ rows: circular, columns: [aColumn('estimate')], valueOf: () => absent })
  assert.equal(shown(outcomes.get('p.estimate')), 'invalid p')
})
