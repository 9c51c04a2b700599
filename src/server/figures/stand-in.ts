/**
 * What stands in for the figure of a leaf that gave none for a span of several months: its months, where it gave them
 * all. Told here as the reading engine tells it for one area (core/reading/to-date.ts, over-time.ts), so that sums of
 * many leaves need no reading of each; a leaf of which any of this is not so is left to the engine.
 */
import type { Indicator } from '#core/indicator/indicator.ts'
import { monthOf, monthsOf, yearToDate } from '#core/period/period.ts'
import type { Span } from '#core/period/span.ts'
import type { ReadingPlace } from '#core/reading/place.ts'

export interface StandIn {
  /** Added up; every one must be a number or «không phát sinh». */
  readonly months: readonly Span[]
  /** A figure for one of these would be taken before the months. */
  readonly before: readonly Span[]
}

export function standInAt(indicator: Indicator, { period, scenario, vintage }: ReadingPlace): StandIn | undefined {
  const { nature, formula, isPublishedAsIs } = indicator
  const months = monthsOf(period)
  if (scenario.kind === 'plan' || vintage !== 'best' || months.length === 1 || isPublishedAsIs || formula !== '') return
  if (nature === 'stock') return { months: months.slice(-1).map(({ span }) => span), before: [] }
  if (nature !== 'flow') return
  const isSinceJanuary = months.length === monthOf(period)
  const earlier = isSinceJanuary ? months.slice(1, -1) : []
  return { months: months.map(({ span }) => span), before: earlier.map((month) => yearToDate(month).span) }
}
