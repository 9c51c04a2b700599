/**
 * A rule over indicators that stand in two forms of one report: asked in the first one's form while it is typed, at
 * submitting whichever form was typed last, and in trials; of other agencies' reports nothing is read.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckRuleList, CheckRuleTrial } from '#contract/check-rules.ts'
import type { FormView } from '#contract/submissions.ts'
import { formModel, layoutOf, nothingTyped } from '../../src/web/submissions/form/form-model.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const vy = await journey.as('vy')
const statistics = await submissionOf(db.pool, 'CTK')
const [first, second] = (await journey.view('thu', statistics)).forms
const formIds = [first?.id ?? 0, second?.id ?? 0] as const

/** CN.04 is row a2 of form 1; TM.01 the total of a11 to a14 and VT.01 row b1 of form 2; CN.02 stands with Sở Công Thương. */
async function keepRule(
  code: string,
  condition: string,
  severity: 'hard' | 'soft',
  indicator = 'CN.04',
): Promise<void> {
  const scope = { kind: 'indicators', indicators: [indicator] }
  const draft = { code, scope, severity, condition, name: 'Lao động so với bán lẻ', message: '', reason: 'Thử' }
  const { status, body } = await vy.post<CheckRuleList>('/api/check-rules', draft)
  assert.equal(status, 200, JSON.stringify(body))
  const on = { version: 1, to: 'on', from: '2026-09-01', reason: 'Đã thử' }
  assert.equal((await vy.post(`/api/check-rules/${code}/switch`, on)).status, 200)
}
const condition = '[CN.04] <= [TM.01]'
const opened = (position: 1 | 2, login = 'thu'): Promise<FormView> =>
  journey.form(login, statistics, formIds[position - 1] ?? 0)

/** What the browser finds while it is typed. */
const shown = (form: FormView) =>
  [...formModel(form, layoutOf(form), nothingTyped).findings.values()]
    .flat()
    .filter(({ code }) => code === 'finding.rule')
    .map(({ row, column, rule }) => `${row}.${column} ${rule}`)

test('without such a rule a form reads nothing of the others', async () => {
  await journey.fill('thu', statistics, { 'a2.estimate': '30' })
  const { others, references } = await opened(1)
  assert.deepEqual([others, references.filter(({ row }) => row.startsWith('_'))], [[], []])
})

test('switched on, the figures of the other form come unseen with the one that asks, drafts and totals too', async () => {
  await keepRule('CTK-HARD', condition, 'hard')
  const { others, references } = await opened(1)
  assert.deepEqual(
    others.map(({ position, rows }) => [position, rows.map(({ key, indicator }) => [key, indicator])]),
    [[2, [['_2_a1', 'TM.01']]]],
  )
  const total = references.find(({ row, column }) => row === '_2_a1' && column === 'estimate')
  assert.deepEqual([total?.value, total?.level], [{ kind: 'number', value: '28' }, null])
})

test('it is found in the form that has the first indicator, and there alone', async () => {
  assert.deepEqual([shown(await opened(1)), shown(await opened(2))], [['a2.estimate CTK-HARD'], []])
})

test('submitting is refused with the cell, its form and the other one', async () => {
  const refused = await journey.attempt('thu', statistics, 'submit')
  assert.deepEqual([refused.status, refused.body.code], [422, 'submission.has-errors'])
  assert.equal(
    refused.body.detail,
    'Còn 1 lỗi phải sửa trước khi trình: Biểu 1 · Chỉ số sử dụng lao động của doanh nghiệp công nghiệp · Ước tháng 9: ' +
      'Lao động so với bán lẻ: 30 phải không lớn hơn 28 (ở biểu 2); chênh 2 (làm tròn chỉ lệch đến 0,055).',
  )
})

test('what another agency is typing is not read, and what it has sent neither', async () => {
  await keepRule('CTK-SCT', '[CN.04] <= [CN.02]', 'hard')
  const trade = await submissionOf(db.pool, 'SCT')
  await journey.fill('nhap.sct', trade, { 'a1.estimate': '1' })
  const ask = async () => {
    const { others, references } = await opened(1)
    const rows = others.flatMap(({ rows: read }) => read.map(({ indicator }) => indicator))
    return [rows, references.filter(({ row }) => row.startsWith('_')).every(({ row }) => row === '_2_a1')]
  }
  assert.deepEqual(await ask(), [['TM.01'], true])
  await journey.bring('SCT', trade, 'sent')
  assert.deepEqual(await ask(), [['TM.01'], true])
  const { body } = await journey.attempt('thu', statistics, 'submit')
  assert.match(String(body.detail), /^Còn 1 lỗi/)
})

test('put right in the other form, which is typed last, it is gone from the first and the report is submitted', async () => {
  await keepRule('CTK-SOFT', '[CN.04] <= [VT.01]', 'soft')
  await keepRule('CTK-TOTAL', '[TM.01] <= [VT.01]', 'soft', 'TM.01')
  await journey.fill('thu', statistics, { 'a14.estimate': '9' })
  assert.deepEqual(shown(await opened(1)), ['a2.estimate CTK-SOFT'])
  await journey.take('thu', statistics, 'submit')
})

test('a finding is kept once, with the form where it stands and the place of the other', async () => {
  const { rows } = await db.pool.query<{ findings: { rule: string; form: number; text: string }[] }>(
    `select f.findings from submission_findings f join submission_steps t on t.id = f.step_id where t.submission_id = $1`,
    [statistics],
  )
  const kept = rows.flatMap(({ findings }) => findings).filter(({ rule }) => rule === 'CTK-SOFT')
  assert.deepEqual(
    kept.map(({ rule, form, text }) => [rule, form, text]),
    [['CTK-SOFT', formIds[0], 'Lao động so với bán lẻ: 30 phải không lớn hơn 7 (ở biểu 2); chênh 23.']],
  )
})

test('whoever appraises reads the record; figures of the other form do not come with it', async () => {
  const form = await opened(1, 'thamdinh.ctk')
  assert.deepEqual(form.others, [])
  assert.equal(
    form.references.some(({ row }) => row.startsWith('_')),
    false,
  )
  const [found] = form.findings?.filter(({ rule }) => rule === 'CTK-SOFT') ?? []
  assert.equal(found?.details.rightForms, '2')
})

const trial = async (login: string, asked: string) => {
  const scope = { kind: 'indicators', indicators: ['CN.04'] }
  const question = { scope, severity: 'soft', condition: asked, months: 12 }
  const { body } = await (await journey.as(login)).post<CheckRuleTrial>('/api/check-rules/trial', question)
  const { reports, told, found, untold, findings } = body
  return { counts: { reports, told, found, untold }, findings }
}

test('a trial counts it once for the report, and says where to look', async () => {
  await journey.bring('CTK', statistics, 'sent')
  const { counts, findings } = await trial('phuc', '[CN.04] <= [TM.01] - 8')
  assert.deepEqual(counts, { reports: 1, told: 2, found: 1, untold: 0 })
  const [found] = findings
  assert.deepEqual([found?.formId, found?.row, found?.column], [formIds[0], 'a2', 'estimate'])
  assert.equal(
    found?.text,
    '30 phải không lớn hơn 22 = 30,0 − 8 (có số ở biểu 2); chênh 8 (làm tròn chỉ lệch đến 0,055).',
  )
})

const withheldUntil = (instant: string, indicator: string) =>
  db.owner.query(
    `insert into releases (indicator_id, span_id, released_at)
     select i.id, s.id, $1 from indicators i, spans s
     where i.code = $2 and s.calendar = 'statistical' and s.from_date = '2026-09-01' and s.to_date = '2026-09-30'`,
    [instant, indicator],
  )

test('before the release time of the other form’s figure, its owner alone is told what was found', async () => {
  const asked = '[CN.04] <= [VT.01]'
  const told = async (login: string) => {
    const { findings } = await opened(1, login)
    return findings?.some(({ rule }) => rule === 'CTK-SOFT')
  }
  assert.deepEqual([await told('phuc'), (await trial('phuc', asked)).counts.untold], [true, 0])
  await withheldUntil('2030-01-01T00:00:00Z', 'VT.01')
  const { counts, findings } = await trial('phuc', asked)
  assert.deepEqual([counts, findings], [{ reports: 1, told: 1, found: 0, untold: 1 }, []])
  assert.deepEqual([await told('phuc'), await told('thu')], [false, true])
})

test('so it is with what quotes a total of the form itself, one part of which has to wait', async () => {
  await db.owner.query('delete from releases')
  const told = async (login: string) => {
    const { findings } = await opened(2, login)
    return findings?.some(({ rule }) => rule === 'CTK-TOTAL')
  }
  assert.equal(await told('phuc'), true)
  const { rows } = await opened(2)
  await withheldUntil('2030-01-01T00:00:00Z', rows.find(({ key }) => key === 'a14')?.indicator ?? '')
  assert.deepEqual([await told('phuc'), await told('thu')], [false, true])
})
