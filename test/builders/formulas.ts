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
