/** Deadlines that a regime may not be loaded with. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deadlineProblems } from './check-deadlines.ts'
import { type RegimeSource, readReference } from './reference-files.ts'

const { regimes, holidays } = readReference()
const [monthly] = regimes
assert.ok(monthly)

const day = (day: number, more: object = {}) =>
  ({ kind: 'dayOfMonth', monthOffset: 0, day, time: '17:00', onDayOff: 'next', ...more }) as const
const whole = (rule: unknown, act = 'Công văn số 12/UBND-TH'): Partial<RegimeSource> => ({
  consolidatedDeadline: { rule, act, source: '', confidence: '' },
})

for (const [what, change, faults] of [
  ['as it is shipped: nothing says when the whole is due', {}, []],
  ['the whole due after its parts', whole(day(25)), []],
  [
    'the whole due some working days after the cut-off',
    whole({ kind: 'workingDaysAfterCutoff', days: 9, time: '17:00' }),
    [],
  ],
  [
    'agencies due on the last day of data taking',
    { deadlineRule: day(14, { onDayOff: 'keep' }) },
    [/hạn các cơ quan gửi của tháng .* không để lại ngày làm việc/],
  ],
  [
    'a rule of agencies that says nothing',
    { deadlineRule: { kind: 'sau' } },
    [/thời hạn của các cơ quan không đọc được/],
  ],
  [
    'an internal rule at an impossible time',
    { internalRules: { submit: day(17, { time: '25:00' }) } },
    [/không đọc được/],
  ],
  [
    'a rule of the whole that says nothing',
    whole({ kind: 'dayOfMonth', day: 40 }),
    [/báo cáo tổng hợp không đọc được/],
  ],
  ['the whole due with no act that says so', whole(day(25), ' '), [/phải nêu văn bản ấn định/]],
  ['the whole due at nobody', { ...whole(day(25)), consolidatedReceiver: undefined }, [/phải có cơ quan nhận/]],
  ['the whole due with its parts', whole(day(18)), [/đến hạn trước hoặc cùng lúc/]],
  // In February both move behind Tết, to the same day.
  ['the whole due four days after its parts', whole(day(22)), [/tháng 2\/2026 đến hạn trước hoặc cùng lúc/]],
  [
    'the whole due when data are taken',
    whole(day(14, { onDayOff: 'keep' })),
    [/hạn gửi báo cáo tổng hợp của tháng .* không để lại ngày làm việc/, /đến hạn trước/],
  ],
] as const)
  test(`${what}: ${faults.length === 0 ? 'loaded' : 'refused'}`, () => {
    const found = deadlineProblems({ ...monthly, ...change } as RegimeSource, holidays)
    assert.equal(found.length, faults.length, found.join('\n'))
    for (const [at, fault] of faults.entries()) assert.match(found[at] ?? '', fault)
  })
