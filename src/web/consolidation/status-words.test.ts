import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aRow, aTableCell } from '#test/builders/province-rows.ts'
import { setServerTime } from '../platform/clock.ts'
import { en } from '../platform/text/en.ts'
import { vi } from '../platform/text/vi.ts'
import type { Row } from './row-attention.ts'
import { isToBeCalled, phoneAddress, statusWords } from './status-words.ts'

type Status = NonNullable<Row['status']>
const at = '2026-09-18T09:20:00Z'
// Days of another year than the present one are told with it.
setServerTime('2026-09-21T01:19:52Z')

for (const [status, expected] of [
  [{ kind: 'accepted', at }, `Đã tiếp nhận 18/9`],
  [{ kind: 'sent', at }, `Đã gửi 18/9, chờ nhận`],
  [{ kind: 'late', at }, `Muộn, gửi 18/9`],
  [{ kind: 'revised', at }, `Có bản mới 18/9`],
  [{ kind: 'missing' }, 'Chưa gửi'],
  [{ kind: 'overdue' }, 'Quá hạn, chưa gửi'],
  [{ kind: 'partial', counted: 2, total: 3 }, 'Một phần, 2/3'],
  [{ kind: 'partial', counted: 0, total: 3 }, 'Chưa có phần nào, 0/3'],
  [{ kind: 'computed' }, 'Tính theo công thức'],
  [{ kind: 'accepted' }, 'Đã tiếp nhận'],
] as const satisfies readonly (readonly [Partial<Status>, string])[]) {
  test(`${JSON.stringify(status)} is said «${expected}»`, () => {
    const row = aRow({ status: { at: null, counted: null, total: null, ...status }, cells: [] })
    assert.equal(statusWords(vi, row), expected)
  })
}

test('a sum of partial lines has a number, and does not say that no part is there', () => {
  const total = aRow({ status: { kind: 'partial', at: null, counted: 0, total: 2 } })
  assert.equal(statusWords(vi, total), 'Một phần')
})

test('where all is in, an adjusted line says that it is adjusted', () => {
  const adjusted = aRow({ cells: [aTableCell({ isAdjusted: true })] })
  assert.equal(statusWords(vi, adjusted), 'Có điều chỉnh')
})

test('a total says that it sums the lines below it, in both languages', () => {
  const total = aRow({ kind: 'total', status: { kind: 'computed', at: null, counted: null, total: null } })
  assert.equal(statusWords(vi, total), 'Tổng các dòng dưới')
  assert.equal(statusWords(en, total), 'Sum of the lines below')
})

test('a title has no words of status', () => {
  assert.equal(statusWords(vi, aRow({ kind: 'title', status: null })), '')
})

for (const [kind, expected] of [
  ['missing', true],
  ['overdue', true],
  ['late', true],
  ['sent', false],
  ['accepted', false],
] as const) {
  test(`the contact of a row that is ${kind} is to be called: ${expected}`, () => {
    assert.equal(isToBeCalled(aRow({ status: { kind, at: null, counted: null, total: null } })), expected)
  })
}

test('nobody is to be called where no telephone is known', () => {
  const { contact } = aRow()
  assert.ok(contact)
  const status = { kind: 'missing', at: null, counted: null, total: null } as const
  assert.equal(isToBeCalled(aRow({ status, contact: { ...contact, contactPhone: '' } })), false)
  assert.equal(isToBeCalled(aRow({ status, contact: null })), false)
})

for (const [phone, address] of [
  ['0275 3 822 001', 'tel:02753822001'],
  ['+84 (275) 3-822-001', 'tel:+842753822001'],
] as const) {
  test(`${phone} is dialled as ${address}`, () => assert.equal(phoneAddress(phone), address))
}
