import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dependenciesOf } from './dependents.ts'
import { type Formula, references } from './formula.ts'
import { parse } from './parser.ts'

function formulas(texts: Readonly<Record<string, string>>): ReadonlyMap<string, Formula> {
  return new Map(
    Object.entries(texts).map(([name, text]) => {
      const parsed = parse(text)
      assert.ok(parsed.ok, text)
      return [name, parsed.ast]
    }),
  )
}

function dependents(texts: Readonly<Record<string, string>>, codes: readonly string[]): readonly string[] {
  const found = dependenciesOf(formulas(texts))
  assert.ok(found.ok)
  return found.dependencies.dependentsOf(codes)
}

const budget = {
  'TC.01': '[TC.01.1] + [TC.01.2]',
  'TC.01.2': '[TC.01.2.1] + [TC.01.2.2]',
  'TC.09': 'growth(ytd([TC.01]))',
  'NN.02': '[NN.03:dong-xuan] * 10 / [NN.18]',
}

for (const [codes, expected] of [
  [['TC.01.2.1'], ['TC.01.2', 'TC.01', 'TC.09']],
  [['TC.01.1'], ['TC.01', 'TC.09']],
  [['TC.01'], ['TC.09']],
  [['TC.09'], []],
  [['NN.03'], ['NN.02']],
  [
    ['NN.18', 'TC.01.1'],
    ['NN.02', 'TC.01', 'TC.09'],
  ],
  [['XX'], []],
] as const) {
  test(`on ${codes.join(' and ')} hangs ${expected.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(dependents(budget, codes), expected))
}

test('a circle is refused with its path', () => {
  const found = dependenciesOf(formulas({ A: 'lastYear([B])', B: '[A] + 1' }))
  assert.deepEqual(found.ok ? [] : found.problem.details.path, ['A', 'B', 'A'])
})

/** Formulas without circles: each reads codes of a lower number only. */
const aGraph = fc
  .array(fc.array(fc.nat(30), { maxLength: 4 }), { minLength: 1, maxLength: 30 })
  .map((rows) =>
    Object.fromEntries(
      rows.map((reads, n) => [
        `C${n}`,
        ['0', ...reads.map((m) => `[C${m % (n + 1) === n ? 'x' : m % (n + 1)}]`)].join('+'),
      ]),
    ),
  )

test('the dependents are those whose formula reads one, or reads a dependent, in the order to compute them', () => {
  fc.assert(
    fc.property(aGraph, fc.nat(29), (texts, pick) => {
      const set = formulas(texts)
      const changed = `C${pick % set.size}`
      const found = dependents(texts, [changed])
      const hangs = (name: string): boolean =>
        references(set.get(name) ?? { kind: 'string', text: '' }).some(({ code }) => code === changed || hangs(code))
      assert.deepEqual(new Set(found), new Set([...set.keys()].filter(hangs)))
      for (const [index, name] of found.entries()) {
        const read = references(set.get(name) ?? { kind: 'string', text: '' }).map(({ code }) => code)
        assert.ok(
          found.slice(index).every((later) => !read.includes(later)),
          `${name} comes after what it reads`,
        )
      }
    }),
  )
})
