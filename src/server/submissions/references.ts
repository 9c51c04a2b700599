/**
 * What a form shows beside the cells to fill: plan, the same month last year, and what earlier reports said. A reporter
 * sees the own agency's figures as sent, other agencies' only once accepted; never anybody's draft.
 */
import { figureOfRecord } from '#core/figure/precedence.ts'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import type { Period } from '#core/period/period.ts'
import { type Span, spanKey } from '#core/period/span.ts'
import { shiftedPeriod } from '#core/period/span-offset.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import { hiddenColumnsOf } from '#core/validation/hidden-columns.ts'
import { type Catalogue, isWithheld, knownSpanIds, pendingReleases } from '../catalogue/index.ts'
import { cellValueOf, planned, type ReportedValue, reportedValuesFor, vintageOf } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import { spanOfColumn } from './coordinates.ts'

export interface Sheet {
  readonly agencyId: number
  /** Area the rows are about unless they name their own. */
  readonly areaId: number
  readonly period: Period
  readonly rows: readonly FormRow[]
  readonly columns: readonly FormColumn[]
  /** Database clock, for release times. */
  readonly now: string
}

export interface Reference {
  readonly row: string
  readonly column: string
  readonly value: CellValue
  readonly vintage: 'estimate' | 'preliminary' | 'official' | null
  /** null: not sent yet, in another form of the same report. */
  readonly level: 'sent' | 'accepted' | 'published' | null
  readonly source: string
}

interface Wanted {
  readonly column: string
  readonly span: Span
  readonly scenario: 'actual' | 'plan'
  /** null: the best there is. */
  readonly vintage: 'estimate' | null
}

/** Roles of columns that show what is known already. */
const known: ReadonlySet<FormColumn['role']> = new Set(['reference', 'prefilled', 'base'])

function wantedOf(sheet: Sheet): Wanted[] {
  const shown = sheet.columns.flatMap((column): Wanted[] => {
    const span = spanOfColumn(column, sheet.period)
    if (!span || !known.has(column.role)) return []
    return [{ column: column.key, span, scenario: column.scenario, vintage: null }]
  })
  const read = hiddenColumnsOf(sheet.columns).map(
    ({ key, offset, scenario, vintage }): Wanted => ({
      column: key,
      span: shiftedPeriod(sheet.period, offset).span,
      scenario,
      vintage,
    }),
  )
  return [...shown, ...read]
}

/** Shape: one entry per cell that has something to show; a cell without is not in the list. */
export async function referencesOf(db: Db, catalogue: Catalogue, sheet: Sheet): Promise<Reference[]> {
  const [references] = await referencesOfSheets(db, catalogue, [sheet])
  return references ?? []
}

/** Of many sheets of one agency in three questions, in their order. */
export async function referencesOfSheets(
  db: Db,
  catalogue: Catalogue,
  sheets: readonly Sheet[],
): Promise<readonly Reference[][]> {
  const [first] = sheets
  if (first === undefined) return []
  const asked = sheets.map((sheet) => ({ sheet, wanted: wantedOf(sheet), items: itemsOf(sheet, catalogue) }))
  const wanted = asked.flatMap((it) => it.wanted)
  const items = asked.flatMap((it) => it.items)
  const spans = await knownSpanIds(
    db,
    wanted.map((w) => w.span),
  )
  const places = {
    indicatorIds: [...new Set(items.map((i) => i.indicatorId))],
    spanIds: [...spans.values()],
    areaIds: [...new Set(items.map((i) => i.areaId))],
    ends: endsOf(wanted),
  }
  const [said, pending] = await Promise.all([
    reportedValuesFor(db, first.agencyId, places),
    pendingReleases(db, first.now),
  ])
  const visible = said.filter((r) => !isWithheld(pending, r, first.agencyId))
  const byPlace = Map.groupBy(visible, (r) => `${r.indicator_id} ${r.span_id} ${r.area_id}`)
  return asked.map((it) =>
    it.items.flatMap((item) =>
      it.wanted.flatMap((w) => {
        const rows = byPlace.get(`${item.indicatorId} ${spans.get(spanKey(w.span))} ${item.areaId}`) ?? []
        const chosen = w.scenario === 'plan' ? planned(rows, catalogue.plans) : actual(rows, w, it.sheet)
        if (!chosen) return []
        return [{ row: item.row.key, column: w.column, ...spoken(chosen, catalogue) }]
      }),
    ),
  )
}

/** Rows that are about an indicator at a known area. */
function itemsOf(sheet: Sheet, catalogue: Catalogue) {
  return sheet.rows.flatMap((row) => {
    const indicator = row.indicator === undefined ? undefined : catalogue.indicators.get(row.indicator)
    const areaId = row.area === undefined ? sheet.areaId : catalogue.areaIds.get(row.area)
    return indicator && areaId !== undefined ? [{ row, indicatorId: indicator.id, areaId }] : []
  })
}

function endsOf(wanted: readonly Wanted[]): { first: string; last: string } {
  const days = wanted.map((w) => w.span.to).sort()
  return { first: days[0] ?? '', last: days.at(-1) ?? '' }
}

function actual(rows: readonly ReportedValue[], wanted: Wanted, sheet: Sheet): ReportedValue | undefined {
  const sources = rows
    .filter((r) => r.plan_version_id === 0 && (wanted.vintage === null || r.vintage === wanted.vintage))
    .map((r) => ({ row: r, agencyId: r.agency_id, vintage: vintageOf(r), value: cellValueOf(r) }))
  return figureOfRecord(sources, [sheet.agencyId]).chosen?.row
}

function spoken(r: ReportedValue, catalogue: Catalogue): Omit<Reference, 'row' | 'column'> {
  const plan = r.plan_version_id === 0 ? undefined : catalogue.plans.find((p) => p.id === r.plan_version_id)
  return {
    value: cellValueOf(r),
    vintage: vintageOf(r),
    level: r.level,
    source: plan?.name ?? catalogue.agencies.get(r.agency_id)?.shortName ?? '',
  }
}
