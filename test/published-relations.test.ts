import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import type { Indicator } from '#core/indicator/indicator.ts'
import { canonicalText } from '#core/quantity/exact.ts'
import type { Reader } from '#core/reading/reader.ts'
import { type CsvRecord, readCsv } from '#server/catalogue/read-csv.ts'
import { referenceFolder } from '#server/catalogue/reference-files.ts'
import { aCatalogue, aFormulaAtPlaces, anIndicator, aPlace, aReader, told } from './builders/readings.ts'

/**
 * Relations between figures that were really published, to the last printed digit: what the system computes from some of
 * them has to be what the publisher printed for the others.
 */
const rice = readCsv(path.join(referenceFolder, 'rice-winter-spring.csv'))
const targets = readCsv(path.join(referenceFolder, 'plan-targets.csv'))

function printed(text: string): string {
  return canonicalText(text)
}

function computed(reader: Reader, formula: string, at: { readonly area: string; readonly period: string }): string {
  return told(reader.evaluate(aFormulaAtPlaces(formula), aPlace(at.area, at.period)))
}

const riceIndicators: readonly Indicator[] = [
  anIndicator('DT', { measure: 'nghìn ha' }),
  anIndicator('SL', { measure: 'nghìn tấn' }),
  anIndicator('NS', { measure: 'tạ/ha', nature: 'rate', areaAggregation: 'formula', formula: '[SL] * 10 / [DT]' }),
]

const keyOf = (name: string) => name.replaceAll(' ', '_')

/** What the provinces said, with the region above them and the year before where the table has it. */
function riceOf(year: string, level: string): readonly string[] {
  const before = String(Number(year) - 1)
  return rice
    .filter((row) => row.season === `Đông xuân ${year}` && row.level === level)
    .flatMap((row) => [
      `DT ${keyOf(row.name ?? '')} ${year} official ${printed(row.area_nghin_ha ?? '')}`,
      `SL ${keyOf(row.name ?? '')} ${year} official ${printed(row.prod_nghin_tan ?? '')}`,
      ...(row.area_prev_nghin_ha
        ? [
            `DT ${keyOf(row.name ?? '')} ${before} official ${printed(row.area_prev_nghin_ha)}`,
            `SL ${keyOf(row.name ?? '')} ${before} official ${printed(row.prod_prev_nghin_tan ?? '')}`,
          ]
        : []),
    ])
}

const region = 'Đồng_bằng_sông_Cửu_Long'
const provinces = [...new Set(rice.filter(({ level }) => level === 'province').map(({ name = '' }) => keyOf(name)))]
const delta = aCatalogue(riceIndicators, Object.fromEntries(provinces.map((province) => [province, region])))

function regionRow(year: string): CsvRecord {
  const found = rice.find((row) => row.season === `Đông xuân ${year}` && row.level === 'region')
  assert.ok(found)
  return found
}

for (const year of ['2023', '2024']) {
  const row = regionRow(year)
  const reader = aReader(delta, riceOf(year, 'province'))
  const at = { area: region, period: year }

  test(`winter–spring rice ${year}: 13 provinces add up to the printed area and production of the delta`, () => {
    assert.equal(provinces.length, 13)
    assert.equal(computed(reader, '[DT]', at), printed(row.area_nghin_ha ?? ''))
    assert.equal(computed(reader, '[SL]', at), printed(row.prod_nghin_tan ?? ''))
    assert.equal(computed(reader, 'children([SL])', at), printed(row.prod_nghin_tan ?? ''))
  })

  test(`winter–spring rice ${year}: the yield of the delta is weighted by area and not the provinces’ average`, () => {
    assert.equal(computed(reader, 'round([NS]; 2)', at), printed(row.yield_ta_ha ?? ''))
    const average = computed(reader, 'round(children([NS]) / 13; 2)', at)
    assert.notEqual(average, printed(row.yield_ta_ha ?? ''))
  })

  test(`winter–spring rice ${year}: without one province the delta has no yield and a partial production`, () => {
    const lacking = aReader(
      delta,
      riceOf(year, 'province').filter((line) => !line.includes('Bến_Tre')),
    )
    assert.equal(computed(lacking, '[NS]', at), 'absent SL Bến_Tre, DT Bến_Tre')
    assert.match(computed(lacking, '[SL]', at), /without SL Bến_Tre$/)
  })
}

for (const row of rice) {
  const [year = '', area] = [row.season?.slice(-4), keyOf(row.name ?? '')]
  const lines = ['country', 'region', 'province'].flatMap((level) => riceOf(year, level))
  const reader = aReader(aCatalogue(riceIndicators, {}), lines)
  const at = { area, period: year }

  test(`winter–spring rice ${year}, ${row.name}: the printed yield follows from area and production`, () => {
    assert.equal(computed(reader, 'round([NS]; 2)', at), printed(row.yield_ta_ha ?? ''))
    if (row.yield_prev_ta_ha) {
      assert.equal(computed(reader, 'round(lastYear([NS]); 1)', at), printed(row.yield_prev_ta_ha))
    }
  })

  if (row.area_prev_nghin_ha) {
    test(`winter–spring rice ${year}, ${row.name}: the printed ratios to the year before follow`, () => {
      assert.equal(computed(reader, 'round(index([DT]); 3)', at), printed(row.pct_area ?? ''))
      assert.equal(computed(reader, 'round(index([SL]); 3)', at), printed(row.pct_prod ?? ''))
    })

    test(`winter–spring rice ${year}, ${row.name}: the printed ratio of yields is that of the printed yields`, () => {
      const { yield_ta_ha: now = '', yield_prev_ta_ha: before = '' } = row
      assert.equal(
        computed(reader, `round(index(${printed(now)}; ${printed(before)}); 3)`, at),
        printed(row.pct_yield ?? ''),
      )
    })
  }
}

const targetOf = (code: string, year: string, column: 'target' | 'result'): string => {
  const row = targets.find((each) => each.indicator_code === code && each.year_or_period === year && each[column])
  assert.ok(row, `${code} ${year} ${column}`)
  return printed(row[column] ?? '')
}

const plans = targets
  .filter(({ target = '' }) => /^\d+(\.\d+)?$/.test(target))
  .map((row) => `${row.indicator_code} 83 ${row.year_or_period} plan/HĐND ${printed(row.target ?? '')}`)
const results = targets
  .filter(({ result = '' }) => result !== '')
  .map((row) => `${row.indicator_code} 83 ${row.year_or_period} official ${printed(row.result ?? '')}`)
const province = aReader(aCatalogue([], {}), [...plans, ...results])

for (const [name, formula, year, expected] of [
  ['budget revenue of 2023 grew by 10,70 %', 'round(growth([TC.01]); 2)', '2023', '10.7'],
  ['total investment of 2023 fell by 13,78 %', 'round(growth([DT.01]); 2)', '2023', '-13.78'],
  [
    'the export plan of 2022 is 15,13 % above 2021',
    'round(growth(plan([TM.02]); lastYear([TM.02])); 2)',
    '2022',
    '15.13',
  ],
  ['the industry plan of 2022 is 20 % above 2021', 'round(growth(plan([CN.02]); lastYear([CN.02])); 2)', '2022', '20'],
  [
    'the retail plan of 2022 is 20,6 % above 2021',
    'round(growth(plan([TM.01]); lastYear([TM.01])); 1)',
    '2022',
    '20.6',
  ],
  ['exports of 2020 were 0,86 % above plan', 'round(growth([TM.02]; plan([TM.02])); 2)', '2020', '0.86'],
  ['the population density of 2022 is 538 a km²', 'round([DS.01] * 1000 / [DS.03])', '2022', '538'],
] as const) {
  test(`published: ${name}`, () => assert.equal(computed(province, formula, { area: '83', period: year }), expected))
}

test('the density that follows from population and area is the printed one', () => {
  assert.equal(targetOf('DS.02', '2022', 'result'), '538')
})

/** 33,10 + 21,64 + 41,97 + 3,30 = 100,01: four shares rounded to two decimals may be off by four half steps. */
test('the planned structure of 2025 is 100 % but for the rounding of its four printed shares', () => {
  const total = computed(province, 'sum(plan([TH.03.1]); plan([TH.03.2]); plan([TH.03.3]); plan([TH.03.4]))', {
    area: '83',
    period: '2025',
  })
  assert.equal(total, '100.01')
})

/** 6.300 + 80 = 6.380, printed 6.388,3: the third line of the total (8,3) is not among the printed targets. */
test('the revenue plan of 2025 exceeds its two printed lines by the third, which is not printed', () => {
  const rest = computed(province, 'plan([TC.01]) - plan([TC.01.1]) - plan([TC.01.2])', { area: '83', period: '2025' })
  assert.equal(rest, '8.3')
})

test('a year to date with a revision: ten months 2.870,2; October 341,9 → 352,6; November 337,8 → 3.218,7', () => {
  const reader = aReader(aCatalogue([anIndicator('TC.01')], {}), [
    'TC.01 83 2025-YTD10 estimate 2870.2',
    'TC.01 83 2025-10 estimate 341.9',
    'TC.01 83 2025-10 preliminary 352.6',
    'TC.01 83 2025-11 estimate 337.8',
  ])
  assert.equal(computed(reader, 'ytd([TC.01])', { area: '83', period: '2025-11' }), '3218.7')
})
