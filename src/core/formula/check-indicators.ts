/**
 * Whether the formulas of a catalogue can be issued together: each can be read, computed at any place, names known
 * indicators only, yields the measure its indicator declares, and none goes in a circle.
 */
import { checkFormula } from './check-formula.ts'
import type { Formula } from './formula.ts'
import { type CycleProblem, orderFormulas } from './order.ts'
import { parse } from './parser.ts'
import type { FormulaProblem } from './problems.ts'

export interface IndicatorWithFormula {
  readonly code: string
  /** '' where figures are only reported. */
  readonly formula: string
  readonly measure: string
}

export interface IndicatorProblem {
  readonly code: string
  readonly problem: FormulaProblem | CycleProblem
}

/**
 * Shape: in the order of the indicators; a circle, found only among formulas that can be read, comes last.
 * `apart`: codes of what is never added up over areas.
 */
export function checkIndicators(
  indicators: readonly IndicatorWithFormula[],
  apart: ReadonlySet<string> = new Set(),
): readonly IndicatorProblem[] {
  const measures = new Map(indicators.map(({ code, measure }) => [code, measure]))
  const read = new Map<string, Formula>()
  const found: IndicatorProblem[] = []
  for (const { code, formula, measure } of indicators) {
    if (formula === '') continue
    const parsed = parse(formula)
    if (parsed.ok) read.set(code, parsed.ast)
    const { problems } = parsed.ok ? checkFormula({ ...parsed, known: { measures, apart }, declared: measure }) : parsed
    found.push(...problems.map((problem) => ({ code, problem })))
  }
  const ordered = orderFormulas(read)
  return ordered.ok ? found : [...found, { code: ordered.problem.details.path[0] ?? '', problem: ordered.problem }]
}
