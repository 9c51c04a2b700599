/**
 * Column of a form ≠ period of its report: a column carries an offset from the report's period. The May form holds the
 * estimate of June and of the six months; October's holds the whole year and next year's plan. The offsets are worded for
 * monthly reports; in a report of another kind «month» is its own period, so that a quarterly form's `previousMonth` is
 * the quarter before and its `sameMonthLastYear` the same quarter a year ago.
 */

import { invariant } from '../quantity/invariant.ts'
import type { Period } from './period.ts'
import {
  monthOf,
  nextPeriod,
  periodsOfYear,
  previousPeriod,
  samePeriodLastYear,
  yearOf,
  yearPeriod,
  yearToDate,
} from './period.ts'

export const spanOffsets = [
  'period',
  'month',
  'previousMonth',
  'nextMonth',
  'sameMonthLastYear',
  'yearToDate',
  'previousYearToDate',
  'yearToDateLastYear',
  'halfYear',
  'halfYearLastYear',
  'year',
  'lastYear',
  'nextYear',
] as const

export type SpanOffset = (typeof spanOffsets)[number]

/**
 * The period that a column with this offset is about. For January `yearToDate` is the month itself and
 * `previousYearToDate` the whole previous year (December's year-to-date), so a January column set leaves it out.
 */
export function shiftedPeriod(report: Period, offset: SpanOffset): Period {
  switch (offset) {
    case 'period':
    case 'month':
      return report
    case 'previousMonth':
      return previousPeriod(report)
    case 'nextMonth':
      return nextPeriod(report)
    case 'sameMonthLastYear':
      return samePeriodLastYear(report)
    case 'yearToDate':
      return yearToDate(report)
    case 'previousYearToDate':
      return yearToDate(previousPeriod(report))
    case 'yearToDateLastYear':
      return yearToDate(samePeriodLastYear(report))
    case 'halfYear':
      return halfYearOf(report)
    case 'halfYearLastYear':
      return samePeriodLastYear(halfYearOf(report))
    case 'year':
      return yearPeriod(yearOf(report), report.calendar)
    case 'lastYear':
      return yearPeriod(yearOf(report) - 1, report.calendar)
    case 'nextYear':
      return yearPeriod(yearOf(report) + 1, report.calendar)
  }
}

/** The half-year in which the report's period ends. */
function halfYearOf(report: Period): Period {
  const half = periodsOfYear('halfYear', yearOf(report), report.calendar)[monthOf(report) <= 6 ? 0 : 1]
  invariant(half !== undefined, 'a year has two halves')
  return half
}
