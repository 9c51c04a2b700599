/** Columns that the checks of a form read beside those it shows; whoever opens the form adds their values. */
import type { FormColumn } from '../form/layout.ts'
import type { SpanOffset } from '../period/span-offset.ts'

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
