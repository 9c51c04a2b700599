import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSize, checkTextSize } from './check-size.ts'
import { parseSource } from './source-tree.ts'

const lines = (count: number): string => 'export {}\n'.repeat(count)
const functionOf = (count: number): string => `export function long() {\n${'\n'.repeat(count - 3)}return 1\n}`
const rulesFor = (path: string, text: string): readonly string[] =>
  checkSize([parseSource(path, text)]).map(({ rule }) => rule)

for (const [name, path, text, rules] of [
  ['a file of 500 lines', 'src/core/a.ts', lines(500), []],
  ['a file of 501 lines', 'src/core/a.ts', lines(501), ['file-size']],
  ['a generated file of 501 lines', 'src/core/a.ts', `// @generated\n${lines(501)}`, []],
  ['a component of 150 lines', 'src/web/a.tsx', lines(150), []],
  ['a component of 151 lines', 'src/web/a.tsx', lines(151), ['file-size']],
  ['a function of 60 lines', 'src/core/a.ts', functionOf(60), []],
  ['a function of 61 lines', 'src/core/a.ts', functionOf(61), ['function-size']],
  ['a group of tests of 61 lines', 'src/core/a.test.ts', `describe('x', () => {${'\n'.repeat(60)}})`, []],
  ['three parameters', 'src/core/a.ts', 'export const f = (a, b, c) => a', []],
  ['four parameters', 'src/core/a.ts', 'export const f = (a, b, c, d) => a', ['parameters']],
  ['four parameters in a test', 'src/core/a.test.ts', 'const f = (a, b, c, d) => a', []],
  ['a callback with four parameters', 'src/core/a.ts', 'text.replace(/x/, (a, b, c, d) => d)', []],
] as const)
  test(`${name}: ${rules[0] ?? 'allowed'}`, () => assert.deepEqual(rulesFor(path, text), rules))

test('a style sheet of 501 lines is too long', () => {
  assert.equal(checkTextSize('src/web/app.css', 'a {}\n'.repeat(501)).length, 1)
})
