/**
 * A form version (biểu mẫu) as data: fixed rows, and column sets that depend on the report's period (real monthly forms
 * have six in a year). A column carries an offset from the report's period, because the form of May holds June's
 * estimate and that of October next year's plan. A cell's key is the union of what sheet, row and column bind.
 */
import type { Nature } from '../indicator/indicator.ts'
import type { SpanOffset } from '../period/span-offset.ts'

export type RowKey = string
export type ColumnKey = string

export interface FormRow {
  readonly key: RowKey
  /** Printed number, '' for none. */
  readonly ordinal: string
  readonly label: string
  /** A title has no values; an ofWhich row is shown under its whole and never added again («trong đó»). */
  readonly kind: 'title' | 'item' | 'total' | 'ofWhich'
  readonly level: number
  readonly indicator?: string
  /** Area code when the row is about a place of its own; else the sheet's area. */
  readonly area?: string
  readonly measure: string
  readonly decimals: number
  /** Of the row's indicator, taken from the catalogue when the form is opened; null for a title. */
  readonly nature?: Nature | null
  /** Over row keys of the same column, e.g. `[a11] + [a12]`; such a row is computed, never typed. */
  readonly formula?: string
  /** Columns that make no sense for this row (year to date of a stock, growth of an index), shown as «×». */
  readonly notApplicable?: readonly ColumnKey[]
  /** In a consolidated table: taken from the responsible agency's report, or summed over the districts' like forms. */
  readonly collect?: 'agency' | 'districts'
}

/**
 * entry: to fill now. prefilled: comes from earlier reports, changing it adds a preliminary revision.
 * reference: shown, never typed. base: what the report compares with; shown as it is known today, and where the agency
 * states another, that is this report's alone and no revision of the earlier figure. ratio: computed across columns.
 * computed: a row-wise formula of amounts.
 */
export type ColumnRole = 'entry' | 'prefilled' | 'reference' | 'base' | 'ratio' | 'computed'

export interface FormColumn {
  readonly key: ColumnKey
  /** Printed column number, e.g. `3` or `3/2`. */
  readonly number: string
  /** Header from top to bottom; equal neighbours merge. `{month}`, `{lastYear}` and the like are filled in (`headerLabel`). */
  readonly header: readonly string[]
  readonly role: ColumnRole
  readonly offset: SpanOffset | null
  /** `plan` reads the plan in force for the span's year; a column to fill proposes one. Vintage is null then. */
  readonly scenario: 'actual' | 'plan'
  readonly vintage: 'estimate' | 'preliminary' | 'official' | 'best' | null
  /** Over column keys of the same row, e.g. `[estimate] / [previous] * 100`. */
  readonly formula?: string
  readonly decimals?: number
  readonly width: number
}

export interface ColumnSet {
  /** Months (of a monthly report) this set is for; a set with no months serves every period. */
  readonly months: readonly number[]
  readonly columns: readonly FormColumn[]
}

export interface FormLayout {
  readonly code: string
  readonly title: string
  readonly rows: readonly FormRow[]
  readonly columnSets: readonly ColumnSet[]
  /** Change beyond this many percent against the compared period asks for an explanation. */
  readonly changeThreshold: number
}

/** One cell of a form, the same text in the database, on the wire and in the audit chain. */
export interface CellAddress {
  readonly row: RowKey
  readonly column: ColumnKey
}

export function cellName(address: CellAddress): string {
  return `${address.row}.${address.column}`
}

/** The address that `cellName` wrote. Keys have no point in them. */
export function addressOf(name: string): CellAddress {
  const [row = '', column = ''] = name.split('.')
  return { row, column }
}

/** Columns of the form for a month (1–12). Undefined for a layout without a set for that month. */
export function columnsFor(layout: FormLayout, month: number): readonly FormColumn[] | undefined {
  const set =
    layout.columnSets.find((s) => s.months.includes(month)) ?? layout.columnSets.find((s) => s.months.length === 0)
  return set?.columns
}

/** base: known already, and may be stated otherwise. */
export type CellRole = 'typed' | 'computed' | 'reference' | 'base' | 'none'

/**
 * What a cell is: typed by the agency, computed by the system, a base to compare with, shown for reference, or not there at
 * all. A total among bases is for reference.
 */
export function cellRole(row: FormRow, column: FormColumn): CellRole {
  if (row.kind === 'title' || row.notApplicable?.includes(column.key)) return 'none'
  if (column.role === 'reference') return 'reference'
  if (column.role === 'base') return row.formula === undefined ? 'base' : 'reference'
  if (column.role === 'ratio' || column.role === 'computed' || row.formula !== undefined) return 'computed'
  return 'typed'
}
