/**
 * Readings kept beside the figures they were derived from, for whoever reads in the same way: by the same catalogue, with the
 * same words counting and the same figures withheld, under the same adjustments. When a figure moves they are let go of.
 */
import type { LaidAmount } from '#core/reading/adjusted-source.ts'
import type { Reading } from '#core/reading/reading.ts'
import type { KnownFigures } from './known-figures.ts'
import type { ReadAreas } from './reading-catalogue.ts'
import type { Choosing, ReportedOrigin } from './recorded-figure.ts'
import { digest } from './way-of-sums.ts'

/** Of all ways together; then those of ways that nobody uses any more go too. */
const mostReadings = 100_000

export interface WayOfReading {
  /** One object for as long as the catalogue says the same. */
  readonly areas: ReadAreas
  readonly choosing: Choosing
  readonly amounts: readonly LaidAmount[]
}

/** By the reader's own keys; the reader adds to them. */
export function keptReadings(known: KnownFigures, way: WayOfReading): Map<string, Reading<ReportedOrigin>> {
  const all = [...known.readings.values()].reduce((count, { size }) => count + size, 0)
  if (all > mostReadings) known.readings.clear()
  const key = keyOf(way)
  const kept = known.readings.get(key) ?? new Map<string, Reading<ReportedOrigin>>()
  known.readings.set(key, kept)
  return kept
}

const numbers = new WeakMap<ReadAreas, number>()
let last = 0

function numberOf(areas: ReadAreas): number {
  const known = numbers.get(areas)
  if (known !== undefined) return known
  last += 1
  numbers.set(areas, last)
  return last
}

function keyOf({ areas, choosing, amounts }: WayOfReading): string {
  const { orders, unreleased, viewerAgencyId } = choosing
  const way = [
    numberOf(areas),
    [...orders.preferred],
    [...orders.assigned].map(([indicatorId, byArea]) => [indicatorId, [...byArea]]),
    [...orders.chosen].map(([slot, byArea]) => [slot, [...byArea]]),
    unreleased.size > 0 ? [viewerAgencyId, [...unreleased]] : null,
    amounts,
  ]
  return digest(way)
}
