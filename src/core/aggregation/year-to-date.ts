/**
 * Year to date computed from monthly reports (lũy kế): each month brings its estimate and the revision of the month
 * before, so ytd(m) = ytd(m−1) − estimate(m−1) + revised(m−1) + estimate(m). It is not the sum of the months as first
 * published. What an agency reports as year to date is compared with this and never replaced by it.
 */
import type { CellValue } from '../quantity/cell-value.ts'
import { minus, plus } from '../quantity/exact.ts'
import { combine, none, type Outcome, outcomeOf } from '../quantity/outcome.ts'

/** One month as its own report estimated it, and as the next month's report revised it. */
export interface MonthReports {
  readonly estimate: CellValue
  readonly revised: CellValue
}

export interface ComputedYearToDate {
  readonly outcome: Outcome
  /** The month before has no revision yet: its estimate still stands in the outcome. */
  readonly isUnrevised: boolean
}

/**
 * Year to date after one more month; `before` is undefined in the first month of the year, where it is the estimate.
 * Absent: without this month's estimate, the total before, or an estimate that was revised, there is no value, and the
 * outcome names `estimate`, `yearToDateBefore` or `estimateBefore`. A revision not yet made leaves the estimate as it is.
 * A month that is not applicable adds nothing.
 */
export function nextYearToDate(
  before: { readonly yearToDate: Outcome; readonly month: MonthReports } | undefined,
  estimate: CellValue,
): ComputedYearToDate {
  const added = outcomeOf(estimate, 'estimate')
  if (before === undefined) return { outcome: added, isUnrevised: false }
  const { revised, estimate: estimated } = before.month
  const isUnrevised = revised.kind === 'absent'
  const total = relabelled(before.yearToDate, 'yearToDateBefore')
  if (isUnrevised || revised.kind === 'notApplicable') return { outcome: joined(total, added), isUnrevised }
  const change = combine(
    outcomeOf(revised, 'revisedBefore'),
    outcomeOf(estimated.kind === 'notApplicable' ? { kind: 'nothing' } : estimated, 'estimateBefore'),
    minus,
  )
  return { outcome: joined(joined(total, change), added), isUnrevised }
}

/**
 * Year to date of every month of a year, in the order of the months given, which start in January: the rule above
 * unfolded, so each month counts as revised, or else as estimated, and the last one as estimated. A month without either
 * leaves every later result absent, and its label names it.
 */
export function yearToDateOfMonths(
  months: readonly (MonthReports & { readonly label: string })[],
): readonly ComputedYearToDate[] {
  return months.map(({ estimate, label }, index) => {
    const earlier = months.slice(0, index).map((month) => outcomeOf(bestOf(month), month.label))
    const outcome = [...earlier, outcomeOf(estimate, label)].reduce(joined)
    return { outcome, isUnrevised: months[index - 1]?.revised.kind === 'absent' }
  })
}

function bestOf({ estimate, revised }: MonthReports): CellValue {
  return revised.kind === 'absent' || revised.kind === 'notApplicable' ? estimate : revised
}

/** Adds two parts of the year; one that is not applicable leaves the other alone. */
function joined(left: Outcome, right: Outcome): Outcome {
  if (isNotApplicable(left)) return right
  if (isNotApplicable(right)) return left
  return combine(left, right, plus)
}

function isNotApplicable(outcome: Outcome): boolean {
  return outcome.kind === 'none' && outcome.reason === 'notApplicable'
}

function relabelled(outcome: Outcome, label: string): Outcome {
  return outcome.kind === 'none' ? none(outcome.reason, [label]) : outcome
}
