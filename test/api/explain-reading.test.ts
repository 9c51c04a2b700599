/** Any reading explained over HTTP: reported, by formula, year to date, over areas, a free formula; and what moved since. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ExplanationNode, FigureExplanation } from '#contract/explanation.ts'
import type { ExplorerTable } from '#contract/explorer.ts'
import { nothing, number } from '#core/quantity/cell-value.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { say } from '../builders/said-figures.ts'
import { testApp } from './app.ts'
import { type Client, signIn } from './client.ts'

const db = await aProvince()
await db.owner.query(`insert into breakdowns (id, code, name) values (7, 'dong-xuan', 'Đông xuân')`)
const app = await testApp(db)
const journey = new Journey(app)
const [thu, phuc, lan] = await Promise.all([signIn(app, 'thu'), signIn(app, 'phuc'), signIn(app, 'lan')])

type Asked = Readonly<Record<string, string>>
type Answered = FigureExplanation & { readonly code?: string; readonly position?: number }

async function explain(asked: Asked, client: Client = thu): Promise<Answered> {
  const { body } = await client.get<Answered>(`/api/figures/explain?${new URLSearchParams(asked)}`)
  return body
}

const shown = ({ value }: { readonly value: ExplanationNode['value'] }) =>
  value.kind === 'number' ? value.value : value.reason

test('a figure by formula opens into its inputs, in words and in figures', async () => {
  await say(db.owner, { by: 'UBND-836' }, [
    { indicator: 'NN.03', area: '836', period: '2026-01', as: 'estimate', value: number('1180.5') },
    { indicator: 'NN.18', area: '836', period: '2026-01', as: 'estimate', value: number('200') },
  ])
  const it = await explain({ indicator: 'NN.02', area: '836', period: '2026-01' })
  assert.equal(shown(it.node), '59.025')
  assert.equal(it.node.formula?.words, 'Sản lượng lúa × 10 chia Diện tích thu hoạch lúa')
  assert.equal(it.node.formula?.figures, '1.180,5 × 10 : 200 = 59,03')
  assert.deepEqual(
    it.node.parts.map(({ label, agency, vintage, level }) => [label, agency, vintage, level]),
    [
      ['Sản lượng lúa', 'Ủy ban nhân dân huyện Ba Tri', 'estimate', 'accepted'],
      ['Diện tích thu hoạch lúa', 'Ủy ban nhân dân huyện Ba Tri', 'estimate', 'accepted'],
    ],
  )
  assert.deepEqual([it.areaName, it.periodName, it.isPartial], ['Huyện Ba Tri', 'tháng 1/2026', false])
})

test('a sum over districts shows each of them, is partial without one, and names those it lacks', async () => {
  const it = await explain({ indicator: 'NN.03', area: '83', period: '2026-01' })
  assert.equal(it.isPartial, true)
  assert.equal(it.missing.length, 8)
  assert.ok(it.missing.includes('Huyện Bình Đại'))
  const told = it.node.parts.filter((part) => part.value.kind === 'number')
  assert.deepEqual(
    told.map(({ label, agency }) => [label, agency]),
    [['Huyện Ba Tri', 'Ủy ban nhân dân huyện Ba Tri']],
  )
})

test('a year to date by the rule of revisions shows what was taken off and what came in its place', async () => {
  await say(db.owner, { by: 'CT', periodEnd: '2026-02-28' }, [
    { indicator: 'TC.01.1', area: '83', period: '2026-YTD02', as: 'estimate', value: number('700') },
    { indicator: 'TC.01.1', area: '83', period: '2026-02', as: 'estimate', value: number('300') },
  ])
  await say(db.owner, { by: 'CT', periodEnd: '2026-03-31' }, [
    { indicator: 'TC.01.1', area: '83', period: '2026-02', as: 'preliminary', value: number('310') },
    { indicator: 'TC.01.1', area: '83', period: '2026-03', as: 'estimate', value: number('400') },
  ])
  const it = await explain({ indicator: 'TC.01.1', area: '83', period: '2026-YTD03' })
  assert.equal(shown(it.node), '1110')
  assert.equal(it.node.formula?.figures, '700,0 − 300,0 + 310,0 + 400,0 = 1.110,0')
  assert.deepEqual(
    it.node.parts.map(({ label, sign }) => [sign, label]),
    [
      ['', '2 tháng năm 2026'],
      ['−', 'tháng 2/2026, ước'],
      ['+', 'tháng 2/2026, thực hiện'],
      ['+', 'tháng 3/2026'],
    ],
  )
})

test('a free formula is explained with its inputs from other places', async () => {
  await say(db.owner, { by: 'CT' }, [
    { indicator: 'TC.01.1', area: '83', period: '2025-03', as: 'official', value: number('320') },
  ])
  const it = await explain({ formula: 'growth([TC.01.1])', area: '83', period: '2026-03' })
  assert.equal(shown(it.node), '25')
  assert.deepEqual([it.indicator, it.formula, it.node.measure], ['', 'growth([TC.01.1])', '%'])
  assert.deepEqual(
    it.node.parts.map((part) => [part.label.includes('tháng 3/2025'), shown(part)]),
    [
      [false, '400'],
      [true, '320'],
    ],
  )
  assert.match(it.node.formula?.figures ?? '', /400,0.*320,0.* = 25,00/)
})

test('members of a breakdown are named as people read them, in the formula and in its parts', async () => {
  await say(db.owner, { by: 'UBND-836' }, [
    { indicator: 'NN.03', area: '836', period: '2026-01', as: 'estimate', value: number('900'), breakdownId: 7 },
  ])
  const it = await explain({ formula: '[NN.03:dong-xuan] / [NN.18]', area: '836', period: '2026-01' })
  assert.equal(it.node.formula?.words, 'Sản lượng lúa (Đông xuân) chia Diện tích thu hoạch lúa')
  assert.equal(it.node.parts[0]?.label, 'Sản lượng lúa (Đông xuân)')
  const [moved] = it.previous?.moved ?? []
  assert.equal(moved?.label, 'Sản lượng lúa (Đông xuân)')
  const unsaid = await explain({ formula: '[NN.03:dong-xuan] / [NN.18]', area: '829', period: '2026-01' })
  assert.deepEqual(unsaid.missing, ['Sản lượng lúa (Đông xuân)', 'Diện tích thu hoạch lúa'])
})

test('what changed since the version before: the reading then, and which input moved from what to what', async () => {
  const before = await explain({ indicator: 'NN.02', area: '836', period: '2026-01' })
  assert.equal(before.previous?.moved.length, 2)
  const at = '2026-06-20T03:00:00Z'
  const { rows } = await db.owner.query<{ id: number }>(
    `insert into accounts (login, display_name, password_hash) values ('nam', 'Nguyễn Văn Năm', 'x') returning id`,
  )
  await say(db.owner, { by: 'UBND-836', version: 2, at, enteredBy: rows[0]?.id ?? 0 }, [
    { indicator: 'NN.03', area: '836', period: '2026-01', as: 'estimate', value: number('1200') },
    { indicator: 'NN.18', area: '836', period: '2026-01', as: 'estimate', value: number('200') },
  ])
  const it = await explain({ indicator: 'NN.02', area: '836', period: '2026-01' })
  assert.equal(shown(it.node), '60')
  assert.equal(it.previous && shown(it.previous), '59.025')
  assert.deepEqual(
    it.previous?.moved.map(({ label, before: was, after, at: when, by }) => [
      label,
      by?.name,
      shown({ value: was }),
      shown({ value: after }),
      Date.parse(when),
    ]),
    [['Sản lượng lúa', 'Nguyễn Văn Năm', '1180.5', '1200', Date.parse(at)]],
  )
})

test('as of an earlier instant the reading is what was known then', async () => {
  const it = await explain({ indicator: 'NN.02', area: '836', period: '2026-01', asOf: '2026-06-18T00:00:00Z' })
  assert.equal(shown(it.node), '59.025')
})

test('nobody knows the figures of a moment that is still to come', async () => {
  const it = await explain({ indicator: 'NN.02', area: '836', period: '2026-01', asOf: '2099-01-01T00:00:00Z' })
  assert.equal(it.code, 'reading.moment-ahead')
})

test('as of an earlier instant the history holds what had been said by then', async () => {
  const rice = { indicator: 'NN.03', area: '836', period: '2026-01' }
  const values = async (more: Asked) => (await explain({ ...rice, ...more })).history.map(({ value }) => value)
  assert.deepEqual(await values({}), [number('1200'), number('1180.5')])
  assert.deepEqual(await values({ asOf: '2026-06-18T00:00:00Z' }), [number('1180.5')])
})

test('agencies that say something else are listed with the difference', async () => {
  await say(db.owner, { by: 'SNNPTNT' }, [
    { indicator: 'NN.03', area: '836', period: '2026-01', as: 'estimate', value: number('1190') },
  ])
  const it = await explain({ indicator: 'NN.02', area: '836', period: '2026-01' })
  assert.deepEqual(toldOf(it), [['Sở NN&PTNT', '10', 'Sản lượng lúa']])
  assert.equal(it.history.length, 0)
  const rice = { indicator: 'NN.03', area: '836', period: '2026-01' }
  assert.deepEqual(toldOf(await explain(rice)), [['Sở NN&PTNT', '10', '']])
  assert.deepEqual(toldOf(await explain({ ...rice, area: '83' })), [['Sở NN&PTNT', '10', 'Huyện Ba Tri']])
})

const toldOf = ({ otherSources }: Answered) =>
  otherSources.map(({ agency, difference, area }) => [agency, difference, area])

test('what agencies differ on in a part of a year to date is named by its period, and is no mark of the year to date', async () => {
  for (const [by, eightMonths, september] of [
    ['UBND-836', '32000', '7000'],
    ['SNNPTNT', '31500', '6900'],
  ] as const)
    await say(db.owner, { by, periodEnd: '2026-09-30' }, [
      { indicator: 'NN.03', area: '836', period: '2026-YTD08', as: 'official', value: number(eightMonths) },
      { indicator: 'NN.03', area: '836', period: '2026-09', as: 'official', value: number(september) },
    ])
  const place = { indicator: 'NN.03', area: '836', vintage: 'official' }
  const parts = [
    ['Sở NN&PTNT', '500', '8 tháng năm 2026'],
    ['Sở NN&PTNT', '100', 'tháng 9/2026'],
  ]
  const known = await explain({ ...place, period: '2026-9M' })
  const silent = await explain({ ...place, period: '2026-YTD10' })
  assert.deepEqual([shown(known.node), shown(silent.node)], ['39000', 'absent'])
  assert.deepEqual([toldOf(known), toldOf(silent)], [parts, parts])
  const q = 'v1 indicators NN.03 areas 836 periods 2026-YTD08 2026-09 2026-9M 2026-YTD10 readings official'
  const { cells } = (await thu.get<ExplorerTable>(`/api/explorer/table?${new URLSearchParams({ q })}`)).body
  assert.deepEqual(
    cells.map(({ differs }) => differs ?? false),
    [true, true, false, false],
  )
})

test('a declared nothing is said as such, and what nobody said is absent', async () => {
  await say(db.owner, { by: 'CA' }, [
    { indicator: 'AN.04', area: '83', period: '2026-01', as: 'official', value: nothing },
  ])
  assert.equal(shown((await explain({ indicator: 'AN.04', area: '83', period: '2026-01' })).node), 'nothing')
  const silent = await explain({ indicator: 'AN.04', area: '83', period: '2026-02' })
  assert.deepEqual([shown(silent.node), silent.previous], ['absent', null])
})

test('a declared nothing stands as «–» in what it goes into and in what was before, never as 0', async () => {
  const rice = { indicator: 'NN.03', period: '2026-07' }
  await say(db.owner, { by: 'UBND-829', periodEnd: '2026-07-31' }, [
    { ...rice, area: '829', as: 'estimate', value: nothing },
    { indicator: 'NN.18', period: '2026-07', area: '829', as: 'estimate', value: number('20') },
  ])
  await say(db.owner, { by: 'UBND-836', periodEnd: '2026-07-31' }, [
    { ...rice, area: '836', as: 'estimate', value: number('145') },
  ])
  const sum = await explain({ ...rice, area: '83' })
  assert.match(sum.node.formula?.figures ?? '', /^– \+ .*145.* = 145$/u)
  const ratio = await explain({ indicator: 'NN.02', area: '829', period: '2026-07' })
  assert.equal(ratio.node.formula?.figures, '– × 10 : 20 = 0,00')
  await say(db.owner, { by: 'UBND-829', periodEnd: '2026-07-31', version: 2, at: '2026-06-17T00:00:00Z' }, [
    { ...rice, area: '829', as: 'estimate', value: number('12') },
  ])
  const { previous } = await explain({ ...rice, area: '829' })
  assert.equal(previous && shown(previous), 'nothing')
})

test('a sent figure is the receiver’s alone until it is accepted, whatever is asked for', async () => {
  await say(db.owner, { by: 'SYT', levels: ['sent'] }, [
    { indicator: 'YT.01', area: '83', period: '2026-06', as: 'estimate', value: number('26.5') },
  ])
  const asked = { indicator: 'YT.01', area: '83', period: '2026-06', level: 'sent' }
  const seen = await explain(asked, phuc)
  assert.deepEqual([shown(seen.node), seen.level, seen.node.level], ['26.5', 'sent', 'sent'])
  const other = await explain(asked, lan)
  assert.deepEqual([shown(other.node), other.level, other.previous], ['absent', 'accepted', null])
})

test('before its release time a figure is its owner’s alone, also as an input', async () => {
  await say(db.owner, { by: 'CTK' }, [
    { indicator: 'TH.02.1', area: '83', period: '2026-Q2', as: 'official', value: number('5000') },
    { indicator: 'TH.02', area: '83', period: '2026-Q2', as: 'official', value: number('20000') },
  ])
  await db.owner.query(
    `insert into releases (indicator_id, span_id, released_at)
     select i.id, s.id, '2026-09-29T02:00:00Z' from indicators i, spans s
     where i.code = 'TH.02.1' and s.calendar = 'statistical' and s.from_date = '2026-04-01' and s.to_date = '2026-06-30'`,
  )
  const asked = { indicator: 'TH.03.1', area: '83', period: '2026-Q2' }
  assert.equal(shown((await explain(asked, thu)).node), '25')
  const hidden = await explain(asked, phuc)
  assert.equal(shown(hidden.node), 'absent')
  assert.doesNotMatch(JSON.stringify(hidden), /5000/)
})

test('a typed figure goes down to its cell: who, when, which line and column', async () => {
  await journey.bring('SCT', await submissionOf(db.pool, 'SCT'), 'accepted')
  const { rows } = await db.pool.query<{ code: string }>(
    `select i.code from reported_value_revisions r join indicators i on i.id = r.indicator_id
     join editions e on e.id = r.edition_id join agencies g on g.id = e.agency_id and g.code = 'SCT'
     join spans s on s.id = r.span_id and s.from_date = '2026-09-01' and s.to_date = '2026-09-30'
     where r.cell_revision is not null and r.vintage = 'estimate' order by i.code limit 1`,
  )
  const it = await explain({ indicator: rows[0]?.code ?? '', area: '83', period: '2026-09' }, phuc)
  assert.equal(it.node.cell?.enteredBy?.login, 'nhap.sct')
  assert.ok(it.node.cell.rowLabel !== '' && it.node.cell.columnLabel.includes('tháng 9'))
  assert.equal(it.node.cell.canOpen, true)
  assert.equal(
    (await explain({ indicator: rows[0]?.code ?? '', area: '83', period: '2026-09' }, lan)).node.cell?.canOpen,
    false,
  )
})

for (const [asked, status, code] of [
  [{ area: '83', period: '2026-01' }, 400, 'explanation.one-of-two'],
  [{ indicator: 'NN.03', area: '83', period: '2026-01', asOf: '0000-01-01T00:00:00Z' }, 400, 'request.invalid'],
  [{ indicator: 'NN.03', formula: '[NN.03]', area: '83', period: '2026-01' }, 400, 'explanation.one-of-two'],
  [{ indicator: 'KHONG', area: '83', period: '2026-01' }, 422, 'formula.unknown-indicator'],
  [{ indicator: 'NN.03', area: '99', period: '2026-01' }, 422, 'explanation.unknown-area'],
  [{ indicator: 'NN.03', area: '83', period: 'hôm qua' }, 422, 'explanation.unknown-period'],
  [{ formula: '[NN.03] + [TC.01]', area: '83', period: '2026-01' }, 422, 'formula.measures-differ'],
  [{ formula: '[NN.03] +', area: '83', period: '2026-01' }, 422, 'formula.ends-early'],
] as const)
  test(`asked for ${JSON.stringify(asked)}: ${code}`, async () => {
    const answer = await thu.get<Answered>(`/api/figures/explain?${new URLSearchParams(asked)}`)
    assert.deepEqual([answer.status, answer.body.code], [status, code])
  })
