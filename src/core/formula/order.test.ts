import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Formula } from './formula.ts'
import { orderFormulas } from './order.ts'
import { parse } from './parser.ts'

function formulas(texts: Readonly<Record<string, string>>): ReadonlyMap<string, Formula> {
  return new Map(
    Object.entries(texts).map(([name, text]) => {
      const result = parse(text)
      assert.ok(result.ok, text)
      return [name, result.ast]
    }),
  )
}

test('inputs come before what uses them, and names without a formula are left out', () => {
  const set = formulas({
    'TH.04': '[TH.02] * 1000 / [DS.01]',
    'TH.03.1': '[TH.02.1] / [TH.02] * 100',
    'TH.02': '[TH.02.1] + [TH.02.2]',
  })
  assert.deepEqual(orderFormulas(set), { ok: true, order: ['TH.02', 'TH.03.1', 'TH.04'] })
})

for (const [texts, path] of [
  [{ A: '[B]', B: '[C] + [A]', C: '1' }, ['A', 'B', 'A']],
  [{ A: '[A] + 1' }, ['A', 'A']],
  [{ Z: '[A]', A: '[B]', B: '[C]', C: '[B]' }, ['B', 'C', 'B']],
  [{ A: 'lastYear([A]) * 1.05' }, ['A', 'A']],
  [{ A: '[B:nam]', B: '[A:nữ]' }, ['A', 'B', 'A']],
] as const) {
  test(`${JSON.stringify(texts)} is refused with the path ${path.join(' → ')}`, () => {
    assert.deepEqual(orderFormulas(formulas(texts)), {
      ok: false,
      problem: { code: 'formula.cycle', details: { path } },
    })
  })
}

test('a total over the reported members of its own indicator is no cycle', () => {
  const set = formulas({ 'NN.01': '[NN.01:dong-xuan] + [NN.01:he-thu]' })
  assert.deepEqual(orderFormulas(set), { ok: true, order: ['NN.01'] })
})

test('a narrowed reading waits for its own formula', () => {
  const set = formulas({ A: '[B:nam]', 'B:nam': '[C]', B: '[A]' })
  assert.deepEqual(orderFormulas(set), { ok: true, order: ['B:nam', 'A', 'B'] })
})

test('a chain of ten thousand formulas is ordered', () => {
  const length = 10_000
  const reading = (index: number): Formula => ({ kind: 'reading', reference: { code: `X${index}`, members: [] } })
  const chain = new Map(Array.from({ length }, (_, index) => [`X${index}`, reading(index + 1)]))
  const ordered = orderFormulas(chain)
  assert.ok(ordered.ok)
  assert.equal(ordered.order[0], `X${length - 1}`)
  assert.equal(ordered.order.length, length)
})

test('the order depends on the formulas only, not on how the map was filled', () => {
  const names = Array.from({ length: 8 }, (_, index) => `N${index}`)
  const graph = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 })
  fc.assert(
    fc.property(graph, fc.shuffledSubarray(names, { minLength: 8 }), (edges, shuffled) => {
      const text = (name: string) =>
        ['0', ...edges.filter(([from]) => `N${from}` === name).map(([, to]) => `[N${to}]`)].join(' + ')
      const texts = (all: readonly string[]) => formulas(Object.fromEntries(all.map((name) => [name, text(name)])))
      const ordered = orderFormulas(texts(names))
      assert.deepEqual(orderFormulas(texts(shuffled)), ordered)
      if (!ordered.ok) return
      for (const [from, to] of edges) assert.ok(ordered.order.indexOf(`N${to}`) < ordered.order.indexOf(`N${from}`))
    }),
  )
})
