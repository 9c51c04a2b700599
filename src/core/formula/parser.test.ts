import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aFormula } from '#test/builders/formulas.ts'
import type { Formula } from './formula.ts'
import type { DecimalSign } from './lexer.ts'
import { deepestNesting, longestFormula, parse } from './parser.ts'
import { print } from './printer.ts'

function parsed(text: string, decimal: DecimalSign = 'point'): Formula {
  const result = parse(text, { decimal })
  assert.ok(result.ok, JSON.stringify(result))
  return result.ast
}

for (const [typed, canonical] of [
  ['-2^2', '-2^2'],
  ['(-2)^2', '(-2)^2'],
  ['2^-3^2', '2^-3^2'],
  ['(2^3)^2', '(2^3)^2'],
  ['-(-[A])', '-(-[A])'],
  ['((([A])))', '[A]'],
  ['[NN.03]*10/[NN.18]', '[NN.03] * 10 / [NN.18]'],
  ['1-(2-3)-4', '1 - (2 - 3) - 4'],
  ['(1-2)-3', '1 - 2 - 3'],
  ['[A]/([B]*[C])', '[A] / ([B] * [C])'],
  ['-[A]*[B]', '-[A] * [B]'],
  ['-([A]*[B])', '-([A] * [B])'],
  ['[ NN.01 : he-thu , dong-xuan ]', '[NN.01:dong-xuan,he-thu]'],
  ['SUM([A];[B] ; 007.50)', 'sum([A]; [B]; 7.5)'],
  ['lastyear([A])', 'lastYear([A])'],
  ['[A]*0.45359237', '[A] * 0.45359237'],
  ['plan([A];"HĐND")', 'plan([A]; "HĐND")'],
  ['at([A]; "xã ""Mới""")', 'at([A]; "xã ""Mới""")'],
  ['NOT [A]<1 OR [B]=2 and [C]<>3', 'not [A] < 1 or [B] = 2 and [C] <> 3'],
  ['([A]=1 or [B]=2) and not ([C]=3 and [D]=4)', '([A] = 1 or [B] = 2) and not ([C] = 3 and [D] = 4)'],
  ['if([A]>0\n;\u00a0[B]/[A];0)', 'if([A] > 0; [B] / [A]; 0)'],
] as const) {
  test(`${JSON.stringify(typed)} has the canonical text ${canonical}`, () =>
    assert.equal(print(parsed(typed)), canonical))
}

for (const [typed, canonical] of [
  ['1,5 × [A]', '1.5 * [A]'],
  ['1.5*[A]', '1.5 * [A]'],
  ['1.234,5 ÷ 2', '1234.5 / 2'],
  ['1.234.567 − 1', '1234567 - 1'],
  ['0.500', '0.5'],
  ['max(1,5; [A:x,y])', 'max(1.5; [A:x,y])'],
  ['[A] ≥ 1 and [B] ≠ 2', '[A] >= 1 and [B] <> 2'],
] as const) {
  test(`the editor takes ${typed} as ${canonical}`, () => assert.equal(print(parsed(typed, 'comma')), canonical))
}

for (const [typed, code, position, length] of [
  ['', 'formula.empty', 0, 0],
  ['  ', 'formula.empty', 0, 2],
  ['1 +', 'formula.ends-early', 3, 0],
  ['1 2', 'formula.unexpected', 2, 1],
  ['[A] tấn', 'formula.unexpected', 4, 3],
  ['Sản lượng', 'formula.unexpected', 0, 3],
  ['1 < 2 < 3', 'formula.unexpected', 6, 1],
  ['--1', 'formula.unexpected', 1, 1],
  ['+1', 'formula.unexpected', 0, 1],
  ['and', 'formula.unexpected', 0, 3],
  ['[A] & 1', 'formula.unexpected', 4, 1],
  ['😀', 'formula.unexpected', 0, 2],
  ['sum(1;)', 'formula.unexpected', 6, 1],
  ['1)', 'formula.unexpected', 1, 1],
  ['(1', 'formula.unclosed', 0, 1],
  ['sum(1; 2', 'formula.unclosed', 3, 1],
  ['1 + [A', 'formula.unclosed', 4, 1],
  ['plan([A]; "HĐ', 'formula.unclosed', 10, 3],
  ['[]', 'formula.bad-code', 0, 2],
  ['[A:]', 'formula.bad-code', 0, 4],
  ['[a b]', 'formula.bad-code', 0, 5],
  ['[A:x,y,x]', 'formula.repeated-member', 0, 9],
  ['1,5', 'formula.bad-number', 0, 3],
  ['1.', 'formula.bad-number', 0, 2],
  ['1234567890123456789', 'formula.bad-number', 0, 19],
  ['0.1234567890123456789', 'formula.bad-number', 0, 21],
  ['average([A])', 'formula.unknown-function', 0, 7],
  ['1 + if([A] > 0; 1)', 'formula.argument-count', 4, 2],
  ['abs()', 'formula.argument-count', 0, 3],
] as const) {
  test(`${JSON.stringify(typed)} is refused with ${code} at ${position}`, () => {
    const result = parse(typed)
    assert.ok(!result.ok)
    assert.equal(result.problems.length, 1)
    const [found] = result.problems
    assert.deepEqual([found?.code, found?.position, found?.length], [code, position, length])
  })
}

test('the editor refuses a number that can be read two ways and shows both readings', () => {
  const result = parse('1.500 × [A]', { decimal: 'comma' })
  assert.ok(!result.ok)
  assert.deepEqual(result.problems, [
    {
      code: 'formula.ambiguous-number',
      position: 0,
      length: 5,
      details: { found: '1.500', grouped: '1500', decimal: '1,500' },
    },
  ])
})

test('every wrong call of a formula is named at once', () => {
  const result = parse('foo(1) + abs(1; 2) + bar()')
  assert.ok(!result.ok)
  assert.deepEqual(
    result.problems.map(({ code, position }) => [code, position]),
    [
      ['formula.unknown-function', 0],
      ['formula.argument-count', 9],
      ['formula.unknown-function', 21],
    ],
  )
})

test('a node keeps the place of its text', () => {
  const result = parse(' [A] * ([B] + 1)')
  assert.ok(result.ok && result.ast.kind === 'arithmetic')
  assert.deepEqual(result.places.get(result.ast), { position: 1, length: 15 })
  assert.deepEqual(result.places.get(result.ast.right), { position: 8, length: 7 })
})

for (const [name, text, code] of [
  ['parentheses', `${'('.repeat(2000)}1${')'.repeat(2000)}`, 'formula.too-deep'],
  ['open parentheses', '('.repeat(longestFormula), 'formula.too-deep'],
  ['powers', `${'2^'.repeat(3000)}2`, 'formula.too-deep'],
  ['calls', 'abs('.repeat(deepestNesting + 1), 'formula.too-deep'],
  ['terms', `${'1+'.repeat(3000)}1`, 'formula.too-long'],
  ['characters', `${' '.repeat(longestFormula)}1`, 'formula.too-long'],
] as const) {
  test(`a formula of too many ${name} is refused`, () => {
    const result = parse(text)
    assert.ok(!result.ok)
    assert.equal(result.problems[0]?.code, code)
  })
}

for (const decimal of ['point', 'comma'] as const) {
  test(`parsing what was printed with a decimal ${decimal} gives the same tree`, () => {
    fc.assert(
      fc.property(aFormula, (formula) => {
        const text = print(formula, { decimal })
        fc.pre(text.length < longestFormula)
        assert.deepEqual(parsed(text, decimal), formula)
      }),
      { numRuns: 400 },
    )
  })
}

test('no pair of parentheses in a printed formula can be left out', () => {
  fc.assert(
    fc.property(aFormula, (formula) => {
      const text = print(formula)
      for (const group of text.matchAll(/(?<![A-Za-z])\(/g)) {
        const close = closing(text, group.index)
        if (close === undefined) continue
        const shorter = `${text.slice(0, group.index)} ${text.slice(group.index + 1, close)} ${text.slice(close + 1)}`
        const other = parse(shorter)
        assert.ok(!other.ok || print(other.ast) !== text, text)
      }
    }),
  )
})

/** Where the group opened at `start` closes; nothing when a string is in the way. */
function closing(text: string, start: number): number | undefined {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (text[at] === '"') return undefined
    if (text[at] === '(') depth += 1
    if (text[at] === ')' && --depth === 0) return at
  }
  return undefined
}

const fragments = [
  '(',
  ')',
  '[A]',
  '[',
  ']',
  '"',
  ';',
  ',',
  '.',
  '1',
  '-',
  '^',
  'not',
  'and',
  'sum',
  'if(',
  ' ',
  'đ',
  ':',
]

test('no text crashes the parser, and every problem lies within the text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...fragments)).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(anyText, fc.constantFrom('point', 'comma'), (text, decimal) => {
      const result = parse(text, { decimal })
      if (result.ok) return assert.deepEqual(parsed(print(result.ast)), result.ast)
      assert.ok(result.problems.length > 0)
      for (const { position, length } of result.problems) {
        assert.ok(position >= 0 && length >= 0 && position + length <= text.length)
      }
    }),
    { numRuns: 10_000 },
  )
})
