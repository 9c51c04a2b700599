import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { absent, type CellValue, notApplicable, nothing, number } from '#core/quantity/cell-value.ts'
import { exact, toText } from '#core/quantity/exact.ts'
import { computed, none, type Outcome } from '#core/quantity/outcome.ts'
import { aFormula } from '#test/builders/formulas.ts'
import { compile, evaluate } from './compile.ts'
import { type Formula, references, referenceText } from './formula.ts'
import { parse } from './parser.ts'
import type { Resolve } from './viewpoint.ts'

function parsed(text: string): Formula {
  const result = parse(text)
  assert.ok(result.ok, JSON.stringify(result))
  return result.ast
}

/** Prints an outcome: the number, or its reason and names. */
function shown(outcome: Outcome): string {
  return outcome.kind === 'number' ? toText(outcome.value) : `${outcome.reason} ${outcome.of.join(' ')}`.trim()
}

const cells: Readonly<Record<string, CellValue | Outcome>> = {
  A: number('12'),
  B: number('-4.5'),
  C: number('0'),
  'A:x': number('7'),
  gap: absent,
  hole: absent,
  nil: nothing,
  out: notApplicable,
  words: { kind: 'text', text: 'đạt' },
  later: none('notReleased', ['GRDP']),
  ready: computed(exact('3')),
}
const resolve: Resolve = (reference) => cells[referenceText(reference)] ?? absent

for (const [formula, expected] of [
  ['-2^2', '-4'],
  ['(-2)^2', '4'],
  ['2^-1', '0.5'],
  ['2^3^2', '512'],
  ['-[A]^2', '-144'],
  ['1 - 2 - 3', '-4'],
  ['8 / 4 / 2', '1'],
  ['0.1 + 0.2', '0.3'],
  ['[A] * 10 / [B]', '-26.6666666666666666666666666666666666666666666666666666666667'],
  ['[A:x] + [A]', '19'],
  ['[ready] * 2', '6'],
  ['sum([A]; [B]; 1)', '8.5'],
  ['min([A]; [B]; 1)', '-4.5'],
  ['max([A]; [B]; 1)', '12'],
  ['abs([B])', '4.5'],
  ['round(2.5)', '3'],
  ['round(-2.5; 0)', '-3'],
  ['round(-1.005; 2)', '-1.01'],
  ['round(1250; -2)', '1300'],
  ['(8 * 27 * 64)^(1/3) - 24 < 1', 'invalid'],
  ['if([A] > 10; 1; [gap])', '1'],
  ['if([A] <= 10; [gap]; 2)', '2'],
  ['if([A] = 12 and not [B] > 0; 3; 4)', '3'],
  ['if([gap] > 0; 1; 2)', 'absent gap'],
  ['if([gap] > 0 and [A] < 0; 1; 2)', '2'],
  ['if([gap] > 0 or [A] > 0; 1; 2)', '1'],
  ['if([gap] > 0 and [A] > 0; 1; 2)', 'absent gap'],
  ['if([gap] > 0 or [hole] > 0; 1; 2)', 'absent gap hole'],
  ['[A] + [gap]', 'absent gap'],
  ['[gap] - [hole] + [gap]', 'absent gap hole'],
  ['[gap] * 0', 'absent gap'],
  ['sum([A]; [gap]; [hole])', 'absent gap hole'],
  ['max([A]; [gap])', 'absent gap'],
  ['-[gap]', 'absent gap'],
  ['[nil] + [A]', '12'],
  ['[A] - [out]', 'notApplicable out'],
  ['[gap] + [out]', 'notApplicable out'],
  ['[words] + 1', 'invalid words'],
  ['[later] + 1', 'notReleased GRDP'],
  ['[A] / [C]', 'divisionByZero C'],
  ['[A] / [nil]', 'divisionByZero nil'],
  ['[A] / ([A] - 12)', 'divisionByZero [A] - 12'],
  ['[gap] / [C]', 'absent gap'],
  ['0 / 5', '0'],
  ['0^-1', 'divisionByZero 0'],
  ['(-8)^0.5', 'invalid'],
  ['9^9^9', 'invalid'],
] as const) {
  test(`${formula} is ${expected}`, () => assert.equal(shown(evaluate(parsed(formula), resolve)), expected))
}

for (const [formula, code, position, length] of [
  ['1 + lastYear([A])', 'formula.function-not-available', 4, 13],
  ['plan([A]; "HĐND")', 'formula.function-not-available', 0, 17],
  ['1 + ([A] < 2)', 'formula.wrong-kind', 5, 7],
  ['[A] and [B] > 1', 'formula.wrong-kind', 0, 3],
  ['not [A]', 'formula.wrong-kind', 4, 3],
  ['if([A]; 1; 2)', 'formula.wrong-kind', 3, 3],
  ['if([A] > 1; 1; [B] > 2)', 'formula.wrong-kind', 15, 7],
  ['"HĐND"', 'formula.wrong-kind', 0, 6],
  ['[A] = "x"', 'formula.wrong-kind', 6, 3],
  ['round([A]; [B])', 'formula.decimals-not-fixed', 11, 3],
  ['round([A]; 1.5)', 'formula.decimals-not-fixed', 11, 3],
  ['round([A]; 19)', 'formula.decimals-not-fixed', 11, 2],
] as const) {
  test(`${formula} is refused with ${code} at ${position}`, () => {
    const result = parse(formula)
    assert.ok(result.ok)
    const compiled = compile(result.ast, result.places)
    assert.ok(!compiled.ok)
    const [found] = compiled.problems
    assert.deepEqual([found?.code, found?.position, found?.length], [code, position, length])
  })
}

test('a condition is judged, and says what it cannot tell', () => {
  const compiled = compile(parsed('[A] > [B] and [gap] = 1'))
  assert.ok(compiled.ok && compiled.formula.kind === 'logic')
  assert.deepEqual(compiled.formula.judge(resolve), none('absent', ['gap']))
  assert.deepEqual(compiled.formula.references.map(referenceText), ['A', 'B', 'gap'])
})

test('a condition compares numbers exactly, not as they are displayed', () => {
  assert.equal(shown(evaluate(parsed('if(0.1 + 0.2 = 0.3; 1; 0)'), resolve)), '1')
  assert.equal(shown(evaluate(parsed('if(0.300001 = 0.3; 1; 0)'), resolve)), '0')
})

const aCell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom(absent, nothing, notApplicable),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((whole) => number(String(whole))),
)

test('no formula crashes the compiler or the evaluation, and the same inputs give the same result', () => {
  fc.assert(
    fc.property(aFormula, fc.array(aCell, { minLength: 40, maxLength: 40 }), (formula, values) => {
      const compiled = compile(formula)
      if (!compiled.ok) return assert.ok(compiled.problems.length > 0)
      const named = new Map(references(formula).map((each, index) => [referenceText(each), values[index] ?? absent]))
      const given: Resolve = (reference) => named.get(referenceText(reference)) ?? absent
      if (compiled.formula.kind === 'logic')
        return assert.deepEqual(compiled.formula.judge(given), compiled.formula.judge(given))
      assert.equal(shown(compiled.formula.evaluate(given)), shown(evaluate(formula, given)))
    }),
    { numRuns: 1000 },
  )
})

test('a sum does not depend on the order or grouping of its terms', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(['A', 'B', 'C', 'nil', 'ready'], { minLength: 2 }), (names) => {
      const called = evaluate(parsed(`sum(${names.map((name) => `[${name}]`).join(';')})`), resolve)
      const chained = evaluate(
        parsed(
          names
            .map((name) => `[${name}]`)
            .sort()
            .join('+'),
        ),
        resolve,
      )
      assert.equal(shown(called), shown(chained))
    }),
  )
})
