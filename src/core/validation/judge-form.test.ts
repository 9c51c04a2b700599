import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aColumn } from '#test/builders/form-columns.ts'
import type { FormRow } from '../form/layout.ts'
import { absent, type CellValue, notApplicable, nothing, number } from '../quantity/cell-value.ts'
import type { CheckRule } from './rule.ts'
import { type FormToValidate, type JudgedForm, judgeForm } from './validate-form.ts'

const columns = [
  aColumn('previous', { role: 'prefilled', offset: 'previousMonth', vintage: 'preliminary' }),
  aColumn('estimate', {}),
  aColumn('ytd', { offset: 'yearToDate' }),
  aColumn('ly', { role: 'reference', offset: 'sameMonthLastYear', vintage: 'best' }),
  aColumn('rLy', { role: 'ratio', formula: '[estimate] / [ly] * 100', offset: null, vintage: null }),
  aColumn('rTwice', { role: 'ratio', formula: '[rLy] + [previous]', offset: null, vintage: null }),
]

const rowKeys = ['a', 'b', 'c', 'd', 'e', 'f']
const cellNames = rowKeys.flatMap((row) =>
  [...columns.map(({ key }) => key), '_previousYtd'].map((it) => `${row}.${it}`),
)

/** Formulas over any rows, also later ones, unknown ones and themselves: what publication refuses is computed alike, too. */
const aFormula = fc
  .tuple(fc.constantFrom('+', '-', '*', '/'), fc.constantFrom(...rowKeys, 'unknown'), fc.constantFrom(...rowKeys))
  .map(([operator, left, right]) => `[${left}] ${operator} [${right}]`)

const aRow = (key: string) =>
  fc
    .record({
      kind: fc.constantFrom('item' as const, 'item' as const, 'ofWhich' as const, 'total' as const, 'title' as const),
      level: fc.nat(2),
      formula: fc.option(aFormula, { nil: undefined, freq: 2 }),
      hasYearToDate: fc.boolean(),
    })
    .map(
      ({ kind, level, formula, hasYearToDate }): FormRow => ({
        key,
        ordinal: '',
        label: key === 'a' ? 'Mức giảm' : key,
        kind,
        level,
        measure: 'tấn',
        decimals: 1,
        nature: hasYearToDate ? 'flow' : 'stock',
        ...(hasYearToDate ? {} : { notApplicable: ['ytd'] }),
        ...(formula !== undefined && { formula }),
      }),
    )

const aRule = fc.tuple(fc.constantFrom('<=', '=', '>'), fc.constantFrom(...rowKeys), fc.constantFrom(...cellNames)).map(
  ([operator, left, right]): CheckRule => ({
    code: 'R',
    version: 1,
    name: 'R',
    scope: { kind: 'form', form: 'B-01' },
    severity: 'soft',
    condition: `[${left}] ${operator} [${right}]`,
    message: '',
  }),
)

const aValue: fc.Arbitrary<CellValue> = fc.oneof(
  fc.integer({ min: -30, max: 300 }).map((value) => number(String(value))),
  fc.constantFrom(absent, nothing, notApplicable, { kind: 'text', text: 'khoảng 10' } as const),
)
const anEdit = fc.record({
  name: fc.constantFrom(...cellNames),
  value: aValue,
  note: fc.constantFrom('', 'Tăng do giá', 'Giảm'),
})

function formOf(rows: readonly FormRow[], rules: readonly CheckRule[]) {
  const values = new Map<string, CellValue>()
  const notes = new Map<string, string>()
  const form: FormToValidate = {
    code: 'B-01',
    rows,
    columns,
    others: [],
    rules,
    changeThreshold: 10,
    valueOf: (at) => values.get(`${at.row}.${at.column}`) ?? absent,
    noteOf: (at) => notes.get(`${at.row}.${at.column}`) ?? '',
  }
  return { form, values, notes }
}

test('after any edits a form judged from what it was is the form judged from scratch', () => {
  const rows = fc.tuple(...rowKeys.map(aRow))
  const edits = fc.array(fc.array(anEdit, { maxLength: 3 }), { maxLength: 12 })
  fc.assert(
    fc.property(rows, fc.array(aRule, { maxLength: 4 }), edits, (some, rules, steps) => {
      const { form, values, notes } = formOf(some, rules)
      let judged: JudgedForm = judgeForm(form)
      for (const step of steps) {
        for (const { name, value, note } of step) {
          values.set(name, value)
          notes.set(name, note)
        }
        judged = judgeForm(form, judged)
        const { outcomes, findings } = judgeForm(form)
        assert.deepEqual(judged.outcomes, outcomes)
        assert.deepEqual(judged.findings, findings)
      }
    }),
    { numRuns: 300 },
  )
})

const item = (key: string, extra: Partial<FormRow> = {}): FormRow => ({
  key,
  ordinal: '',
  label: key,
  kind: 'item',
  level: 0,
  measure: 'tấn',
  decimals: 0,
  nature: 'flow',
  ...extra,
})

test('an edit asks again only the checks that look at it or at what hangs on it', () => {
  const { form, values } = formOf([item('a'), item('b', { formula: '[a] * 2' }), item('c')], [])
  for (const name of ['a.estimate', 'a.ly', 'c.estimate', 'c.ly']) values.set(name, number('100'))
  const before = judgeForm(form)
  values.set('a.estimate', number('150'))
  const after = judgeForm(form, before)
  const askedAgain = after.plan.questions.filter((_, index) => after.answers[index] !== before.answers[index])
  assert.deepEqual(new Set(askedAgain.map(({ check }) => check.at.row)), new Set(['a', 'b']))
  assert.equal(after.outcomes.get('c.rLy'), before.outcomes.get('c.rLy'))
  assert.notEqual(after.outcomes.get('b.rLy'), before.outcomes.get('b.rLy'))
})

test('a note alone asks the checks of its cell again', () => {
  const { form, values, notes } = formOf([item('a')], [])
  for (const [name, value] of [
    ['a.estimate', '90'],
    ['a.previous', '100'],
    ['a.ly', '100'],
  ] as const) {
    values.set(name, number(value))
  }
  const before = judgeForm(form)
  notes.set('a.estimate', 'Tăng do giá')
  const codes = judgeForm(form, before).findings.map(({ code }) => code)
  assert.deepEqual(codes, ['finding.note-against-figure'])
})

test('a form with other rows is judged from scratch, whatever it is built upon', () => {
  const one = formOf([item('a', { formula: '[b] + [b]' }), item('b')], [])
  const other = formOf([item('a', { formula: '[b] * 10' }), item('b')], [])
  for (const { values } of [one, other]) values.set('b.estimate', number('7'))
  const judged = judgeForm(other.form, judgeForm(one.form))
  assert.deepEqual(judged.outcomes, judgeForm(other.form).outcomes)
})
