import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setServerTime } from '../clock.ts'
import { dueWords, standingToDue } from './standing-to-due.ts'
import { vi } from './vi.ts'

// Days of another year than the present one are told with it.
setServerTime('2026-09-16T07:32:00Z')
const dueAt = '2026-09-22T10:00:00.000Z'
const due = { dueAt, act: 'Công văn 12', receiver: 'UBND tỉnh', sentAt: null, isLate: false, workingDaysLeft: 4 }

for (const [change, look, words] of [
  [{}, 'plain', 'còn 4 ngày làm việc'],
  [{ workingDaysLeft: 2 }, 'warn', 'còn 2 ngày làm việc'],
  [{ workingDaysLeft: 0 }, 'warn', 'đến hạn hôm nay, 17:00'],
  [{ workingDaysLeft: 0, isLate: true }, 'bad', 'quá hạn từ 17:00'],
  [{ workingDaysLeft: -3, isLate: true }, 'bad', 'quá hạn 3 ngày làm việc'],
  [{ sentAt: '2026-09-21T03:00:00.000000Z', workingDaysLeft: 1 }, 'ok', 'gửi đúng hạn, 21/9 10:00'],
  [{ sentAt: '2026-09-22T10:00:00.000000Z', workingDaysLeft: 0, isLate: true }, 'bad', 'gửi muộn, 22/9 17:00'],
  [
    { sentAt: '2026-09-24T03:00:00.000000Z', workingDaysLeft: -2, isLate: true },
    'bad',
    'gửi muộn 2 ngày làm việc, 24/9 10:00',
  ],
] as const)
  test(`${JSON.stringify(change)} stands «${words}»`, () =>
    assert.deepEqual(standingToDue(vi, { ...due, ...change }), { look, words }))

test('the deadline names whom the whole is for', () =>
  assert.equal(dueWords(vi, due), 'đến hạn gửi UBND tỉnh 22/9 17:00'))
