import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aColumn, aRow, aTableCell } from '#test/builders/province-rows.ts'
import { shownNumber, spokenValue } from '../explanation/spoken-value.ts'
import { vi } from '../platform/text/vi.ts'
import type { Cell, Column, Row } from './row-attention.ts'
import { isPartial, shownCell } from './shown-value.ts'

const ratio = aColumn({ key: 'rYtd', role: 'ratio' })
const status = (kind: NonNullable<Row['status']>['kind']) =>
  aRow({ status: { kind, at: null, counted: null, total: null } })
const partial = (counted: number) => aRow({ status: { kind: 'partial', at: null, counted, total: 3 } })
const none = (reason: Extract<Cell['value'], { kind: 'none' }>['reason'], ...of: string[]): Cell['value'] => ({
  kind: 'none',
  reason,
  of,
})

for (const [name, value, row, column, expected] of [
  ['an amount has the decimals of its row', { kind: 'number', value: '4812.55' }, aRow(), aColumn(), '4.812,6'],
  ['an integer is padded to them', { kind: 'number', value: '8' }, aRow(), aColumn(), '8,0'],
  ['a ratio has one decimal', { kind: 'number', value: '109.4477312345678901' }, aRow(), ratio, '109,4'],
  ['a fall keeps its minus', { kind: 'number', value: '-2.5' }, aRow(), aColumn(), '−2,5'],
  ['nothing occurred', none('nothing'), aRow(), aColumn(), '–'],
  ['not applicable', none('notApplicable'), aRow(), ratio, '×'],
  ['divided by nothing', none('divisionByZero', 'Kế hoạch năm'), aRow(), ratio, '/'],
  ['a ratio of what is absent', none('absent', 'Lũy kế 9 tháng'), aRow(), ratio, '/'],
  ['accepted without a figure', none('absent'), aRow(), aColumn(), '…'],
  ['not sent before the deadline', none('absent'), status('missing'), aColumn(), 'chưa có'],
  ['not sent after it', none('absent'), status('overdue'), aColumn(), 'chưa có'],
  ['sent and not accepted', none('absent'), status('sent'), aColumn(), 'chờ nhận'],
  ['a total without any part', none('absent', 'Thu khác'), partial(0), aColumn(), 'chưa có'],
  ['a total with some of its parts', none('absent', 'Thu khác'), partial(2), aColumn(), 'chưa đủ'],
  ['before its release', none('notReleased'), aRow(), aColumn(), '…'],
] as const satisfies readonly (readonly [string, Cell['value'], Row, Column, string])[]) {
  test(`${name}: «${expected}»`, () => {
    assert.equal(shownCell(vi, { cell: aTableCell({ value }), row, column }).text, expected)
  })
}

test('what cannot be computed names what is missing', () => {
  const shown = shownCell(vi, {
    cell: aTableCell({ value: none('absent', 'Lũy kế 9 tháng', 'Kế hoạch năm') }),
    row: aRow(),
    column: ratio,
  })
  assert.equal(shown.kind === 'sign' && shown.title, 'Không tính được: chưa có Lũy kế 9 tháng, Kế hoạch năm')
})

test('only lateness is red', () => {
  const look = (row: Row) => {
    const shown = shownCell(vi, { cell: aTableCell({ value: none('absent') }), row, column: aColumn() })
    return shown.kind === 'word' ? shown.look : shown.kind
  }
  assert.deepEqual([look(status('missing')), look(status('overdue'))], ['mut', 'bad'])
})

test('a sentence says why there is no number', () => {
  assert.equal(spokenValue(vi, none('absent'), 1), 'chưa có số')
  assert.equal(spokenValue(vi, none('nothing'), 1), 'không phát sinh')
})

test('a number longer than a stored figure may be is shown rounded half up', () => {
  assert.equal(shownNumber('70.25000000000000000001', 1), '70,3')
})

for (const [name, cell, row, expected] of [
  ['a sum that lacks an area', aTableCell({ isPartial: true }), aRow(), true],
  ['a formula that lacks a line', aTableCell({ value: none('absent', 'Thu khác') }), partial(2), true],
  ['a formula that lacks every line', aTableCell({ value: none('absent', 'Thu khác') }), partial(0), false],
  ['a whole number in a row that is short elsewhere', aTableCell(), partial(2), false],
] as const) {
  test(`${name} is partial: ${expected}`, () => {
    assert.equal(isPartial({ cell, row, column: aColumn() }), expected)
  })
}

test('no ratio is called partial', () => {
  assert.equal(isPartial({ cell: aTableCell({ isPartial: true }), row: aRow(), column: ratio }), false)
})
