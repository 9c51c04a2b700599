/** The periods that a table is about: labels and runs written out, each span once, in the order chosen. */
import { nextPeriod, type Period, parsePeriod } from '../period/period.ts'
import { type Calendar, spanKey } from '../period/span.ts'
import type { PeriodChoice } from './definition.ts'
import { type TableProblem, tableProblem } from './problems.ts'

export type ChosenPeriods =
  | { readonly ok: true; readonly periods: readonly Period[] }
  | { readonly ok: false; readonly problem: TableProblem }

/** Longer runs are cut by the limit of cells anyway; this only ends the counting. */
const longestRun = 1000

/** Refuses labels that name no period, and runs whose ends differ in kind or run backward. */
export function chosenPeriods(choices: readonly PeriodChoice[], calendar: Calendar): ChosenPeriods {
  const found = new Map<string, Period>()
  for (const choice of choices) {
    const labels = choice.kind === 'one' ? [choice.label, choice.label] : [choice.from, choice.to]
    const [from, to] = labels.map((label) => parsePeriod(label, calendar))
    if (!from || !to) return refused('table.period-unknown', { found: (from ? labels[1] : labels[0]) ?? '' })
    if (from.kind !== to.kind || from.span.to > to.span.to) {
      return refused('table.run-uneven', { from: from.label, to: to.label })
    }
    for (const period of run(from, to)) if (!found.has(spanKey(period.span))) found.set(spanKey(period.span), period)
  }
  return { ok: true, periods: [...found.values()] }
}

function run(from: Period, to: Period): readonly Period[] {
  const periods = [from]
  for (let at = from; at.label !== to.label && periods.length < longestRun; ) {
    at = nextPeriod(at)
    periods.push(at)
  }
  return periods
}

function refused(code: TableProblem['code'], details: TableProblem['details']): ChosenPeriods {
  return { ok: false, problem: tableProblem(code, details) }
}
