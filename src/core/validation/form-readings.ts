/**
 * Which cell of a form a reading of a rule means: the row by its key or its indicator, the column by span, scenario and
 * vintage. Some readings lie in columns that the form does not show; whoever opens the form adds their values.
 */

import { addressOf, cellName, type FormColumn, type FormRow, type RowKey } from '../form/layout.ts'
import type { Formula, Reference } from '../formula/formula.ts'
import type { SpanOffset } from '../period/span-offset.ts'
import type { ReadingOnForm, Wanted } from './shifted-readings.ts'

/** A column that is read and not shown. */
export interface HiddenColumn {
  readonly key: string
  readonly offset: SpanOffset
  readonly scenario: 'actual' | 'plan'
  /** null: the best there is. */
  readonly vintage: 'estimate' | null
}

const hiddenColumns: readonly HiddenColumn[] = [
  { key: '_previousYtd', offset: 'previousYearToDate', scenario: 'actual', vintage: 'estimate' },
  { key: '_previousEstimate', offset: 'previousMonth', scenario: 'actual', vintage: 'estimate' },
  { key: '_lastYear', offset: 'sameMonthLastYear', scenario: 'actual', vintage: null },
  { key: '_lastYearYtd', offset: 'yearToDateLastYear', scenario: 'actual', vintage: null },
  { key: '_plan', offset: 'year', scenario: 'plan', vintage: null },
]

/**
 * The hidden columns that the checks of a form with these columns read. A form without a year to date (January's) asks
 * for none: the months before belong to the year before.
 */
export function hiddenColumnsOf(columns: readonly FormColumn[]): readonly HiddenColumn[] {
  const hasYearToDate = columns.some(({ offset }) => offset === 'yearToDate' || offset === 'halfYear')
  return hiddenColumns.filter(({ offset, scenario, vintage }) => {
    if (offset === 'previousYearToDate') return hasYearToDate
    const shown = columns.some((it) => it.role !== 'ratio' && it.offset === offset && it.scenario === scenario)
    return vintage === 'estimate' || !shown
  })
}

export interface FormFrame {
  readonly rows: readonly FormRow[]
  readonly columns: readonly FormColumn[]
}

/** How the readings of a condition find their rows: by row key, or by indicator within one area. */
export type RowOf = (code: string) => FormRow | undefined

export function readingOnForm({ rows, columns }: FormFrame, rowOf: RowOf): ReadingOnForm {
  const byKey = new Map<RowKey, FormRow>(rows.map((row) => [row.key, row]))
  const hidden = hiddenColumnsOf(columns)
  return ({ code, members }: Reference, wanted: Wanted): Formula | undefined => {
    if (members.length > 0) return undefined
    const row = rowOf(code)
    if (row !== undefined) return cell(row, columnKey({ columns, hidden }, wanted))
    const at = addressOf(code)
    const isShown = columns.some(({ key }) => key === at.column)
    return cell(byKey.get(at.row), isShown ? at.column : undefined)
  }
}

function cell(row: FormRow | undefined, column: string | undefined): Formula | undefined {
  if (row === undefined || column === undefined || row.kind === 'title') return undefined
  if (row.notApplicable?.includes(column)) return undefined
  return { kind: 'reading', reference: { code: cellName({ row: row.key, column }), members: [] } }
}

interface Columns {
  readonly columns: readonly FormColumn[]
  readonly hidden: readonly HiddenColumn[]
}

function columnKey({ columns, hidden }: Columns, wanted: Wanted): string | undefined {
  if (wanted.column !== null) return wanted.column
  const isWanted = (it: Pick<FormColumn, 'offset' | 'scenario' | 'vintage'>): boolean =>
    it.offset === wanted.offset &&
    it.scenario === wanted.scenario &&
    (wanted.vintage === null ? it.vintage !== 'estimate' || !isPast(it.offset) : it.vintage === wanted.vintage)
  return (columns.find(isWanted) ?? hidden.find(isWanted))?.key
}

/** Of a month that is over the first estimate is not what it is known as. */
const isPast = (offset: SpanOffset | null): boolean => offset === 'previousMonth'
