/** The words of an exported file, which is Vietnamese whatever the language of the screen. */
import type { ComputedValue } from '#contract/explanation.ts'
import type { Vintage } from '#core/figure/vintage.ts'
import type { Comparison, TableReading } from '#core/table/definition.ts'

export const readingNames: Readonly<Record<TableReading, string>> = {
  best: 'tốt nhất hiện có',
  estimate: 'ước',
  preliminary: 'thực hiện',
  official: 'chính thức',
  ytd: 'lũy kế từ đầu năm',
  previous: 'kỳ trước',
  'last-year': 'cùng kỳ năm trước',
  plan: 'kế hoạch năm',
  'plan-central': 'kế hoạch Trung ương giao',
  'plan-council': 'kế hoạch HĐND giao',
  'plan-committee': 'kế hoạch UBND giao',
  'plan-aspiration': 'kế hoạch phấn đấu',
}

export const vintageNames: Readonly<Record<Vintage, string>> = {
  estimate: 'ước',
  preliminary: 'thực hiện',
  official: 'chính thức',
}

export const comparisonNames: Readonly<Record<Comparison, string>> = {
  'last-year': 'Tăng giảm so cùng kỳ (%)',
  previous: 'Tăng giảm so kỳ trước (%)',
  share: 'Tỷ trọng (%)',
}

type Reason = Extract<ComputedValue, { kind: 'none' }>['reason']

export const reasonNames: Readonly<Record<Reason, string>> = {
  absent: 'chưa có số',
  nothing: 'không phát sinh',
  notApplicable: 'không áp dụng',
  divisionByZero: 'không tính được',
  invalid: 'không tính được',
  notReleased: 'chưa đến giờ công bố',
}
