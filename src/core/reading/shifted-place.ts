/** Where the functions of the formula language look from a place (see `Shift`). */
import type { Shift } from '../formula/viewpoint.ts'
import type { AreaCode } from '../indicator/indicator.ts'
import { monthOf, type Period, periodsOfYear, previousPeriod, samePeriodLastYear, yearOf } from '../period/period.ts'
import type { ReadingPlace } from './place.ts'
import type { ReadingCatalogue } from './source.ts'

/**
 * Undefined only for the area above the topmost one. `previous` follows the kind of the period: the month before, the
 * quarter before, and for a year to date the one that ends a month earlier.
 */
export function shiftedPlace(
  place: ReadingPlace,
  shift: Shift,
  { parentOf }: Pick<ReadingCatalogue, 'parentOf'>,
): ReadingPlace | undefined {
  switch (shift.kind) {
    case 'previous':
      return { ...place, period: previousPeriod(place.period) }
    case 'lastYear':
      return { ...place, period: samePeriodLastYear(place.period) }
    case 'yearToDate':
      return { ...place, period: toDateAt(place.period) }
    case 'plan':
      return { ...place, scenario: { kind: 'plan', version: shift.version } }
    case 'at':
      return { ...place, area: shift.area as AreaCode }
    case 'vintage':
      return { ...place, vintage: shift.vintage }
    case 'parent': {
      const area = parentOf(place.area)
      return area === undefined ? undefined : { ...place, area }
    }
  }
}

/** Kept as a year to date also where it has another name (9M, a year), so that the one before ends a month earlier. */
export function toDateAt(period: Period): Period {
  return periodsOfYear('yearToDate', yearOf(period), period.calendar)[monthOf(period) - 1] ?? period
}
