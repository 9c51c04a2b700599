/**
 * Turns a formula into a function, once, so that it can be computed for thousands of areas and periods. This is the only
 * evaluator: browser, server, checks and explanations all use it. Numbers are exact; an input without a value leaves the
 * result without one, under its own name, and never zero; division by zero is a reason, not an error.
 * Refused before anything is computed: functions that look from another place where the caller knows only one, and operands
 * of the wrong kind.
 */
import { exact } from '../quantity/exact.ts'
import { computed, type NoOutcome, none, type Outcome } from '../quantity/outcome.ts'
import {
  type Calculate,
  calculated,
  growth,
  inputOf,
  nameOfDivisor,
  negated,
  numberFunctions,
  percentage,
  rounded,
} from './calculation.ts'
import { type Call, type Formula, type Place, type Reference, references } from './formula.ts'
import type { ResultKind } from './functions.ts'
import { isPlainSum, kindOf } from './kinds.ts'
import { moved, movesPlace, remembered, shiftOf, sumBelow } from './place-functions.ts'
import { type FormulaProblem, formulaProblem } from './problems.ts'
import { bothHold, compareOutcomes, eitherHolds, opposite, type Verdict } from './verdict.ts'
import { fixedViewpoint, type Resolve, type Viewpoint } from './viewpoint.ts'

export interface NumberFormula {
  readonly kind: 'number'
  readonly ast: Formula
  readonly references: readonly Reference[]
  /** Only adds readings, so that whoever shows partial sums may add up what is in. */
  readonly isPlainSum: boolean
  readonly evaluate: (resolve: Resolve) => Outcome
  readonly evaluateFrom: (viewpoint: Viewpoint) => Outcome
}

export interface LogicFormula {
  readonly kind: 'logic'
  readonly ast: Formula
  readonly references: readonly Reference[]
  readonly judge: (resolve: Resolve) => Verdict
  readonly judgeFrom: (viewpoint: Viewpoint) => Verdict
}

export type CompiledFormula = NumberFormula | LogicFormula

export type Compiled =
  | { readonly ok: true; readonly formula: CompiledFormula }
  | { readonly ok: false; readonly problems: readonly FormulaProblem[] }

/** `places`: whoever computes the formula knows areas and periods, so that it may look from one to another. */
export type Scope = 'here' | 'places'

type Judge = (from: Viewpoint) => Verdict

interface Compiler {
  readonly places: ReadonlyMap<Formula, Place>
  readonly scope: Scope
  readonly problems: FormulaProblem[]
}

/**
 * The function of a formula. Give the parser's `places` so that problems point into the text that was typed.
 * Within the scope `here`, which the rows and columns of a form have, functions that look from another place are refused.
 */
export function compile(
  ast: Formula,
  places: ReadonlyMap<Formula, Place> = new Map(),
  scope: Scope = 'here',
): Compiled {
  const compiler: Compiler = { places, scope, problems: [] }
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
  if (kindOf(ast) === 'logic') {
    const judgeFrom = condition(compiler, ast)
    const judge = (resolve: Resolve) => judgeFrom(fixedViewpoint(resolve))
    return { kind: 'logic', ast, references: references(ast), judge, judgeFrom }
  }
  const evaluateFrom = calculation(compiler, ast)
  const evaluate = (resolve: Resolve) => evaluateFrom(fixedViewpoint(resolve))
  return {
    kind: 'number',
    ast,
    references: references(ast),
    isPlainSum: isPlainSum(ast),
    evaluate,
    evaluateFrom,
  }
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
        node,
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
      return (from) => opposite(operand(from))
    }
    case 'comparison': {
      const { operator } = node
      const left = calculation(compiler, node.left)
      const right = calculation(compiler, node.right)
      return (from) => compareOutcomes(operator, left(from), right(from))
    }
    case 'logic': {
      const join = node.operator === 'and' ? bothHold : eitherHolds
      const left = condition(compiler, node.left)
      const right = condition(compiler, node.right)
      return (from) => join(left(from), right(from))
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
  branch: (compiler: Compiler, node: Formula) => (from: Viewpoint) => Result,
): (from: Viewpoint) => Result | NoOutcome {
  const [question, consequence, alternative] = operands
  if (question === undefined || consequence === undefined || alternative === undefined) return untold
  const judge = condition(compiler, question)
  const then = branch(compiler, consequence)
  const otherwise = branch(compiler, alternative)
  return (from) => {
    const verdict = judge(from)
    if (verdict.kind === 'none') return verdict
    return verdict.holds ? then(from) : otherwise(from)
  }
}

function call(compiler: Compiler, node: Call): Calculate {
  const { name } = node
  if (compiler.scope === 'here' && movesPlace(node)) {
    return refuse(compiler, formulaProblem('formula.function-not-available', placeOf(compiler, node), { name }))
  }
  const [first, second] = node.operands
  if (first === undefined) return untold
  switch (name) {
    case 'round':
      return rounding(compiler, first, second)
    case 'children':
      return sumBelow(calculation(compiler, first))
    case 'growth':
    case 'index':
    case 'share':
      return comparison(compiler, node, { first, second })
    case 'at':
    case 'lastYear':
    case 'plan':
    case 'previous':
    case 'vintage':
    case 'ytd':
      return elsewhere(compiler, node, { first, second })
    default: {
      const operands = node.operands.map((operand) => calculation(compiler, operand))
      return numberFunctions.get(name)?.(operands) ?? untold
    }
  }
}

interface TwoOperands {
  readonly first: Formula
  readonly second: Formula | undefined
}

/** One number against another, or against itself from another place: last year's, or that of the area above. */
function comparison(compiler: Compiler, node: Call, { first, second }: TwoOperands): Calculate {
  const shift = shiftOf(node)
  const subject = calculation(compiler, first)
  const now = shift ? remembered(subject) : subject
  const base = second ? calculation(compiler, second) : shift ? moved(now, shift) : untold
  const divisor = nameOfDivisor(second ?? (shift?.kind === 'lastYear' ? ofLastYear(first) : first))
  return node.name === 'growth' ? growth(now, base, divisor) : percentage(now, base, divisor)
}

function ofLastYear(node: Formula): Formula {
  return { kind: 'call', name: 'lastYear', operands: [node] }
}

function elsewhere(compiler: Compiler, node: Call, { first, second }: TwoOperands): Calculate {
  const argument = calculation(compiler, first)
  const shift = shiftOf(node)
  if (shift) return moved(argument, shift)
  const place = placeOf(compiler, second ?? node)
  const problem =
    second?.kind === 'string'
      ? formulaProblem('formula.unknown-vintage', place, { found: second.text })
      : formulaProblem('formula.text-not-written', place, { name: node.name })
  return refuse(compiler, problem)
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

/** Undefined for what is no whole number of one or two digits as it is written. */
export function writtenInteger(node: Formula): number | undefined {
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
