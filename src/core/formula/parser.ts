/**
 * Reads a formula. The grammar is the whole one of the formula language (docs/domain/formula.md), one function a line of it:
 *   expr = and { "or" and } · and = not { "and" not } · not = [ "not" ] cmp · cmp = add [ comparison add ]
 *   add = mul { ± mul } · mul = neg { ×÷ neg } · neg = [ "-" ] power · power = primary [ "^" neg ]
 *   primary = number | string | reading | name "(" [ expr { ";" expr } ] ")" | "(" expr ")"
 * Limits on length, nesting and parts keep every walk over the tree shallow, so no text can crash a reader.
 */
import type { ArithmeticOperator, ComparisonOperator, Formula, LogicOperator, Place } from './formula.ts'
import { functionNamed, functionShapes } from './functions.ts'
import { type DecimalSign, type Token, tokenize } from './lexer.ts'
import { type Expectation, type FormulaProblem, formulaProblem } from './problems.ts'

export const longestFormula = 8000
export const deepestNesting = 64
export const mostParts = 1000

export type Parsed =
  | { readonly ok: true; readonly ast: Formula; readonly places: ReadonlyMap<Formula, Place> }
  | { readonly ok: false; readonly problems: readonly FormulaProblem[] }

/**
 * The tree of a formula, with the place of every node. Default is the canonical form (decimal point).
 * Refuses what is not in the grammar: the first syntax problem, or every call with an unknown name or a wrong number
 * of arguments.
 */
export function parse(text: string, options: { readonly decimal?: DecimalSign } = {}): Parsed {
  if (text.length > longestFormula) {
    const place = { position: longestFormula, length: text.length - longestFormula }
    return refused(formulaProblem('formula.too-long', place, { limit: longestFormula, counted: 'characters' }))
  }
  const lexed = tokenize(text, options.decimal ?? 'point')
  if (!lexed.ok) return refused(lexed.problem)
  if (lexed.tokens.length === 0) {
    return refused(formulaProblem('formula.empty', { position: 0, length: text.length }, {}))
  }
  const end: Token = { kind: 'end', text: '', position: text.length, length: 0 }
  const reader: Reader = { tokens: lexed.tokens, end, next: 0, depth: 0, places: new Map(), problems: [] }
  const ast = readFormula(reader)
  if (ast !== undefined && peek(reader).kind !== 'end') unexpected(reader, 'operator')
  if (ast === undefined || reader.problems.length > 0) return { ok: false, problems: reader.problems }
  return { ok: true, ast, places: reader.places }
}

interface Reader {
  readonly tokens: readonly Token[]
  readonly end: Token
  readonly places: Map<Formula, Place>
  readonly problems: FormulaProblem[]
  next: number
  depth: number
}

/** A node, or nothing once a problem stopped the reading. */
type Read = Formula | undefined

function refused(problem: FormulaProblem): Parsed {
  return { ok: false, problems: [problem] }
}

function peek(reader: Reader): Token {
  return reader.tokens[reader.next] ?? reader.end
}

function take(reader: Reader): Token {
  const token = peek(reader)
  reader.next += 1
  return token
}

/** The spelling of the next token if it is one of these signs, or one of these words in any capitals. */
function takeOneOf<T extends string>(reader: Reader, wanted: readonly T[]): T | undefined {
  const token = peek(reader)
  const spelling = token.kind === 'word' ? token.text.toLowerCase() : token.kind === 'sign' ? token.text : undefined
  const found = wanted.find((each) => each === spelling)
  if (found !== undefined) reader.next += 1
  return found
}

function unexpected(reader: Reader, expected: Expectation): undefined {
  const { kind, text, position, length } = peek(reader)
  reader.problems.push(
    kind === 'end'
      ? formulaProblem('formula.ends-early', { position, length }, { expected })
      : formulaProblem('formula.unexpected', { position, length }, { found: text, expected }),
  )
  return undefined
}

/** Keeps a node with its place: from the token where it starts to the token last taken. */
function keep(reader: Reader, start: Place, node: Formula): Read {
  const last = reader.tokens[reader.next - 1] ?? start
  const place = { position: start.position, length: last.position + last.length - start.position }
  if (reader.places.size >= mostParts) {
    reader.problems.push(formulaProblem('formula.too-long', place, { limit: mostParts, counted: 'parts' }))
    return undefined
  }
  reader.places.set(node, place)
  return node
}

function nested(reader: Reader, read: (reader: Reader) => Read): Read {
  const { position, length } = peek(reader)
  if (reader.depth >= deepestNesting) {
    reader.problems.push(formulaProblem('formula.too-deep', { position, length }, { limit: deepestNesting }))
    return undefined
  }
  reader.depth += 1
  const node = read(reader)
  reader.depth -= 1
  return node
}

function readFormula(reader: Reader): Read {
  return chain(reader, { operators: ['or'], operand: readAnd, join: logic })
}

function readAnd(reader: Reader): Read {
  return chain(reader, { operators: ['and'], operand: readNot, join: logic })
}

function readNot(reader: Reader): Read {
  const start = peek(reader)
  if (takeOneOf(reader, ['not']) === undefined) return readComparison(reader)
  const operand = readComparison(reader)
  return operand && keep(reader, start, { kind: 'not', operand })
}

const comparisons: readonly ComparisonOperator[] = ['=', '<>', '<', '<=', '>', '>=']

function readComparison(reader: Reader): Read {
  const start = peek(reader)
  const left = readSum(reader)
  const operator = left && takeOneOf(reader, comparisons)
  if (operator === undefined) return left
  const right = readSum(reader)
  return left && right && keep(reader, start, { kind: 'comparison', operator, left, right })
}

function readSum(reader: Reader): Read {
  return chain(reader, { operators: ['+', '-'], operand: readProduct, join: arithmetic })
}

function readProduct(reader: Reader): Read {
  return chain(reader, { operators: ['*', '/'], operand: readNegation, join: arithmetic })
}

function readNegation(reader: Reader): Read {
  const start = peek(reader)
  if (takeOneOf(reader, ['-']) === undefined) return readPower(reader)
  const operand = readPower(reader)
  return operand && keep(reader, start, { kind: 'negate', operand })
}

function readPower(reader: Reader): Read {
  const start = peek(reader)
  const left = readPrimary(reader)
  if (left === undefined || takeOneOf(reader, ['^']) === undefined) return left
  const right = nested(reader, readNegation)
  return right && keep(reader, start, arithmetic('^', left, right))
}

function arithmetic(operator: ArithmeticOperator, left: Formula, right: Formula): Formula {
  return { kind: 'arithmetic', operator, left, right }
}

function logic(operator: LogicOperator, left: Formula, right: Formula): Formula {
  return { kind: 'logic', operator, left, right }
}

interface Level<Operator> {
  readonly operators: readonly Operator[]
  /** Reads one operand, on the next level down. */
  readonly operand: (reader: Reader) => Read
  readonly join: (operator: Operator, left: Formula, right: Formula) => Formula
}

/** One level of the grammar that repeats and binds to the left. */
function chain<Operator extends ArithmeticOperator | LogicOperator>(reader: Reader, level: Level<Operator>): Read {
  const start = peek(reader)
  let left = level.operand(reader)
  while (left !== undefined) {
    const operator = takeOneOf(reader, level.operators)
    if (operator === undefined) break
    const right = level.operand(reader)
    left = right && keep(reader, start, level.join(operator, left, right))
  }
  return left
}

function readPrimary(reader: Reader): Read {
  const token = peek(reader)
  switch (token.kind) {
    case 'number':
      reader.next += 1
      return keep(reader, token, { kind: 'number', value: token.value })
    case 'string':
      reader.next += 1
      return keep(reader, token, { kind: 'string', text: token.content })
    case 'reading':
      reader.next += 1
      return keep(reader, token, { kind: 'reading', reference: token.reference })
    case 'word':
      return readCall(reader)
    case 'sign':
      return token.text === '(' ? readGroup(reader) : unexpected(reader, 'operand')
    case 'end':
      return unexpected(reader, 'operand')
  }
}

function readGroup(reader: Reader): Read {
  const open = take(reader)
  const inner = nested(reader, readFormula)
  return inner !== undefined && close(reader, open) ? inner : undefined
}

function close(reader: Reader, open: Token): boolean {
  if (takeOneOf(reader, [')']) !== undefined) return true
  if (peek(reader).kind === 'end') {
    const { position, length } = open
    reader.problems.push(formulaProblem('formula.unclosed', { position, length }, { open: '(' }))
  } else unexpected(reader, 'operator')
  return false
}

function readCall(reader: Reader): Read {
  const typed = peek(reader)
  if (reserved.has(typed.text.toLowerCase())) return unexpected(reader, 'operand')
  const open = reader.tokens[reader.next + 1]
  if (open?.text !== '(' || open.kind !== 'sign') return unexpected(reader, 'operand')
  reader.next += 2
  const operands: Formula[] = []
  if (takeOneOf(reader, [')']) === undefined) {
    do {
      const operand = nested(reader, readFormula)
      if (operand === undefined) return undefined
      operands.push(operand)
    } while (takeOneOf(reader, [';']) !== undefined)
    if (!close(reader, open)) return undefined
  }
  return keepCall(reader, typed, operands)
}

const reserved: ReadonlySet<string> = new Set(['and', 'or', 'not'])

/** A call that names no known function, or has too few or too many arguments, is refused, and the reading goes on. */
function keepCall(reader: Reader, typed: Token, operands: readonly Formula[]): Read {
  const { text, position, length } = typed
  const name = functionNamed(text)
  if (name === undefined) {
    reader.problems.push(formulaProblem('formula.unknown-function', { position, length }, { name: text }))
    return operands[0] ?? { kind: 'string', text }
  }
  const { least, most } = functionShapes[name]
  const given = operands.length
  if (given < least || (most !== undefined && given > most)) {
    const details = { name, least, most: most ?? null, given }
    reader.problems.push(formulaProblem('formula.argument-count', { position, length }, details))
  }
  return keep(reader, typed, { kind: 'call', name, operands })
}
