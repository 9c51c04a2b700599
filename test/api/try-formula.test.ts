/** A formula that nobody saved, on real figures: several areas and periods, its inputs, and the browser's own result. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IndicatorDetail } from '#contract/catalogue.ts'
import type { Trial } from '#contract/explanation.ts'
import { nothing, number } from '#core/quantity/cell-value.ts'
import { evaluateTrial, isSame } from '../../src/web/catalogue/trial/evaluate-trial.ts'
import { aProvince } from '../builders/province.ts'
import { say } from '../builders/said-figures.ts'
import { testApp } from './app.ts'
import { type Client, signIn } from './client.ts'

const db = await aProvince()
const app = await testApp(db)
const [thu, phuc] = await Promise.all([signIn(app, 'thu'), signIn(app, 'phuc')])

const months = ['2026-05', '2026-06', '2025-06']
const districts = ['831', '832', '836']
for (const [at, area] of districts.entries())
  await say(db.owner, { by: `UBND-${area}` }, [
    ...months.flatMap((period, index) => [
      { indicator: 'NN.03', area, period, as: 'estimate', value: number(String(1000 + at * 137 + index * 11)) },
      { indicator: 'NN.18', area, period, as: 'preliminary', value: number(`${180 + at * 7}.${index + 1}`) },
    ]),
    { indicator: 'NN.18', area, period: '2026-04', as: 'estimate', value: nothing },
  ])

async function attempt(formula: string, more: object = {}, client: Client = thu) {
  return client.post<Trial & { code?: string; position?: number }>('/api/figures/try', {
    formula,
    areas: districts,
    periods: ['2026-06', '2026-05'],
    ...more,
  })
}

test('three districts and two months are computed at once, each with its inputs', async () => {
  const { status, body } = await attempt('[NN.03] * 10 / [NN.18]')
  assert.equal(status, 200)
  assert.deepEqual(
    body.cells.map(({ area, period, value }) => [area, period, value.kind]),
    [
      ['831', '2026-06', 'number'],
      ['832', '2026-06', 'number'],
      ['836', '2026-06', 'number'],
      ['831', '2026-05', 'number'],
      ['832', '2026-05', 'number'],
      ['836', '2026-05', 'number'],
    ],
  )
  assert.deepEqual(
    body.cells[0]?.inputs.map(({ code, label, value, measure }) => [code, label, value, measure]),
    [
      ['NN.03', 'Sản lượng lúa', { kind: 'number', value: '1011' }, 'tấn'],
      ['NN.18', 'Diện tích thu hoạch lúa', { kind: 'number', value: '180.2' }, 'ha'],
    ],
  )
})

test('nothing is saved by trying', async () => {
  const count = async () => (await db.pool.query('select count(*)::int as n from indicator_versions')).rows[0]
  const before = await count()
  await attempt('[NN.03] / 2')
  assert.deepEqual(await count(), before)
})

const expressions = [
  '[NN.03] * 10 / [NN.18]',
  'growth([NN.03])',
  'index([NN.03]; previous([NN.03]))',
  '[NN.03] - previous([NN.03])',
  'share([NN.03])',
  'children([NN.03])',
  'sum(children([NN.03]); [NN.03])',
  'if([NN.03] > 1100; [NN.03]; lastYear([NN.03]))',
  'round([NN.03] / 7; 3)',
  'at([NN.03]; "836") - [NN.03]',
  'vintage([NN.03]; "official")',
  'plan([NN.03])',
  'ytd([NN.03])',
  '[NN.03] / ([NN.18] - [NN.18])',
  'max([NN.03]; lastYear([NN.03])) - min([NN.03]; previous([NN.03]))',
  'geomean(index([NN.03]); 100)',
  '[NN.02] - [NN.02]',
  '-[NN.03] ^ 2',
  'abs([NN.03] - at([NN.03]; "83"))',
]
for (const formula of expressions)
  test(`browser and server agree on ${formula}`, async () => {
    const { status, body } = await attempt(formula, {
      areas: ['83', ...districts, '83-KPB'],
      periods: ['2026-06', '2026-04', '2026-Q2', '2026-YTD06'],
    })
    assert.equal(status, 200, body.code)
    assert.equal(body.cells.length, 20)
    for (const cell of body.cells) {
      const own = evaluateTrial(body.formula, body, cell)
      assert.ok(own && isSame(own, cell.value), `${cell.area} ${cell.period}: ${JSON.stringify([own, cell.value])}`)
    }
  })

test('a formula that needs another reading is not computed before the server took it', async () => {
  const { body } = await attempt('[NN.03]')
  const [cell] = body.cells
  assert.ok(cell)
  assert.equal(evaluateTrial('[NN.03] / [NN.18]', body, cell), undefined)
  assert.deepEqual(evaluateTrial('[NN.03] * 2', body, cell), { kind: 'number', value: '2022' })
})

for (const [what, tried, problem, saving] of [
  ['an area', '[NN.03] - at([NN.03]; "xx")', [422, 'formula.unknown-area', 22], 'at([DS.01]; "xx") / [DS.03]'],
  ['a breakdown', '[NN.03] - [NN.03:xx]', [422, 'formula.unknown-member', 10], '[DS.01:xx] / [DS.03]'],
  ['a plan', '[NN.03] - plan([NN.03]; "xx")', [422, 'formula.unknown-plan', 24], 'plan([DS.01]; "xx") / [DS.03]'],
] as const) {
  test(`${what} that is not there is refused by its code and place, in a trial and when it is saved`, async () => {
    const { status, body } = await attempt(tried)
    assert.deepEqual([status, body.code, body.position], problem)
    const saved = await thu.post<{ code: string }>('/api/catalogue/indicators/DS.02/formula', {
      formula: saving,
      reason: 'Thử',
      validFrom: '2026-09-01',
      seen: (await thu.get<IndicatorDetail>('/api/catalogue/indicators/DS.02')).body.latest,
    })
    assert.deepEqual([saved.status, saved.body.code], problem.slice(0, 2))
  })
}

test('a plan is known by who sets it, and by the code of its version', async () => {
  for (const named of ['HĐND', 'council', 'de-xuat-2026']) {
    const { status } = await attempt(`plan([NN.03]; "${named}")`)
    assert.equal(status, 200, named)
  }
})

test('what is wrong in the text is refused with its place', async () => {
  const { status, body } = await attempt('[NN.03] + [TC.01]')
  assert.deepEqual([status, body.code, body.position], [422, 'formula.measures-differ', 10])
})

test('what is sent and not accepted goes into a trial of the receiver alone', async () => {
  await say(db.owner, { by: 'UBND-836', levels: ['sent'], version: 3 }, [
    { indicator: 'NN.03', area: '836', period: '2026-07', as: 'estimate', value: number('5') },
  ])
  const asked = { areas: ['836'], periods: ['2026-07'], level: 'sent' }
  assert.deepEqual((await attempt('[NN.03] * 2', asked, phuc)).body.cells[0]?.value, { kind: 'number', value: '10' })
  assert.equal((await attempt('[NN.03] * 2', asked, thu)).body.cells[0]?.value.kind, 'none')
})
