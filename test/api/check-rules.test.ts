/** Check rules over HTTP: drafted, tried on past reports, switched on and off, and asked when a report is submitted. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckRuleList, CheckRuleTrial } from '#contract/check-rules.ts'
import type { FormView } from '#contract/submissions.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const vy = await journey.as('vy')
const health = await submissionOf(db.pool, 'SYT')

const asked = { scope: { kind: 'form', form: 'SYT-01' }, severity: 'hard', condition: '[a3] <= [a2] * 2' } as const
const draft = { ...asked, name: 'Tay chân miệng không quá hai lần sốt xuất huyết', message: '', reason: 'Thử' }

const rulesNow = async () => (await vy.get<CheckRuleList>('/api/check-rules')).body

function newest(list: CheckRuleList, code: string) {
  const found = list.rules.find((rule) => rule.code === code)
  assert.ok(found, code)
  return found
}

/** What somebody sees who opens the editor now. */
async function seenNow(code: string) {
  const { version, changedAt } = newest(await rulesNow(), code)
  return { version, changedAt }
}

test('a rule is drafted by an administrator and is not asked yet', async () => {
  const { status, body } = await vy.post<CheckRuleList>('/api/check-rules', { code: 'SYT-TCM', ...draft })
  assert.equal(status, 200)
  const { state, version, agency, validFrom } = newest(body, 'SYT-TCM')
  assert.deepEqual([state, version, agency, validFrom], ['draft', 1, 'VP UBND tỉnh', null])
  const [form] = (await journey.view('nhap.syt', health)).forms
  const { rules } = await journey.form('nhap.syt', health, form?.id ?? 0)
  assert.equal(
    rules.some(({ code }) => code === 'SYT-TCM'),
    false,
  )
})

test('a code is not given twice', async () => {
  const { status, body } = await vy.post('/api/check-rules', { code: 'SYT-TCM', ...draft })
  assert.deepEqual([status, body.code], [409, 'check-rule.code-taken'])
})

for (const [condition, code, position] of [
  ['[a3] <= [b9]', 'check-rule.unknown-reading', 8],
  ['[a3] + [a2]', 'check-rule.not-a-condition', 0],
  ['[a3] <= ', 'formula.ends-early', 8],
] as const)
  test(`«${condition}» is refused with its place`, async () => {
    const seen = await seenNow('SYT-TCM')
    const { status, body } = await vy.put('/api/check-rules/SYT-TCM', { ...draft, condition, seen })
    assert.deepEqual([status, body.code, body.position], [422, code, position])
  })

test('a form that does not exist is no scope', async () => {
  const [scope, seen] = [{ kind: 'form', form: 'SYT-99' }, await seenNow('SYT-TCM')]
  const { body } = await vy.put('/api/check-rules/SYT-TCM', { ...draft, scope, seen })
  assert.equal(body.code, 'check-rule.scope-unknown')
})

test('a draft is written over, and trying it needs no saving', async () => {
  const { body } = await vy.put<CheckRuleList>('/api/check-rules/SYT-TCM', {
    ...draft,
    message: 'Số ca bất thường',
    seen: await seenNow('SYT-TCM'),
  })
  assert.deepEqual([newest(body, 'SYT-TCM').version, newest(body, 'SYT-TCM').message], [1, 'Số ca bất thường'])
  const trial = await vy.post<CheckRuleTrial>('/api/check-rules/trial', { ...asked, months: 30 })
  assert.deepEqual([trial.status, trial.body.reports], [200, 0])
})

test('of two who saw the same draft only the first writes over it', async () => {
  const seen = await seenNow('SYT-TCM')
  const writes = ['Trước', 'Sau'].map((reason) => ({ ...draft, message: 'Số ca bất thường', reason, seen }))
  const [first, second] = [
    await vy.put('/api/check-rules/SYT-TCM', writes[0]),
    await vy.put('/api/check-rules/SYT-TCM', writes[1]),
  ]
  assert.deepEqual([first.status, second.status, second.body.code], [200, 409, 'check-rule.version-moved'])
  assert.match(String(second.body.detail), /^Bản 1 của quy tắc này đã được lưu/)
  assert.equal(newest(await rulesNow(), 'SYT-TCM').reason, 'Trước')
})

test('who saw a draft that was switched on since is refused, too', async () => {
  const code = 'SYT-SEEN'
  assert.equal((await vy.post('/api/check-rules', { code, ...draft })).status, 200)
  const seen = await seenNow(code)
  const on = { version: 1, to: 'on', from: '2030-01-01', reason: 'Đã thử' }
  assert.equal((await vy.post(`/api/check-rules/${code}/switch`, on)).status, 200)
  assert.equal((await vy.put(`/api/check-rules/${code}`, { ...draft, seen })).body.code, 'check-rule.version-moved')
})

test('switched on, it is asked of the form at once, and a hard finding stops submitting by its cell', async () => {
  const { body } = await vy.post<CheckRuleList>('/api/check-rules/SYT-TCM/switch', {
    version: 1,
    to: 'on',
    from: '2026-09-01',
    reason: 'Đã thử',
  })
  assert.deepEqual([newest(body, 'SYT-TCM').state, newest(body, 'SYT-TCM').validFrom], ['on', '2026-09-01'])
  const cells = { 'a2.estimate': '10', 'a3.estimate': '25', 'a2.ytd': '90', 'a3.ytd': '100' }
  await journey.fill('nhap.syt', health, cells)
  const [form] = (await journey.view('nhap.syt', health)).forms
  const view: FormView = await journey.form('nhap.syt', health, form?.id ?? 0)
  assert.deepEqual(
    view.rules.filter(({ code }) => code === 'SYT-TCM').map(({ version, severity }) => [version, severity]),
    [[1, 'hard']],
  )
  const refused = await journey.attempt('nhap.syt', health, 'submit')
  assert.deepEqual([refused.status, refused.body.code], [422, 'submission.has-errors'])
  assert.equal(
    refused.body.detail,
    'Còn 1 lỗi phải sửa trước khi trình: Số ca tay chân miệng · Ước tháng 9: Số ca bất thường: 25 phải không lớn hơn 20 = 10 × 2; chênh 5.',
  )
  const reporter = await journey.as('nhap.syt')
  const again = { verb: 'submit', contentHash: (await journey.view('nhap.syt', health)).contentHash }
  const english = { 'accept-language': 'en' }
  const said = await reporter.post<{ detail: string }>(`/api/submissions/${health}/transitions`, again, english)
  assert.match(said.body.detail, /: 25 must be at most 20 = 10 × 2; difference 5\.$/)
})

test('put right, it is submitted, and what was found stays on record for whoever appraises', async () => {
  await journey.fill('nhap.syt', health, { 'a3.estimate': '15', 'a1.estimate': '100', 'a1.previous': '1000' })
  await journey.take('nhap.syt', health, 'submit')
  const off = { version: 1, to: 'off', from: '2026-09-01', reason: 'Nhầm' }
  assert.equal((await vy.post('/api/check-rules/SYT-TCM/switch', off)).status, 200)
  const [form] = (await journey.view('thamdinh.syt', health)).forms
  const { findings, rules } = await journey.form('thamdinh.syt', health, form?.id ?? 0)
  assert.equal(
    rules.some(({ code }) => code === 'SYT-TCM'),
    false,
  )
  const slip = findings?.find(({ code }) => code === 'finding.ten-times')
  assert.deepEqual([slip?.row, slip?.column, slip?.rule, slip?.version], ['a1', 'estimate', 'built-in.ten-times', 1])
  const { rows } = await db.pool.query(
    `select f.findings from submission_findings f join submission_steps t on t.id = f.step_id where t.submission_id = $1`,
    [health],
  )
  assert.equal(rows.length, 1)
  assert.match(
    rows[0].findings.find((it: { code: string }) => it.code === 'finding.ten-times').text,
    /^100 so với kỳ trước 1\.000: lệch từ 10 lần/,
  )
  await assert.rejects(db.owner.query(`update submission_findings set findings = '[]'`), /append-only/)
})

test('a new wording of what was switched on is a new version, and the one before it ends the day before', async () => {
  const { body } = await vy.put<CheckRuleList>('/api/check-rules/NOT-NEGATIVE', {
    ...draft,
    scope: { kind: 'indicators', indicators: ['AN.01'] },
    condition: '[x] >= 0',
    seen: await seenNow('NOT-NEGATIVE'),
  })
  assert.deepEqual([newest(body, 'NOT-NEGATIVE').version, newest(body, 'NOT-NEGATIVE').state], [2, 'draft'])
  const on = { version: 2, to: 'on', from: '2026-10-01', reason: 'Gọn lại' }
  await vy.post('/api/check-rules/NOT-NEGATIVE/switch', on)
  const versions = (await rulesNow()).rules.filter(({ code }) => code === 'NOT-NEGATIVE')
  assert.deepEqual(
    versions.map(({ version, state, validFrom, validTo }) => [version, state, validFrom, validTo]),
    [
      [2, 'on', '2026-10-01', null],
      [1, 'off', '2024-01-01', '2026-09-30'],
    ],
  )
  const again = await vy.post('/api/check-rules/NOT-NEGATIVE/switch', on)
  assert.deepEqual([again.status, again.body.code], [409, 'check-rule.not-draft'])
  await assert.rejects(
    db.owner.query(`update check_rule_versions set condition = '[x] > 0' where state = 'on'`),
    /was switched on/,
  )
})

test('every writing stands in the journal with its reason', async () => {
  const { rows } = await db.pool.query(
    `select action, object, reason from audit_events where object like 'check-rule:SYT-TCM/%' and outcome = 'done' order by id`,
  )
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['check-rule.draft', 'check-rule.draft', 'check-rule.draft', 'check-rule.on', 'check-rule.off'],
  )
  assert.equal(rows.at(-1)?.reason, '2026-09-01: Nhầm')
})

test('a rule is tried on what was sent to the agency, and on nobody’s draft', async () => {
  await journey.bring('SYT', health, 'sent')
  const phuc = await journey.as('phuc')
  const question = { ...asked, condition: '[a3] <= [a2]', months: 12 }
  const { body } = await phuc.post<CheckRuleTrial>('/api/check-rules/trial', question)
  const { reports, reportsFound, told, found } = body
  assert.deepEqual([reports, reportsFound, told, found], [1, 1, 2, 2])
  const [first] = body.findings
  assert.deepEqual([first?.submissionId, first?.agency, first?.canOpen], [health, 'Sở YT', true])
  assert.equal(first?.text, '15 phải không lớn hơn 10; chênh 5.')
  const elsewhere = await vy.post<CheckRuleTrial>('/api/check-rules/trial', question)
  assert.deepEqual([elsewhere.status, elsewhere.body.reports], [200, 0])
})

test('who keeps rules without reading figures learns where one would tell, and not what is said there', async () => {
  await db.owner.query(
    `update account_roles r set role = 'administrator' from accounts a where a.id = r.account_id and a.login = 'phuc'`,
  )
  const question = { ...asked, condition: '[a3] <= [a2]', months: 12 }
  const { body } = await (await journey.as('phuc')).post<CheckRuleTrial>('/api/check-rules/trial', question)
  const [first] = body.findings
  assert.deepEqual([body.found, first?.agency, first?.text], [2, 'Sở YT', ''])
  assert.ok(first?.cell)
})
