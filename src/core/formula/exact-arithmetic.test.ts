/** Formulas against fractions of whole numbers of any length, which lose nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { number } from '../quantity/cell-value.ts'
import { exact, toText } from '../quantity/exact.ts'
import { evaluate } from './compile.ts'
import type { Formula } from './formula.ts'

interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

type Arithmetic = Extract<Formula, { readonly kind: 'arithmetic' }>

const values: Readonly<Record<string, string>> = { A: '1', B: '-7.25', C: '0', D: '123456.789', E: '3' }

function fractionOf(text: string): Fraction {
  const [whole = '', decimals = ''] = text.split('.')
  return { over: BigInt(whole + decimals), under: 10n ** BigInt(decimals.length) }
}

/** Undefined where something is divided by nothing. */
function exactly(node: Formula): Fraction | undefined {
  if (node.kind === 'reading') return fractionOf(values[node.reference.code] ?? '0')
  if (node.kind !== 'arithmetic') return undefined
  const [a, b] = [exactly(node.left), exactly(node.right)]
  if (!a || !b) return undefined
  switch (node.operator) {
    case '+':
      return { over: a.over * b.under + b.over * a.under, under: a.under * b.under }
    case '-':
      return { over: a.over * b.under - b.over * a.under, under: a.under * b.under }
    case '*':
      return { over: a.over * b.over, under: a.under * b.under }
    default:
      return b.over === 0n ? undefined : { over: a.over * b.under, under: a.under * b.over }
  }
}

/** Half up and away from zero, as `round(…; decimals)` rounds. */
function roundedText({ over, under }: Fraction, decimals: number): string {
  const isNegative = over < 0n !== under < 0n
  const [size, parts] = [over < 0n ? -over : over, under < 0n ? -under : under]
  const steps = (size * 10n ** BigInt(decimals) * 2n + parts) / (parts * 2n)
  const digits = String(steps).padStart(decimals + 1, '0')
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, '')
  return isNegative && steps > 0n ? `-${text}` : text
}

const aReading = fc.constantFrom(...Object.keys(values)).map((code): Formula => {
  return { kind: 'reading', reference: { code, members: [] } }
})

const anArithmetic: fc.Arbitrary<Formula> = fc.letrec<{ node: Formula }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    aReading,
    fc
      .tuple(fc.constantFrom<Arithmetic['operator'][]>('+', '-', '*', '/'), tie('node'), tie('node'))
      .map(([operator, left, right]): Formula => ({ kind: 'arithmetic', operator, left, right })),
  ),
})).node

test('sums, products and quotients of any depth, rounded, are those of fractions', () => {
  fc.assert(
    fc.property(anArithmetic, fc.integer({ min: 1, max: 8 }), (formula, decimals) => {
      const decided: Formula = { kind: 'number', value: toText(exact(String(decimals))) }
      const found = evaluate({ kind: 'call', name: 'round', operands: [formula, decided] }, ({ code }) =>
        number(values[code] ?? '0'),
      )
      const right = exactly(formula)
      if (right) assert.equal(found.kind === 'number' && toText(found.value), roundedText(right, decimals))
      else assert.equal(found.kind === 'none' && found.reason, 'divisionByZero')
    }),
    { numRuns: 2000 },
  )
})
