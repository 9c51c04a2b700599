/**
 * Where each cell of a form belongs among the figures: the union of what the sheet (agency, period), the row
 * (indicator, area) and the column (span, scenario, vintage) bind.
 */
import { columnsFor, type FormColumn, type FormLayout, type FormRow } from '#core/form/layout.ts'
import { monthOf, type Period, parsePeriod, periodName, yearOf } from '#core/period/period.ts'
import type { Calendar, Span } from '#core/period/span.ts'
import { shiftedPeriod } from '#core/period/span-offset.ts'
import { invariant } from '#core/quantity/invariant.ts'

/** The report's period on the calendar of its figures: data are taken until the 14th, the whole month is estimated. */
export function figuresPeriod(label: string, calendar: Calendar): Period {
  const period = parsePeriod(label, calendar)
  invariant(period !== undefined, `«${label}» names a period`)
  return period
}

/** Columns of the form in this period's edition. */
export function columnsOf(layout: FormLayout, period: Period): readonly FormColumn[] {
  const columns = columnsFor(layout, monthOf(period))
  invariant(columns !== undefined, `form ${layout.code} has columns for month ${monthOf(period)}`)
  return columns
}

/** Null for ratios, which belong to no span. */
export function spanOfColumn(column: Pick<FormColumn, 'offset'>, period: Period): Span | null {
  return column.offset === null ? null : shiftedPeriod(period, column.offset).span
}

export function columnPeriodName(column: FormColumn, period: Period): string {
  return column.offset === null ? '' : periodName(shiftedPeriod(period, column.offset))
}

/** Year whose plan the column reads or proposes. */
export function planYearOf(column: FormColumn, period: Period): number {
  return column.offset === null ? yearOf(period) : yearOf(shiftedPeriod(period, column.offset))
}

export function rowKeyed(rows: readonly FormRow[]): ReadonlyMap<string, FormRow> {
  return new Map(rows.map((row) => [row.key, row]))
}
