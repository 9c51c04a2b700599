import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compile } from '../formula/compile.ts'
import { parse } from '../formula/parser.ts'
import type { AreaCode } from '../indicator/indicator.ts'
import { absent, type CellValue, notApplicable, number } from '../quantity/cell-value.ts'
import { roundTo, toText } from '../quantity/exact.ts'
import { formulaOverTotals } from './formula-over-totals.ts'
import { totalOverAreas } from './total.ts'

type Values = Readonly<Record<string, Readonly<Record<string, CellValue>>>>

function over(text: string, values: Values) {
  const parsed = parse(text)
  assert.ok(parsed.ok)
  const compiled = compile(parsed.ast)
  assert.ok(compiled.ok && compiled.formula.kind === 'number')
  return formulaOverTotals(compiled.formula, ({ code }) =>
    totalOverAreas(new Map(Object.entries(values[code] ?? {}).map(([area, value]) => [area as AreaCode, value]))),
  )
}

const production = { baTri: number('50400'), giongTrom: number('18000') }
const area = { baTri: number('10500'), giongTrom: number('4500') }

test('the yield of a whole is computed from sums, not averaged over its parts', () => {
  const { outcome, partial, counted } = over('[p] * 10 / [a]', { p: production, a: area })
  assert.ok(outcome.kind === 'number')
  assert.equal(toText(roundTo(outcome.value, 2)), '45.6')
  assert.equal(partial, false)
  assert.deepEqual(counted, ['baTri', 'giongTrom'])
})

test('a ratio over a partial sum has no value and lists what is missing', () => {
  const total = over('[p] * 10 / [a]', { p: { ...production, giongTrom: absent }, a: area })
  assert.deepEqual(total.outcome, { kind: 'none', reason: 'absent', of: ['giongTrom'] })
  assert.deepEqual([total.partial, total.missing, total.counted], [true, ['giongTrom'], ['baTri']])
})

test('a sum of amounts over a partial sum is partial', () => {
  const total = over('2 * [p] + sum([a]; -[a] / 2)', { p: production, a: { ...area, giongTrom: absent } })
  assert.ok(total.outcome.kind === 'number')
  assert.equal(toText(total.outcome.value), '142050')
  assert.deepEqual([total.partial, total.missing], [true, ['giongTrom']])
})

test('an area where no input applies is left out', () => {
  const total = over('[p] * 10 / [a]', { p: { ...production, tp: notApplicable }, a: { ...area, tp: notApplicable } })
  assert.deepEqual([total.partial, total.leftOut], [false, ['tp']])
})

test('a divisor whose total is zero is not computable', () => {
  const total = over('[p] / [a]', { p: production, a: { baTri: number('0'), giongTrom: number('0') } })
  assert.deepEqual(total.outcome, { kind: 'none', reason: 'divisionByZero', of: ['a'] })
})
