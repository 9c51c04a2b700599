/**
 * Whether a formula that could be read can also be issued: it can be computed at any place, names known indicators and areas only,
 * gives a number, and adds, compares and yields what its measures allow. Problems point into the text it was read from.
 */
import { checkMeasures, type MeasureFindings } from './check-measures.ts'
import { compile } from './compile.ts'
import { type Formula, operandsOf, type Place, type Reference, references } from './formula.ts'
import { type FormulaProblem, formulaProblem } from './problems.ts'

interface FormulaToCheck {
  readonly ast: Formula
  readonly places: ReadonlyMap<Formula, Place>
  /** Measure of each indicator of the catalogue, by code. */
  readonly measures: ReadonlyMap<string, string>
  /** Codes of the areas that `at` may name; left out where the caller does not know them. */
  readonly areas?: ReadonlySet<string>
  /** Measure of the indicator it is the formula of; left out for a free formula. */
  readonly declared?: string
}

/** `problems` refuse it; `notes` and `measure` are those of its measures. */
export function checkFormula({ ast, places, measures, areas, declared }: FormulaToCheck): MeasureFindings {
  const compiled = compile(ast, places, 'places')
  const measureOf = ({ code }: Reference) => measures.get(code)
  const unknown = references(ast)
    .filter(({ code }) => !measures.has(code))
    .map(({ code }) => formulaProblem('formula.unknown-indicator', placeOfReading(places, code), { code }))
  const ofMeasures = checkMeasures({ ast, places, measureOf, ...(declared !== undefined && { declared }) })
  const problems = [
    ...(compiled.ok ? [] : compiled.problems),
    ...(compiled.ok && compiled.formula.kind === 'logic' ? [notANumber(places.get(ast))] : []),
    ...unknown,
    ...(areas ? unknownAreas({ ast, places, areas }) : []),
    ...ofMeasures.problems,
  ]
  return { ...ofMeasures, problems }
}

function notANumber(place: Place = { position: 0, length: 0 }): FormulaProblem {
  return formulaProblem('formula.not-a-number', place, {})
}

/** A typing mistake in a code must not read as an area that nobody has said anything of. */
function unknownAreas({ ast, places, areas }: Pick<Required<FormulaToCheck>, 'ast' | 'places' | 'areas'>) {
  const found: FormulaProblem[] = []
  const visit = (node: Formula): void => {
    const named = node.kind === 'call' && node.name === 'at' ? node.operands[1] : undefined
    if (named?.kind === 'string' && !areas.has(named.text)) {
      const place = places.get(named) ?? { position: 0, length: 0 }
      found.push(formulaProblem('formula.unknown-area', place, { area: named.text }))
    }
    for (const operand of operandsOf(node)) visit(operand)
  }
  visit(ast)
  return found
}

function placeOfReading(places: ReadonlyMap<Formula, Place>, code: string): Place {
  const found = [...places].find(([node]) => node.kind === 'reading' && node.reference.code === code)
  return found?.[1] ?? { position: 0, length: 0 }
}
