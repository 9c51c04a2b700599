/**
 * Whether a formula that could be read can also be issued: it can be computed at any place, names only what the
 * catalogue knows, gives a number, and adds, compares and yields what its measures allow. Problems point into the text it was read from.
 */
import { planIssuerNamed } from '../figure/plan-issuer.ts'
import { checkAddingUp } from './check-adding-up.ts'
import { checkMeasures, type MeasureFindings } from './check-measures.ts'
import { compile } from './compile.ts'
import type { Call, Formula, Place, Reference } from './formula.ts'
import { nodesOf } from './nodes-of.ts'
import { type FormulaProblem, formulaProblem } from './problems.ts'

/** What the catalogue has that a formula may name; codes of one kind are left out where the caller does not know them. */
export interface KnownNames {
  /** Measure of each indicator, by code. */
  readonly measures: ReadonlyMap<string, string>
  /** Codes of the indicators that do not add up over areas. */
  readonly apart?: ReadonlySet<string>
  readonly areas?: ReadonlySet<string>
  /** Of breakdowns, one by one. */
  readonly members?: ReadonlySet<string>
  /** Of plan versions; an issuer is known anyhow. */
  readonly plans?: ReadonlySet<string>
}

interface FormulaToCheck {
  readonly ast: Formula
  readonly places: ReadonlyMap<Formula, Place>
  readonly known: KnownNames
  /** Measure of the indicator it is the formula of; left out for a free formula. */
  readonly declared?: string
}

/** `problems` refuse it; `notes` and `measure` are those of its measures. */
export function checkFormula({ ast, places, known, declared }: FormulaToCheck): MeasureFindings {
  const compiled = compile(ast, places, 'places')
  const measureOf = ({ code }: Reference) => known.measures.get(code)
  const placeOf = (node: Formula): Place => places.get(node) ?? nowhere
  const ofMeasures = checkMeasures({ ast, places, measureOf, ...(declared !== undefined && { declared }) })
  const problems = [
    ...(compiled.ok ? [] : compiled.problems),
    ...(compiled.ok && compiled.formula.kind === 'logic'
      ? [formulaProblem('formula.not-a-number', placeOf(ast), {})]
      : []),
    ...unknownIndicators(ast, known, placeOf),
    ...unknownNames(ast, known, placeOf),
    ...checkAddingUp({ ast, places, apart: known.apart ?? new Set() }),
    ...ofMeasures.problems,
  ]
  return { ...ofMeasures, problems }
}

const nowhere: Place = { position: 0, length: 0 }

type PlaceOf = (node: Formula) => Place

/** Each once, where it is first named. */
function unknownIndicators(ast: Formula, { measures }: KnownNames, placeOf: PlaceOf): readonly FormulaProblem[] {
  const strange = new Map<string, Formula>()
  for (const node of nodesOf(ast)) {
    const code = node.kind === 'reading' ? node.reference.code : undefined
    if (code !== undefined && !measures.has(code) && !strange.has(code)) strange.set(code, node)
  }
  return [...strange].map(([code, node]) => formulaProblem('formula.unknown-indicator', placeOf(node), { code }))
}

/** A typing mistake in a name must not read as something that nobody has said a figure of. */
function unknownNames(ast: Formula, { areas, members, plans }: KnownNames, placeOf: PlaceOf) {
  return nodesOf(ast).flatMap((node): readonly FormulaProblem[] => {
    if (node.kind === 'reading') {
      const strange = node.reference.members.filter((member) => members?.has(member) === false)
      return strange.map((member) => formulaProblem('formula.unknown-member', placeOf(node), { member }))
    }
    const named = node.kind === 'call' ? node.operands[1] : undefined
    if (named?.kind !== 'string') return []
    const { name } = node as Call
    const { text } = named
    if (name === 'at' && areas?.has(text) === false) {
      return [formulaProblem('formula.unknown-area', placeOf(named), { area: text })]
    }
    const isStrangePlan = name === 'plan' && plans?.has(text) === false && planIssuerNamed(text) === undefined
    return isStrangePlan ? [formulaProblem('formula.unknown-plan', placeOf(named), { plan: text })] : []
  })
}
