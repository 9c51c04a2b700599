import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { worldAreas, worldCatalogue, worldCodes, worldFigures } from '#test/builders/reading-world.ts'
import {
  aCatalogue,
  aFigure,
  aFormulaAtPlaces,
  anIndicator,
  aPlace,
  aReference,
  told,
} from '#test/builders/readings.ts'
import { totalOverAreas } from '../aggregation/total.ts'
import { referenceText } from '../formula/formula.ts'
import type { Shift } from '../formula/viewpoint.ts'
import { periodsOfYear } from '../period/period.ts'
import { plus, toText } from '../quantity/exact.ts'
import { combine, type Outcome } from '../quantity/outcome.ts'
import { listedSource } from './listed-source.ts'
import { openReader } from './reader.ts'
import type { Reading } from './reading.ts'
import { shiftedPlace } from './shifted-place.ts'

const indicators = [
  anIndicator('A'),
  anIndicator('B'),
  anIndicator('Y', { nature: 'rate', areaAggregation: 'formula', formula: '[A] * 10 / [B]' }),
]

/** Areas p0, p1 … below the province, each with communes below. */
function aTree(widths: readonly number[]): Readonly<Record<string, string>> {
  const communes = widths.flatMap((width, n) => Array.from({ length: width }, (_, m) => [`p${n}c${m}`, `p${n}`]))
  return Object.fromEntries([...widths.map((_, n) => [`p${n}`, 'p']), ...communes])
}

const someWidths = fc.array(fc.nat(4), { minLength: 1, maxLength: 5 })
const aValue = fc.oneof(
  fc.constantFrom('–', '×'),
  fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
)

/** Figures for the areas without areas below, some left out. */
const aWorld = someWidths.chain((widths) => {
  const tree = aTree(widths)
  const leaves = Object.keys(tree).filter((area) => !Object.values(tree).includes(area))
  const perArea = fc.tuple(fc.option(aValue, { freq: 4 }), fc.option(aValue, { freq: 4 }))
  return fc.array(perArea, { minLength: leaves.length, maxLength: leaves.length }).map((values) => ({
    tree,
    leaves,
    lines: leaves.flatMap((area, n) =>
      ['A', 'B'].flatMap((code, at) => {
        const value = values[n]?.[at]
        return value ? [`${code} ${area} 2021-07 official ${value.replace('-0.', '-1.')}`] : []
      }),
    ),
  }))
})

const whole = aPlace('p', '2021-07')

function summary(reading: Reading): readonly unknown[] {
  const names = reading.missing.map((part) => `${part.kind} ${referenceText(part.reference)} ${part.area}`)
  return [told(reading).split(' without ')[0], reading.partial, names.sort()]
}

test('growth of growth of growth … takes no longer with every level than the one before', () => {
  const reader = openReader(aCatalogue(indicators, aTree([1])), listedSource([]))
  const took = [1, 23].map((levels) => {
    const formula = aFormulaAtPlaces(`${'growth('.repeat(levels)}[A]${')'.repeat(levels)}`)
    const before = performance.now()
    reader.evaluate(formula, whole)
    return performance.now() - before
  })
  assert.ok(
    took.every((milliseconds) => milliseconds < 4000),
    took.join(', '),
  )
})

const shifts: Readonly<Record<string, Shift>> = {
  'previous(@)': { kind: 'previous' },
  'lastYear(@)': { kind: 'lastYear' },
  'plan(@)': { kind: 'plan', version: '' },
  'plan(@; "HĐND")': { kind: 'plan', version: 'HĐND' },
  'at(@; "831")': { kind: 'at', area: '831' },
  'vintage(@; "estimate")': { kind: 'vintage', vintage: 'estimate' },
  'vintage(@; "official")': { kind: 'vintage', vintage: 'official' },
}

test('shifts one within another read at the place they lead to, also beside one another', () => {
  const chain = fc.array(fc.constantFrom(...Object.keys(shifts)), { maxLength: 5 })
  fc.assert(
    fc.property(fc.nat(2 ** 31 - 1), chain, chain, (seed, one, two) => {
      const reader = openReader(worldCatalogue, listedSource(worldFigures(seed, 400).map(aFigure)))
      const start = aPlace('83', '2021-YTD05')
      const nested = (of: readonly string[]) => of.reduceRight((inner, shape) => shape.replace('@', inner), '[A]')
      const there = (of: readonly string[]) =>
        of.reduce((at, shape) => shiftedPlace(at, shifts[shape] ?? { kind: 'previous' }, worldCatalogue) ?? at, start)
      const { outcome } = reader.evaluate(aFormulaAtPlaces(`${nested(one)} + ${nested(two)}`), start)
      const [left, right] = [one, two].map((each) => reader.read(aReference('A'), there(each)).outcome)
      assert.ok(left && right)
      assert.deepEqual(valueIn(outcome), valueIn(combine(left, right, plus)))
    }),
    { numRuns: 300 },
  )
})

function valueIn(outcome: Outcome): string {
  return outcome.kind === 'number' ? toText(outcome.value) : outcome.reason
}

test('the order of areas and of figures changes nothing', () => {
  fc.assert(
    fc.property(aWorld, fc.infiniteStream(fc.nat()), ({ tree, lines }, numbers) => {
      const shuffled = <T>(items: readonly T[]): readonly T[] =>
        [...items]
          .map((item) => [numbers.next().value ?? 0, item] as const)
          .sort(([a], [b]) => a - b)
          .map(([, item]) => item)
      const given = aCatalogue(indicators, tree)
      const other = {
        ...given,
        childrenOf: (area: Parameters<typeof given.childrenOf>[0]) => shuffled(given.childrenOf(area)),
      }
      for (const code of ['A', 'B', 'Y']) {
        const read = openReader(given, listedSource(lines.map(aFigure))).read(aReference(code), whole)
        const again = openReader(other, listedSource(shuffled(lines).map(aFigure))).read(aReference(code), whole)
        if (read.outcome.kind === 'none' && read.outcome.reason !== 'absent') {
          assert.equal(again.outcome.kind === 'none' && again.outcome.reason, read.outcome.reason)
        } else if (read.outcome.kind === 'number') assert.deepEqual(summary(again), summary(read))
        else assert.deepEqual(summary(again).slice(1), summary(read).slice(1))
      }
    }),
  )
})

test('the total of the whole is the total of its parts, and lacks what they lack', () => {
  fc.assert(
    fc.property(aWorld, ({ tree, lines, leaves }) => {
      const reader = openReader(aCatalogue(indicators, tree), listedSource(lines.map(aFigure)))
      const total = reader.read(aReference('A'), whole)
      const flat = aCatalogue(indicators, Object.fromEntries(leaves.map((leaf) => [leaf, 'p'])))
      const flatTotal = openReader(flat, listedSource(lines.map(aFigure))).read(aReference('A'), whole)
      if (flatTotal.outcome.kind === 'number') assert.equal(summary(total)[0], summary(flatTotal)[0])
      assert.equal(total.outcome.kind, flatTotal.outcome.kind)
      assert.equal(total.partial, flatTotal.partial)
    }),
  )
})

test('no ratio is drawn from a total that lacks a part', () => {
  fc.assert(
    fc.property(aWorld, ({ tree, lines }) => {
      const reader = openReader(aCatalogue(indicators, tree), listedSource(lines.map(aFigure)))
      const [a, b, ratio] = ['A', 'B', 'Y'].map((code) => reader.read(aReference(code), whole))
      if (a?.partial || b?.partial) assert.equal(ratio?.outcome.kind, 'none')
      assert.equal(ratio?.partial, false)
    }),
  )
})

test('a source that sums areas itself gives the same totals as the engine', () => {
  fc.assert(
    fc.property(aWorld, ({ tree, lines }) => {
      const catalogue = aCatalogue(indicators, tree)
      const own = listedSource(lines.map(aFigure))
      const reader = openReader(catalogue, own)
      const summing = openReader(catalogue, {
        ...own,
        totalOfChildren: (reference, place) => {
          const values = catalogue.childrenOf(place.area).map((area) => {
            return [area, own.figureAt(reference, { ...place, area })?.value ?? { kind: 'absent' as const }] as const
          })
          return totalOverAreas(new Map(values))
        },
      })
      const [read, summed] = [reader, summing].map((each) => each.read(aReference('A'), whole))
      assert.ok(read && summed)
      if (read.outcome.kind === 'number') assert.deepEqual(summary(summed), summary(read))
      else assert.equal(summed.outcome.kind, 'none')
    }),
  )
})

test('whatever the figures, reading twice and in another order of questions gives the same', () => {
  const places = ['2021-05', '2021-YTD05', '2021-Q2', '2021'].flatMap((label) =>
    worldAreas.map((area) => aPlace(area, label)),
  )
  const questions = worldCodes.flatMap((code) => places.map((place) => [aReference(code), place] as const))
  fc.assert(
    fc.property(fc.nat(2 ** 31 - 1), fc.nat(300), (seed, count) => {
      const figures = worldFigures(seed, count).map(aFigure)
      const [one, two] = [
        openReader(worldCatalogue, listedSource(figures)),
        openReader(worldCatalogue, listedSource(figures)),
      ]
      const first = questions.map(([reference, place]) => summary(one.read(reference, place)))
      const second = [...questions].reverse().map(([reference, place]) => summary(two.read(reference, place)))
      assert.deepEqual(second.reverse(), first)
      assert.deepEqual(
        questions.map(([reference, place]) => summary(one.read(reference, place))),
        first,
      )
    }),
    { numRuns: 30 },
  )
})

test('month by month or from any earlier year to date, the year to date is the same', () => {
  const amount = fc.integer({ min: 0, max: 100_000 })
  const aYear = fc.array(fc.tuple(amount, amount), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(aYear, fc.integer({ min: 3, max: 12 }), fc.integer({ min: 2, max: 11 }), (reports, at, from) => {
      fc.pre(from < at)
      const months = periodsOfYear('month', 2021, 'statistical').slice(0, at)
      const lines = months.flatMap(({ label }, n) => {
        const [estimate, revised] = reports[n] ?? [0, 0]
        return [`A p ${label} estimate ${estimate}`, ...(n + 1 < at ? [`A p ${label} preliminary ${revised}`] : [])]
      })
      const known = reports.slice(0, from - 1).reduce((sum, [, revised]) => sum + revised, reports[from - 1]?.[0] ?? 0)
      const toDate = `A p 2021-YTD${String(from).padStart(2, '0')} estimate ${known}`
      const place = aPlace('p', `2021-YTD${String(at).padStart(2, '0')}`)
      const [unfolded, chained] = [lines, [...lines, toDate]].map((all) =>
        told(openReader(aCatalogue(indicators, {}), listedSource(all.map(aFigure))).read(aReference('A'), place)),
      )
      assert.equal(chained, unfolded)
    }),
  )
})
