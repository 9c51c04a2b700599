/**
 * Readings kept beside the figures they were derived from, for whoever reads in the same way: by the same catalogue, with the
 * same words counting and the same figures withheld, under the same adjustments. When a figure moves, those of its indicator
 * are let go of, and those of the indicators computed from it.
 */
import type { LaidAmount } from '#core/reading/adjusted-source.ts'
import type { ReadingsByCode } from '#core/reading/reader.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { dependenciesIn } from './catalogue-formulas.ts'
import { digest } from './digest.ts'
import type { Choosing, ReportedOrigin } from './recorded-figure.ts'

/** Of all ways together; then those of ways that nobody uses any more go too. */
const mostReadings = 100_000

export interface WayOfReading {
  /** One object for as long as the catalogue says the same. */
  readonly catalogue: Catalogue
  readonly choosing: Choosing
  readonly amounts: readonly LaidAmount[]
}

interface OfOneWay {
  readonly catalogue: Catalogue
  readonly byCode: ReadingsByCode<ReportedOrigin>
}

/** By the way of reading. */
export type KeptReadings = Map<string, OfOneWay>

/** The reader adds to them. */
export function keptReadings(kept: KeptReadings, way: WayOfReading): ReadingsByCode<ReportedOrigin> {
  if (countOf(kept) > mostReadings) kept.clear()
  const key = keyOf(way)
  const ofWay = kept.get(key) ?? { catalogue: way.catalogue, byCode: new Map() }
  kept.set(key, ofWay)
  return ofWay.byCode
}

/** Without what hangs on these indicators. What is left is shared with the readings that go on without the move. */
export function readingsWithout(kept: KeptReadings, indicatorIds: ReadonlySet<number>): KeptReadings {
  return new Map(
    [...kept].map(([key, { catalogue, byCode }]) => {
      const moved = [...catalogue.indicators.values()].filter(({ id }) => indicatorIds.has(id)).map(({ code }) => code)
      const rest = new Map(byCode)
      for (const code of [...moved, ...dependenciesIn(catalogue).dependentsOf(moved)]) rest.delete(code)
      return [key, { catalogue, byCode: rest }]
    }),
  )
}

function countOf(kept: KeptReadings): number {
  let count = 0
  for (const { byCode } of kept.values()) for (const { size } of byCode.values()) count += size
  return count
}

const numbers = new WeakMap<Catalogue, number>()
let last = 0

function numberOf(catalogue: Catalogue): number {
  const known = numbers.get(catalogue)
  if (known !== undefined) return known
  last += 1
  numbers.set(catalogue, last)
  return last
}

function keyOf({ catalogue, choosing, amounts }: WayOfReading): string {
  const { orders, pending, viewerAgencyId } = choosing
  const way = [
    numberOf(catalogue),
    [...orders.preferred],
    [...orders.assigned].map(([indicatorId, byArea]) => [indicatorId, [...byArea]]),
    [...orders.chosen].map(([slot, byArea]) => [slot, [...byArea]]),
    pending.size > 0 ? [viewerAgencyId, [...pending].map(([indicatorId, bySpan]) => [indicatorId, [...bySpan]])] : null,
    amounts,
  ]
  return digest(way)
}
