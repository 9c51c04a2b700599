/**
 * A formula as a person reads it aloud, for explaining a number: in words («Sản lượng × 10 chia Diện tích thu hoạch»)
 * and in figures («4.741,1 × 10 : 62,8»). Parentheses stand where the order of reading would otherwise change, around a
 * negative figure that follows a sign, and where words could be taken with more than one thing: «tốc độ tăng của a so với
 * (b kỳ trước)» is not «(tốc độ tăng của a so với b) kỳ trước». Formulas that differ read differently.
 */
import type { CellValue } from '../quantity/cell-value.ts'
import type { Outcome } from '../quantity/outcome.ts'
import { formatVi } from '../quantity/vietnamese-number.ts'
import type { Call, Formula, Reference } from './formula.ts'
import { binding } from './printer.ts'
import type { Resolve } from './viewpoint.ts'

/** Text of a part of a formula, and how tightly it holds together. */
interface Phrase {
  readonly text: string
  readonly level: number
  /** Ends in «of …», «against …» or «to …»: a sign after it would be taken to go on with that. */
  readonly isOpen?: boolean
}

/** Words for a part whose operands are already read. */
type Read = (least: number, node: Formula | undefined) => string

const clause = 0
const { sum, product, primary } = binding

/** How tightly words hold together, all of them tighter than signs: «lũy kế a + b» adds b to the year to date of a. */
const compared = primary + 1
const followed = primary + 2
const led = primary + 3
const name = primary + 4

/** The formula with the name of each reading in its place. */
export function inWords(formula: Formula, nameOf: (reference: Reference) => string): string {
  return readOut(formula, (reference) => ({ text: nameOf(reference), level: name }), ' chia ')
}

/**
 * The formula with the value of each reading in its place, shown as `format` shows it. A reading without a value shows
 * what `format` gives for it (…, –, ×), so that the figures say what is missing.
 */
export function inFigures(
  formula: Formula,
  resolve: Resolve,
  format: (value: CellValue | Outcome, reference: Reference) => string,
): string {
  const leaf = (reference: Reference): Phrase => {
    const text = format(resolve(reference), reference)
    return { text, level: /^[-−]./.test(text) ? sum : name }
  }
  return readOut(formula, leaf, ' : ')
}

/** `division`: a colon divides figures; in a sentence it would be read as a full stop. */
function readOut(formula: Formula, leaf: (reference: Reference) => Phrase, division: string): string {
  const read: Read = (least, node) => {
    if (node === undefined) return ''
    const { text, level, isOpen = false } = phrase(node)
    const isBesideSign = least >= sum && least <= primary
    return level < least || (isOpen && isBesideSign) ? `(${text})` : text
  }
  const phrase = (node: Formula): Phrase => {
    switch (node.kind) {
      case 'number':
        return { text: formatVi(node.value), level: name }
      case 'string':
        return { text: `«${node.text}»`, level: name }
      case 'reading':
        return leaf(node.reference)
      case 'negate':
        return { text: `−${read(primary, node.operand)}`, level: sum }
      case 'not':
        return { text: `không phải ${read(primary, node.operand)}`, level: binding.not }
      case 'call':
        return callInWords(node, read)
      case 'arithmetic':
      case 'comparison':
      case 'logic':
        return operationInWords(node, read, division)
    }
  }
  return read(clause, formula)
}

const signs = {
  '+': { sign: ' + ', level: sum },
  '-': { sign: ' − ', level: sum },
  '*': { sign: ' × ', level: product },
  '/': { sign: '', level: product },
  '^': { sign: ' mũ ', level: binding.power },
  '=': { sign: ' = ', level: binding.comparison },
  '<>': { sign: ' ≠ ', level: binding.comparison },
  '<': { sign: ' < ', level: binding.comparison },
  '<=': { sign: ' ≤ ', level: binding.comparison },
  '>': { sign: ' > ', level: binding.comparison },
  '>=': { sign: ' ≥ ', level: binding.comparison },
  and: { sign: ' và ', level: binding.and },
  or: { sign: ' hoặc ', level: binding.or },
} as const

type Operation = Extract<Formula, { readonly operator: string }>

/** Powers and comparisons do not chain, so both their sides are set apart; the others read from left to right. */
function operationInWords(node: Operation, read: Read, division: string): Phrase {
  const { sign, level } = signs[node.operator]
  const left = node.operator === '^' ? primary : node.kind === 'comparison' ? sum : level
  const right = node.operator === '^' ? primary : level + 1
  const between = node.operator === '/' ? division : sign
  return { text: read(left, node.left) + between + read(right, node.right), level }
}

function callInWords(call: Call, read: Read): Phrase {
  const [first, second, third] = call.operands
  switch (call.name) {
    case 'sum': {
      const terms = call.operands.map((each, index) => read(index === 0 ? sum : product, each))
      return { text: terms.join(' + '), level: sum }
    }
    case 'if': {
      const text = `nếu ${read(binding.or, first)} thì ${read(binding.or, second)}, không thì ${read(binding.or, third)}`
      return { text, level: clause }
    }
    case 'growth':
    case 'index':
    case 'share':
      return { text: comparisonInWords(call, read), level: compared, isOpen: true }
    case 'previous':
      return { text: `${read(name, first)} kỳ trước`, level: followed }
    case 'lastYear':
      return { text: `${read(name, first)} cùng kỳ năm trước`, level: followed }
    case 'at':
      return { text: `${read(name, first)} tại địa bàn ${read(name, second)}`, level: followed }
    case 'vintage':
      return { text: `${read(name, first)} (${vintageInWords(second)})`, level: followed }
    default:
      return { text: ledInWords(call, read), level: led, isOpen: ['abs', 'plan', 'round'].includes(call.name) }
  }
}

/** One thing against another, or against itself elsewhere; neither of them compared in turn without parentheses. */
function comparisonInWords({ name, operands: [first, second] }: Call, read: Read): string {
  const subject = read(followed, first)
  if (name === 'share')
    return `tỷ trọng của ${subject} trong ${second ? read(followed, second) : 'toàn địa bàn cấp trên'}`
  const said = name === 'growth' ? 'tốc độ tăng' : 'chỉ số'
  return `${said} của ${subject} so với ${second ? read(followed, second) : 'cùng kỳ năm trước'}`
}

/** Words that begin by saying what is done; those that say no more at the end take nothing that ends in words of its own. */
function ledInWords({ name, operands }: Call, read: Read): string {
  const [first, second] = operands
  switch (name) {
    case 'round':
      return `làm tròn ${read(followed, first)} ${roundingInWords(second)}`
    case 'children':
      return `tổng ${read(followed, first)} của các địa bàn trực thuộc`
    case 'abs':
      return `giá trị tuyệt đối của ${read(led, first)}`
    case 'ytd':
      return `lũy kế ${read(led, first)}`
    case 'plan':
      return `kế hoạch ${second ? `${read(primary, second)} ` : ''}của ${read(led, first)}`
    case 'min':
      return `số nhỏ nhất trong ${listed(operands, read)}`
    case 'max':
      return `số lớn nhất trong ${listed(operands, read)}`
    default:
      return `trung bình nhân của ${listed(operands, read)}`
  }
}

function listed(operands: readonly Formula[], read: Read): string {
  return `(${operands.map((each) => read(clause, each)).join('; ')})`
}

function vintageInWords(node: Formula | undefined): string {
  const named = node?.kind === 'string' ? node.text : ''
  return named === 'estimate' ? 'ước' : named === 'preliminary' ? 'sơ bộ' : named === 'official' ? 'chính thức' : named
}

function roundingInWords(decimals: Formula | undefined): string {
  if (decimals?.kind === 'number' && decimals.value !== '0') return `đến ${decimals.value} chữ số thập phân`
  if (decimals?.kind !== 'negate' || decimals.operand.kind !== 'number') return 'đến hàng đơn vị'
  return `đến hàng ${tens[decimals.operand.value] ?? `10 mũ ${decimals.operand.value}`}`
}

const tens: Readonly<Record<string, string>> = {
  '1': 'chục',
  '2': 'trăm',
  '3': 'nghìn',
  '4': 'chục nghìn',
  '5': 'trăm nghìn',
  '6': 'triệu',
  '9': 'tỷ',
}
