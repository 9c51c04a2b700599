import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aNode } from '#test/builders/province-rows.ts'
import { isWithoutFigure } from './is-without-figure.ts'

const silent = aNode({ value: { kind: 'none', reason: 'absent', of: [] } })

for (const [name, node, expected] of [
  ['a part nobody has said anything of', silent, true],
  ['a line whose one source is silent', aNode({ parts: [silent] }), true],
  ['a sum over areas, all of them silent', aNode({ parts: [silent, silent] }), false],
  ['a figure from a document', aNode({ source: 'Niên giám 2025' }), false],
  ['a line with a figure', aNode({ parts: [aNode({ source: 'Niên giám 2025' })] }), false],
] as const) {
  test(`${name} is without a figure: ${expected}`, () => assert.equal(isWithoutFigure(node), expected))
}
