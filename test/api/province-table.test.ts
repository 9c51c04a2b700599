/** What the province's table says where figures are missing, shared, differing or not yet released. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Explanation } from '#contract/province.ts'
import type { FormView } from '#contract/submissions.ts'
import { nothing, number } from '#core/quantity/cell-value.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, presentMoment, presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { type Said, say } from '../builders/said-figures.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db, { sessionIdleMinutes: 240 }))
const snnptnt = await submissionOf(db.pool, 'SNNPTNT')
await journey.bring('SNNPTNT', snnptnt, 'accepted', {
  'a6.estimate': { kind: 'absent' },
  'a7.estimate': { kind: 'nothing' },
  'a8.estimate': { kind: 'notApplicable' },
  'b2.estimate': '0',
  'x1.estimate': '5000',
  'x7.estimate': '1000',
  'x10.estimate': '40',
})

test('not yet known, nothing occurred, not applicable and zero stay four things from the cell to the table', async () => {
  const { said } = await readTable(journey)
  assert.deepEqual(
    ['a5', 'a6', 'a7', 'a8'].map((row) => said(row, 'estimate')),
    ['absent', 'nothing', 'notApplicable', '0'],
  )
})

async function explain(row: string, column: string): Promise<Explanation> {
  const answer = await (await journey.as('phuc')).get<Explanation>(
    `/api/province/${regimeCode}/explain?period=${presentPeriod}&reading=provisional&row=${row}&column=${column}`,
  )
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

const districts = ['829', '831', '832', '833', '834', '835', '836', '837', '838']

let sayings = 0

/** Ten in the month and ninety since January, of each area. */
async function sayOf(indicator: string, areas: readonly string[]): Promise<void> {
  sayings += 1
  const figures = areas.flatMap((area): Said[] => [
    { indicator, area, period: '2026-09', as: 'estimate', value: number('10') },
    { indicator, area, period: '2026-9M', as: 'estimate', value: number('90') },
  ])
  await say(db.pool, { by: 'STC', version: sayings, periodEnd: '2026-09-30' }, figures)
}

/** A plan of a hundred and twenty for each area. */
async function sayPlan(indicator: string, areas: readonly string[]): Promise<void> {
  sayings += 1
  const figures = areas.map((area): Said => {
    return { indicator, area, period: '2026', as: 'de-xuat-2026', value: number('120') }
  })
  await say(db.pool, { by: 'STC', version: sayings, periodEnd: '2026-09-30' }, figures)
}

test('what the districts say is set against the districts’ plans, never against the plan of the province', async () => {
  const toPlan = async () => (await readTable(journey)).cell('c2', 'rPlan').value
  await sayOf('TC.01', districts)
  await sayPlan('TC.01', ['83', ...districts.slice(1)])
  assert.deepEqual(await toPlan(), { kind: 'none', reason: 'absent', of: ['Kế hoạch năm'] })
  const { node } = await explain('c2', 'rPlan')
  assert.deepEqual(node.value, { kind: 'none', reason: 'absent', of: ['plan'] })
  await sayPlan('TC.01', districts)
  assert.deepEqual(await toPlan(), { kind: 'number', value: '75' })
})

test('a sum over districts names those who have not reported, and no ratio is drawn from it', async () => {
  await journey.bring('UBND-829', await submissionOf(db.pool, 'UBND-829'), 'sent', {
    's1.estimate': '12',
    's1.ytd': '90',
  })
  await journey.bring('UBND-836', await submissionOf(db.pool, 'UBND-836'), 'sent', {
    's1.estimate': { kind: 'nothing' },
    'h3.estimate': '1100',
  })
  await journey.bring('UBND-837', await submissionOf(db.pool, 'UBND-837'), 'sent', {
    's1.estimate': { kind: 'absent' },
  })
  const table = await readTable(journey)
  const cell = table.cell('e1', 'estimate')
  assert.deepEqual([cell.value, cell.isPartial], [{ kind: 'number', value: '12' }, true])
  const { rows } = await db.pool.query<{ name: string }>(
    `select n.name from areas a join area_names n on n.area_id = a.id where a.code = any($1) order by a.code`,
    [districts.filter((code) => code !== '829' && code !== '836')],
  )
  assert.deepEqual(
    cell.missing,
    rows.map((row) => row.name),
  )
  assert.deepEqual(table.cell('e1', 'rPlan').value, {
    kind: 'none',
    reason: 'absent',
    of: ['Lũy kế 9 tháng', 'Kế hoạch năm'],
  })
  assert.deepEqual(table.whole.rows.find((row) => row.key === 'e1')?.status, {
    kind: 'partial',
    at: null,
    counted: 2,
    total: 9,
  })
})

test('«không phân bổ» is a part of its own, counted once and shown apart', async () => {
  const { node } = await explain('a31', 'estimate')
  const unallocated = node.parts.filter((part) => part.label === 'Không phân bổ cho huyện nào')
  assert.deepEqual(
    unallocated.map((part) => part.value),
    [{ kind: 'number', value: '40' }],
  )
  const withoutIt = await explain('e1', 'estimate')
  assert.equal(withoutIt.node.parts.length, districts.length)
})

test('nobody is waited for with «không phân bổ»: a line over the districts counts the districts alone', async () => {
  const { whole } = await readTable(journey)
  const line = whole.rows.find(({ key }) => key === 'a31')
  const { parts } = (await explain('a31', 'estimate')).node
  assert.equal(parts.length, districts.length + 1)
  assert.deepEqual([line?.status?.total, line?.sumOf?.total], [districts.length, districts.length])
})

test('a line whose agency has sent nothing keeps its name, and says that its number is a sum over districts', async () => {
  const line = async () => (await readTable(journey)).whole.rows.find(({ key }) => key === 'c12')
  const before = await line()
  assert.deepEqual([before?.status?.kind, before?.sumOf], ['missing', null])
  await sayOf('TC.01.2', ['829', '831', '832'])
  const after = await line()
  assert.deepEqual([after?.status?.kind, after?.source], ['missing', before?.source])
  assert.deepEqual(after?.sumOf, { level: 'district', counted: 3, total: 9 })
})

test('where two agencies differ, one is taken, the other is listed with the difference', async () => {
  const { cell } = await readTable(journey)
  assert.equal(cell('a31', 'estimate').isDiffering, true)
  const { node, otherSources } = await explain('a31', 'estimate')
  const baTri = node.parts.find((part) => part.label.includes('Ba Tri'))
  assert.deepEqual(baTri?.value, { kind: 'number', value: '1100' })
  const differing = otherSources.find((source) => source.difference === '100')
  assert.deepEqual(differing?.value, { kind: 'number', value: '1000' })
  assert.equal(differing?.agency, 'Sở NN&PTNT')
})

test('an explanation goes down to the cell where the number was typed, and by whom', async () => {
  const { node } = await explain('a8', 'estimate')
  assert.equal(node.cell?.submissionId, snnptnt)
  assert.equal(node.cell?.row, 'b2')
  assert.equal(node.cell?.enteredBy?.login, 'lan')
  assert.equal(node.level, 'accepted')
})

test('a figure under a release time is its owner’s alone until that instant', async () => {
  const ctk = await submissionOf(db.pool, 'CTK')
  await journey.bring('CTK', ctk, 'accepted', { 'a1.estimate': '107.35', 'a12.estimate': '108.1' })
  const releasedAt = '2026-09-16T09:00:00Z'
  await db.owner.query(
    `insert into releases (indicator_id, span_id, released_at)
     select distinct v.indicator_id, v.span_id, $1::timestamptz from reported_values v
     join indicators i on i.id = v.indicator_id where i.code = 'CN.01'`,
    [releasedAt],
  )
  const seen = async () =>
    Promise.all(
      (['phuc', 'binh'] as const).map(async (login) => {
        const { said } = await readTable(journey, { login, reading: 'accepted' })
        return [said('b1', 'estimate'), said('b11', 'estimate')]
      }),
    )
  const before = await seen()
  for (const [hidden, shown] of before) {
    assert.doesNotMatch(hidden ?? '', /107/)
    assert.equal(shown, '108.1')
  }
  await db.setClock('2026-09-16T08:59:30Z')
  assert.doesNotMatch((await seen()).flat().join(' '), /107/)
  await db.setClock('2026-09-16T09:00:00.001Z')
  for (const [shown] of await seen()) assert.equal(shown, '107.35')
  await db.setClock(presentMoment)
})

test('the owner sees its own figure before the release, on its form', async () => {
  const ctk = await submissionOf(db.pool, 'CTK')
  const { forms } = await journey.view('thu', ctk)
  const form: FormView = await journey.form('thu', ctk, forms[0]?.id ?? 0)
  assert.deepEqual(form.cells.find((c) => c.row === 'a1' && c.column === 'estimate')?.value, {
    kind: 'number',
    value: '107.35',
  })
})

test('the receiver opens the report before the release, without that figure and its history', async () => {
  const ctk = await submissionOf(db.pool, 'CTK')
  const { forms } = await journey.view('phuc', ctk)
  const formId = forms[0]?.id ?? 0
  const form: FormView = await journey.form('phuc', ctk, formId)
  const isThere = (of: readonly { row: string; column: string }[]) =>
    of.some((c) => c.row === 'a1' && c.column === 'estimate')
  assert.equal(isThere(form.cells), false)
  assert.equal(isThere(form.withheld), true)
  assert.equal(
    form.withheld.find((c) => c.row === 'a12'),
    undefined,
  )
  const path = `/api/submissions/${ctk}/forms/${formId}/cells/a1/estimate/history`
  const history = await (await journey.as('phuc')).get(path)
  assert.deepEqual(history.body, { revisions: [], earlier: [] })
})

test('a line that declared that nothing occurred stands as «–» in the formula over it, not as 0', async () => {
  await say(db.owner, { by: 'STC', periodEnd: '2026-09-30' }, [
    { indicator: 'TC.01.3', area: '83', period: presentPeriod, as: 'estimate', value: nothing },
  ])
  const { node } = await explain('c1', 'estimate')
  assert.match(node.formula?.figures ?? '', / \+ – = /u)
})
