/**
 * How far rounding can carry a computed side: each rounded input may be half a unit of its last declared decimal off, and
 * the ranges add up. A comparison is broken only if no unrounded figures behind the inputs could fulfil it.
 */
import { writtenInteger } from '../formula/compile.ts'
import type { ArithmeticOperator, Formula } from '../formula/formula.ts'
import {
  abs,
  compare,
  dividedBy,
  type Exact,
  exact,
  isZero,
  minus,
  negate,
  plus,
  roundTo,
  times,
} from '../quantity/exact.ts'

export interface Range {
  readonly low: Exact
  readonly high: Exact
}

/** Undefined for a reading without a number. */
export type RangeOfReading = (code: string) => Range | undefined

/** Things that are counted one by one: a whole number of them is not rounded. */
const counted: ReadonlySet<string> = new Set([
  ...['người', 'hộ', 'học sinh', 'con', 'vụ', 'ca', 'lượt', 'đơn', 'tổ', 'xã', 'huyện'],
  ...['doanh nghiệp', 'hợp tác xã', 'dự án', 'đề tài', 'sản phẩm'],
])

/** Half a unit of the last declared decimal; nothing for what is counted. */
export function halfUnit(measure: string, decimals: number): Exact {
  if (decimals === 0) return exact(counted.has(measure) ? '0' : '0.5')
  return exact(`0.${'0'.repeat(decimals)}5`)
}

/** Undefined where no range can be told: a reading without a number, a divisor that may be 0, a power, a choice. */
export function rangeOf(node: Formula, reading: RangeOfReading): Range | undefined {
  switch (node.kind) {
    case 'number':
      return point(exact(node.value))
    case 'reading':
      return reading(node.reference.code)
    case 'negate': {
      const operand = rangeOf(node.operand, reading)
      return operand && { low: negate(operand.high), high: negate(operand.low) }
    }
    case 'arithmetic': {
      const left = rangeOf(node.left, reading)
      const right = rangeOf(node.right, reading)
      return left && right && combined(node.operator, left, right)
    }
    case 'call': {
      if (node.name === 'round') return roundedRange(node.operands, reading)
      const operands = node.operands.flatMap((operand) => rangeOf(operand, reading) ?? [])
      return operands.length < node.operands.length ? undefined : called(node.name, operands)
    }
    case 'string':
    case 'not':
    case 'comparison':
    case 'logic':
      return undefined
  }
}

/** Rounding keeps the order of its ends. */
function roundedRange([operand, declared]: readonly Formula[], reading: RangeOfReading): Range | undefined {
  const range = operand && rangeOf(operand, reading)
  const decimals = declared === undefined ? 0 : writtenInteger(declared)
  if (!range || decimals === undefined) return undefined
  return { low: roundTo(range.low, decimals), high: roundTo(range.high, decimals) }
}

const point = (value: Exact): Range => ({ low: value, high: value })
const smallest = (values: readonly Exact[]): Exact => values.reduce((a, b) => (compare(a, b) <= 0 ? a : b))
const greatest = (values: readonly Exact[]): Exact => values.reduce((a, b) => (compare(a, b) >= 0 ? a : b))
const zero = exact('0')

function combined(operator: ArithmeticOperator, a: Range, b: Range): Range | undefined {
  switch (operator) {
    case '+':
      return { low: plus(a.low, b.low), high: plus(a.high, b.high) }
    case '-':
      return { low: minus(a.low, b.high), high: minus(a.high, b.low) }
    case '*':
      return spanned(a, b, times)
    case '/': {
      const mayBeZero = isZero(b.low) || isZero(b.high) || compare(b.low, zero) !== compare(b.high, zero)
      return mayBeZero ? undefined : spanned(a, b, dividedBy)
    }
    case '^':
      return undefined
  }
}

function spanned(a: Range, b: Range, compute: (x: Exact, y: Exact) => Exact): Range {
  const corners = [a.low, a.high].flatMap((x) => [compute(x, b.low), compute(x, b.high)])
  return { low: smallest(corners), high: greatest(corners) }
}

function called(name: string, operands: readonly Range[]): Range | undefined {
  const lows = operands.map(({ low }) => low)
  const highs = operands.map(({ high }) => high)
  switch (name) {
    case 'sum':
      return { low: lows.reduce(plus), high: highs.reduce(plus) }
    case 'min':
      return { low: smallest(lows), high: smallest(highs) }
    case 'max':
      return { low: greatest(lows), high: greatest(highs) }
    case 'abs':
      return operands[0] && absolute(operands[0])
    default:
      return undefined
  }
}

function absolute({ low, high }: Range): Range {
  const ends = [abs(low), abs(high)]
  const spansZero = compare(low, zero) < 0 && compare(high, zero) > 0
  return { low: spansZero ? zero : smallest(ends), high: greatest(ends) }
}
