/** Where in the figures each reading of a table looks, and what a comparison is drawn against. */
import type { AreaCode } from '../indicator/indicator.ts'
import { type Period, previousPeriod, samePeriodLastYear, yearOf, yearPeriod, yearToDate } from '../period/period.ts'
import type { ReadingPlace } from '../reading/place.ts'
import type { Comparison, TableReading } from './definition.ts'

/** As plans are asked for: by the name of who issued them; '' is whichever is in force. */
const issuers = {
  plan: '',
  'plan-central': 'Trung ương',
  'plan-council': 'HĐND',
  'plan-committee': 'UBND',
  'plan-aspiration': 'phấn đấu',
} as const

interface At {
  readonly area: AreaCode
  readonly period: Period
}

export function placeOfReading(reading: TableReading, { area, period }: At): ReadingPlace {
  const actual = (at: Period, vintage: ReadingPlace['vintage'] = 'best'): ReadingPlace => ({
    area,
    period: at,
    scenario: { kind: 'actual' },
    vintage,
  })
  switch (reading) {
    case 'best':
    case 'estimate':
    case 'preliminary':
    case 'official':
      return actual(period, reading)
    case 'ytd':
      return actual(yearToDate(period))
    case 'previous':
      return actual(previousPeriod(period))
    case 'last-year':
      return actual(samePeriodLastYear(period))
    case 'plan':
    case 'plan-central':
    case 'plan-council':
    case 'plan-committee':
    case 'plan-aspiration': {
      const year = yearPeriod(yearOf(period), period.calendar)
      return { area, period: year, scenario: { kind: 'plan', version: issuers[reading] }, vintage: 'best' }
    }
  }
}

/** A share is of the area above; the topmost area is the whole itself. */
export function baseOf(
  comparison: Comparison,
  place: ReadingPlace,
  parentOf: (area: AreaCode) => AreaCode | undefined,
): ReadingPlace {
  switch (comparison) {
    case 'last-year':
      return { ...place, period: samePeriodLastYear(place.period) }
    case 'previous':
      return { ...place, period: previousPeriod(place.period) }
    case 'share':
      return { ...place, area: parentOf(place.area) ?? place.area }
  }
}

/** The figures that are a base themselves are not compared again. */
export function isCompared(reading: TableReading): boolean {
  return reading !== 'last-year' && reading !== 'previous'
}
