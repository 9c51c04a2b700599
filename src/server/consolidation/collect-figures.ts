/**
 * What a cell of the consolidated table takes from reports: the figure of record of each area it is about, chosen among
 * the agencies that speak, with the adjustments laid over it; summed where the table is about several areas.
 */
import { adjustedTotal, adjustedValue } from '#core/aggregation/adjustment.ts'
import { type Total, totalOverAreas } from '#core/aggregation/total.ts'
import { figureOfRecord } from '#core/figure/precedence.ts'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { absent, type CellValue } from '#core/quantity/cell-value.ts'
import { none } from '#core/quantity/outcome.ts'
import type { PrecedenceDecision } from '../catalogue/index.ts'
import { cellValueOf, planned, type ReportedRow, type SourceChoice, vintageOf } from '../figures/index.ts'
import type { AdjustmentRow } from './adjustment-queries.ts'
import type { TableShape } from './table-shape.ts'
import { cellAreas, type TableSubject } from './table-subject.ts'

export interface TableFigures {
  readonly reported: readonly ReportedRow[]
  /** `<indicator id>:<area id>` → agencies, preferred first. */
  readonly sourceOrder: (indicatorId: number, areaId: number) => readonly number[]
  /** By place: the agency somebody chose for one figure. */
  readonly choices: ReadonlyMap<string, SourceChoice>
  /** By indicator: the agency somebody preferred from a day on. */
  readonly decisions: ReadonlyMap<number, PrecedenceDecision>
  /** All of the table, withdrawn ones too. */
  readonly adjustments: readonly AdjustmentRow[]
  readonly viewerAgencyId: number
  readonly now: string
}

/** The same, found by place. */
export interface KnownFigures {
  readonly shape: TableShape
  readonly figures: TableFigures
  readonly byPlace: ReadonlyMap<string, readonly ReportedRow[]>
  /** Those in force. */
  readonly adjustmentsAt: ReadonlyMap<string, readonly AdjustmentRow[]>
}

export interface Place {
  readonly indicator_id: number
  readonly span_id: number
  readonly area_id: number
}

export function placeOf({ indicator_id, span_id, area_id }: Place): string {
  return `${indicator_id} ${span_id} ${area_id}`
}

export type Settled =
  | { readonly scope: 'figure'; readonly decision: SourceChoice }
  | { readonly scope: 'indicator'; readonly decision: PrecedenceDecision }

/** One figure taken into the table, with those that say something else. */
export interface TakenFigure {
  readonly areaId: number
  readonly chosen: ReportedRow | null
  /** With the adjustments of this part. */
  readonly value: CellValue
  readonly said: CellValue
  readonly differing: readonly ReportedRow[]
  /** Why this source counts although others say something else; null where nobody has decided, or nobody differs. */
  readonly settled: Settled | null
  /** Where the figure is a part of a sum; those of the cell itself stand with the cell. */
  readonly adjustments: readonly AdjustmentRow[]
}

export interface Collected {
  readonly total: Total<string>
  readonly taken: readonly TakenFigure[]
  readonly said: Total<string>
  readonly adjustments: readonly AdjustmentRow[]
  /** Added up over areas, or over the one that speaks. */
  readonly isSum: boolean
}

export function collected(known: KnownFigures, row: FormRow, column: FormColumn): Collected {
  const indicator = row.indicator === undefined ? undefined : known.shape.catalogue.indicators.get(row.indicator)
  const areas = indicator && cellAreas(known.shape, { row, column, indicator })
  if (!indicator || !areas) return withoutFigure
  const take = (areaId: number, isPart: boolean) =>
    takeFigure(known, column, { indicatorId: indicator.id, areaId, isPart })
  const parts = areas.isSum
    ? areas.areaIds.map((areaId) => take(areaId, true)).filter((t) => !isOptional(known, t))
    : []
  const own = areas.ownAreaId === null ? undefined : take(areas.ownAreaId, false)
  const isSum = areas.isSum && !speaksForItself(known.shape.subject, own, parts)
  const taken = isSum || !own ? parts : [own]
  const said = totalOverAreas(new Map(taken.map((t) => [areaCode(known, t.areaId), t.value])))
  const adjustments =
    areas.ownAreaId === null ? [] : adjustmentsAt(known, column, { indicatorId: indicator.id, areaId: areas.ownAreaId })
  return {
    total: adjustedTotal(
      said,
      adjustments.map((a) => a.amount),
    ),
    taken,
    said,
    adjustments,
    isSum,
  }
}

/** Below the province an area's own figure goes before the sum of its parts, and is asked for where no part has one. */
function speaksForItself(subject: TableSubject, own: TakenFigure | undefined, parts: readonly TakenFigure[]): boolean {
  if (subject.kind !== 'area' || !own) return false
  return own.chosen !== null || parts.every((part) => part.chosen === null)
}

const nowhere: Total<string> = {
  outcome: none('notApplicable'),
  partial: false,
  missing: [],
  counted: [],
  leftOut: [],
}
const withoutFigure: Collected = { total: nowhere, taken: [], said: nowhere, adjustments: [], isSum: false }

/** The area a line is about: its own, else the table's; a group of areas is none. */
export function areaOf({ catalogue, subject }: TableShape, row: FormRow): number | null {
  return row.area === undefined ? subject.areaId : (catalogue.areaIds.get(row.area) ?? null)
}

/** Taken from what agencies report, and so open to adjustments; what is computed follows its lines, and plans are set. */
export function isCollected(row: FormRow, column: FormColumn): boolean {
  return (
    row.kind !== 'title' &&
    row.indicator !== undefined &&
    row.formula === undefined &&
    column.formula === undefined &&
    column.scenario === 'actual'
  )
}

/** «Không phân bổ» is there only where somebody reports it. */
function isOptional(known: KnownFigures, taken: TakenFigure): boolean {
  return taken.chosen === null && known.shape.catalogue.areas.get(taken.areaId)?.level === 'unallocated'
}

function areaCode(known: KnownFigures, areaId: number): AreaCode {
  return (known.shape.catalogue.areas.get(areaId)?.code ?? '') as AreaCode
}

interface At {
  readonly indicatorId: number
  readonly areaId: number
}

function adjustmentsAt(known: KnownFigures, column: FormColumn, at: At): readonly AdjustmentRow[] {
  const spanId = known.shape.spanIdOf.get(column.key)
  if (spanId === undefined || column.scenario === 'plan') return []
  return known.adjustmentsAt.get(placeOf({ indicator_id: at.indicatorId, span_id: spanId, area_id: at.areaId })) ?? []
}

function takeFigure(known: KnownFigures, column: FormColumn, at: At & { readonly isPart: boolean }): TakenFigure {
  const { areaId, indicatorId, isPart } = at
  const { shape, figures, byPlace } = known
  const spanId = shape.spanIdOf.get(column.key)
  const rows =
    spanId === undefined
      ? []
      : (byPlace.get(placeOf({ indicator_id: indicatorId, span_id: spanId, area_id: areaId })) ?? [])
  if (column.scenario === 'plan') {
    const plan = planned(rows, shape.catalogue.plans)
    const said = plan ? cellValueOf(plan) : absent
    return { areaId, chosen: plan ?? null, value: said, said, differing: [], settled: null, adjustments: [] }
  }
  const sources = rows
    .filter((r) => r.plan_version_id === 0 && (column.vintage === 'best' || r.vintage === column.vintage))
    .map((row) => ({ row, agencyId: row.agency_id, vintage: vintageOf(row), value: cellValueOf(row) }))
  const choice =
    spanId === undefined
      ? undefined
      : figures.choices.get(placeOf({ indicator_id: indicatorId, span_id: spanId, area_id: areaId }))
  const { chosen, differing } = figureOfRecord(
    sources,
    figures.sourceOrder(indicatorId, areaId),
    choice?.agency_id ?? null,
  )
  const said = chosen?.value ?? absent
  const adjustments = isPart ? adjustmentsAt(known, column, at) : []
  return {
    areaId,
    chosen: chosen?.row ?? null,
    value: adjustedValue(
      said,
      adjustments.map((a) => a.amount),
    ),
    said,
    differing: differing.map((d) => d.row),
    settled:
      differing.length > 0 && chosen ? settledBy(chosen.agencyId, choice, figures.decisions.get(indicatorId)) : null,
    adjustments,
  }
}

/** The decision that this agency's word follows; a choice it does not follow (its agency says nothing here) settles nothing. */
function settledBy(
  agencyId: number,
  choice: SourceChoice | undefined,
  decision: PrecedenceDecision | undefined,
): Settled | null {
  if (choice?.agency_id === agencyId) return { scope: 'figure', decision: choice }
  return decision?.agencyId === agencyId ? { scope: 'indicator', decision } : null
}
