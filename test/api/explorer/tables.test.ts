/** The data explorer over HTTP, on thirty months of demonstration figures. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FigureExplanation } from '#contract/explanation.ts'
import type { ExplorerCell, ExplorerChoices, ExplorerMoments, ExplorerTable } from '#contract/explorer.ts'
import { number } from '#core/quantity/cell-value.ts'
import { exact, roundTo, toText } from '#core/quantity/exact.ts'
import { say } from '../../builders/said-figures.ts'
import { testDatabase } from '../../db.ts'
import { demonstration, demonstrationNow } from '../../seeded.ts'
import { testApp } from '../app.ts'
import { type Answer, type Client, signIn } from '../client.ts'

const db = await testDatabase({ seed: demonstration })
await db.setClock(demonstrationNow)
await db.owner.query(`insert into breakdowns (id, code, name) values (7, 'dong-xuan', 'Đông Xuân'), (8, 'mua', 'Mùa')`)
const app = await testApp(db)
const phuc = await signIn(app, 'phuc')

interface Refused {
  readonly code: string
  readonly detail: string
}

function ask(q: string, who: Client = phuc): Promise<Answer<ExplorerTable & Refused>> {
  return who.get(`/api/explorer/table?${new URLSearchParams({ q })}`)
}

async function table(q: string, who: Client = phuc): Promise<ExplorerTable> {
  const { status, body } = await ask(q, who)
  assert.equal(status, 200, body.detail)
  return body
}

function text(value: ExplorerCell['value'] | undefined, decimals = 1): string {
  if (!value) return ''
  return value.kind === 'number' ? toText(roundTo(exact(value.value), decimals)) : value.reason
}

test('figures come by indicator, area, period and reading, with names, measures and vintages', async () => {
  const found = await table('v1 indicators NN.12.2 NN.03 areas 83 836 periods 2026-YTD07..2026-YTD08')
  assert.deepEqual(
    found.indicators.map(({ code, measure, decimals }) => [code, measure, decimals]),
    [
      ['NN.12.2', 'tấn', 0],
      ['NN.03', 'tấn', 0],
    ],
  )
  assert.deepEqual(
    found.areas.map(({ name }) => name),
    ['Tỉnh Bến Tre', 'Huyện Ba Tri'],
  )
  assert.deepEqual(
    found.periods.map(({ name }) => name),
    ['7 tháng năm 2026', '8 tháng năm 2026'],
  )
  assert.deepEqual(
    found.cells.map(({ value }) => text(value)),
    ['185228', '217311', '40831', '47989', ...found.cells.slice(4).map(({ value }) => text(value))],
  )
  assert.equal(found.cells.length, 8)
  assert.deepEqual(
    found.cells.slice(0, 4).map(({ vintage, level, agency }) => [vintage, level, agency]),
    [
      ...Array.from({ length: 2 }, () => ['estimate', 'accepted', 'Sở NN&PTNT']),
      ...Array.from({ length: 2 }, () => ['estimate', 'accepted', 'UBND huyện Ba Tri']),
    ],
  )
})

test('growth is drawn from the year before, a share from the area above', async () => {
  const q = 'v1 indicators NN.12.2 areas 83 districts-of-83 periods 2025-YTD08 2026-YTD08 compare last-year share'
  const { cells } = await table(q)
  const [of2026, of2025] = [1, 0].map((at) => cells.filter((_, index) => index % 2 === at))
  const amount = (cell: ExplorerCell | undefined) => Number(text(cell?.value))
  of2026?.forEach((cell, at) => {
    const growth = (amount(cell) / amount(of2025?.[at])) * 100 - 100
    const share = (amount(cell) / amount(of2026[0])) * 100
    const expected = [growth, share].map((number) => String(Number(number.toFixed(6))))
    assert.deepEqual(
      cell.compared?.map((value) => text(value, 6)),
      expected,
    )
  })
})

test('a plan is that of the year, a year to date runs from January, last year is a year earlier', async () => {
  const found = await table('v1 indicators TC.01 areas 83 periods 2026-08 readings best ytd previous last-year plan')
  const alone = async (q: string) => text((await table(`v1 indicators TC.01 areas 83 ${q}`)).cells[0]?.value)
  assert.deepEqual(
    found.cells.map(({ value }) => text(value)),
    [
      await alone('periods 2026-08'),
      await alone('periods 2026-YTD08'),
      await alone('periods 2026-07'),
      await alone('periods 2025-08'),
      await alone('periods 2026 readings plan'),
    ],
  )
})

test('agencies stand beside the figure of record, which is one of theirs, and a difference is marked', async () => {
  const found = await table('v1 indicators NN.03 areas 836 periods 2026-01..2026-08 sources each')
  assert.deepEqual(
    found.sources.map(({ code }) => code),
    [null, 'SNNPTNT', 'UBND-836'],
  )
  const lines = found.periods.map((_, at) => found.cells.slice(at * 3, at * 3 + 3))
  for (const [record, ...words] of lines) {
    assert.ok(words.some(({ value }) => text(value) === text(record?.value)))
    const isDisputed =
      new Set(words.filter(({ value }) => value.kind === 'number').map(({ value }) => text(value))).size > 1
    const isSameVintage = new Set(words.flatMap(({ vintage }) => vintage ?? [])).size === 1
    if (isSameVintage) assert.equal(record?.differs ?? false, isDisputed)
  }
  assert.ok(lines.some(([record]) => record?.differs))
})

test('as of a moment agencies stand with what they had said by then', async () => {
  const q = 'v1 indicators NN.03 areas 836 periods 2026-01..2026-08 sources each'
  const said = async (asOf: string) => (await table(`${q}${asOf}`)).cells.map(({ value }) => text(value))
  assert.deepEqual(await said(' asof 2026-09-16T07.00.00Z'), await said(''))
  const earlier = await table(`${q} asof 2026-08-10T00.00.00Z`)
  const then = earlier.cells.map(({ value }) => text(value))
  const sources = earlier.sources.length
  assert.ok(sources > 1 && then.slice(0, sources).every((it) => it !== 'absent'))
  assert.ok(then.slice(-sources).every((it) => it === 'absent'))
})

test('an indicator narrowed to members of its breakdowns is offered, read, told apart by source and explained', async () => {
  const offered = async () => (await phuc.get<ExplorerChoices>('/api/explorer/choices')).body.indicators
  assert.deepEqual(
    (await offered()).filter(({ code }) => code.includes(':')),
    [],
  )
  await say(db.owner, { by: 'CTK', at: '2026-09-01T00:00:00Z' }, [
    { indicator: 'NN.03', area: '836', period: '2026-08', as: 'official', value: number('71'), breakdownId: 7 },
    { indicator: 'NN.03', area: '836', period: '2026-07', as: 'official', value: number('62'), breakdownId: 7 },
    { indicator: 'NN.18', area: '836', period: '2026-08', as: 'official', value: number('9'), breakdownId: 8 },
  ])
  assert.deepEqual(
    (await offered()).filter(({ code }) => code.includes(':')).map(({ code, name, parent }) => [code, name, parent]),
    [
      ['NN.03:dong-xuan', 'Sản lượng lúa (Đông Xuân)', 'NN.03'],
      ['NN.18:mua', 'Diện tích thu hoạch lúa (Mùa)', 'NN.18'],
    ],
  )
  const q = 'v1 indicators NN.03:dong-xuan NN.03 areas 836 periods 2026-07..2026-08'
  const found = await table(q)
  assert.equal(found.q, q)
  assert.deepEqual(
    found.indicators.map(({ code, name }) => [code, name]),
    [
      ['NN.03:dong-xuan', 'Sản lượng lúa (Đông Xuân)'],
      ['NN.03', 'Sản lượng lúa'],
    ],
  )
  const [july, august, ...whole] = found.cells.map(({ value }) => text(value))
  assert.deepEqual([july, august], ['62', '71'])
  assert.ok(whole.every((it) => it !== '62' && it !== '71'))
  const bySource = await table(`${q} sources each`)
  const statistics = bySource.sources.findIndex(({ code }) => code === 'CTK')
  const words = bySource.cells.filter((_, at) => at % bySource.sources.length === statistics)
  assert.deepEqual(
    words.map(({ value }) => text(value)),
    ['62', '71', 'absent', 'absent'],
  )
  const url = `/api/explorer/export?${new URLSearchParams({ q, shape: 'long' })}`
  const { body } = await app.inject({ url, headers: { cookie: phuc.cookie } })
  assert.match(body, /NN\.03:dong-xuan,Sản lượng lúa \(Đông Xuân\)/u)
  const path = '/api/figures/explain?indicator=NN.03&members=dong-xuan&area=836&period=2026-08'
  const explained = (await phuc.get<FigureExplanation>(path)).body
  assert.equal(text(explained.node.value), '71')
  const named = 'Sản lượng lúa (Đông Xuân)'
  assert.deepEqual([explained.label, explained.node.label, explained.previous?.moved[0]?.label], [named, named, named])
})

test('each period is read with the order of sources of its own first day', async () => {
  const q = 'v1 indicators NN.03 areas 836 periods 2026-07..2026-08'
  const agencies = async () => (await table(q)).cells.map(({ agency }) => agency)
  const [july, august] = await agencies()
  const preferred = august === 'Sở NN&PTNT' ? 'UBND-836' : 'SNNPTNT'
  await db.owner.query(
    `insert into precedences (indicator_id, rank, agency_id, valid_from)
     select i.id, 1, g.id, '2026-08-01' from indicators i, agencies g where i.code = 'NN.03' and g.code = $1`,
    [preferred],
  )
  const after = await agencies()
  assert.equal(after[0], july)
  assert.notEqual(after[1], august)
  await db.owner.query(`delete from precedences where valid_from = '2026-08-01'`)
})

test('as of an earlier moment a table shows what was known then, and how much has moved since', async () => {
  const q = 'v1 indicators NN.03 NN.12.2 areas 83 districts-of-83 periods 2026-07..2026-08'
  const before = await table(`${q} asof 2026-08-10T00.00.00Z`)
  assert.equal(before.asOf, '2026-08-10T00:00:00Z')
  const now = await table(q)
  before.cells.forEach((cell, at) => {
    assert.equal(text(cell.now ?? cell.value), text(now.cells[at]?.value))
  })
  const moved = before.cells.filter((cell) => cell.now !== undefined)
  const isUnsaid = ({ value }: (typeof moved)[number]) => text(value) === 'absent'
  assert.deepEqual(before.since, {
    added: moved.filter(isUnsaid).length,
    revised: moved.filter((cell) => !isUnsaid(cell)).length,
  })
  assert.ok(before.since.added > 0 && before.since.revised > 0)
  const unborn = await table(`${q} asof 2020-01-01T00.00.00Z`)
  assert.ok(unborn.cells.every(({ value }) => value.kind === 'none'))
  assert.deepEqual(await table(`${q} asof 2026-08-10T00.00.00Z`).then(({ cells }) => cells), before.cells)
})

test('what is sent and not accepted is shown to the receiver who asks for it, and to nobody else', async () => {
  const q = 'v1 indicators TC.01.1 TM.02 NN.03 YT.06 areas 83 districts-of-83 periods 2026-09 level provisional'
  const provisional = await table(q)
  const accepted = await table(q.replace(' level provisional', ''))
  assert.equal(provisional.level, 'provisional')
  assert.ok(provisional.cells.some(({ level }) => level === 'sent'))
  assert.ok(accepted.cells.every(({ level }) => level !== 'sent'))
  for (const login of ['binh', 'lan', 'tam']) {
    const other = await table(q, await signIn(app, login))
    assert.deepEqual([other.level, other.levels], ['accepted', ['accepted']])
    assert.deepEqual(other.cells, accepted.cells)
  }
})

test('a figure under a release time is its owner’s alone until then', async () => {
  const q = 'v1 indicators CN.01 areas 83 periods 2026-08'
  const thu = await signIn(app, 'thu')
  const shown = text((await table(q)).cells[0]?.value)
  assert.match(shown, /^\d/u)
  await db.owner.query(
    `insert into releases (indicator_id, span_id, released_at)
     select i.id, s.id, '2026-10-06T02:00:00Z' from indicators i, spans s
     where i.code = 'CN.01' and s.calendar = 'statistical' and s.from_date = '2026-08-01' and s.to_date = '2026-08-31'`,
  )
  assert.equal(text((await table(q)).cells[0]?.value), 'absent')
  const bySource = await table(`${q} sources each`)
  assert.ok(bySource.cells.every(({ value }) => text(value) === 'absent'))
  const asKnown = await table(`${q} sources each asof 2026-09-16T07.00.00Z`)
  assert.ok(asKnown.cells.every(({ value }) => text(value) === 'absent'))
  assert.equal(text((await table(q, thu)).cells[0]?.value), shown)
  const momentsFor = async (who: Client) =>
    (await who.get<ExplorerMoments>(`/api/explorer/moments?${new URLSearchParams({ q })}`)).body.moments.length
  assert.deepEqual([await momentsFor(phuc), (await momentsFor(thu)) > 0], [0, true])
  await db.owner.query('delete from releases')
})

for (const [q, code, says] of [
  ['v1 indicators NN.03 areas 83', 'table.nothing-chosen', /một chỉ tiêu, một địa bàn và một kỳ/u],
  ['v1 indicators XX.1 NN.03 YY.2 areas 83 periods 2026', 'table.indicator-unknown', /XX\.1, YY\.2/u],
  ['v1 indicators NN.03 areas 83 districts-of-99 periods 2026', 'table.area-unknown', /99/u],
  ['v1 indicators NN.03 areas 83 periods 2026-13', 'table.period-unknown', /2026-13/u],
  ['v1 indicators NN.03 areas 83 periods 2026-Q1..2026', 'table.run-uneven', /2026-Q1 đến 2026/u],
  ['v9 indicators NN.03', 'table.version-unknown', /v9/u],
  [
    'v1 indicators NN.03 areas 83 periods 2026-01 asof 2099-01-01T00.00.00Z',
    'reading.moment-ahead',
    /chưa tới.*Hãy chọn một lúc đã qua/u,
  ],
  [
    'v1 indicators NN.03 NN.18 areas communes-of-83 periods 2020-01..2026-12',
    'table.too-many-cells',
    /26\.376 ô, nhiều hơn 20\.000.*157 địa bàn, 84 kỳ/u,
  ],
] as const) {
  test(`«${q}» is refused and says what to do: ${code}`, async () => {
    const { status, body } = await ask(q)
    assert.deepEqual([status >= 400 && status < 500, body.code], [true, code])
    assert.match(body.detail, says)
  })
}

test('the choices are the catalogue’s indicators and areas, each under the one it belongs to', async () => {
  const { body } = await phuc.get<ExplorerChoices>('/api/explorer/choices')
  assert.equal(body.latest, '2026-09')
  assert.deepEqual(
    body.indicators.find(({ code }) => code === 'TC.01.1'),
    { code: 'TC.01.1', name: 'Thu nội địa', measure: 'tỷ đồng', parent: 'TC.01', isValue: true },
  )
  assert.equal(body.areas.filter(({ level }) => level === 'commune').length, 157)
  assert.equal(body.areas.find(({ code }) => code === '836')?.parent, '83')
})

test('those who only run the system read no figures', async () => {
  for (const login of ['vy', 'khoa']) {
    assert.equal((await ask('v1 indicators NN.03 areas 83 periods 2026', await signIn(app, login))).status, 404)
  }
})
