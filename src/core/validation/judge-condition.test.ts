import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { exact, minus, plus } from '../quantity/exact.ts'
import { computed } from '../quantity/outcome.ts'
import { judgeCondition } from './judge-condition.ts'
import { conditionOf } from './read-condition.ts'

/** Whether the condition stands over figures in tenths, each of which may be half a tenth off. */
function holdsOver(text: string, tenths: Readonly<Record<string, number>>): boolean {
  const condition = conditionOf(text)
  assert.ok(condition)
  const figure = (code: string) => exact(((tenths[code] ?? 0) / 10).toFixed(1))
  const half = exact('0.05')
  const { verdict } = judgeCondition(condition, {
    resolve: (code) => computed(figure(code)),
    range: (code) => ({ low: minus(figure(code), half), high: plus(figure(code), half) }),
  })
  assert.ok(verdict.kind === 'truth')
  return verdict.holds
}

interface Fraction {
  readonly over: number
  readonly under: number
}

/** In twentieths, whole numbers all: what lies half a tenth below and above. */
const ends = (tenths: number): readonly number[] => [2 * tenths - 1, 2 * tenths + 1]

const computations: Readonly<Record<string, (a: number, b: number) => Fraction>> = {
  '[a] + [b]': (a, b) => ({ over: (a + b) * 20, under: 400 }),
  '[a] - [b]': (a, b) => ({ over: (a - b) * 20, under: 400 }),
  '[a] * [b]': (a, b) => ({ over: a * b, under: 400 }),
  '[a] / [b]': (a, b) => ({ over: a * 20, under: b * 20 }),
}

const aFew = fc.integer({ min: 1, max: 60 })

test('a comparison is broken only where no unrounded figures behind the inputs could fulfil it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(computations)),
      aFew,
      aFew,
      fc.integer({ min: -60, max: 900 }),
      (side, a, b, c) => {
        const could = (sign: '<=' | '>=') =>
          ends(a).some((x) =>
            ends(b).some((y) => {
              const { over, under } = computations[side]?.(x, y) ?? { over: 0, under: 1 }
              return ends(c).some((z) => (sign === '<=' ? over * 20 <= z * under : over * 20 >= z * under))
            }),
          )
        assert.equal(holdsOver(`${side} <= [c]`, { a, b, c }), could('<='))
        assert.equal(holdsOver(`[c] <= ${side}`, { a, b, c }), could('>='))
        assert.equal(holdsOver(`${side} = [c]`, { a, b, c }), could('<=') && could('>='))
      },
    ),
    { numRuns: 2000 },
  )
})

const aCondition = fc.constantFrom(
  ...['[a] + [b] <= [c]', '[a] * [b] > [c]', '[a] - [b] = [c]', '[a] + [c] <> [b]'],
  ...['[a] < [b] + [c] and [a] > 1', '[b] >= [a] / [c] or [a] = 2 * [b]', 'if([a] > 1; [b] > [c]; [b] + [a] < [c])'],
)

test('denying twice says the same, and a comparison denied is its opposite', () => {
  fc.assert(
    fc.property(aCondition, aFew, aFew, aFew, (condition, a, b, c) => {
      assert.equal(holdsOver(`not (not (${condition}))`, { a, b, c }), holdsOver(condition, { a, b, c }))
      const [denied, opposite] = [`not [a] + [b] <= [c]`, `[a] + [b] > [c]`]
      assert.equal(holdsOver(denied, { a, b, c }), holdsOver(opposite, { a, b, c }))
    }),
  )
})

for (const [condition, cells, holds] of [
  // 1,0 over 0,1: the quotient of what was rounded lies between 6,3 and 21.
  ['[a] / [b] = [c]', { a: 10, b: 1, c: 206 }, true],
  ['[a] / [b] = [c]', { a: 10, b: 1, c: 30 }, false],
  ['round([a] / [b]; 1) = [c]', { a: 10, b: 3, c: 29 }, true],
  ['round([a] / [b]; 1) = [c]', { a: 10, b: 3, c: 60 }, false],
  ['[a] = [b]', { a: 10, b: 11 }, false],
  ['[a] <= 0.9', { a: 10 }, false],
  ['not [a] <= [b] + [c]', { a: 3, b: 1, c: 2 }, true],
  ['not [a] = [b] + [c]', { a: 4, b: 1, c: 2 }, true],
  ['not ([a] > [b] + [c] or [a] < 0.2)', { a: 3, b: 1, c: 2 }, true],
  ['[a] + [b] <> [c]', { a: 1, b: 2, c: 3 }, false],
] as const)
  test(`${condition} over tenths ${JSON.stringify(cells)} ${holds ? 'stands' : 'is broken'}`, () => {
    assert.equal(holdsOver(condition, cells), holds)
  })
