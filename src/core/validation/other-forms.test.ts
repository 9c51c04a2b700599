import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aColumn } from '#test/builders/form-columns.ts'
import type { FormColumn, FormRow } from '../form/layout.ts'
import { absent, type CellValue, number } from '../quantity/cell-value.ts'
import { type FormInReport, otherFormsRead } from './other-forms.ts'
import type { CheckRule, RuleScope } from './rule.ts'
import { type FormToValidate, judgeForm, tryRule, validateForm } from './validate-form.ts'

/** Key and indicator in one: `a` is about `A`; `a@829` about `A` in the area 829. */
function row(text: string): FormRow {
  const [key = '', area] = text.split('@')
  const place = { indicator: key.replace(/\d/, '').toUpperCase(), ...(area !== undefined && { area }) }
  return { key, ordinal: '', label: key, kind: 'item', level: 0, measure: 'tấn', decimals: 1, ...place }
}

const monthly = [
  aColumn('previous', { role: 'prefilled', offset: 'previousMonth', vintage: 'preliminary' }),
  aColumn('estimate'),
  aColumn('ytd', { offset: 'yearToDate' }),
]
/** Named and ordered otherwise, about the same month. */
const named = [aColumn('cumulated', { offset: 'yearToDate' }), aColumn('month')]

const form = (rows: string, columns: readonly FormColumn[] = monthly): FormInReport => ({
  rows: rows.split(' ').map(row),
  columns,
})

function rule(condition: string, indicators: readonly string[]): CheckRule {
  const scope: RuleScope = { kind: 'indicators', indicators }
  return { code: 'R', version: 1, name: 'R', scope, severity: 'hard', condition, message: '' }
}

interface Asked {
  readonly report: readonly FormInReport[]
  readonly rules: readonly CheckRule[]
  readonly values: Readonly<Record<string, string>>
}

/** The form at that place of the report, from 1; `_2_b.estimate` is the cell of row b in form 2. */
function formAt(position: number, { report, rules, values }: Asked): FormToValidate {
  const it = report[position - 1]
  assert.ok(it)
  const saidAt = ({ row, column }: { row: string; column: string }): CellValue => {
    const text = values[`${row}.${column}`]
    return text === undefined ? absent : number(text)
  }
  const others = otherFormsRead(it, report, rules)
  return { code: `B-${position}`, ...it, others, changeThreshold: 10, rules, valueOf: saidAt, noteOf: () => '' }
}

const foundAt = (position: number, asked: Asked) =>
  validateForm(formAt(position, asked))
    .filter(({ code }) => code === 'finding.rule')
    .map(({ row, column, details: { left, right, leftForms, rightForms } }) => {
      const side = (value: string | undefined, forms: string | undefined) => `${value}${forms ? `@${forms}` : ''}`
      return `${row}.${column}: ${side(left, leftForms)} ${side(right, rightForms)}`
    })

const atMost = rule('[A] <= [B]', ['A', 'B'])
const values = { 'a.estimate': '9', '_1_a.estimate': '9', 'b.estimate': '5', '_2_b.estimate': '5' }

for (const [name, { report, rules = [atMost], said = values }, expected] of [
  [
    'a rule over two forms is asked in the one that has its first indicator, and names the other',
    { report: [form('a c'), form('b d')] },
    [['a.estimate: 9 5@2'], []],
  ],
  [
    'the order of the scope decides, not that of the condition or the forms',
    { report: [form('a'), form('b')], rules: [rule('[A] <= [B]', ['B', 'A'])] },
    [[], ['b.estimate: 9@1 5']],
  ],
  [
    'a form that has all of it asks it by itself, and no other form asks it again',
    { report: [form('a'), form('a b')] },
    [[], ['a.estimate: 9 5']],
  ],
  [
    'each form that has all of it asks it, whatever else is read in the other',
    { report: [form('a b c'), form('a b d')], rules: [atMost, rule('[C] <= [D] + [A]', ['C', 'D'])] },
    [['a.estimate: 9 5'], ['a.estimate: 9 5']],
  ],
  [
    'of two forms with the first indicator the first asks',
    { report: [form('a'), form('b'), form('a')] },
    [['a.estimate: 9 5@2'], [], []],
  ],
  [
    'an indicator that two other forms have is read in the first of them',
    { report: [form('a'), form('b'), form('b')], said: { ...values, '_3_b.estimate': '1' } },
    [['a.estimate: 9 5@2'], [], []],
  ],
  [
    '[x] is each indicator of the scope in the form that has it',
    {
      report: [form('a'), form('b'), form('c')],
      rules: [rule('[x] <= [B]', ['A', 'C'])],
      said: { ...values, 'c.estimate': '6' },
    },
    [['a.estimate: 9 5@2'], [], ['c.estimate: 6 5@2']],
  ],
  [
    'a sum may have its figures from several forms',
    {
      report: [form('a'), form('b'), form('c')],
      rules: [rule('[A] <= [B] + [C]', ['A'])],
      said: { ...values, '_3_c.estimate': '1.5' },
    },
    [['a.estimate: 9 6.5@2, 3'], [], []],
  ],
  [
    'what is absent in the other form finds nothing',
    { report: [form('a'), form('b')], said: { 'a.estimate': '9' } },
    [[], []],
  ],
  ['a row about another area is another figure', { report: [form('a'), form('b@829')] }, [[], []]],
  [
    'within an area of its own it is the same figure',
    { report: [form('a@829'), form('b@829')] },
    [['a.estimate: 9 5@2'], []],
  ],
  [
    'the column is found by what it is about, whatever its key',
    { report: [form('a'), form('b', named)], said: { ...values, '_2_b.month': '5' } },
    [['a.estimate: 9 5@2'], []],
  ],
  [
    'without a column of the same vintage the rule is not asked',
    { report: [form('a'), form('b', [aColumn('estimate', { vintage: 'preliminary' })])] },
    [[], []],
  ],
  [
    'nor where the column makes no sense for the other row',
    { report: [form('a'), { rows: [{ ...row('b'), notApplicable: ['estimate'] }], columns: monthly }] },
    [[], []],
  ],
  [
    'of the month before, what the other form shows of it is read',
    {
      report: [form('a'), form('b')],
      rules: [rule('[A] <= previous([B])', ['A'])],
      said: { ...values, '_2_b.previous': '4' },
    },
    [['a.estimate: 9 4@2'], []],
  ],
  [
    'last year comes unseen with the other form, as with any',
    {
      report: [form('a'), form('b')],
      rules: [rule('[A] <= lastYear([B])', ['A'])],
      said: { ...values, '_2_b._lastYear': '3' },
    },
    [['a.estimate: 9 3@2'], []],
  ],
] as readonly [string, Partial<Asked> & { report: Asked['report']; said?: Asked['values'] }, readonly string[][]][])
  test(name, () => {
    const found = report.map((_, index) => foundAt(index + 1, { report, rules, values: said }))
    assert.deepEqual(found, expected)
  })

for (const [name, report, rules] of [
  ['when every rule finds its indicators at home', [form('a b'), form('b c')], [atMost]],
  ['when a rule names what no form has', [form('a c'), form('d')], [rule('[A] <= [B] + [D]', ['A'])]],
  ['of a form that the rule is not about', [form('d'), form('a'), form('b')], [rule('[A] <= [B]', ['A'])]],
  ['by a rule of one form', [form('a'), form('b')], [{ ...atMost, scope: { kind: 'form', form: 'B-1' } }]],
] as const)
  test(`nothing is read in other forms ${name}`, () => assert.deepEqual(otherFormsRead(report[0], report, rules), []))

test('only the rows that rules name are read, ratios never', () => {
  const columns = [...monthly, aColumn('rPrev', { role: 'ratio', offset: null, formula: '[estimate] / [previous]' })]
  const report = [form('a'), form('b c', columns)] as const
  const [read, ...rest] = otherFormsRead(report[0], report, [atMost])
  assert.deepEqual([read?.position, read?.isBefore, rest], [2, false, []])
  assert.deepEqual(
    read?.rows.map(({ key }) => key),
    ['_2_b'],
  )
  const keys = read?.columns.map(({ key }) => key) ?? []
  assert.equal(keys.includes('rPrev'), false)
  assert.deepEqual(keys.slice(0, 3), ['previous', 'estimate', 'ytd'])
})

test('rounding is allowed for by the decimals that the other form says', () => {
  const equal = rule('[A] = [B] + [C]', ['A'])
  const fine = { rows: [{ ...row('b'), decimals: 0 }], columns: [aColumn('estimate', { decimals: 2 })] }
  const at = (a: string) =>
    foundAt(1, {
      report: [form('a c'), fine],
      rules: [equal],
      values: { 'a.estimate': a, 'c.estimate': '1', '_2_b.estimate': '5' },
    })
  assert.deepEqual([at('6.1'), at('6.2')], [[], ['a.estimate: 6.2 6@2']])
})

test('a trial tells how often the other form had nothing to say', () => {
  const asked = { report: [form('a'), form('b')], rules: [], values }
  const it = { ...formAt(1, asked), others: otherFormsRead(asked.report[0] as FormInReport, asked.report, [atMost]) }
  const { told, untold, findings } = tryRule(it, atMost)
  assert.deepEqual([told, untold, findings.length], [1, 1, 1])
})

test('a figure that moves in the other form asks again what looks at it, and nothing else', () => {
  const said: Record<string, string> = { ...values, 'c.estimate': '-1' }
  const rules = [atMost, rule('[C] >= 0', ['C'])]
  const it = formAt(1, { report: [form('a c'), form('b')], rules, values: said })
  const before = judgeForm(it)
  said['_2_b.estimate'] = '10'
  const after = judgeForm(it, before)
  assert.deepEqual(
    [before, after].map(({ findings }) => findings.map((found) => found.row)),
    [['a', 'c'], ['c']],
  )
  assert.equal(after.plan, before.plan)
  const kept = after.answers.filter((answer, index) => answer === before.answers[index])
  assert.equal(kept.length, after.answers.length - 1)
})

test('rows that come to be read in another form are asked at once', () => {
  const report = [form('a'), form('b')]
  const it = formAt(1, { report, rules: [atMost], values })
  const before = judgeForm({ ...it, others: [] })
  assert.deepEqual([before.findings.length, judgeForm(it, before).findings.length], [0, 1])
})
