/**
 * The base that an agency states for its comparison (cơ sở so sánh): kept and signed with its report, read by the ratios
 * of that report, and never taken for another word on last year.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingSentence } from '#contract/finding-sentences.ts'
import type { FormView } from '#contract/submissions.ts'
import { number } from '#core/quantity/cell-value.ts'
import { toText } from '#core/quantity/exact.ts'
import { formModel, layoutOf, nothingTyped } from '../../src/web/submissions/form/form-model.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { say } from '../builders/said-figures.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const fishing = await submissionOf(db.pool, 'SNNPTNT')
const [first] = (await journey.view('lan', fishing)).forms
const formId = first?.id ?? 0
const opened = (login = 'lan'): Promise<FormView> => journey.form(login, fishing, formId)

async function state(row: string, value: { kind: 'number'; value: string } | { kind: 'empty' }, note?: string) {
  const seen = (await opened()).cells.find((cell) => cell.row === row && cell.column === 'ly')?.revision ?? 0
  const edits = [{ row, column: 'ly', value, seen, ...(note !== undefined && { note }) }]
  const { body } = await (await journey.as('lan')).post<{ results: { outcome: string }[] }>(
    `/api/submissions/${fishing}/forms/${formId}/edits`,
    { edits },
  )
  return body.results.map(({ outcome }) => outcome)
}

/** What the browser shows. */
async function shown(...names: readonly string[]) {
  const form = await opened()
  const model = formModel(form, layoutOf(form), nothingTyped)
  return names.map((name) => {
    const outcome = model.outcomes.get(name)
    if (outcome) return outcome.kind === 'number' ? Number(toText(outcome.value)).toFixed(1) : outcome.reason
    const [row = '', column = ''] = name.split('.')
    const value = model.valueOf({ row, column })
    return value.kind === 'number' ? value.value : value.kind
  })
}

async function revisionsOfLastYear(): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(
    `select count(*)::int from reported_value_revisions r join spans s on s.id = r.span_id where s.to_date = '2025-09-30'`,
  )
  return rows[0]?.count ?? -1
}

/** What was kept with the step that submitted it. */
async function onRecord(code: string): Promise<readonly unknown[]> {
  const { rows } = await db.pool.query(
    `select f.finding ->> 'text' as text, f.finding -> 'details' ->> 'note' as note
     from submission_steps t
     join submission_findings s on s.step_id = t.id, jsonb_array_elements(s.findings) as f(finding)
     where t.submission_id = $1 and f.finding ->> 'code' = $2`,
    [fishing, code],
  )
  return rows
}

/** Of two kinds of catch; their total nobody reported, as elsewhere. */
const { rows: lines } = await opened()
const saidOfLastYear = (['c11', 'c12'] as const).map((key, index) => ({
  indicator: lines.find((line) => line.key === key)?.indicator ?? '',
  area: '83',
  period: '2025-09',
  as: 'preliminary',
  value: number(index === 0 ? '100' : '50'),
}))
await say(db.pool, { by: 'SNNPTNT', periodEnd: '2025-09-30' }, saidOfLastYear)
const before = await revisionsOfLastYear()
const line = ['c11.ly', 'c11.rLy', 'c1.ly', 'c1.rLy']

test('without a word of the agency the base is what is known', async () => {
  await journey.fill('lan', fishing, { 'c11.estimate': '120', 'c12.estimate': '80' })
  assert.deepEqual(await shown(...line), ['100', '120.0', '150.0', '133.3'])
})

test('stated, it is read by the ratio of its row and by the total of its column', async () => {
  assert.deepEqual(await state('c11', { kind: 'number', value: '80' }, 'Theo phương pháp mới'), ['saved'])
  assert.deepEqual(await shown(...line), ['80', '150.0', '130.0', '153.8'])
})

test('that it differs is told with the explanation beside it, also of a record made before explanations were kept with it', async () => {
  const form = await opened()
  const told = (it: FormView) =>
    formModel(it, layoutOf(it), nothingTyped)
      .findings.get('c11.ly')
      ?.map(({ details }) => details.note)
  const details = { left: '80', right: '100', difference: '20' }
  const found = {
    row: 'c11',
    column: 'ly',
    severity: 'soft',
    rule: 'built-in.base-differs',
    version: 1,
    details,
  } as const
  assert.deepEqual(told(form), ['Theo phương pháp mới'])
  assert.deepEqual(told({ ...form, findings: [{ ...found, code: 'finding.base-differs' }] }), ['Theo phương pháp mới'])
})

test('emptied, it is what is known again', async () => {
  await state('c11', { kind: 'empty' })
  assert.deepEqual(await shown(...line), ['100', '120.0', '150.0', '133.3'])
})

test('a line of the plan is no base, and a total none that is typed', async () => {
  assert.deepEqual(await state('c1', { kind: 'number', value: '1' }), ['refused'])
})

test('whoever receives the report reads it with what is known, and last year stays as it was', async () => {
  await state('c11', { kind: 'number', value: '80' }, 'Theo phương pháp mới')
  await journey.bring('SNNPTNT', fishing, 'accepted')
  const form = await opened('phuc')
  const [found] = form.findings?.filter(({ code }) => code === 'finding.base-differs') ?? []
  assert.deepEqual([found?.row, found?.column], ['c11', 'ly'])
  assert.ok(found)
  const sentence = 'Cơ sở so sánh 80 khác số đang có 100; chênh 20. Đã giải trình.'
  assert.equal(findingSentence(found), sentence)
  assert.deepEqual(await onRecord('finding.base-differs'), [{ text: sentence, note: 'Theo phương pháp mới' }])
  const stated = form.cells.find(({ row, column }) => row === 'c11' && column === 'ly')
  assert.deepEqual([stated?.value, stated?.note], [{ kind: 'number', value: '80' }, 'Theo phương pháp mới'])
  assert.equal(await revisionsOfLastYear(), before)
})
