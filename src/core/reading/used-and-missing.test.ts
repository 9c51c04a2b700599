/** What a reading says it used, and what it says it lacks, are exactly that: laws over random figures. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { worldAreas, worldCatalogue, worldCodes, worldFigures } from '#test/builders/reading-world.ts'
import { aFigure, aFormulaAtPlaces, aPlace } from '#test/builders/readings.ts'
import { number } from '../quantity/cell-value.ts'
import { toText } from '../quantity/exact.ts'
import { type ListedFigure, listedSource } from './listed-source.ts'
import { openReader } from './reader.ts'
import type { Computation, Derivation, MissingPart } from './reading.ts'

const places = ['2021-05', '2021-YTD05', '2021-Q2', '2021-6M', '2021'].flatMap((label) =>
  worldAreas.map((area) => aPlace(area, label)),
)
const asked = ['@', 'ytd(@)', 'plan(@)', 'vintage(@; "estimate")', 'growth(@)', 'share(@)', 'previous(@) + @']
const formulas = worldCodes.flatMap((code) => asked.map((each) => aFormulaAtPlaces(each.replaceAll('@', `[${code}]`))))

function computedAll(figures: readonly ListedFigure[]): readonly Computation<ListedFigure>[] {
  const reader = openReader(worldCatalogue, listedSource(figures))
  return formulas.flatMap((formula) => places.map((place) => reader.evaluate(formula, place)))
}

function computedAgain(at: number, figures: readonly ListedFigure[]): Computation {
  const formula = formulas[Math.floor(at / places.length)]
  const place = places[at % places.length]
  assert.ok(formula && place)
  return openReader(worldCatalogue, listedSource(figures)).evaluate(formula, place)
}

function used(how: Derivation<ListedFigure>): readonly ListedFigure[] {
  if (how.kind === 'reported') return [how.figure.origin]
  return how.kind === 'none' ? [] : [...new Set(how.parts.flatMap((part) => used(part.how)))]
}

/** A missing figure, said: where no vintage is asked for, in the best one. */
function said({ reference, area, period, scenario, vintage }: MissingPart): ListedFigure {
  const word = scenario.kind === 'plan' ? null : vintage === 'best' ? 'official' : vintage
  return { reference, area, period, scenario, vintage: word, value: number('3') }
}

const aSeed = fc.nat(2 ** 31 - 1)
const aCount = fc.nat(300)

/** The number, or why there is none; without the names of what is missing. */
function summary({ outcome, partial }: Computation): readonly unknown[] {
  return [outcome.kind === 'number' ? toText(outcome.value) : outcome.reason, partial]
}

test('the figures that were used give the same alone', () => {
  fc.assert(
    fc.property(aSeed, aCount, (seed, count) => {
      const figures = worldFigures(seed, count).map(aFigure)
      for (const [at, whole] of computedAll(figures).entries()) {
        assert.deepEqual(summary(computedAgain(at, used(whole.how))), summary(whole))
      }
    }),
    { numRuns: 10 },
  )
})

/** Said as often as it is told: a figure may open another way of coming to the reading, which lacks others. */
function completed(at: number, figures: readonly ListedFigure[], times = 4): Computation {
  const found = computedAgain(at, figures)
  return found.missing.length === 0 || times === 0
    ? found
    : completed(at, [...figures, ...found.missing.map(said)], times - 1)
}

test('when what was missing is said, nothing is missing', () => {
  fc.assert(
    fc.property(aSeed, aCount, (seed, count) => {
      const figures = worldFigures(seed, count).map(aFigure)
      for (const [at, { missing, outcome, partial }] of computedAll(figures).entries()) {
        const isLacking = partial || (outcome.kind === 'none' && outcome.reason === 'absent')
        assert.equal(missing.length > 0, isLacking)
        if (!isLacking) continue
        const complete = completed(at, figures)
        assert.deepEqual([complete.partial, complete.missing], [false, []])
      }
    }),
    { numRuns: 10 },
  )
})
