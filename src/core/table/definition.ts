/**
 * What a table of figures shows (định nghĩa bảng tra cứu): which indicators, areas, periods and readings, what is compared,
 * and how they lie on rows and columns. It holds no figure; the same definition gives another table when figures move,
 * and the same one `asOf` a moment.
 */
import type { Reference } from '../formula/formula.ts'
import type { Calendar } from '../period/span.ts'
import { inCodeOrder } from '../quantity/text.ts'

/** The axes of a table, in the order in which its figures are listed. `source` is there when agencies stand side by side. */
export const tableAxes = ['indicator', 'area', 'period', 'reading', 'source'] as const
export type TableAxis = (typeof tableAxes)[number]

/**
 * What is read at a place. `plan` is that of the year the period belongs to, since targets are set for years; the plans
 * of one issuer are named by it.
 */
export const tableReadings = [
  'best',
  'estimate',
  'preliminary',
  'official',
  'ytd',
  'previous',
  'last-year',
  'plan',
  'plan-central',
  'plan-council',
  'plan-committee',
  'plan-aspiration',
] as const
export type TableReading = (typeof tableReadings)[number]

/** Growth on the same period last year, growth on the previous period, share of the area above; all in per cent. */
export const comparisons = ['last-year', 'previous', 'share'] as const
export type Comparison = (typeof comparisons)[number]

/** One area, or those of a level below one: «các huyện của tỉnh», «các xã của huyện». */
export type AreaChoice =
  | { readonly kind: 'one'; readonly code: string }
  | { readonly kind: 'districts' | 'communes'; readonly of: string }

/** One period by its label, or all of a kind from one to another. */
export type PeriodChoice =
  | { readonly kind: 'one'; readonly label: string }
  | { readonly kind: 'run'; readonly from: string; readonly to: string }

/** An indicator of a table, perhaps narrowed to members of its breakdowns: `NN.03`, `NN.03:dong-xuan`. */
export function indicatorOfWord(word: string): Reference {
  const [code = '', ...narrowed] = word.split(':')
  const members = narrowed.join(':').split(',')
  return { code, members: [...new Set(members.filter((member) => member !== ''))].sort(inCodeOrder) }
}

export const tableShows = ['both', 'table', 'chart'] as const

export interface TableDefinition {
  /** Words that `indicatorOfWord` reads. */
  readonly indicators: readonly string[]
  readonly areas: readonly AreaChoice[]
  readonly periods: readonly PeriodChoice[]
  readonly calendar: Calendar
  readonly readings: readonly TableReading[]
  /** The figure of record alone, or what each agency reports beside it. */
  readonly sources: 'chosen' | 'each'
  readonly comparisons: readonly Comparison[]
  /** Outermost first; every axis stands in one of the two. */
  readonly rows: readonly TableAxis[]
  readonly columns: readonly TableAxis[]
  /** `provisional` («tạm tính») also takes what is sent; for the receiver alone. */
  readonly level: 'accepted' | 'provisional'
  /** What was known at this instant (ISO UTC, to the second); null: what is known now. */
  readonly asOf: string | null
  readonly show: (typeof tableShows)[number]
}

export const emptyDefinition: TableDefinition = {
  indicators: [],
  areas: [],
  periods: [],
  calendar: 'statistical',
  readings: ['best'],
  sources: 'chosen',
  comparisons: [],
  rows: ['area'],
  columns: ['indicator', 'period', 'reading', 'source'],
  level: 'accepted',
  asOf: null,
  show: 'both',
}
