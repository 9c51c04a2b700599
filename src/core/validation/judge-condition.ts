/**
 * Whether a condition over cells holds, three-valued, with the rounding of its inputs allowed for; and if it is broken,
 * by which comparison: both sides, the difference, and what rounding would have excused.
 */
import { type CompiledFormula, compile } from '../formula/compile.ts'
import { type ComparisonOperator, type Formula, references } from '../formula/formula.ts'
import { bothHold, compareOutcomes, eitherHolds, fails, holds, type Verdict } from '../formula/verdict.ts'
import type { Resolve } from '../formula/viewpoint.ts'
import { abs, compare, type Exact, exact, isZero, minus, plus } from '../quantity/exact.ts'
import { none, type Outcome } from '../quantity/outcome.ts'
import { type RangeOfReading, rangeOf } from './rounding.ts'

/** What is known of the cells a condition names. */
export interface CellsRead {
  readonly resolve: (code: string) => Outcome
  /** The values that the shown number may have been rounded from. */
  readonly range: RangeOfReading
}

type ComparisonNode = Formula & { readonly kind: 'comparison' }

/** The comparison to blame, as the condition wanted it to hold. */
export interface Blame {
  readonly comparison: ComparisonNode
  readonly operator: ComparisonOperator
  readonly left: Exact
  readonly right: Exact
  readonly difference: Exact
  readonly tolerance: Exact
}

/** Of a condition on cells of a form. */
export interface FormJudgement {
  readonly verdict: Verdict
  /** Only of a condition that has a comparison with both its sides. */
  readonly blame?: Blame
}

const cannotTell: FormJudgement = { verdict: none('invalid') }

export function judgeCondition(node: Formula, cells: CellsRead): FormJudgement {
  switch (node.kind) {
    case 'comparison':
      return judgeComparison(node, cells)
    case 'not':
      return judgeCondition(negationOf(node.operand), cells)
    case 'logic': {
      const [left, right] = [judgeCondition(node.left, cells), judgeCondition(node.right, cells)]
      const verdict = (node.operator === 'and' ? bothHold : eitherHolds)(left.verdict, right.verdict)
      const blamed = isBroken(left) ? left.blame : right.blame
      return { verdict, ...(blamed && { blame: blamed }) }
    }
    case 'call':
      return node.name === 'if' ? judgeChoice(node.operands, cells) : cannotTell
    default:
      return cannotTell
  }
}

/** What is said by denying it, so that rounding excuses `not a <= b` as it does `a > b`. */
function negationOf(node: Formula): Formula {
  switch (node.kind) {
    case 'comparison':
      return { ...node, operator: oppositeOf[node.operator] }
    case 'not':
      return node.operand
    case 'logic': {
      const operator = node.operator === 'and' ? 'or' : 'and'
      return { ...node, operator, left: negationOf(node.left), right: negationOf(node.right) }
    }
    case 'call': {
      const [question, ...branches] = node.operands
      return question === undefined ? node : { ...node, operands: [question, ...branches.map(negationOf)] }
    }
    default:
      return node
  }
}

const isBroken = ({ verdict }: FormJudgement): boolean => verdict.kind === 'truth' && !verdict.holds

const oppositeOf: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}

function judgeChoice([question, then, otherwise]: readonly Formula[], cells: CellsRead): FormJudgement {
  if (question === undefined || then === undefined || otherwise === undefined) return cannotTell
  const { verdict } = judgeCondition(question, cells)
  if (verdict.kind === 'none') return { verdict }
  return judgeCondition(verdict.holds ? then : otherwise, cells)
}

function judgeComparison(node: ComparisonNode, cells: CellsRead): FormJudgement {
  const resolve: Resolve = ({ code }) => cells.resolve(code)
  const [left, right] = [outcomeOfSide(node.left, resolve), outcomeOfSide(node.right, resolve)]
  const exactly = compareOutcomes(node.operator, left, right)
  if (left.kind === 'none' || right.kind === 'none' || exactly.kind === 'none') return { verdict: exactly }
  // Most comparisons hold as they stand: what rounding would excuse is asked of the others alone.
  const tolerance = exactly.holds ? exact('0') : toleranceOf(node, cells, [left.value, right.value])
  const difference = minus(left.value, right.value)
  const isRounding = !isZero(tolerance) && compare(abs(difference), tolerance) <= 0
  const verdict = exactly.holds || (isRounding && node.operator !== '<>') ? holds : fails
  const sides = { left: left.value, right: right.value, difference: abs(difference), tolerance }
  return { verdict, blame: { comparison: node, operator: node.operator, ...sides } }
}

/**
 * How far rounding can have carried the sides apart: as far as each range reaches towards the other side, which of a
 * product or quotient is further on one side than on the other. Nothing where a side is a fixed number, or where both are
 * single readings of the same decimals: rounding alike keeps their order.
 */
function toleranceOf(node: ComparisonNode, cells: CellsRead, values: readonly [Exact, Exact]): Exact {
  const sides = [node.left, node.right]
  if (sides.some((side) => references(side).length === 0)) return exact('0')
  const [left, right] = [rangeOf(node.left, cells.range), rangeOf(node.right, cells.range)]
  if (!left || !right) return exact('0')
  const [a, b] = [minus(left.high, left.low), minus(right.high, right.low)]
  if (sides.every(({ kind }) => kind === 'reading') && compare(a, b) === 0) return exact('0')
  const [x, y] = values
  return compare(x, y) > 0
    ? plus(minus(x, left.low), minus(right.high, y))
    : plus(minus(left.high, x), minus(y, right.low))
}

const compiled = new WeakMap<Formula, CompiledFormula | null>()

function outcomeOfSide(node: Formula, resolve: Resolve): Outcome {
  const known = compiled.get(node)
  const formula = known === undefined ? compiledOnce(node) : known
  return formula?.kind === 'number' ? formula.evaluate(resolve) : none('invalid')
}

function compiledOnce(node: Formula): CompiledFormula | null {
  const result = compile(node)
  const formula = result.ok ? result.formula : null
  compiled.set(node, formula)
  return formula
}
