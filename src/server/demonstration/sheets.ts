/** The forms of the regime as the demonstration fills them: rows, the columns of a month, and where each cell belongs. */
import { cellName, cellRole, columnsFor, type FormColumn, type FormLayout, type FormRow } from '#core/form/layout.ts'
import { type Period, period, yearOf } from '#core/period/period.ts'
import { type Span, spanKey } from '#core/period/span.ts'
import { type SpanOffset, shiftedPeriod } from '#core/period/span-offset.ts'
import { invariant } from '#core/quantity/invariant.ts'
import type { Catalogue, RegimeVersion } from '../catalogue/index.ts'
import type { NewValue } from '../figures/index.ts'
import type { Month } from './levels.ts'

export interface Form {
  readonly id: number
  readonly layout: FormLayout
}

export function figuresPeriodOf({ year, month }: Month): Period {
  return period(`${year}-${String(month).padStart(2, '0')}`, 'statistical')
}

const shifted = new Map<string, Period>()

/** The period a column speaks of; the same few are asked for at every cell. */
function periodOf(month: Month, offset: SpanOffset): Period {
  const name = `${month.year} ${month.month} ${offset}`
  const about = shifted.get(name) ?? shiftedPeriod(figuresPeriodOf(month), offset)
  shifted.set(name, about)
  return about
}

export function columnsOf({ layout }: Form, { month }: Month): readonly FormColumn[] {
  const columns = columnsFor(layout, month)
  invariant(columns !== undefined, `form ${layout.code} has columns for month ${month}`)
  return columns
}

/** Every span that some column of these forms speaks of in these months, and those of whole years. */
export function spansOf(forms: readonly Form[], months: readonly Month[]): readonly Span[] {
  const spans = new Map<string, Span>()
  for (const month of months) {
    for (const column of forms.flatMap((form) => columnsOf(form, month))) {
      if (column.offset === null) continue
      const { span } = periodOf(month, column.offset)
      spans.set(spanKey(span), span)
    }
    const { span } = period(String(month.year), 'statistical')
    spans.set(spanKey(span), span)
  }
  return [...spans.values()]
}

export interface Places {
  readonly catalogue: Catalogue
  readonly regime: RegimeVersion
  readonly spanIds: ReadonlyMap<string, number>
}

export type Key = Pick<
  NewValue,
  'indicatorId' | 'spanId' | 'spanTo' | 'areaId' | 'breakdownId' | 'planVersionId' | 'vintage'
>

export interface Cell {
  readonly row: FormRow
  readonly column: FormColumn
  readonly month: Month
  /** Area of the sheet. */
  readonly areaId: number
}

/** Undefined where the cell is no figure of the report: references, ratios, rows without an indicator. */
export function keyOf({ row, column, month, areaId }: Cell, { catalogue, spanIds }: Places): Key | undefined {
  const role = cellRole(row, column)
  const indicator = catalogue.indicators.get(row.indicator ?? '')
  if (!indicator || column.offset === null || (role !== 'typed' && role !== 'computed')) return undefined
  const about = periodOf(month, column.offset)
  const proposal = catalogue.plans.find((plan) => plan.code === `de-xuat-${yearOf(about)}`)
  const spanId = spanIds.get(spanKey(about.span))
  const area = row.area === undefined ? areaId : catalogue.areaIds.get(row.area)
  invariant(spanId !== undefined && area !== undefined, `${cellName({ row: row.key, column: column.key })} has a place`)
  if (column.scenario === 'plan' && !proposal) return undefined
  return {
    indicatorId: indicator.id,
    spanId,
    spanTo: about.span.to,
    areaId: area,
    breakdownId: 0,
    planVersionId: column.scenario === 'plan' ? (proposal?.id ?? 0) : 0,
    vintage: column.scenario === 'plan' ? 'plan' : column.vintage === 'preliminary' ? 'preliminary' : 'estimate',
  }
}
