import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aColumn } from '#test/builders/form-columns.ts'
import type { FormRow } from '../form/layout.ts'
import { absent, type CellValue, number } from '../quantity/cell-value.ts'
import type { CheckRule } from './rule.ts'
import { tryRule, validateForm } from './validate-form.ts'

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
const columns = [
  aColumn('plan', { role: 'reference', offset: 'year', scenario: 'plan', vintage: null }),
  aColumn('previous', { role: 'prefilled', offset: 'previousMonth', vintage: 'preliminary' }),
  aColumn('estimate', {}),
  aColumn('ytd', { offset: 'yearToDate' }),
  aColumn('ly', { role: 'reference', offset: 'sameMonthLastYear', vintage: 'best' }),
]

interface Given {
  readonly values: Readonly<Record<string, string>>
  readonly rows?: readonly FormRow[]
  readonly rules?: readonly CheckRule[]
  readonly notes?: Readonly<Record<string, string>>
}

function formOf({ values, rows = [row('a')], rules = [], notes = {} }: Given) {
  const saidAt = (at: { row: string; column: string }): CellValue => {
    const text = values[`${at.row}.${at.column}`]
    return text === undefined ? absent : number(text)
  }
  const noteOf = (at: { row: string; column: string }) => notes[`${at.row}.${at.column}`] ?? ''
  return { code: 'B-01', rows, columns, others: [], changeThreshold: 10, rules, valueOf: saidAt, noteOf }
}

const findings = (given: Given) => validateForm(formOf(given))

test('a year to date that differs from the computed one names both sides, the parts and the difference', () => {
  const [found] = findings({
    values: {
      'a.estimate': '29480',
      'a.previous': '28310',
      'a.ytd': '258730',
      'a._previousYtd': '229250',
      'a._previousEstimate': '28350',
    },
  })
  assert.equal(found?.code, 'finding.year-to-date-differs')
  assert.deepEqual([found?.row, found?.column, found?.severity], ['a', 'ytd', 'soft'])
  const { left, right, difference, rightParts, tolerance } = found?.details ?? {}
  assert.deepEqual([left, right, difference, tolerance], ['258730', '258690', '40', '2.5'])
  assert.equal(rightParts, '229.250 − 28.350 + 28.310 + 29.480')
})

test('a base stated otherwise than it is known is found where it is stated, one nobody knows is not', () => {
  const based = columns.map((column) => (column.key === 'ly' ? { ...column, role: 'base' as const } : column))
  const found = (values: Given['values']) =>
    validateForm({ ...formOf({ values }), columns: based }).map(({ code, row: at, column }) => [code, at, column])
  assert.deepEqual(found({ 'a.ly': '90', 'a._known_ly': '96' }), [['finding.base-differs', 'a', 'ly']])
  assert.deepEqual(found({ 'a.ly': '96', 'a._known_ly': '96' }), [])
  assert.deepEqual(found({ 'a.ly': '90' }), [])
})

const parts = [row('w'), row('p', { kind: 'ofWhich', level: 2 })]
const typedTotal = [row('t', { kind: 'total', level: 0 }), row('p'), row('q')]
const year = { 'a.previous': '10', 'a._previousYtd': '100', 'a._previousEstimate': '10' }

for (const [name, given, codes] of [
  [
    'a difference within half a unit per figure is rounding',
    { values: { ...year, 'a.estimate': '10', 'a.ytd': '112' } },
    [],
  ],
  [
    'a difference beyond it is found',
    { values: { ...year, 'a.estimate': '10', 'a.ytd': '113' } },
    ['finding.year-to-date-differs'],
  ],
  [
    'what is counted one by one is not rounded',
    { values: { ...year, 'a.estimate': '10', 'a.ytd': '111' }, rows: [row('a', { measure: 'người' })] },
    ['finding.year-to-date-differs'],
  ],
  [
    'a year to date of a stock is not checked',
    { values: { ...year, 'a.estimate': '10', 'a.ytd': '9' }, rows: [row('a', { nature: 'stock' })] },
    [],
  ],
  ['an absent value finds nothing', { values: { 'a.ytd': '5' } }, []],
  [
    'a year to date below that of the month before is found',
    { values: { 'a.ytd': '99', 'a._previousYtd': '100' } },
    ['finding.year-to-date-falls'],
  ],
  [
    'a «trong đó» row above its whole is found, by however little',
    { values: { 'w.estimate': '10', 'p.estimate': '11' }, rows: parts },
    ['finding.of-which-exceeds-whole'],
  ],
  ['a «trong đó» row may be its whole', { values: { 'w.estimate': '10', 'p.estimate': '10' }, rows: parts }, []],
  [
    'two «trong đó» rows may together be less than their whole',
    {
      values: { 'w.estimate': '10', 'p.estimate': '4', 'q.estimate': '5' },
      rows: [...parts, row('q', { kind: 'ofWhich', level: 2 })],
    },
    [],
  ],
  [
    'ten times the month before is a slip of the measure',
    { values: { 'a.estimate': '1000', 'a.previous': '100' } },
    ['finding.ten-times', 'finding.large-change'],
  ],
  [
    'a tenth of it, too',
    { values: { 'a.estimate': '10', 'a.previous': '100' } },
    ['finding.ten-times', 'finding.large-change'],
  ],
  [
    'a fall to zero is a large change and no slip',
    { values: { 'a.estimate': '0', 'a.previous': '100' } },
    ['finding.large-change'],
  ],
  ['a change at the threshold is left alone', { values: { 'a.estimate': '110', 'a.ly': '100' } }, []],
  [
    'a change beyond the threshold is found',
    { values: { 'a.estimate': '111', 'a.ly': '100' } },
    ['finding.large-change'],
  ],
  ['a zero base finds nothing', { values: { 'a.estimate': '111', 'a.ly': '0' } }, []],
  [
    'a total typed by hand has to be the sum of its parts',
    { values: { 't.estimate': '1204', 'p.estimate': '1180', 'q.estimate': '31' }, rows: typedTotal },
    ['finding.total-differs'],
  ],
  [
    'a total typed by hand may be rounded apart from its parts',
    { values: { 't.estimate': '1210', 'p.estimate': '1180', 'q.estimate': '31' }, rows: typedTotal },
    [],
  ],
  [
    'a fall that is typed with a minus contradicts its name',
    { values: { 'a.estimate': '-3' }, rows: [row('a', { label: 'Mức giảm tỷ lệ hộ nghèo', nature: 'rate' })] },
    ['finding.sign-against-word'],
  ],
  [
    'a note that begins «Tăng» over a figure that fell is found',
    { values: { 'a.estimate': '95', 'a.previous': '100', 'a.ly': '100' }, notes: { 'a.estimate': 'Tăng do được mùa' } },
    ['finding.note-against-figure'],
  ],
  [
    'a note that begins «Tăng» is right when the figure rose against last year',
    { values: { 'a.estimate': '95', 'a.previous': '100', 'a.ly': '90' }, notes: { 'a.estimate': 'Tăng do được mùa' } },
    [],
  ],
] as const) {
  test(name, () =>
    assert.deepEqual(
      findings(given).map((f) => f.code),
      codes,
    ),
  )
}

test('a finding has the explanation that stands beside its cell; one of spaces is none', () => {
  const noted = (note: string) =>
    findings({ values: { 'a.estimate': '130', 'a.previous': '100' }, notes: { 'a.estimate': note } })
  const [found] = noted('Được mùa')
  assert.deepEqual([found?.code, found?.details.note], ['finding.large-change', 'Được mùa'])
  assert.deepEqual(
    ['', ' '].map((note) => noted(note)[0]?.details.note),
    [undefined, undefined],
  )
})

test('a large change of a computed row asks for no explanation of its own', () => {
  const found = findings({
    values: { 'p.estimate': '130', 'q.estimate': '130', 'p.previous': '50', 'q.previous': '50' },
    rows: [row('t', { kind: 'total', level: 0, formula: '[p] + [q]' }), row('p'), row('q')],
  }).filter(({ code }) => code === 'finding.large-change')
  assert.deepEqual(found.map(({ row: at, details }) => [at, details.of]).sort(), [
    ['p', undefined],
    ['q', undefined],
    ['t', 'computed'],
  ])
})

test('only a total typed by hand is a hard finding, and it says 1.211 = 1.180 + 31', () => {
  const [found] = findings({
    values: { 't.estimate': '1204', 'p.estimate': '1180', 'q.estimate': '31' },
    rows: typedTotal,
  })
  assert.deepEqual([found?.severity, found?.row, found?.column], ['hard', 't', 'estimate'])
  const { left, right, rightParts, difference, tolerance } = found?.details ?? {}
  assert.deepEqual([left, right, rightParts, difference, tolerance], ['1204', '1211', '1.180 + 31', '7', '1.5'])
})

const rule = (condition: string, extra: Partial<CheckRule> = {}): CheckRule => ({
  code: 'R.1',
  version: 3,
  name: 'Quy tắc thử',
  scope: { kind: 'form', form: 'B-01' },
  severity: 'hard',
  condition,
  message: '',
  ...extra,
})
const rows = [row('a', { indicator: 'NN.01' }), row('b', { indicator: 'NN.02', nature: 'stock' })]

for (const [name, condition, values, places] of [
  [
    'a rule is asked at each column to fill',
    '[a] <= [b]',
    { 'a.estimate': '2', 'b.estimate': '1', 'a.ytd': '1', 'b.ytd': '1' },
    ['a.estimate'],
  ],
  [
    'a rule that looks back is asked for the month',
    'previous([b]) <= [b]',
    { 'b.previous': '5', 'b.estimate': '4' },
    ['b.estimate'],
  ],
  ['a rule may compare with the plan', 'ytd([b]) <= plan([b])', { 'b.plan': '5', 'b.ytd': '6' }, ['b.ytd']],
  ['a rule may name a cell', '[a.ytd] >= [a.estimate]', { 'a.ytd': '5', 'a.estimate': '6' }, ['a.ytd']],
  [
    'growth is against the same period of last year',
    'abs(growth([b])) < 50',
    { 'b.estimate': '16', 'b.ly': '10' },
    ['b.estimate'],
  ],
  ['«hoặc» is kept by either side', '[a] <= [b] or [b] = 1', { 'a.estimate': '2', 'b.estimate': '1' }, []],
  ['a missing value leaves it untold', '[a] <= [b]', { 'a.estimate': '2' }, []],
] as const)
  test(name, () => {
    const found = findings({ values, rows, rules: [rule(condition)] }).filter(({ code }) => code === 'finding.rule')
    assert.deepEqual(
      found.map((f) => `${f.row}.${f.column}`),
      places,
    )
    for (const it of found) assert.deepEqual([it.rule, it.version, it.severity], ['R.1', 3, 'hard'])
  })

for (const [condition, told] of [
  ['[a] <= [b] or [b] = 1', ['a', 'b']],
  ['[a] = 1 or [b] = 1', ['a', 'b']],
  ['if([b] > 1; [a] = 1; [a] = 2)', ['b', 'a']],
] as const)
  test(`what «${condition}» finds tells of ${told.join(' and ')}`, () => {
    const found = findings({ values: { 'a.estimate': '4', 'b.estimate': '3' }, rows, rules: [rule(condition)] })
    assert.deepEqual(
      found.flatMap(({ rule: by, quotes }) => (by === 'R.1' ? quotes : [])),
      told,
    )
  })

test('a rule over indicators is asked for each of its scope, on whatever row it stands', () => {
  const each = rule('[x] >= 0', { scope: { kind: 'indicators', indicators: ['NN.02', 'NN.01', 'TC.01'] } })
  const found = findings({ values: { 'a.estimate': '-1', 'b.estimate': '-2' }, rows, rules: [each] })
  assert.deepEqual(
    found.map((f) => f.row),
    ['a', 'b'],
  )
})

test('a rule over indicators compares the rows of one area', () => {
  const byArea = [
    row('x1', { indicator: 'NN.03', area: '829' }),
    row('x2', { indicator: 'NN.03', area: '831' }),
    row('y2', { indicator: 'NN.18', area: '831' }),
  ]
  const it = rule('[NN.03] <= [NN.18]', { scope: { kind: 'indicators', indicators: ['NN.03'] } })
  const values = { 'x1.estimate': '9', 'x2.estimate': '5', 'y2.estimate': '4' }
  assert.deepEqual(
    findings({ values, rows: byArea, rules: [it] }).map((f) => f.row),
    ['x2'],
  )
})

test('a trial counts how often a rule could be told', () => {
  const form = formOf({ values: { 'a.estimate': '2', 'b.estimate': '1', 'a.ytd': '3' }, rows })
  const { told, untold, findings: found } = tryRule(form, rule('[a] <= [b]'))
  assert.deepEqual([told, untold, found.length], [1, 1, 1])
})

test('a rule of another form is not asked', () => {
  const { told, untold } = tryRule(formOf({ values: {} }), rule('[a] > 0', { scope: { kind: 'form', form: 'C-02' } }))
  assert.deepEqual([told, untold], [0, 0])
})
