import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { worldAreas, worldCatalogue, worldCodes, worldFigures } from '#test/builders/reading-world.ts'
import { aFigure, aPlace, aReference, told } from '#test/builders/readings.ts'
import type { AreaCode } from '../indicator/indicator.ts'
import { yearOf } from '../period/period.ts'
import { type ListedFigure, listedSource } from './listed-source.ts'
import { openReader } from './reader.ts'
import type { FigureSource } from './source.ts'

function areasBelow(area: AreaCode): readonly AreaCode[] {
  return worldCatalogue.childrenOf(area).flatMap((child) => [child, ...areasBelow(child)])
}

/** It knows who speaks, and counts the areas it was asked about. */
function knowing(figures: readonly ListedFigure[], asked = new Set<string>()): FigureSource<ListedFigure> {
  const source = listedSource(figures)
  return {
    figureAt: (reference, place) => {
      asked.add(place.area)
      return source.figureAt(reference, place)
    },
    isSilentBelow: ({ code }, { area, period }) => {
      const below = areasBelow(area)
      return !figures.some(
        (one) => one.reference.code === code && yearOf(one.period) === yearOf(period) && below.includes(one.area),
      )
    },
  }
}

const periods = ['2021-07', '2021-Q1', '2021-YTD05', '2021-6M', '2021', '2020']

test('a source that knows where nobody has spoken gives the readings of one that does not', () =>
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(25), (seed, count) => {
      const figures = worldFigures(seed, count).map(aFigure)
      const [one, other] = [knowing(figures), listedSource(figures)].map((source) => openReader(worldCatalogue, source))
      for (const code of worldCodes)
        for (const area of worldAreas)
          for (const label of periods) {
            const read = (reader = one) => reader && told(reader.read(aReference(code), aPlace(area, label)))
            assert.equal(read(), read(other), `${code} ${area} ${label}`)
          }
    }),
    { numRuns: 60 },
  ))

for (const [name, code, lines, expected] of [
  ['nobody speaks below', 'A', ['A 83 2021-01 estimate 1'], ['83']],
  ['nor of what its formula adds up', 'T', ['A 83 2021-01 estimate 1'], ['83']],
  ['somebody speaks of what its formula adds up', 'T', ['A 83101 2021-01 estimate 1'], worldAreas],
] as const)
  test(`${name}: these areas are asked about`, () => {
    const asked = new Set<string>()
    openReader(worldCatalogue, knowing(lines.map(aFigure), asked)).read(aReference(code), aPlace('83', '2021-07'))
    assert.deepEqual([...asked].sort(), [...expected].sort())
  })
