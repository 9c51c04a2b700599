/**
 * Comparisons of a table: growth and shares, in per cent. Drawn by the one evaluator of formulas, from whole figures only:
 * a total that lacks a part is compared with nothing. Indices and rates that are published as they are, or are per cents
 * themselves, have no growth here: theirs is published, not computed.
 */
import { compile } from '../formula/compile.ts'
import { parse } from '../formula/parser.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { invariant } from '../quantity/invariant.ts'
import { none, type Outcome } from '../quantity/outcome.ts'
import type { Reading } from '../reading/reading.ts'
import type { Comparison } from './definition.ts'

export type Compared = Pick<Reading, 'outcome' | 'partial'>

export interface ComparedFigures {
  readonly now: Compared
  readonly base: Compared
}

const growth = evaluator('growth([now]; [base])')
const share = evaluator('share([now]; [base])')

function evaluator(text: string): (now: Outcome, base: Outcome) => Outcome {
  const parsed = parse(text)
  const compiled = parsed.ok ? compile(parsed.ast) : undefined
  const formula = compiled?.ok ? compiled.formula : undefined
  invariant(formula?.kind === 'number', `${text} is a formula of numbers`)
  const { evaluate } = formula
  return (now, base) => evaluate(({ code }) => (code === 'now' ? now : base))
}

/**
 * Per cent beyond the base, or of the whole. Absent: either side absent or partial gives no number; a base of zero is not
 * computable. Not applicable: shares of what does not add up over areas, growth of per cents and of published indices.
 */
export function comparedOutcome(
  comparison: Comparison,
  indicator: Pick<Indicator, 'measure' | 'isPublishedAsIs' | 'areaAggregation'>,
  { now, base }: ComparedFigures,
): Outcome {
  const isShare = comparison === 'share'
  const applies = isShare ? indicator.areaAggregation === 'sum' : indicator.measure !== '%'
  if (!applies || indicator.isPublishedAsIs) return none('notApplicable')
  if (now.partial || base.partial) return none('absent')
  return (isShare ? share : growth)(now.outcome, base.outcome)
}
