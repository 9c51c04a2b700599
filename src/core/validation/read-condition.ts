/**
 * Reads the condition of a rule and says what is wrong with it, at its place in the text: a sentence that is no
 * condition, a function that has no meaning on a form, a reading that the scope does not know.
 */
import { compile } from '../formula/compile.ts'
import { type Formula, operandsOf, type Place, referenceText } from '../formula/formula.ts'
import { kindOf } from '../formula/kinds.ts'
import type { DecimalSign } from '../formula/lexer.ts'
import { parse } from '../formula/parser.ts'
import { type FormulaProblem, formulaProblem } from '../formula/problems.ts'
import { isOnForm, lowered, type WantedOnForm } from './shifted-readings.ts'

export interface ConditionProblemDetails {
  'check-rule.not-a-condition': Record<never, never>
  'check-rule.unknown-reading': { readonly found: string }
}

export type ConditionProblemCode = keyof ConditionProblemDetails

/** One refusal, placed in the text that was typed. */
export type ConditionProblem =
  | FormulaProblem
  | {
      readonly [Code in ConditionProblemCode]: {
        readonly code: Code
        readonly details: ConditionProblemDetails[Code]
      } & Place
    }[ConditionProblemCode]

export type ReadCondition =
  | { readonly ok: true; readonly condition: Formula }
  | { readonly ok: false; readonly problems: readonly ConditionProblem[] }

/** `isKnown` says whether the scope has a reading of that name; left out, every name passes. */
export function readCondition(
  text: string,
  { decimal = 'point', isKnown = () => true }: { decimal?: DecimalSign; isKnown?: (code: string) => boolean } = {},
): ReadCondition {
  const parsed = parse(text, { decimal })
  if (!parsed.ok) return parsed
  const placeOf = (node: Formula): Place => parsed.places.get(node) ?? { position: 0, length: text.length }
  if (kindOf(parsed.ast) !== 'logic') {
    const whole = { position: 0, length: text.length }
    return { ok: false, problems: [{ code: 'check-rule.not-a-condition', details: {}, ...whole }] }
  }
  const problems: ConditionProblem[] = nodesOf(parsed.ast).flatMap((node): ConditionProblem[] => {
    if (node.kind === 'call' && !isOnForm(node)) {
      return [formulaProblem('formula.function-not-available', placeOf(node), { name: node.name })]
    }
    if (node.kind !== 'reading' || (node.reference.members.length === 0 && isKnown(node.reference.code))) return []
    const details = { found: referenceText(node.reference) }
    return [{ code: 'check-rule.unknown-reading', details, ...placeOf(node) }]
  })
  if (problems.length > 0) return { ok: false, problems }
  const refused = problemsOfParts(parsed.ast, placeOf)
  return refused.length > 0 ? { ok: false, problems: refused } : { ok: true, condition: parsed.ast }
}

const conditions = new Map<string, Formula | null>()

/** Null for a text that is refused; the catalogue refuses such a rule before it is kept. */
export function conditionOf(text: string): Formula | null {
  const known = conditions.get(text)
  if (known !== undefined) return known
  const read = readCondition(text)
  const condition = read.ok ? read.condition : null
  conditions.set(text, condition)
  return condition
}

/** Operands of the wrong kind and the like, as the evaluator will meet them. */
function problemsOfParts(condition: Formula, placeOf: (node: Formula) => Place): readonly FormulaProblem[] {
  const places = new Map<Formula, Place>()
  const anywhere: WantedOnForm = { column: null, offset: 'month', scenario: 'actual', vintage: null }
  const flat = lowered(condition, anywhere, {
    read: (reference) => ({ kind: 'reading', reference }),
    made: (from, to) => places.set(to, placeOf(from)),
  })
  const result = flat && compile(flat, places)
  return result === undefined || result.ok ? [] : result.problems
}

function nodesOf(node: Formula): readonly Formula[] {
  return [node, ...operandsOf(node).flatMap(nodesOf)]
}
