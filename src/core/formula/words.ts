/**
 * A formula as a person reads it aloud, for explaining a number: in words («Sản lượng × 10 : Diện tích thu hoạch») and
 * in figures («4.741,1 + 62,8 + 8,7»). Parentheses stand where the order of reading would otherwise change, and around a
 * negative figure that follows a sign.
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
}

/** Words for a part whose operands are already read. */
type Read = (least: number, node: Formula | undefined) => string

const clause = 0
const { sum, product, primary } = binding

/** The formula with the name of each reading in its place. */
export function inWords(formula: Formula, nameOf: (reference: Reference) => string): string {
  return readOut(formula, (reference) => ({ text: nameOf(reference), level: primary }))
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
  return readOut(formula, (reference) => {
    const text = format(resolve(reference), reference)
    return { text, level: /^[-−]./.test(text) ? sum : primary }
  })
}

function readOut(formula: Formula, leaf: (reference: Reference) => Phrase): string {
  const read: Read = (least, node) => {
    if (node === undefined) return ''
    const { text, level } = phrase(node)
    return level < least ? `(${text})` : text
  }
  const phrase = (node: Formula): Phrase => {
    switch (node.kind) {
      case 'number':
        return { text: formatVi(node.value), level: primary }
      case 'string':
        return { text: `«${node.text}»`, level: primary }
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
        return operationInWords(node, read)
    }
  }
  return read(clause, formula)
}

const signs = {
  '+': { sign: ' + ', level: sum },
  '-': { sign: ' − ', level: sum },
  '*': { sign: ' × ', level: product },
  '/': { sign: ' : ', level: product },
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
function operationInWords(node: Operation, read: Read): Phrase {
  const { sign, level } = signs[node.operator]
  const left = node.operator === '^' ? primary : node.kind === 'comparison' ? sum : level
  const right = node.operator === '^' ? primary : level + 1
  return { text: read(left, node.left) + sign + read(right, node.right), level }
}

function callInWords({ name, operands }: Call, read: Read): Phrase {
  const [first, second, third] = operands
  const subject = read(primary, first)
  const named = (text: string): Phrase => ({ text, level: primary })
  switch (name) {
    case 'sum':
      return { text: operands.map((each, index) => read(index === 0 ? sum : product, each)).join(' + '), level: sum }
    case 'if': {
      const text = `nếu ${read(binding.or, first)} thì ${read(binding.or, second)}, không thì ${read(binding.or, third)}`
      return { text, level: clause }
    }
    case 'round':
      return named(`làm tròn ${subject} ${roundingInWords(second)}`)
    case 'abs':
      return named(`giá trị tuyệt đối của ${subject}`)
    case 'min':
      return named(`số nhỏ nhất trong ${listed(operands, read)}`)
    case 'max':
      return named(`số lớn nhất trong ${listed(operands, read)}`)
    case 'share':
      return named(`tỷ trọng của ${subject} trong ${second ? read(primary, second) : 'toàn địa bàn cấp trên'}`)
    case 'growth':
      return named(`tốc độ tăng của ${subject} so với ${second ? read(primary, second) : 'cùng kỳ năm trước'}`)
    case 'index':
      return named(`chỉ số của ${subject} so với ${second ? read(primary, second) : 'cùng kỳ năm trước'}`)
    case 'geomean':
      return named(`trung bình nhân của ${listed(operands, read)}`)
    case 'ytd':
      return named(`lũy kế ${subject}`)
    case 'previous':
      return named(`${subject} kỳ trước`)
    case 'lastYear':
      return named(`${subject} cùng kỳ năm trước`)
    case 'plan':
      return named(second ? `kế hoạch ${read(primary, second)} của ${subject}` : `kế hoạch của ${subject}`)
    case 'children':
      return named(`tổng ${subject} của các địa bàn trực thuộc`)
    case 'at':
      return named(`${subject} tại địa bàn ${read(primary, second)}`)
    case 'vintage':
      return named(`${subject} (${vintageInWords(second)})`)
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
