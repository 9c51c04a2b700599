/**
 * A figure of a longer span from the shorter ones within it, at one area: a flow adds up those that tile it, a stock
 * takes the one at its end. A quarter or another reported span stands in for months that nobody gave.
 */

import { totalOverSpan } from '../aggregation/over-span.ts'
import type { Reference } from '../formula/formula.ts'
import type { Nature } from '../indicator/indicator.ts'
import { keptWith, monthsOf, type Period, periodsOfSpan } from '../period/period.ts'
import { sameSpan, spanOf } from '../period/span.ts'
import { invariant } from '../quantity/invariant.ts'
import { type Derived, type Engine, reportedAt } from './derivation.ts'
import { missingOf } from './missing.ts'
import type { ReadingPlace } from './place.ts'
import type { Reading } from './reading.ts'

/** Nothing for a rate, for a single month, and where nothing within the span is reported at this very area. */
export function overTime<Origin>(
  engine: Engine<Origin>,
  nature: Nature,
  { reference, place }: { readonly reference: Reference; readonly place: ReadingPlace },
): (Derived<Origin> & { readonly parts: readonly Reading<Origin>[] }) | undefined {
  const months = monthsOf(place.period)
  if (nature === 'rate' || months.length === 1) return undefined
  const at = (period: Period): ReadingPlace => ({ ...place, period })
  const within = spansWithin(place.period)
  const looked = nature === 'stock' ? endingsOf(within) : within.flat()
  const reported = new Set(looked.filter((period) => period && reportedAt(engine, reference, at(period))))
  if (reported.size === 0) return undefined
  const tiles = nature === 'stock' ? endOf(within, reported) : tilesOf(within, reported)
  if (!tiles.some((tile) => reported.has(tile))) return undefined
  const parts = tiles.map((tile): Reading<Origin> => engine.read(reference, at(tile)))
  const spans = parts.map(({ place: { period }, outcome }) => ({ span: period.span, outcome }))
  const summed = totalOverSpan({ nature, whole: place.period.span, parts: spans })
  invariant(summed.ok, 'tiles lie within the whole and apart')
  return { outcome: summed.total.outcome, missing: missingOf(parts, place), how: { kind: 'overTime', parts }, parts }
}

/** `within[first][last]`: the named period from one month to another, both counted from the start of the whole. */
type Within = readonly (readonly (Period | undefined)[])[]

/** Those of them that somebody has reported. */
type Reported = ReadonlySet<Period | undefined>

const spansWithin = keptWith((whole: Period): Within => {
  const months = monthsOf(whole)
  return months.map((first, from) =>
    months.map((last, to) => {
      if (to < from) return undefined
      const [named] = periodsOfSpan(spanOf(whole.calendar, first.span.from, last.span.to))
      return named && !sameSpan(named.span, whole.span) ? named : undefined
    }),
  )
})

/** Those that end with the whole, the longest first. */
function endingsOf(within: Within): Period[] {
  return within.flatMap((row) => row.at(-1) ?? [])
}

/** The shortest reported span that ends with the whole; the last month where there is none. */
function endOf(within: Within, reported: Reported): readonly Period[] {
  const ending = endingsOf(within).reverse()
  const end = ending.find((period) => reported.has(period)) ?? ending[0]
  return end ? [end] : []
}

interface Tiling {
  readonly tiles: readonly Period[]
  readonly absent: number
}

/** The tiles that leave the fewest months without a figure, and among those the shortest ones. */
function tilesOf(within: Within, reported: Reported): readonly Period[] {
  let best: readonly (Tiling | undefined)[] = [{ tiles: [], absent: 0 }]
  for (let to = 0; to < within.length; to++) {
    const ending = within.slice(0, to + 1).flatMap((row, from): Tiling[] => {
      const [tile, rest] = [row[to], best[from]]
      const isMonth = from === to
      if (!tile || !rest || !(isMonth || reported.has(tile))) return []
      return [{ tiles: [...rest.tiles, tile], absent: rest.absent + (reported.has(tile) ? 0 : 1) }]
    })
    const better = (a: Tiling, b: Tiling) => a.absent - b.absent || b.tiles.length - a.tiles.length
    best = [...best, ending.sort(better)[0]]
  }
  return best.at(-1)?.tiles ?? []
}
