/**
 * What a finding says, in Vietnamese and English: both sides, the parts of a composed one, the difference, and what
 * rounding would have excused. One place for the browser while typing, the record at submitting and the answer of a refusal.
 */
import type { ComparisonOperator } from '#core/formula/formula.ts'
import { decimalText } from '#core/quantity/exact.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'
import type { Finding, FindingCode } from '#core/validation/finding.ts'

type Language = 'vi' | 'en'
type Words = Readonly<Record<Language, string>>

/** An explanation is asked for as long as none stands beside the cell; where none can stand, its parts are explained. */
const explainIt: Words = { vi: 'Hãy ghi giải trình.', en: 'Write an explanation.' }
const explained: Words = { vi: 'Đã giải trình.', en: 'Explained.' }

interface Sentence extends Words {
  /** Asks for an explanation; said after the rest. */
  readonly asks?: Words
}

/** `{left}` and `{right}` come with their parts: «1.211 = 1.180 + 31». */
const sentences: Readonly<Record<FindingCode, Sentence>> = {
  'finding.not-a-number': {
    vi: '«{text}» không phải số. Hãy nhập lại bằng số.',
    en: '“{text}” is not a number. Type a number.',
  },
  'finding.total-differs': {
    vi: 'Tổng {left} phải bằng {right}; chênh {difference}{rounding}.',
    en: 'The total {left} must equal {right}; difference {difference}{rounding}.',
  },
  'finding.of-which-exceeds-whole': {
    vi: '«Trong đó» {left} vượt {whole} {right}; hơn {difference}.',
    en: '“Of which” {left} exceeds {whole} {right} by {difference}.',
  },
  'finding.year-to-date-falls': {
    vi: 'Lũy kế {left} thấp hơn lũy kế kỳ trước {right}; giảm {difference}.',
    en: 'Year to date {left} is below that of the period before {right} by {difference}.',
    asks: { vi: 'Nếu đúng, hãy ghi giải trình.', en: 'If right, explain it.' },
  },
  'finding.year-to-date-differs': {
    vi: 'Lũy kế {left}, hệ thống tính {right}; chênh {difference}{rounding}.',
    en: 'Year to date {left}, computed {right}; difference {difference}{rounding}.',
  },
  'finding.half-year-differs': {
    vi: 'Ước 6 tháng {left}, hệ thống tính {right}; chênh {difference}{rounding}.',
    en: 'Six months {left}, computed {right}; difference {difference}{rounding}.',
  },
  'finding.ten-times': {
    vi: '{value} so với kỳ trước {base}: lệch từ 10 lần. Hãy kiểm tra đơn vị tính.',
    en: '{value} against {base} the period before: ten times or more. Check the measure.',
  },
  'finding.large-change': {
    vi: '{change} so với {against} {base}, vượt ngưỡng {threshold}%.',
    en: '{change} against {base} {against}, beyond {threshold}%.',
    asks: explainIt,
  },
  'finding.base-differs': {
    vi: 'Cơ sở so sánh {left} khác số đang có {right}; chênh {difference}.',
    en: 'Comparison base {left} differs from the figure on record {right} by {difference}.',
    asks: explainIt,
  },
  'finding.sign-against-word': {
    vi: 'Tên chỉ tiêu đã nói «giảm» mà số lại âm: {left}. Hãy bỏ dấu trừ nếu là mức giảm.',
    en: 'The name already says a fall, and the figure is negative: {left}. Drop the minus if it is the fall.',
  },
  'finding.note-against-figure': {
    vi: 'Giải trình bắt đầu bằng «{word}», nhưng {left} so với {right} thì ngược lại. Hãy sửa lời hoặc sửa số.',
    en: 'The explanation begins “{word}”, but {left} against {right} says the opposite. Correct one of them.',
  },
  'finding.rule': {
    vi: '{title}{left} phải {operator} {right}; chênh {difference}{rounding}.',
    en: '{title}{left} must {operator} {right}; difference {difference}{rounding}.',
  },
}

const operators: Readonly<Record<ComparisonOperator, Words>> = {
  '=': { vi: 'bằng', en: 'equal' },
  '<>': { vi: 'khác', en: 'differ from' },
  '<': { vi: 'nhỏ hơn', en: 'be less than' },
  '<=': { vi: 'không lớn hơn', en: 'be at most' },
  '>': { vi: 'lớn hơn', en: 'be greater than' },
  '>=': { vi: 'không nhỏ hơn', en: 'be at least' },
}

export type SaidFinding = Pick<Finding, 'code' | 'details'>

export function findingSentence({ code, details }: SaidFinding, language: Language = 'vi'): string {
  const { asks, ...words } = sentences[code]
  const found = words[language].replace(/\{(\w+)\}/g, (_, name: string) => part(details, name, language))
  if (asks === undefined || details.of === 'computed') return found
  return `${found} ${(details.note === undefined ? asks : explained)[language]}`
}

type Details = Finding['details']

function part(details: Details, name: string, language: Language): string {
  switch (name) {
    case 'left':
    case 'right':
      return side(details, name, language)
    case 'operator':
      return operators[(details.operator ?? '=') as ComparisonOperator][language]
    case 'title':
      return titleOf(details.message || details.name)
    case 'rounding':
      return roundingWords(details.tolerance, language)
    case 'change':
      return changeWords(details.percent ?? '0', language)
    case 'against':
      return againstWords(details.against, language)
    default:
      return shown(details[name])
  }
}

/** A rule that is only tried has no name yet. */
const titleOf = (said: string | undefined): string => (said ? `${said}: ` : '')

function side(details: Details, name: 'left' | 'right', language: Language): string {
  const parts = details[`${name}Parts`]
  const forms = formWords(details[`${name}Forms`], { isComposed: parts !== undefined, language })
  return `${shown(details[name])}${parts === undefined ? '' : ` = ${parts}`}${forms}`
}

/** Where to look: a figure that stands in another form of the report, or a sum that has figures from there. */
function formWords(
  forms: string | undefined,
  { isComposed, language }: { readonly isComposed: boolean; readonly language: Language },
): string {
  if (forms === undefined) return ''
  if (language === 'vi') return isComposed ? ` (có số ở biểu ${forms})` : ` (ở biểu ${forms})`
  return isComposed ? ` (with figures of form ${forms})` : ` (on form ${forms})`
}

function shown(text: string | undefined): string {
  const value = text === undefined ? undefined : decimalText(text)
  return value === undefined ? (text ?? '…') : formatVi(value)
}

function roundingWords(tolerance: string | undefined, language: Language): string {
  if (tolerance === undefined || tolerance === '0') return ''
  return language === 'vi'
    ? ` (làm tròn chỉ lệch đến ${shown(tolerance)})`
    : ` (rounding accounts for ${shown(tolerance)} at most)`
}

function changeWords(percent: string, language: Language): string {
  const isFall = percent.startsWith('-')
  const size = shown(isFall ? percent.slice(1) : percent)
  if (language === 'vi') return `${isFall ? 'Giảm' : 'Tăng'} ${size}%`
  return `${isFall ? 'Down' : 'Up'} ${size}%`
}

function againstWords(against: string | undefined, language: Language): string {
  const isPrevious = against === 'previous'
  if (language === 'vi') return isPrevious ? 'kỳ trước' : 'cùng kỳ năm trước'
  return isPrevious ? 'the period before' : 'the same period last year'
}
