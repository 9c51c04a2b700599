import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormView } from '#contract/submissions.ts'
import { formModel, layoutOf, nothingTyped } from '../form/form-model.ts'
import { differencesOf, isUnexplained } from './differences.ts'

type Value = FormView['references'][number]['value']

const number = (value: string): Value => ({ kind: 'number', value })

function cell(row: string, value: Value, note = ''): FormView['cells'][number] {
  const who = { login: 'lan', name: 'Nguyễn Thị Lan', position: '' }
  const enteredAt = '2026-11-22T07:31:00Z'
  return { row, column: 'estimate', value, revision: 1, note, enteredBy: who, enteredAt, origin: 'typed' }
}

function row(key: string): FormView['rows'][number] {
  const place = { indicator: key, area: null, formula: null, notApplicable: [], nature: 'flow' as const }
  return { key, ordinal: '', label: key, kind: 'item', level: 0, measure: 'tấn', decimals: 0, ...place }
}

function column(key: string, role: 'entry' | 'reference'): FormView['columns'][number] {
  const rest = { scenario: 'actual' as const, vintage: null, formula: null, decimals: null, width: 80, periodName: '' }
  const offset = role === 'entry' ? 'month' : 'sameMonthLastYear'
  return { key, number: '', header: [key], role, offset, ...rest }
}

function form(previous: FormView['previous'], cells: FormView['cells']): FormView {
  return {
    submissionId: '1',
    formId: 1,
    code: 'F',
    title: 'F',
    area: '83',
    changeThreshold: 10,
    period: { label: '2026-09', name: '', from: '2026-08-15', to: '2026-09-14' },
    canEnter: false,
    columns: [column('estimate', 'entry'), column('ly', 'reference')],
    rows: [row('a'), row('b'), row('c')],
    cells,
    references: ['a', 'b', 'c'].map((key) => ({
      row: key,
      column: 'ly',
      value: number('100'),
      vintage: 'official' as const,
      level: 'accepted' as const,
      source: '',
    })),
    rules: [],
    others: [],
    findings: null,
    marked: [],
    previous,
    withheld: [],
  }
}

const differences = (it: FormView) => differencesOf(formModel(it, layoutOf(it), nothingTyped))

test('a first edition has nothing to compare with', () => {
  const found = differences(form(null, [cell('a', number('100'))]))
  assert.equal(found.changed.length, 0)
  assert.equal(found.rest, 1)
})

test('a changed, a new and a moved cell are named; the rest is counted', () => {
  const before = [
    { row: 'a', column: 'estimate', value: number('100') },
    { row: 'b', column: 'estimate', value: number('150') },
  ]
  const now = [cell('a', number('101')), cell('b', number('150')), cell('c', number('100'))]
  const found = differences(form(before, now))
  assert.deepEqual(
    found.changed.map((it) => [it.row.key, it.before === undefined]),
    [
      ['a', false],
      ['c', true],
    ],
  )
  assert.deepEqual(
    found.moved.map(({ row: { key } }) => key),
    ['b'],
  )
  assert.deepEqual([found.filled, found.corrected], [3, 0])
  assert.equal(found.rest, 0)
})

test('zero and «không phát sinh» are different statements', () => {
  const before = [{ row: 'a', column: 'estimate', value: number('0') }]
  const found = differences(form(before, [cell('a', { kind: 'nothing' })]))
  assert.equal(found.changed.length, 1)
})

test('a change beyond the threshold is unexplained until a note stands beside it', () => {
  const found = differences(form(null, [cell('a', number('150')), cell('b', number('150'), 'Được mùa')]))
  assert.deepEqual(
    found.moved.map((it) => [it.row.key, isUnexplained(it)]),
    [
      ['a', true],
      ['b', false],
    ],
  )
})

test('a computed row that moved asks for no explanation of its own', () => {
  const total = { ...row('b'), kind: 'total' as const, formula: '[a] + [c]' }
  const it = { ...form(null, [cell('a', number('150')), cell('c', number('150'))]), rows: [row('a'), total, row('c')] }
  const [, moved] = differences(it).moved
  assert.deepEqual([moved?.row.key, moved?.isExplainable, moved && isUnexplained(moved)], ['b', false, false])
})
