import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aColumn } from '#test/builders/form-columns.ts'
import { checkBindings, checkLayout } from './check-layout.ts'
import type { FormColumn, FormLayout, FormRow } from './layout.ts'

const row = (key: string, given: Partial<FormRow> = {}): FormRow => ({
  key,
  ordinal: '',
  label: key,
  kind: 'item',
  level: 0,
  indicator: key,
  measure: 'tấn',
  decimals: 0,
  ...given,
})
const { indicator: _, ...unbound } = row('a3')
const ratio = aColumn('r', { role: 'ratio', offset: null, vintage: null, formula: '[month] / [ytd] * 100' })
const columns = [aColumn('month'), aColumn('ytd', { offset: 'yearToDate' }), ratio]
const layout = (given: Partial<FormLayout> = {}): FormLayout => ({
  code: 'B-01',
  title: 'Biểu',
  rows: [row('a1'), row('a2')],
  columnSets: [
    { months: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1].slice(0, 11), columns },
    { months: [1], columns: [columns[0] as FormColumn] },
  ],
  changeThreshold: 20,
  ...given,
})
const around = {
  measures: new Map(['a1', 'a2', 'a3'].map((code) => [code, 'tấn'])),
  areas: new Set(['83', '836']),
}
const codes = (it: FormLayout) => checkLayout(it, around).map((found) => found.code)
const withColumns = (...changed: readonly FormColumn[]) => layout({ columnSets: [{ months: [], columns: changed }] })

test('a layout whose cells are bound once each is fit to be issued', () => {
  assert.deepEqual(codes(layout()), [])
})

describe('a layout is refused', () => {
  for (const [why, it, code] of [
    ['two rows of one key', layout({ rows: [row('a1'), row('a1', { indicator: 'a2' })] }), 'form.key-repeated'],
    ['a key that formulas cannot name', layout({ rows: [row('1a', { indicator: 'a1' })] }), 'form.key-malformed'],
    ['a row that speaks of nothing', layout({ rows: [unbound] }), 'form.binding-missing'],
    ['two rows of one figure', layout({ rows: [row('a1'), row('a2', { indicator: 'a1' })] }), 'form.binding-repeated'],
    ['an indicator nobody issued', layout({ rows: [row('a9')] }), 'form.indicator-unknown'],
    [
      'another measure than the indicator has',
      layout({ rows: [row('a1', { measure: 'kg' })] }),
      'form.measure-differs',
    ],
    ['an area that is not there', layout({ rows: [row('a1', { area: '999' })] }), 'form.area-unknown'],
    [
      'a formula that cannot be read',
      layout({ rows: [row('a1', { formula: '[a2] +' }), row('a2')] }),
      'form.formula-invalid',
    ],
    [
      'a formula over a row that is not there',
      layout({ rows: [row('a1', { formula: '[b7]' })] }),
      'form.formula-invalid',
    ],
    [
      'formulas in a circle',
      layout({ rows: [row('a1', { formula: '[a2]' }), row('a2', { formula: '[a1]' })] }),
      'form.formula-cycle',
    ],
    ['a month without columns', layout({ columnSets: [{ months: [1], columns }] }), 'form.month-without-columns'],
    [
      'a month with two column sets',
      layout({
        columnSets: [
          { months: [], columns },
          { months: [3], columns },
          { months: [3], columns },
        ],
      }),
      'form.month-repeated',
    ],
    ['a column without a span', withColumns(aColumn('month', { offset: null })), 'form.binding-missing'],
    ['an actual without a vintage', withColumns(aColumn('month', { vintage: null })), 'form.binding-missing'],
    ['a plan with a vintage', withColumns(aColumn('plan', { scenario: 'plan' })), 'form.binding-missing'],
    ['a ratio without a formula', withColumns(aColumn('r', { role: 'ratio', offset: null })), 'form.binding-missing'],
    ['a column without a heading', withColumns(aColumn('month', { header: [] })), 'form.header-invalid'],
    [
      'an unknown word in a heading',
      withColumns(aColumn('month', { header: ['Tháng {thang}'] })),
      'form.header-invalid',
    ],
    [
      'a heading that is also a column',
      withColumns(
        aColumn('month', { header: ['Năm'] }),
        aColumn('ytd', { offset: 'yearToDate', header: ['Năm', 'Lũy kế'] }),
      ),
      'form.header-invalid',
    ],
    [
      'a mark for a column that is not there',
      layout({ rows: [row('a1', { notApplicable: ['half'] })] }),
      'form.column-unknown',
    ],
  ] as const)
    test(why, () => assert.ok(codes(it).includes(code), codes(it).join()))
})

test('in June the year to date and the half-year are one figure, so both typed are refused', () => {
  const twice = withColumns(aColumn('half', { offset: 'halfYear' }), aColumn('ytd', { offset: 'yearToDate' }))
  assert.deepEqual(codes(twice), ['form.binding-repeated', 'form.binding-repeated'])
})

test('two forms of one report do not ask for one figure', () => {
  assert.equal(checkBindings([layout(), layout({ code: 'B-02' })]).length > 0, true)
  const elsewhere = layout({ code: 'B-02', rows: [row('a1', { area: '836' })] })
  assert.deepEqual(checkBindings([layout(), elsewhere]), [])
})
