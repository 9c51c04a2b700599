/** What hangs on a figure that was saved. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { period } from '#core/period/period.ts'
import { loadReference } from '#server/catalogue/index.ts'
import { sayingDay } from '#test/builders/said-figures.ts'
import { testDatabase } from '#test/db.ts'
import { readHangingOn } from './derived-readings.ts'

const { pool, owner } = await testDatabase()
await loadReference(owner)

const as = { viewerAgencyId: null, level: 'accepted', regimeId: null, on: sayingDay } as const

async function asked(changed: { indicator: string; area: string; period: string }) {
  const readings = await readHangingOn(pool, as, {
    indicator: changed.indicator,
    area: changed.area as AreaCode,
    period: period(changed.period, 'statistical'),
  })
  return readings.map(({ reference, place }) => `${reference.code} ${place.period.label}`)
}

test('a commune’s figure is read anew with what is computed from it, up to the province, in every period around it', async () => {
  const changed = { indicator: 'NN.03', area: '28756' as AreaCode, period: period('2026-09', 'statistical') }
  const readings = await readHangingOn(pool, as, changed)
  const each = (of: (reading: (typeof readings)[number]) => string) => [...new Set(readings.map(of))]
  assert.deepEqual(
    each(({ reference }) => reference.code),
    ['NN.03', 'NN.02'],
  )
  assert.deepEqual(
    each(({ place }) => place.area),
    ['28756', '829', '83'],
  )
  assert.deepEqual(each(({ place }) => place.period.label).sort(), [
    '2026',
    '2026-09',
    '2026-9M',
    '2026-H2',
    '2026-Q3',
    '2026-YTD10',
    '2026-YTD11',
  ])
})

test('what looks back in time is read anew in the later periods of its year and the next, with what hangs on it', async () => {
  const change = { indicator: 'DS.01', area: '83', period: '2026-09' }
  const usual = await asked(change)
  assert.deepEqual(
    usual.filter((it) => /2026-10$|2027/u.test(it)),
    [],
  )
  await formulaOf('DS.03', 'growth([DS.01])')
  const grown = await asked(change)
  const later = grown.filter((it) => / 2027/u.test(it))
  assert.deepEqual([...new Set(later.map((it) => it.slice(6)))].sort(), [
    '2027',
    '2027-09',
    '2027-9M',
    '2027-H2',
    '2027-Q3',
    '2027-YTD10',
    '2027-YTD11',
  ])
  assert.deepEqual(new Set(later.map((it) => it.slice(0, 5))), new Set(['DS.03', 'DS.02']))
  await formulaOf('DS.03', 'ytd(previous([DS.01]))')
  const twice = await asked(change)
  for (const it of ['DS.03 2026-10', 'DS.03 2026-12', 'DS.02 2026-Q4']) assert.ok(twice.includes(it), it)
  for (const it of ['DS.01 2026-10', 'DS.03 2026-08', 'TH.04 2026-10']) assert.ok(!twice.includes(it), it)
  assert.equal(new Set(twice).size, twice.length)
})

/** A further version of the files, which holds always. */
async function formulaOf(code: string, formula: string): Promise<void> {
  await owner.query(
    `insert into indicator_versions (indicator_id, version, name, definition, measure, decimals, value_kind, nature,
       area_aggregation, formula, valid_from)
     select v.indicator_id, v.version + 1, v.name, v.definition, v.measure, v.decimals, v.value_kind, v.nature,
       v.area_aggregation, $2, v.valid_from
     from indicator_versions v join indicators i on i.id = v.indicator_id
     where i.code = $1 order by v.version desc limit 1`,
    [code, formula],
  )
}
