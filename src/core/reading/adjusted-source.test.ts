import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aCatalogue, aFigure, anIndicator, aPlace, aReference, told } from '#test/builders/readings.ts'
import { totalOverAreas } from '../aggregation/total.ts'
import { absent } from '../quantity/cell-value.ts'
import { type DecimalText, exact, plus, toText } from '../quantity/exact.ts'
import { adjustedSource, type LaidAmount } from './adjusted-source.ts'
import { listedSource } from './listed-source.ts'
import { openReader } from './reader.ts'
import type { FigureSource } from './source.ts'

const catalogue = aCatalogue([anIndicator('A'), anIndicator('B'), anIndicator('T', { formula: '[A] + [B]' })], {
  '831': '83',
  '832': '83',
  '83101': '831',
  '83102': '831',
  '83-KPB': '83',
})

/** `A 83101 2021-07 -2`: over the best vintage. */
function anAmount(line: string): LaidAmount {
  const [code = '', area = '', label = '', amount = ''] = line.split(' ')
  return { reference: aReference(code), place: aPlace(area, label), amount: amount as DecimalText }
}

function reading(lines: readonly string[], amounts: readonly string[], sumsItself = false) {
  const listed = listedSource(lines.map(aFigure))
  const source = sumsItself ? withSums(listed) : listed
  return openReader(catalogue, adjustedSource(source, amounts.map(anAmount), catalogue))
}

/** As the database does: the figures of record of the areas directly below. */
function withSums<Origin>(source: FigureSource<Origin>): FigureSource<Origin> {
  return {
    ...source,
    totalOfChildren: (reference, place) => {
      const children = catalogue.childrenOf(place.area)
      if (children.length === 0) return undefined
      return totalOverAreas(
        new Map(children.map((area) => [area, source.figureAt(reference, { ...place, area })?.value ?? absent])),
      )
    },
  }
}

const july = ['A 83101 2021-07 official 10', 'A 83102 2021-07 official 5', 'A 832 2021-07 official 100']

for (const [name, lines, amounts, at, expected] of [
  [
    'a figure takes the amounts over it',
    july,
    ['A 832 2021-07 -2', 'A 832 2021-07 0.5'],
    ['A', '832', '2021-07'],
    '98.5',
  ],
  ['so does every sum over its area', july, ['A 832 2021-07 -2'], ['A', '83', '2021-07'], '113'],
  ['through two levels', july, ['A 83101 2021-07 3'], ['A', '83', '2021-07'], '118'],
  ['and over a sum itself', july, ['A 831 2021-07 3'], ['A', '83', '2021-07'], '118'],
  [
    'and the formula that reads it',
    [...july, 'B 832 2021-07 official 1'],
    ['A 832 2021-07 3'],
    ['T', '832', '2021-07'],
    '104',
  ],
  [
    'a year to date from its months',
    ['A 832 2021-01 official 4', 'A 832 2021-02 official 5'],
    ['A 832 2021-02 1'],
    ['A', '832', '2021-YTD02'],
    '10',
  ],
  [
    'what is derived takes amounts of its own',
    ['A 832 2021-01 official 4', 'A 832 2021-02 official 5'],
    ['A 832 2021-YTD02 1'],
    ['A', '832', '2021-YTD02'],
    '10',
  ],
  [
    'a declared nothing counts as zero',
    ['A 832 2021-07 official –'],
    ['A 832 2021-07 3'],
    ['A', '832', '2021-07'],
    '3',
  ],
  ['what nobody said takes none', [], ['A 832 2021-07 3'], ['A', '832', '2021-07'], 'absent A'],
  ['another period is untouched', july, ['A 832 2021-08 3'], ['A', '832', '2021-07'], '100'],
] as const)
  for (const sumsItself of [false, true])
    test(`${name}${sumsItself ? ', where the source sums areas itself' : ''}`, () => {
      const [code, area, label] = at
      assert.equal(told(reading(lines, amounts, sumsItself).read(aReference(code), aPlace(area, label))), expected)
    })

test('what was said before stays beside the number, with the figure it came from', () => {
  const it = reading(july, ['A 832 2021-07 -2']).read(aReference('A'), aPlace('832', '2021-07'))
  assert.deepEqual([told(it), it.said && told({ outcome: it.said }), it.how.kind], ['98', '100', 'reported'])
})

test('areas taken together take their amounts, and name those that have nothing', () => {
  const it = reading(['A 832 2021-07 official 100'], ['A 832 2021-07 3']).together(
    aReference('A'),
    aPlace('', '2021-07'),
    ['831', '832', '83-KPB'] as never,
  )
  assert.equal(told(it), '103 without A 831')
})

const leaves = ['83101', '83102', '832'] as const
const months = ['2021-01', '2021-02', '2021-03'] as const
const someFigures = fc.array(
  fc.record({
    area: fc.constantFrom(...leaves),
    month: fc.constantFrom(...months),
    value: fc.integer({ min: 0, max: 1000 }),
    amount: fc.option(fc.integer({ min: -50, max: 50 })),
  }),
  { maxLength: 9 },
)

test('every reading is that of the same figures with the amounts in them', () =>
  fc.assert(
    fc.property(someFigures, fc.boolean(), (drawn, sumsItself) => {
      const figures = [...new Map(drawn.map((one) => [`${one.area} ${one.month}`, one])).values()]
      const line = (area: string, month: string, value: string) => `A ${area} ${month} official ${value}`
      const laid = reading(
        figures.map((f) => line(f.area, f.month, String(f.value))),
        figures.flatMap((f) => (f.amount === null ? [] : [`A ${f.area} ${f.month} ${f.amount}`])),
        sumsItself,
      )
      const within = reading(
        figures.map((f) => {
          return line(f.area, f.month, toText(plus(exact(String(f.value)), exact(String(f.amount ?? 0)))))
        }),
        [],
      )
      for (const area of ['83', '831', ...leaves])
        for (const label of [...months, '2021-YTD03', '2021-Q1'])
          assert.equal(
            told(laid.read(aReference('A'), aPlace(area, label))),
            told(within.read(aReference('A'), aPlace(area, label))),
          )
    }),
  ))
