/**
 * Turns a formula into a function, once, so that it can be computed for thousands of areas and periods. This is the only
 * evaluator: browser, server, checks and explanations all use it. Numbers are exact; an input without a value makes the
 * result absent under its own name and never zero; division by zero is a reason, not an error.
 * Refused before anything is computed: functions the evaluator lacks, and operands of the wrong kind.
 */
import { exact } from '../quantity/exact.ts'
import { computed, type NoOutcome, none, type Outcome } from '../quantity/outcome.ts'
import { type Calculate, calculated, inputOf, negated, numberFunctions, type Resolve, rounded } from './calculation.ts'
import { type Formula, type Place, type Reference, references } from './formula.ts'
import type { FunctionName, ResultKind } from './functions.ts'
import { isSumOfAmounts, kindOf } from './kinds.ts'
import { type FormulaProblem, formulaProblem } from './problems.ts'
import { bothHold, compareOutcomes, eitherHolds, opposite, type Verdict } from './verdict.ts'

export type CompiledFormula =
  | {
      readonly kind: 'number'
      readonly references: readonly Reference[]
      /** Only adds readings, each times a fixed number: over partial totals the result is partial, but still a sum. */
      readonly isSumOfAmounts: boolean
      readonly evaluate: (resolve: Resolve) => Outcome
    }
  | {
      readonly kind: 'logic'
      readonly references: readonly Reference[]
      readonly judge: (resolve: Resolve) => Verdict
    }

export type Compiled =
  | { readonly ok: true; readonly formula: CompiledFormula }
  | { readonly ok: false; readonly problems: readonly FormulaProblem[] }

type Call = Formula & { readonly kind: 'call' }
type Judge = (resolve: Resolve) => Verdict

interface Compiler {
  readonly places: ReadonlyMap<Formula, Place>
  readonly problems: FormulaProblem[]
}

/** Functions this evaluator computes; the others are known to the parser and refused here. */
export const supported: ReadonlySet<FunctionName> = new Set(['if', 'round', ...numberFunctions.keys()])

/** The function of a formula. Give the parser's `places` so that problems point into the text that was typed. */
export function compile(ast: Formula, places: ReadonlyMap<Formula, Place> = new Map()): Compiled {
  const compiler: Compiler = { places, problems: [] }
  const formula = compileRoot(compiler, ast)
  return compiler.problems.length > 0 ? { ok: false, problems: compiler.problems } : { ok: true, formula }
}

/**
 * Value of a formula for one set of inputs; to compute it more than once, compile it first.
 * A formula that `compile` refuses, and a condition, have no number: `invalid`.
 */
export function evaluate(ast: Formula, resolve: Resolve): Outcome {
  const compiled = compile(ast)
  return compiled.ok && compiled.formula.kind === 'number' ? compiled.formula.evaluate(resolve) : none('invalid')
}

function compileRoot(compiler: Compiler, ast: Formula): CompiledFormula {
  if (kindOf(ast) === 'logic') return { kind: 'logic', references: references(ast), judge: condition(compiler, ast) }
  const evaluate = calculation(compiler, ast)
  return { kind: 'number', references: references(ast), isSumOfAmounts: isSumOfAmounts(ast), evaluate }
}

/** Compiles a node where a number is needed. */
function calculation(compiler: Compiler, node: Formula): Calculate {
  switch (node.kind) {
    case 'number': {
      const value = computed(exact(node.value))
      return () => value
    }
    case 'reading':
      return inputOf(node.reference)
    case 'negate':
      return negated(calculation(compiler, node.operand))
    case 'arithmetic':
      return calculated(node.operator, {
        left: calculation(compiler, node.left),
        right: calculation(compiler, node.right),
        written: node.right,
      })
    case 'call':
      return node.name === 'if' ? choice(compiler, node.operands, calculation) : call(compiler, node)
    case 'string':
    case 'not':
    case 'comparison':
    case 'logic':
      return wrongKind(compiler, node, 'number')
  }
}

/** Compiles a node where a condition is needed. */
function condition(compiler: Compiler, node: Formula): Judge {
  switch (node.kind) {
    case 'not': {
      const operand = condition(compiler, node.operand)
      return (resolve) => opposite(operand(resolve))
    }
    case 'comparison': {
      const { operator } = node
      const left = calculation(compiler, node.left)
      const right = calculation(compiler, node.right)
      return (resolve) => compareOutcomes(operator, left(resolve), right(resolve))
    }
    case 'logic': {
      const join = node.operator === 'and' ? bothHold : eitherHolds
      const left = condition(compiler, node.left)
      const right = condition(compiler, node.right)
      return (resolve) => join(left(resolve), right(resolve))
    }
    case 'call':
      return node.name === 'if' ? choice(compiler, node.operands, condition) : wrongKind(compiler, node, 'logic')
    case 'number':
    case 'string':
    case 'reading':
    case 'negate':
    case 'arithmetic':
      return wrongKind(compiler, node, 'logic')
  }
}

/** `if`: only the branch that is taken is computed, so the other one may lack its inputs. */
function choice<Result>(
  compiler: Compiler,
  operands: readonly Formula[],
  branch: (compiler: Compiler, node: Formula) => (resolve: Resolve) => Result,
): (resolve: Resolve) => Result | NoOutcome {
  const [question, consequence, alternative] = operands
  if (question === undefined || consequence === undefined || alternative === undefined) return untold
  const judge = condition(compiler, question)
  const then = branch(compiler, consequence)
  const otherwise = branch(compiler, alternative)
  return (resolve) => {
    const verdict = judge(resolve)
    if (verdict.kind === 'none') return verdict
    return verdict.holds ? then(resolve) : otherwise(resolve)
  }
}

function call(compiler: Compiler, node: Call): Calculate {
  if (!supported.has(node.name)) {
    return refuse(
      compiler,
      formulaProblem('formula.function-not-available', placeOf(compiler, node), { name: node.name }),
    )
  }
  const [first] = node.operands
  if (node.name === 'round' && first !== undefined) return rounding(compiler, first, node.operands[1])
  const operands = node.operands.map((operand) => calculation(compiler, operand))
  return numberFunctions.get(node.name)?.(operands) ?? untold
}

const fewestDecimals = -18
const mostDecimals = 18

/** Rounding happens at declared points only, so the number of decimals is written in the formula, not computed. */
function rounding(compiler: Compiler, operand: Formula, declared: Formula | undefined): Calculate {
  const decimals = declared === undefined ? 0 : writtenInteger(declared)
  if (declared !== undefined && (decimals === undefined || decimals < fewestDecimals || decimals > mostDecimals)) {
    const bounds = { least: fewestDecimals, most: mostDecimals }
    return refuse(compiler, formulaProblem('formula.decimals-not-fixed', placeOf(compiler, declared), bounds))
  }
  return rounded(calculation(compiler, operand), decimals ?? 0)
}

function writtenInteger(node: Formula): number | undefined {
  if (node.kind === 'number') return /^[0-9]{1,2}$/.test(node.value) ? Number(node.value) : undefined
  const size = node.kind === 'negate' ? writtenInteger(node.operand) : undefined
  return size === undefined ? undefined : -size
}

function wrongKind(compiler: Compiler, node: Formula, expected: ResultKind): () => NoOutcome {
  const details = { expected, found: kindOf(node) }
  return refuse(compiler, formulaProblem('formula.wrong-kind', placeOf(compiler, node), details))
}

function refuse(compiler: Compiler, problem: FormulaProblem): () => NoOutcome {
  compiler.problems.push(problem)
  return untold
}

function placeOf(compiler: Compiler, node: Formula): Place {
  return compiler.places.get(node) ?? { position: 0, length: 0 }
}

/** Stands where a refused part of a formula would be; a formula with one is never handed out. */
function untold(): NoOutcome {
  return none('invalid')
}
