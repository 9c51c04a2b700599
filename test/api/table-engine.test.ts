/**
 * The province's table reads what the engine reads: every number that is taken from figures, and every reason for none, is
 * that of the explanation of the same indicator at the same place, for the same viewer at the same level.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FigureExplanation } from '#contract/explanation.ts'
import type { Explanation, ProvinceTable } from '#contract/province.ts'
import { nothing, number } from '#core/quantity/cell-value.ts'
import { type Adjusting, tryToAdjust } from '../builders/adjustments.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, regimeCode } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { type Said, say } from '../builders/said-figures.ts'
import { testDatabase } from '../db.ts'
import { demonstration, demonstrationNow } from '../seeded.ts'
import { testApp } from './app.ts'

const form = path.resolve(import.meta.dirname, '../../db/reference/ben-tre/forms/TH-KTXH-THANG.json')

interface Line {
  readonly key: string
  readonly indicator?: string
  readonly formula?: string
  readonly collect?: string
}

const collected: readonly Line[] = (JSON.parse(readFileSync(form, 'utf8')).rows as readonly Line[]).filter(
  ({ indicator, formula }) => indicator !== undefined && formula === undefined,
)

interface Asked {
  readonly journey: Journey
  readonly period: string
  readonly reading: 'accepted' | 'provisional'
  /** '' is the province. */
  readonly area: string
  readonly login?: string
  readonly indicators?: readonly string[]
}

const spanOf = { estimate: (period: string) => period, ytd: (period: string) => period.replace('-', '-YTD') } as const

/** How many cells were laid beside the engine. */
async function comparedWithEngine(asked: Asked): Promise<number> {
  const { journey, period, reading, area, login = 'phuc' } = asked
  const client = await journey.as(login)
  const query = `period=${period}&reading=${reading}&area=${area}`
  const table = await client.get<ProvinceTable>(`/api/province/${regimeCode}?${query}`)
  assert.equal(table.status, 200, JSON.stringify(table.body))
  let compared = 0
  for (const { key, indicator = '', collect } of collected) {
    const row = table.body.rows.find((one) => one.key === key)
    if (asked.indicators && !asked.indicators.includes(indicator)) continue
    for (const column of ['estimate', 'ytd'] as const) {
      const cell = row?.cells.find((one) => one.column === column)
      if (!cell || (cell.value.kind === 'none' && cell.value.reason === 'notApplicable')) continue
      const what = collect === 'districts' && area === '' ? { formula: `children([${indicator}])` } : { indicator }
      const place = { area: area || '83', period: spanOf[column](period) }
      const level = reading === 'accepted' ? 'accepted' : 'sent'
      const url = `/api/figures/explain?${new URLSearchParams({ ...what, ...place, level })}`
      const { body, status } = await client.get<FigureExplanation>(url)
      assert.equal(status, 200, JSON.stringify(body))
      const said = (value: FigureExplanation['node']['value']) => (value.kind === 'number' ? value.value : value.reason)
      assert.deepEqual(
        [said(cell.value), cell.isPartial],
        [said(body.node.value), body.isPartial],
        `${key}.${column} of ${area || 'the province'} in ${period}`,
      )
      compared += 1
    }
  }
  return compared
}

const told = await testDatabase({ seed: demonstration })
await told.setClock(demonstrationNow)
const demonstrated = new Journey(await testApp(told))

for (const [period, reading, area, login] of [
  ['2026-09', 'provisional', '', 'phuc'],
  ['2026-09', 'accepted', '', 'binh'],
  ['2026-08', 'accepted', '836', 'phuc'],
] as const)
  test(`thirty months of reports: ${period} ${reading} of ${area || 'the province'}, as ${login} sees it`, async () => {
    const compared = await comparedWithEngine({ journey: demonstrated, period, reading, area, login })
    assert.ok(compared > (area === '' ? 100 : 5), `${compared} cells compared`)
  })

const db = await aProvince()
const journey = new Journey(await testApp(db))
const areas = ['83', '836', '837', '29110', '29113']
const indicators = ['NN.03', 'LD.01', 'TC.01', 'TC.06']

const aFigure = fc.record({
  indicator: fc.constantFrom(...indicators),
  area: fc.constantFrom(...areas),
  period: fc.constantFrom('2026-09', '2026-08', '2026-07', '2026-YTD08', '2026-9M', '2026-Q1', '2026-Q2', '2026-6M'),
  as: fc.constantFrom('estimate', 'preliminary', 'official'),
  value: fc.oneof({ weight: 4, arbitrary: fc.nat(999).map((n) => number(String(n))) }, fc.constant(nothing)),
})

test('figures drawn at random, each draw on top of the ones before', async () => {
  let sending = 0
  const draw = async (figures: readonly Said[], by: string) => {
    sending += 1
    const each = new Map(figures.map((one) => [`${one.indicator} ${one.area} ${one.period} ${one.as}`, one]))
    if (each.size > 0) await say(db.pool, { by, version: sending }, [...each.values()])
    for (const area of ['', '836']) {
      await comparedWithEngine({ journey, period: '2026-09', reading: 'accepted', area, indicators })
    }
  }
  await fc.assert(
    fc.asyncProperty(fc.array(aFigure, { maxLength: 12 }), fc.constantFrom('SNNPTNT', 'CTK', 'UBND-836'), draw),
    { numRuns: 6, endOnFailure: true },
  )
})

test('a district’s number that came from its communes takes an adjustment, and so does every sum over it', async () => {
  const communes = ['29110', '29113'].map((area): Said => {
    return { indicator: 'LD.06.1', area, period: '2026-09', as: 'official', value: number('50') }
  })
  await say(db.pool, { by: 'CTK', version: 91 }, communes)
  const was = await readTable(journey, { reading: 'accepted' })
  assert.equal(was.said('e3', 'estimate'), '100')
  const adjustment: Adjusting = {
    row: 'e3',
    column: 'estimate',
    change: { kind: 'amount', amount: '-8' },
    before: '100',
  }
  const ofProvince = await tryToAdjust(journey, adjustment)
  assert.deepEqual([ofProvince.status, ofProvince.body.code], [422, 'adjustment.computed'])
  const made = await tryToAdjust(journey, { ...adjustment, area: '836' })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const is = await readTable(journey, { reading: 'accepted' })
  assert.deepEqual([is.said('e3', 'estimate'), is.cell('e3', 'estimate').isAdjusted], ['92', true])
  const explained = await (await journey.as('binh')).get<Explanation>(
    `/api/province/${regimeCode}/explain?period=2026-09&row=e3&column=estimate`,
  )
  const district = explained.body.node.parts.find((part) => part.label === 'Huyện Ba Tri')
  assert.deepEqual(
    [district?.value, district?.parts.map((part) => [part.value, part.adjustment?.by?.login])],
    [
      { kind: 'number', value: '92' },
      [
        [{ kind: 'number', value: '100' }, undefined],
        [{ kind: 'number', value: '-8' }, 'phuc'],
      ],
    ],
  )
})
