/**
 * Whether the formulas of a catalogue can be issued together: each can be read, computed at any place, names known
 * indicators only, yields the measure its indicator declares, and none goes in a circle.
 */
import { checkMeasures } from './check-measures.ts'
import { compile } from './compile.ts'
import { type Formula, type Place, type Reference, references } from './formula.ts'
import { type CycleProblem, orderFormulas } from './order.ts'
import { parse } from './parser.ts'
import { type FormulaProblem, formulaProblem } from './problems.ts'

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

/** Shape: in the order of the indicators; a circle, found only among formulas that can be read, comes last. */
export function checkIndicators(indicators: readonly IndicatorWithFormula[]): readonly IndicatorProblem[] {
  const measures = new Map(indicators.map(({ code, measure }) => [code, measure]))
  const read = new Map<string, Formula>()
  const found: IndicatorProblem[] = []
  for (const { code, formula, measure } of indicators) {
    if (formula === '') continue
    const parsed = parse(formula)
    if (parsed.ok) read.set(code, parsed.ast)
    const problems = parsed.ok ? problemsOf({ ...parsed, measures, declared: measure }) : parsed.problems
    found.push(...problems.map((problem) => ({ code, problem })))
  }
  const ordered = orderFormulas(read)
  return ordered.ok ? found : [...found, { code: ordered.problem.details.path[0] ?? '', problem: ordered.problem }]
}

interface ParsedIndicator {
  readonly ast: Formula
  readonly places: ReadonlyMap<Formula, Place>
  readonly measures: ReadonlyMap<string, string>
  readonly declared: string
}

function problemsOf({ ast, places, measures, declared }: ParsedIndicator): readonly FormulaProblem[] {
  const compiled = compile(ast, places, 'places')
  const measureOf = ({ code }: Reference) => measures.get(code)
  const unknown = references(ast)
    .filter(({ code }) => !measures.has(code))
    .map(({ code }) => formulaProblem('formula.unknown-indicator', placeOfReading(places, code), { code }))
  return [
    ...(compiled.ok ? [] : compiled.problems),
    ...(compiled.ok && compiled.formula.kind === 'logic' ? [notANumber(places.get(ast))] : []),
    ...unknown,
    ...checkMeasures({ ast, places, measureOf, declared }).problems,
  ]
}

function notANumber(place: Place = { position: 0, length: 0 }): FormulaProblem {
  return formulaProblem('formula.not-a-number', place, {})
}

function placeOfReading(places: ReadonlyMap<Formula, Place>, code: string): Place {
  const found = [...places].find(([node]) => node.kind === 'reading' && node.reference.code === code)
  return found?.[1] ?? { position: 0, length: 0 }
}
