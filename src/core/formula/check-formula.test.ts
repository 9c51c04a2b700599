/** What the catalogue lacks is refused by name, at its place in the text. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkFormula, type KnownNames } from './check-formula.ts'
import { parse } from './parser.ts'

const measures = new Map([
  ['NN.03', 'tấn'],
  ['NN.18', 'ha'],
  ['CN.01', '%'],
])
const everything: KnownNames = {
  measures,
  apart: new Set(['CN.01']),
  areas: new Set(['829']),
  members: new Set(['nam', 'lua']),
  plans: new Set(['de-xuat-2026']),
}

/** Code, place and length of each problem. */
function refused(text: string, known: KnownNames = everything): readonly (readonly [string, number, number])[] {
  const parsed = parse(text)
  assert.ok(parsed.ok, text)
  return checkFormula({ ...parsed, known }).problems.map(({ code, position, length }) => [code, position, length])
}

for (const [text, expected] of [
  ['[XX.01]', [['formula.unknown-indicator', 0, 7]]],
  ['previous([NN.03]) + [NN.03] + [XX.01] + [XX.01]', [['formula.unknown-indicator', 30, 7]]],
  [
    '[NN.03] - [NN.03:nu,lua,tre]',
    [
      ['formula.unknown-member', 10, 18],
      ['formula.unknown-member', 10, 18],
    ],
  ],
  ['at([NN.03]; "836") + at([NN.03]; "829")', [['formula.unknown-area', 12, 5]]],
  ['previous(plan([NN.03]; "829"))', [['formula.unknown-plan', 23, 5]]],
  ['at([NN.03]; "de-xuat-2026")', [['formula.unknown-area', 12, 14]]],
  ['plan([NN.03]; "de-xuat-2026") + plan([NN.03]; "HĐND") + [NN.03:lua,nam]', []],
  ['vintage([NN.03]; "estimate")', []],
  ['100 + children([CN.01])', [['formula.does-not-add-up', 6, 17]]],
  ['-children(round(previous(at([CN.01]; "829")); 1))', [['formula.does-not-add-up', 1, 48]]],
  ['children([CN.01] * [NN.18]) / children([NN.18])', []],
  ['previous([CN.01]) + at([CN.01]; "829") * 2', []],
  ['at([NN.03]; 829)', [['formula.text-not-written', 12, 3]]],
  [
    'if([NN.18] > 1; [XX.02]; [XX.01])',
    [
      ['formula.unknown-indicator', 16, 7],
      ['formula.unknown-indicator', 25, 7],
    ],
  ],
] as const) {
  test(`of ${text} is refused: ${expected.map(([code]) => code).join(', ') || 'nothing'}`, () => {
    assert.deepEqual(refused(text), expected)
  })
}

test('codes of a kind that the caller does not know are taken as they are', () => {
  const text = 'at([NN.03:x]; "y") - plan([NN.03]; "z")'
  assert.deepEqual(refused(text, { measures }), [])
  const codes = refused(text).map(([code]) => code)
  assert.deepEqual(codes, ['formula.unknown-area', 'formula.unknown-member', 'formula.unknown-plan'])
})
