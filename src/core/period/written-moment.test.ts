import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseWrittenDay, parseWrittenMoment } from './written-moment.ts'

for (const [written, day] of [
  ['20/11/2026', '2026-11-20'],
  ['1/11/2026', '2026-11-01'],
  [' 01-11-2026 ', '2026-11-01'],
  ['1.2.2026', '2026-02-01'],
  ['2026-11-20', '2026-11-20'],
  ['11/20/2026', undefined],
  ['29/02/2026', undefined],
  ['20/11/26', undefined],
  ['20/11', undefined],
  ['', undefined],
] as const)
  test(`«${written}» is ${day ?? 'no day'}`, () => assert.equal(parseWrittenDay(written), day))

for (const [written, moment] of [
  ['2026-07-06 09:00', '2026-07-06 09:00'],
  ['06/07/2026 09:00', '2026-07-06 09:00'],
  ['6/7/2026 9h00', '2026-07-06 09:00'],
  [' 9:00, 6/7/2026 ', '2026-07-06 09:00'],
  ['06/07/2026, 23:59', '2026-07-06 23:59'],
  ['6/7/2026', '2026-07-06 undefined'],
  ['31/02/2026 09:00', undefined],
  ['06/07/2026 25:00', undefined],
  ['06/07/2026 24:00', undefined],
  ['06/07/2026 09:60', undefined],
  ['06/07/26 09:00', undefined],
  ['2026-07-06 9', undefined],
  ['07/13/2026 09:00', undefined],
  ['06/07/2026 09:00 PM', undefined],
  ['2026-07-06T09:00', undefined],
  ['09:00', undefined],
] as const)
  test(`«${written}» is ${moment ?? 'no moment'}`, () => {
    const read = parseWrittenMoment(written)
    assert.equal(read && `${read.day} ${read.time}`, moment)
  })
