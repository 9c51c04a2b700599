import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  aCatalogue,
  aFormulaAtPlaces,
  anIndicator,
  aPlace,
  aReader,
  aReference,
  told,
} from '#test/builders/readings.ts'
import { referenceText } from '../formula/formula.ts'
import type { ReadingPlace } from './place.ts'

const catalogue = aCatalogue(
  [
    anIndicator('TC.01'),
    anIndicator('NN.03'),
    anIndicator('NN.18', { measure: 'ha' }),
    anIndicator('NN.02', { nature: 'rate', areaAggregation: 'formula', formula: '[NN.03] * 10 / [NN.18]' }),
    anIndicator('NN.01', { formula: '[NN.01.1] + [NN.01.2]' }),
    anIndicator('NN.01.1'),
    anIndicator('NN.01.2'),
    anIndicator('SUM', { formula: '[SUM:nam] + [SUM:nữ]' }),
    anIndicator('DS.01', { nature: 'stock' }),
    anIndicator('LD.05', { nature: 'rate', areaAggregation: 'none' }),
    anIndicator('CN.01', { nature: 'rate', areaAggregation: 'none', isPublishedAsIs: true, formula: '[TC.01] * 2' }),
    anIndicator('X', { formula: '[Y] + 1' }),
    anIndicator('Y', { formula: '[X] + 1' }),
    anIndicator('UP', { nature: 'rate', formula: 'growth([TC.01])' }),
  ],
  { '831': '83', '832': '83', '83-KPB': '83', '83101': '831', '83102': '831' },
)

const official = (area: string, period: string, values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([code, value]) => `${code} ${area} ${period} official ${value}`)

interface Case {
  readonly figures: readonly string[]
  readonly read: string
  readonly at: ReadingPlace
  readonly is: string
}

const twoDistricts = [
  ...official('831', '2021-07', { 'NN.03': '100', 'NN.18': '20' }),
  ...official('832', '2021-07', { 'NN.03': '300', 'NN.18': '40' }),
]
const chain = [
  'TC.01 83 2021-YTD10 estimate 2870.2',
  'TC.01 83 2021-10 estimate 341.9',
  'TC.01 83 2021-10 preliminary 352.6',
  'TC.01 83 2021-11 estimate 337.8',
]
const months = (lines: readonly string[]) => lines.map((line) => `TC.01 83 2021-${line}`)

const cases: Readonly<Record<string, Case>> = {
  'a reported figure is read as it is': {
    figures: ['NN.02 83 2021-07 official 9', ...twoDistricts],
    read: 'NN.02',
    at: aPlace('83', '2021-07'),
    is: '9',
  },
  'September’s year to date and the nine months are one figure': {
    figures: ['TC.01 83 2021-YTD09 official 5'],
    read: 'TC.01',
    at: aPlace('83', '2021-9M'),
    is: '5',
  },
  'a yield is taken over summed inputs and not averaged': {
    figures: twoDistricts,
    read: 'NN.02',
    at: aPlace('83', '2021-07'),
    is: toFraction('4000', '60'),
  },
  'a yield over a partial sum has no value and names the district': {
    figures: twoDistricts.slice(0, 3),
    read: 'NN.02',
    at: aPlace('83', '2021-07'),
    is: 'absent NN.18 832',
  },
  'a sum over areas without one of them is partial': {
    figures: twoDistricts.slice(0, 2),
    read: 'NN.03',
    at: aPlace('83', '2021-07'),
    is: '100 without NN.03 832',
  },
  'what nobody reports for «không phân bổ» is not missed': {
    figures: twoDistricts,
    read: 'NN.03',
    at: aPlace('83', '2021-07'),
    is: '400',
  },
  'what somebody reports for «không phân bổ» counts': {
    figures: [...twoDistricts, 'NN.03 83-KPB 2021-07 official 5'],
    read: 'NN.03',
    at: aPlace('83', '2021-07'),
    is: '405',
  },
  'communes add up to their district, and so to the province': {
    figures: ['NN.03 83101 2021-07 official 1', 'NN.03 83102 2021-07 official 2', 'NN.03 832 2021-07 official 10'],
    read: 'NN.03',
    at: aPlace('83', '2021-07'),
    is: '13',
  },
  'a missing commune is named up to the province': {
    figures: ['NN.03 83101 2021-07 official 1', 'NN.03 832 2021-07 official 10'],
    read: 'NN.03',
    at: aPlace('83', '2021-07'),
    is: '11 without NN.03 83102',
  },
  'an area where nothing occurred counts as 0': {
    figures: ['NN.03 831 2021-07 official 7', 'NN.03 832 2021-07 official –'],
    read: 'NN.03',
    at: aPlace('83', '2021-07'),
    is: '7',
  },
  'an area to which it does not apply is left out': {
    figures: ['NN.03 831 2021-07 official 7', 'NN.03 832 2021-07 official ×'],
    read: 'NN.03',
    at: aPlace('83', '2021-07'),
    is: '7',
  },
  'what nobody said anywhere is absent under its own name': {
    figures: [],
    read: 'NN.03',
    at: aPlace('83', '2021-07'),
    is: 'absent NN.03',
  },
  'a rate is never summed': {
    figures: ['LD.05 831 2021-07 official 3', 'LD.05 832 2021-07 official 4'],
    read: 'LD.05',
    at: aPlace('83', '2021-07'),
    is: 'absent LD.05',
  },
  'what is published as it is is not recomputed': {
    figures: ['TC.01 83 2021-07 official 3'],
    read: 'CN.01',
    at: aPlace('83', '2021-07'),
    is: 'absent CN.01',
  },
  'a formula without one of its inputs is absent and names it': {
    figures: ['NN.01.1 83 2021-07 official 5'],
    read: 'NN.01',
    at: aPlace('83', '2021-07'),
    is: 'absent NN.01.2',
  },
  'a sum of amounts over partial inputs is partial': {
    figures: [...['831', '832'].map((area) => `NN.01.1 ${area} 2021-07 official 5`), 'NN.01.2 831 2021-07 official 1'],
    read: 'NN.01',
    at: aPlace('83', '2021-07'),
    is: '11 without NN.01.2 832',
  },
  'totals reported below win over a formula that lacks an input': {
    figures: ['NN.01.1 83 2021-07 official 5', 'NN.01 831 2021-07 official 6', 'NN.01 832 2021-07 official 7'],
    read: 'NN.01',
    at: aPlace('83', '2021-07'),
    is: '13',
  },
  'a narrowed reading takes its inputs narrowed alike': {
    figures: ['NN.03:dx 83 2021-07 official 70', 'NN.18:dx 83 2021-07 official 10'],
    read: 'NN.02:dx',
    at: aPlace('83', '2021-07'),
    is: '70',
  },
  'a total over its own members reads them as reported': {
    figures: ['SUM:nam 83 2021-07 official 3', 'SUM:nữ 83 2021-07 official 4'],
    read: 'SUM',
    at: aPlace('83', '2021-07'),
    is: '7',
  },
  'formulas in a circle are invalid and end': { figures: [], read: 'X', at: aPlace('83', '2021-07'), is: 'invalid X' },
  'a named vintage is read alone': {
    figures: chain,
    read: 'TC.01',
    at: aPlace('83', '2021-10', { vintage: 'estimate' }),
    is: '341.9',
  },
  'the best vintage is read by default': { figures: chain, read: 'TC.01', at: aPlace('83', '2021-10'), is: '352.6' },
  'the year to date follows the rule of revisions': {
    figures: chain,
    read: 'TC.01',
    at: aPlace('83', '2021-YTD11'),
    is: '3218.7',
  },
  'a year to date that was revised contains its last month’s revision': {
    figures: [...chain, 'TC.01 83 2021-YTD10 preliminary 2880.9'],
    read: 'TC.01',
    at: aPlace('83', '2021-YTD11'),
    is: '3218.7',
  },
  'a vintage that is not said counts as first said': {
    figures: chain.map((line) => line.replace('estimate', '-')),
    read: 'TC.01',
    at: aPlace('83', '2021-YTD11'),
    is: '3218.7',
  },
  'from an earlier year to date the months since are added': {
    figures: [...chain, 'TC.01 83 2021-12 estimate 100', 'TC.01 83 2021-11 official 340'],
    read: 'TC.01',
    at: aPlace('83', '2021'),
    is: '3320.9',
  },
  'a quarter after a year to date is added to it with its revision': {
    figures: months(['6M estimate 60', '06 estimate 10', '06 preliminary 13', 'Q3 estimate 30']),
    read: 'TC.01',
    at: aPlace('83', '2021-9M'),
    is: '93',
  },
  'a quarter after a year to date that was not revised is added to it': {
    figures: months(['6M estimate 60', '06 estimate 10', 'Q3 estimate 30']),
    read: 'TC.01',
    at: aPlace('83', '2021-9M'),
    is: '90',
  },
  'a year to date revised from an estimate that nobody knows has no value': {
    figures: months(['6M estimate 60', '06 preliminary 13', '07 estimate 10']),
    read: 'TC.01',
    at: aPlace('83', '2021-YTD07'),
    is: 'absent TC.01 2021-06 estimate',
  },
  'without an earlier year to date it starts in January': {
    figures: months(['01 estimate 10', '01 preliminary 11', '02 estimate 20', '03 estimate 30', '03 preliminary 31']),
    read: 'TC.01',
    at: aPlace('83', '2021-YTD03', { vintage: 'estimate' }),
    is: '61',
  },
  'a year to date without one month has no value': {
    figures: months(['01 estimate 10', '03 estimate 30']),
    read: 'TC.01',
    at: aPlace('83', '2021-YTD03'),
    is: 'absent TC.01 2021-02',
  },
  'a year adds up its quarters where months are absent': {
    figures: ['TC.01 83 2021-Q1 official 1', 'TC.01 83 2021-Q2 official 2', ...months(['H2 official 4'])],
    read: 'TC.01',
    at: aPlace('83', '2021'),
    is: '7',
  },
  'a quarter adds up its months, and is partial without one': {
    figures: months(['04 official 4', '06 official 6']),
    read: 'TC.01',
    at: aPlace('83', '2021-Q2'),
    is: '10 without TC.01 2021-05',
  },
  'a half-year takes a quarter for months that are absent': {
    figures: months(['Q3 official 5', '07 official 1', '10 official 1', '11 official 1', '12 official 1']),
    read: 'TC.01',
    at: aPlace('83', '2021-H2'),
    is: '8',
  },
  'a stock takes its end': {
    figures: ['DS.01 83 2021-05 official 5', 'DS.01 83 2021-06 official 6'],
    read: 'DS.01',
    at: aPlace('83', '2021-Q2'),
    is: '6',
  },
  'a stock without its end is absent': {
    figures: ['DS.01 83 2021-Q2 official 5', 'DS.01 83 2021-08 official 6'],
    read: 'DS.01',
    at: aPlace('83', '2021-Q3'),
    is: 'absent DS.01',
  },
  'the years to date of districts add up where the province has none': {
    figures: [
      ...months(['01 official 1']),
      'TC.01 831 2021-YTD02 official 5',
      'TC.01 832 2021-01 official 2',
      'TC.01 832 2021-02 official 3',
    ],
    read: 'TC.01',
    at: aPlace('83', '2021-YTD02'),
    is: '10',
  },
  'a plan is read at its own span first': {
    figures: ['TC.01 83 2021 plan 100', 'TC.01 83 2021-07 plan 8'],
    read: 'TC.01',
    at: aPlace('83', '2021-07', { scenario: { kind: 'plan', version: '' } }),
    is: '8',
  },
  'a plan of part of a year is that of the year': {
    figures: ['TC.01 83 2021 plan/HĐND 100', 'TC.01 83 2021 plan/UBND 90'],
    read: 'TC.01',
    at: aPlace('83', '2021-YTD07', { scenario: { kind: 'plan', version: '' } }),
    is: '100',
  },
  'a plan may be named by its issuer': {
    figures: ['TC.01 83 2021 plan/HĐND 100', 'TC.01 83 2021 plan/committee 90'],
    read: 'TC.01',
    at: aPlace('83', '2021', { scenario: { kind: 'plan', version: 'UBND' } }),
    is: '90',
  },
  'a plan that nobody set for the whole adds up over areas': {
    figures: ['TC.01 831 2021 plan 60', 'TC.01 832 2021 plan 30'],
    read: 'TC.01',
    at: aPlace('83', '2021-07', { scenario: { kind: 'plan', version: '' } }),
    is: '90',
  },
  'a plan is never added up from months': {
    figures: ['TC.01 83 2021-01 plan 1', 'TC.01 83 2021-02 plan 2'],
    read: 'TC.01',
    at: aPlace('83', '2021-YTD02', { scenario: { kind: 'plan', version: '' } }),
    is: 'absent TC.01',
  },
  'a formula may look at last year': {
    figures: ['TC.01 83 2021-07 official 110', 'TC.01 83 2020-07 official 100'],
    read: 'UP',
    at: aPlace('83', '2021-07'),
    is: '10',
  },
  'a code outside the catalogue has only what is reported': {
    figures: ['ZZ 831 2021-01 - 1', 'ZZ 83 2021-02 - 2', 'ZZ 83 2021-01 - 2'],
    read: 'ZZ',
    at: aPlace('83', '2021-YTD02'),
    is: 'absent ZZ',
  },
}

for (const [name, { figures, read, at, is }] of Object.entries(cases)) {
  test(name, () => {
    const reading = aReader(catalogue, figures).read(aReference(read), at)
    assert.equal(told(reading), is)
    assert.equal(reading.partial, is.includes('without'))
    assert.equal(reading.missing.length > 0, is.startsWith('absent') || reading.partial)
  })
}

function toFraction(dividend: string, divisor: string): string {
  return told({ outcome: aFormulaAtPlaces(`${dividend} / ${divisor}`).evaluate(() => ({ kind: 'absent' })) })
}

const world = [
  ...chain,
  ...twoDistricts,
  'TC.01 83 2020-11 official 300',
  'TC.01 83 2021-08 official 8',
  'TC.01 83 2021 plan/HĐND 3000',
  'TC.01 83 2020-YTD11 official 3000',
  'NN.03 83101 2021-07 official 60',
  'ZZ 83 2020-01 official 0',
  'ZZ 83 2021-01 estimate 1',
  'ZZ 83 2021-01 preliminary 2',
  'ZZ 83 2021-02 estimate 3',
  'ZZ 831 2021-02 - 5',
]

for (const [formula, at, is] of [
  ['previous([TC.01])', aPlace('83', '2021-11'), '352.6'],
  ['lastYear([TC.01])', aPlace('83', '2021-11'), '300'],
  ['growth([TC.01])', aPlace('83', '2021-11'), '12.6'],
  ['index([TC.01])', aPlace('83', '2021-11'), '112.6'],
  ['round(index([TC.01]; previous([TC.01])); 2)', aPlace('83', '2021-11'), '95.8'],
  ['ytd([TC.01])', aPlace('83', '2021-11'), '3218.7'],
  ['round(growth(ytd([TC.01])); 2)', aPlace('83', '2021-11'), '7.29'],
  ['round(ytd([TC.01]) / plan([TC.01]; "HĐND") * 100; 2)', aPlace('83', '2021-11'), '107.29'],
  ['ytd([TC.01]) - previous(ytd([TC.01]))', aPlace('83', '2021-11'), '348.5'],
  ['previous([TC.01])', aPlace('83', '2021-YTD11'), '2870.2'],
  ['vintage([TC.01]; "estimate")', aPlace('83', '2021-10'), '341.9'],
  ['vintage(previous([TC.01]); "estimate")', aPlace('83', '2021-11'), '341.9'],
  ['vintage([TC.01]; "official")', aPlace('83', '2021-10'), 'absent TC.01 official'],
  ['at([NN.03]; "831")', aPlace('83', '2021-07'), '100'],
  ['children([NN.03])', aPlace('83', '2021-07'), '400'],
  ['children([NN.03] / [NN.18])', aPlace('83', '2021-07'), '12.5'],
  ['children([NN.03])', aPlace('831', '2021-07'), '60 without NN.03 83102'],
  ['children([NN.03]) / 2', aPlace('831', '2021-07'), '30 without NN.03 83102'],
  ['round(children([NN.03]) * 1.5)', aPlace('831', '2021-07'), '90 without NN.03 83102'],
  ['[NN.03] / children([NN.03])', aPlace('831', '2021-07'), 'absent NN.03 83102'],
  ['max(children([NN.03]); 1)', aPlace('831', '2021-07'), 'absent NN.03 83102'],
  ['if(children([NN.03]) > 1; 1; 0)', aPlace('831', '2021-07'), 'absent NN.03 83102'],
  ['children([NN.03])', aPlace('83101', '2021-07'), 'notApplicable 83101'],
  ['share([NN.03])', aPlace('831', '2021-07'), '25'],
  ['share([NN.03]; [NN.18])', aPlace('831', '2021-07'), '500'],
  ['share([NN.03])', aPlace('83', '2021-07'), 'notApplicable 83'],
  ['growth([TC.01])', aPlace('83', '2021-10'), 'absent TC.01 2020-10'],
  ['vintage(plan([TC.01]); "official")', aPlace('83', '2021-08'), '3000'],
  ['growth([ZZ])', aPlace('83', '2021-01'), 'divisionByZero lastYear([ZZ])'],
  ['growth([ZZ]; previous([ZZ]))', aPlace('83', '2020-01'), 'absent ZZ 2019-12'],
  ['plan([TC.01])', aPlace('83', '2020-10'), 'absent TC.01 2020 plan'],
  ['geomean(2; 4; 8)', aPlace('83', '2021-10'), '4'],
  ['geomean(1.1; 1.21)', aPlace('83', '2021-10'), '1.1536897329871667016905988650479'],
  ['geomean(4; 0)', aPlace('83', '2021-10'), 'invalid'],
  ['geomean(4; -1; -1)', aPlace('83', '2021-10'), 'invalid'],
  ['ytd([ZZ])', aPlace('83', '2021-02'), '5'],
  ['children([ZZ])', aPlace('83', '2021-02'), '5 without ZZ 832'],
] as const) {
  test(`${formula} at ${at.area} ${at.period.label} is ${is}`, () => {
    const found = told(aReader(catalogue, world).evaluate(aFormulaAtPlaces(formula), at))
    assert.equal(formula.startsWith('geomean(1.1') ? found.slice(0, is.length) : found, is)
  })
}

test('a reading is derived down to the figures that were said', () => {
  const reading = aReader(catalogue, chain).read(aReference('TC.01'), aPlace('83', '2021-YTD11'))
  assert.equal(reading.how.kind, 'yearToDate')
  assert.ok(reading.how.kind === 'yearToDate' && !reading.how.isUnrevised)
  const values = reading.how.parts.map(({ how }) => (how.kind === 'reported' ? how.figure.value : undefined))
  assert.deepEqual(
    values.map((value) => value?.kind === 'number' && value.value),
    ['2870.2', '341.9', '352.6', '337.8'],
  )
})

test('a year to date whose month before has only its estimate says so', () => {
  const figures = chain.filter((line) => !line.includes('preliminary'))
  const reading = aReader(catalogue, figures).read(aReference('TC.01'), aPlace('83', '2021-YTD11'))
  assert.equal(told(reading), '3208')
  assert.ok(reading.how.kind === 'yearToDate' && reading.how.isUnrevised)
})

test('what is missing is listed as part of the whole that was asked for', () => {
  const reading = aReader(catalogue, twoDistricts.slice(0, 3)).read(aReference('NN.02'), aPlace('83', '2021-07'))
  assert.deepEqual(
    reading.missing.map(({ kind, area, reference }) => [kind, area, referenceText(reference)]),
    [['area', '832', 'NN.18']],
  )
})

test('reading twice gives the same reading, not a second one', () => {
  const reader = aReader(catalogue, world)
  const [place, reference] = [aPlace('83', '2021-YTD11'), aReference('TC.01')]
  assert.equal(reader.read(reference, place), reader.read(reference, place))
})
