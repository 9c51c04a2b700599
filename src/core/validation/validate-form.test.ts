import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormColumn, FormRow } from '../form/layout.ts'
import { absent, type CellValue, number } from '../quantity/cell-value.ts'
import { validateForm } from './validate-form.ts'

const row = (key: string, extra: Partial<FormRow> = {}): FormRow => ({
  key,
  ordinal: '',
  label: key,
  kind: 'item',
  level: 1,
  measure: 'tấn',
  decimals: 0,
  nature: 'flow',
  ...extra,
})
const column = (key: string, extra: Partial<FormColumn>): FormColumn => ({
  key,
  number: '',
  header: [key],
  role: 'entry',
  offset: 'month',
  scenario: 'actual',
  vintage: 'estimate',
  width: 80,
  ...extra,
})
const columns = [
  column('previous', { role: 'prefilled', offset: 'previousMonth', vintage: 'preliminary' }),
  column('estimate', {}),
  column('ytd', { offset: 'yearToDate' }),
  column('ly', { role: 'reference', offset: 'sameMonthLastYear' }),
]

function findings(values: Readonly<Record<string, string>>, rows: readonly FormRow[] = [row('a')]) {
  const saidAt = (at: { row: string; column: string }): CellValue => {
    const text = values[`${at.row}.${at.column}`]
    return text === undefined ? absent : number(text)
  }
  return validateForm({ rows, columns, changeThreshold: 10, valueOf: saidAt }).map((f) => ({
    at: `${f.row}.${f.column}`,
    ...f,
  }))
}

test('a year to date that differs from the computed one names both sides and the difference', () => {
  const found = findings({
    'a.estimate': '29480',
    'a.previous': '28310',
    'a.ytd': '258730',
    'a._previousYtd': '229250',
    'a._previousEstimate': '28350',
  })
  assert.equal(found[0]?.code, 'finding.year-to-date-differs')
  assert.deepEqual([found[0]?.details.expected, found[0]?.details.difference], ['258690', '40'])
})

for (const [name, values, rows, codes] of [
  [
    'a difference of one last digit is rounding',
    { 'a.estimate': '10', 'a.ytd': '111', 'a._previousYtd': '100', 'a._previousEstimate': '9' },
    undefined,
    [],
  ],
  [
    'a year to date of a stock is not checked',
    { 'a.estimate': '10', 'a.ytd': '999', 'a._previousYtd': '100', 'a._previousEstimate': '9' },
    [row('a', { nature: 'stock' })],
    [],
  ],
  ['an absent value finds nothing', { 'a.ytd': '5' }, undefined, []],
  [
    'a «trong đó» row above its whole is found',
    { 'w.estimate': '10', 'p.estimate': '11' },
    [row('w'), row('p', { kind: 'ofWhich', level: 2 })],
    ['finding.of-which-exceeds-whole'],
  ],
  [
    'two «trong đó» rows may together be less than their whole',
    { 'w.estimate': '10', 'p.estimate': '4', 'q.estimate': '5' },
    [row('w'), row('p', { kind: 'ofWhich', level: 2 }), row('q', { kind: 'ofWhich', level: 2 })],
    [],
  ],
  [
    'ten times the month before is a slip of the measure',
    { 'a.estimate': '1000', 'a.previous': '100' },
    undefined,
    ['finding.ten-times', 'finding.large-change'],
  ],
  [
    'a fall to zero is a large change and no slip',
    { 'a.estimate': '0', 'a.previous': '100' },
    undefined,
    ['finding.large-change'],
  ],
  ['a change at the threshold is left alone', { 'a.estimate': '110', 'a.ly': '100' }, undefined, []],
  [
    'a change beyond the threshold is found',
    { 'a.estimate': '111', 'a.ly': '100' },
    undefined,
    ['finding.large-change'],
  ],
  ['a zero base finds nothing', { 'a.estimate': '111', 'a.ly': '0' }, undefined, []],
] as const) {
  test(name, () =>
    assert.deepEqual(
      findings(values, rows).map((f) => f.code),
      codes,
    ),
  )
}
