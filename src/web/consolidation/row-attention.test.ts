import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aRow, aTableCell } from '#test/builders/province-rows.ts'
import { needsAttention, type Row, sectionsOf } from './row-attention.ts'

type Kind = NonNullable<Row['status']>['kind']

const status = (kind: Kind) => ({ kind, at: null, counted: null, total: null })

for (const [kind, expected] of [
  ['accepted', false],
  ['computed', false],
  ['sent', true],
  ['late', true],
  ['missing', true],
  ['overdue', true],
  ['revised', true],
  ['partial', true],
] as const) {
  test(`a row whose status is ${kind} needs attention: ${expected}`, () => {
    assert.equal(needsAttention(aRow({ status: status(kind) })), expected)
  })
}

test('a row whose sources differ needs attention though it is accepted', () => {
  assert.equal(needsAttention(aRow({ cells: [aTableCell({ isDiffering: true })] })), true)
})

const title = (key: string): Row => aRow({ key, kind: 'title', status: null, cells: [] })
const rows = [
  title('a0'),
  aRow({ key: 'a1' }),
  title('b0'),
  aRow({ key: 'b1', status: status('late') }),
  aRow({ key: 'b2' }),
]
const keysOf = (onlyAttention: boolean) =>
  sectionsOf(rows, onlyAttention).map((section) => [section.title?.key, section.rows.map(({ key }) => key)])

test('every row stands under the title before it', () => {
  assert.deepEqual(keysOf(false), [
    ['a0', ['a1']],
    ['b0', ['b1', 'b2']],
  ])
})

test('with only the rows to handle, a section without one is left out', () => {
  assert.deepEqual(keysOf(true), [['b0', ['b1']]])
})

test('rows before the first title make a section without one', () => {
  assert.deepEqual(
    sectionsOf([aRow({ key: 'x' })], false).map((section) => [section.title, section.rows.length]),
    [[null, 1]],
  )
})
