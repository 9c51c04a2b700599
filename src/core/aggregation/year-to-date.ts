/**
 * Year to date computed from monthly reports (lũy kế): each month brings its estimate and the revision of the month
 * before, so ytd(m) = ytd(m−1) − estimate(m−1) + revised(m−1) + estimate(m). It is not the sum of the months as first
 * published. What an agency reports as year to date is compared with this and never replaced by it.
 */
import { addUp } from '../quantity/add-up.ts'
import { minus, zero } from '../quantity/exact.ts'
import { combine, computed, type Outcome, obstacleOf, wholeOf } from '../quantity/outcome.ts'

/** The last month within a known year to date, when it was revised after that year to date was said. */
export interface RevisedMonth {
  readonly estimate: Outcome
  readonly revised: Outcome
}

/** A year to date that is known already: what it says, and the revision of its last month that it does not contain. */
export interface YearToDateBefore {
  readonly yearToDate: Outcome
  readonly month: RevisedMonth | undefined
}

/**
 * Shape: `before` is undefined when the months start in January; `months` are those after it in order, each as best
 * known and the last one in the vintage that is asked for.
 * Absent: one month without a figure, the total before, or an estimate that was revised, leaves no value and is named:
 * a year to date that lacks a month would be read as one that has it. A month that is not applicable adds nothing.
 */
export function yearToDateAfter(before: YearToDateBefore | undefined, months: readonly Outcome[]): Outcome {
  const known = before ? [before.yearToDate, ...changes(before.month)] : []
  const terms = [...known, ...months]
  const obstacle = obstacleOf(terms.filter((term) => !isNotApplicable(term)).map(wholeOf))
  return obstacle ?? addUp(terms.map((outcome) => ({ label: '', outcome })))
}

function changes(month: RevisedMonth | undefined): readonly Outcome[] {
  if (!month || isNotApplicable(month.revised)) return []
  const estimate = isNotApplicable(month.estimate) ? computed(zero) : month.estimate
  return [combine(wholeOf(month.revised), wholeOf(estimate), minus)]
}

function isNotApplicable(outcome: Outcome): boolean {
  return outcome.kind === 'none' && outcome.reason === 'notApplicable'
}
