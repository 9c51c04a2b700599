import assert from 'node:assert/strict'
import { test } from 'node:test'
import { period } from '../period/period.ts'
import { headerLabel, headerRows } from './header.ts'
import type { FormColumn } from './layout.ts'

const column = (key: string, header: readonly string[], role: FormColumn['role'] = 'reference'): FormColumn => ({
  key,
  number: key,
  header,
  role,
  offset: 'month',
  scenario: 'actual',
  vintage: 'best',
  width: 80,
})

const september = period('2026-09', 'statistical')

test('equal neighbours of one level merge and a column that ends early spans the levels below', () => {
  const rows = headerRows(
    [
      column('plan', ['Năm {year}', 'Kế hoạch']),
      column('estimate', ['Năm {year}', 'Ước tháng {month}'], 'entry'),
      column('note', ['Ghi chú']),
      column('ly', ['Năm {lastYear}', 'Tháng {month}']),
    ],
    september,
  )
  assert.deepEqual(
    rows.map((row) => row.map((c) => [c.label, c.colSpan, c.rowSpan, c.isEntry])),
    [
      [
        ['Năm 2026', 2, 1, false],
        ['Ghi chú', 1, 2, false],
        ['Năm 2025', 1, 1, false],
      ],
      [
        ['Kế hoạch', 1, 1, false],
        ['Ước tháng 9', 1, 1, true],
        ['Tháng 9', 1, 1, false],
      ],
    ],
  )
})

for (const [template, label, expected] of [
  ['tháng {previousMonth}', '2026-01', 'tháng 12'],
  ['tháng {nextMonth}', '2026-12', 'tháng 1'],
  ['Kế hoạch {nextYear}', '2026-10', 'Kế hoạch 2027'],
  ['{unknown}', '2026-10', '{unknown}'],
] as const) {
  test(`«${template}» in ${label} reads «${expected}»`, () => {
    assert.equal(headerLabel(template, period(label, 'statistical')), expected)
  })
}
