/** Random formulas for property tests: only trees that the parser could have built. */
import fc from 'fast-check'
import type { Formula, Reference } from '#core/formula/formula.ts'
import { type FunctionName, functionShapes } from '#core/formula/functions.ts'
import { exact, toText } from '#core/quantity/exact.ts'

const record = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(shape, { noNullPrototype: true }) as fc.Arbitrary<T>

const codes = ['NN.01', 'NN.03', 'TH.02.1', 'DS-1', 'Đ.7/a']
const members = ['dong-xuan', 'he-thu', 'nam', 'nữ']

export const aReference: fc.Arbitrary<Reference> = record({
  code: fc.constantFrom(...codes),
  members: fc.uniqueArray(fc.constantFrom(...members), { maxLength: 3 }).map((chosen) => chosen.sort()),
})

const aNumber: fc.Arbitrary<Formula> = fc.tuple(fc.nat(2_000_000), fc.nat(999_999)).map(([whole, fraction]) => ({
  kind: 'number',
  value: toText(exact(`${whole}.${String(fraction).padStart(6, '0')}`)),
}))

const aString: fc.Arbitrary<Formula> = fc.string({ maxLength: 8 }).map((text) => ({ kind: 'string', text }))
const aReading: fc.Arbitrary<Formula> = aReference.map((reference) => ({ kind: 'reading', reference }))

function aCall(operand: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> {
  const names = Object.keys(functionShapes) as FunctionName[]
  return fc.constantFrom(...names).chain((name) => {
    const { least, most } = functionShapes[name]
    const operands = fc.array(operand, { minLength: least, maxLength: most ?? 4 })
    return operands.map((given): Formula => ({ kind: 'call', name, operands: given }))
  })
}

/** Any tree of the grammar, whether or not its parts are of the right kind. */
export const aFormula: fc.Arbitrary<Formula> = fc.letrec<{ node: Formula }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    aNumber,
    aReading,
    aString,
    record({ kind: fc.constantFrom('negate', 'not'), operand: tie('node') }),
    record({
      kind: fc.constant('arithmetic'),
      operator: fc.constantFrom('+', '-', '*', '/', '^'),
      left: tie('node'),
      right: tie('node'),
    }),
    record({
      kind: fc.constant('comparison'),
      operator: fc.constantFrom('=', '<>', '<', '<=', '>', '>='),
      left: tie('node'),
      right: tie('node'),
    }),
    record({
      kind: fc.constant('logic'),
      operator: fc.constantFrom('and', 'or'),
      left: tie('node'),
      right: tie('node'),
    }),
    aCall(tie('node')),
  ),
})).node

const aSmallPower: fc.Arbitrary<Formula> = fc
  .constantFrom('0', '1', '2', '3', '0.5')
  .map((value) => ({ kind: 'number', value: toText(exact(value)) }))

const call = (name: FunctionName, ...operands: readonly Formula[]): Formula => ({ kind: 'call', name, operands })
const text = (words: string): Formula => ({ kind: 'string', text: words })

/** Formulas that can be computed at a place: every part is of the kind its function takes, and texts are written out. */
export function aComputable(reading: fc.Arbitrary<Formula>, areas: readonly string[]): fc.Arbitrary<Formula> {
  return fc.letrec<{ number: Formula; condition: Formula }>((tie) => {
    const operand = tie('number')
    const shifted = fc.oneof(
      fc.tuple(fc.constantFrom('previous', 'lastYear', 'ytd', 'children'), operand).map(([name, x]) => call(name, x)),
      fc.tuple(operand, fc.constantFrom(...areas)).map(([x, area]) => call('at', x, text(area))),
      fc
        .tuple(operand, fc.constantFrom('estimate', 'preliminary', 'official'))
        .map(([x, vintage]) => call('vintage', x, text(vintage))),
      fc.tuple(operand, fc.constantFrom('HĐND', 'committee')).map(([x, issuer]) => call('plan', x, text(issuer))),
      fc.tuple(fc.constantFrom('share', 'growth', 'index', 'plan'), operand).map(([name, x]) => call(name, x)),
    )
    const counted = fc
      .tuple(fc.constantFrom('sum', 'min', 'max', 'geomean'), fc.array(operand, { minLength: 1, maxLength: 3 }))
      .map(([name, all]) => call(name, ...all))
    const compared = fc
      .tuple(fc.constantFrom('share', 'growth', 'index'), operand, operand)
      .map(([name, x, y]) => call(name, x, y))
    return {
      number: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 4, arbitrary: reading },
        { weight: 1, arbitrary: aNumber },
        record({ kind: fc.constant('negate'), operand }),
        record({
          kind: fc.constant('arithmetic'),
          operator: fc.constantFrom('+', '-', '*', '/'),
          left: operand,
          right: operand,
        }),
        record({ kind: fc.constant('arithmetic'), operator: fc.constant('^'), left: operand, right: aSmallPower }),
        counted,
        compared,
        shifted,
        operand.map((x) => call('abs', x)),
        operand.map((x) => call('round', x, { kind: 'number', value: toText(exact('2')) })),
        fc.tuple(tie('condition'), operand, operand).map(([question, x, y]) => call('if', question, x, y)),
      ),
      condition: fc.oneof(
        { depthSize: 'small' },
        record({
          kind: fc.constant('comparison'),
          operator: fc.constantFrom('=', '<>', '<', '<=', '>', '>='),
          left: operand,
          right: operand,
        }),
        record({
          kind: fc.constant('logic'),
          operator: fc.constantFrom('and', 'or'),
          left: tie('condition'),
          right: tie('condition'),
        }),
        record({ kind: fc.constant('not'), operand: tie('condition') }),
      ),
    }
  }).number
}
