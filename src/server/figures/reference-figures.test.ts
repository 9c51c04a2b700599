import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { localDate } from '#core/period/local-date.ts'
import { period } from '#core/period/period.ts'
import { spanOf } from '#core/period/span.ts'
import { testDatabase } from '#test/db.ts'
import { demonstration } from '#test/seeded.ts'
import { loadCatalogue, loadReference, referenceFolder } from '../catalogue/index.ts'
import { figureRows, figureSlot, loadReferenceFigures } from './index.ts'
import { inMeasure, type Stated, statedFigures } from './stated-figures.ts'

for (const [text, stated, kept, expected] of [
  ['3.92', 'nghìn tấn', 'tấn', '3920'],
  ['6.7', '% tăng', '%', '106.7'],
  ['1850', 'triệu USD', 'triệu USD', '1850'],
] as const)
  test(`${text} ${stated} is ${expected} ${kept}`, () => assert.equal(inMeasure(text, stated, kept), expected))

test('a measure that cannot be told in another is refused', () => {
  assert.throws(() => inMeasure('1', 'tấn', 'ha'))
})

describe('loaded', async () => {
  const { pool } = await testDatabase()
  await loadReference(pool)
  await loadReferenceFigures(pool)
  const catalogue = await loadCatalogue(pool, localDate('2026-09-16'))
  const season = spanOf('statistical', localDate('2023-11-01'), localDate('2024-04-30'))
  const idOf = (code: string) => catalogue.indicators.get(code)?.id ?? 0
  const valuesOf = async (code: string, span: typeof season) => {
    const slot = figureSlot({ indicatorId: idOf(code), members: '', span })
    const places = [{ slot, areaIds: [catalogue.provinceId] }]
    return (await figureRows(pool, { places, level: 'accepted', asOf: undefined })).flat()
  }

  test('the rice of the winter–spring season of 2024 is 3.920 tấn on 770 ha, published', async () => {
    assert.deepEqual(
      (await valuesOf('NN.03', season)).map(({ value, level, vintage }) => [Number(value), level, vintage]),
      [[3920, 'published', 'preliminary']],
    )
    assert.equal(Number((await valuesOf('NN.01.1', season))[0]?.value), 770)
  })

  test('the export target of 2025 belongs to the council’s plan', async () => {
    const [target] = await valuesOf('TM.02', period('2025', 'statistical').span)
    const plan = catalogue.plans.find((one) => one.id === target?.plan_version_id)
    assert.deepEqual([Number(target?.value), plan?.code], [1850, 'hdnd-2025'])
  })

  test('a target from–to keeps both ends', async () => {
    const { rows } = await pool.query(
      `select r.kind, r.value, r.upper_value from reported_value_revisions r
       where r.indicator_id = $1 and r.span_to = '2025-12-31' and r.vintage = 'plan'`,
      [idOf('TH.01')],
    )
    assert.deepEqual(
      rows.map((row) => [row.kind, Number(row.value), Number(row.upper_value)]),
      [['range', 6, 6.5]],
    )
  })

  test('loading again adds nothing', async () => {
    const count = async () => (await pool.query(`select count(*) from editions`)).rows[0]
    const before = await count()
    assert.deepEqual(await loadReferenceFigures(pool), [])
    assert.deepEqual(await count(), before)
  })

  test('of the demonstration, whose plan is illustrative, nothing is told', async () => {
    const trial = await testDatabase({ seed: demonstration })
    assert.deepEqual(await loadReferenceFigures(trial.owner), [])
  })

  const stated = statedFigures(referenceFolder)
  const target = stated.find(({ indicator, plan }) => indicator === 'TM.02' && plan === 'hdnd-2025')
  assert.ok(target)
  const withTarget = (change: Partial<Stated>) => stated.map((one) => (one === target ? { ...one, ...change } : one))
  for (const [what, given] of [
    ['another figure', withTarget({ text: '1900' })],
    ['another source', withTarget({ source: 'nguồn khác' })],
    ['a figure more', [...stated, { ...target, vintage: 'estimate' as const, plan: null, text: '1800' }]],
    ['a figure less', stated.filter((one) => one !== target)],
  ] as const)
    test(`${what} in the file is told and not taken`, async () => {
      const [said, advice, ...others] = await loadReferenceFigures(pool, given)
      assert.match(said ?? '', /khác với lần nạp đầu mà chưa được nạp: TM\.02 2025\.$/)
      assert.match(advice ?? '', /npx baocao import/)
      assert.deepEqual(others, [])
      assert.deepEqual(await loadReferenceFigures(pool), [])
    })

  test('a file that names nothing known is refused in words', async () => {
    await assert.rejects(loadReferenceFigures(pool, withTarget({ indicator: 'ZZ' })), /chưa có chỉ tiêu ZZ/)
    await assert.rejects(
      loadReferenceFigures(pool, withTarget({ plan: 'hdnd-1999' })),
      /chưa có bản kế hoạch hdnd-1999/,
    )
  })
})
