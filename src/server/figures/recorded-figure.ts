/** The figure of record among what agencies say of one slot and area, as the reading engine asks for it. */
import { planIssuerNamed } from '#core/figure/plan-issuer.ts'
import { figureOfRecord } from '#core/figure/precedence.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import type { ReadingPlace, Scenario } from '#core/reading/place.ts'
import type { KnownFigure } from '#core/reading/source.ts'
import { isWithheld, type PlanVersion } from '../catalogue/index.ts'
import { cellValueOf } from './cell-value.ts'
import { vintageOf } from './choose.ts'
import type { Hearing } from './hearing.ts'
import type { FigureRow } from './read-queries.ts'
import { type SourceOrders, sourceOrder } from './source-orders.ts'

/** Where a figure comes from: the row that was taken, down to its edition, and those that say something else. */
export interface ReportedOrigin {
  readonly row: FigureRow
  /** «Lệch nguồn», by agency. */
  readonly differing: readonly FigureRow[]
}

export interface Choosing extends Hearing {
  readonly orders: SourceOrders
}

/** Only numbers enter formulas: a day, a choice or a plan «from – to» is a text to them. */
function readValueOf(row: FigureRow): CellValue {
  const value = cellValueOf(row)
  return value.kind === 'absent' && row.kind !== 'number' ? { kind: 'text', text: '' } : value
}

export interface RecordedPlace extends Pick<ReadingPlace, 'scenario' | 'vintage'> {
  /** The agency that somebody chose for this one figure; plans are not chosen among agencies. */
  readonly settledOn: number | null
}

/** Undefined where nobody has said anything, or nothing this viewer may know. */
export function recordedFigure(
  rows: readonly FigureRow[],
  place: RecordedPlace,
  choosing: Choosing,
): KnownFigure<ReportedOrigin> | undefined {
  if (rows.length === 0) return undefined
  const sources = spokenOf(rows, place, choosing).map(asSource)
  const [first] = sources
  if (first === undefined) return undefined
  const { chosen, differing } = figureOfRecord(
    sources,
    sourceOrder(choosing.orders, first.row.indicator_id, first.row.area_id),
    place.scenario.kind === 'actual' ? place.settledOn : null,
  )
  if (chosen === null) return undefined
  const others = differing.map(({ row }) => row).sort((a, b) => a.agency_id - b.agency_id)
  return { value: chosen.value, vintage: chosen.vintage, origin: { row: chosen.row, differing: others } }
}

/** What one agency says itself, by its own rows: the plan in force among its own where one is asked for. */
export function ownFigure(
  rows: readonly FigureRow[],
  place: Pick<ReadingPlace, 'scenario' | 'vintage'>,
  hearing: Hearing,
): FigureRow | undefined {
  return figureOfRecord(spokenOf(rows, place, hearing).map(asSource), []).chosen?.row
}

function asSource(row: FigureRow) {
  return { row, agencyId: row.agency_id, vintage: vintageOf(row), value: readValueOf(row) }
}

function spokenOf(
  rows: readonly FigureRow[],
  { scenario, vintage }: Pick<ReadingPlace, 'scenario' | 'vintage'>,
  { plans, viewerAgencyId, pending }: Hearing,
): readonly FigureRow[] {
  const visible = rows.filter((row) => row.kind !== 'absent' && !isWithheld(pending, row, viewerAgencyId))
  if (scenario.kind === 'plan') return inForce(visible, plansOf(scenario, plans))
  return visible.filter((row) => row.plan_version_id === 0 && (vintage === 'best' || row.vintage === vintage))
}

function inForce(rows: readonly FigureRow[], plans: readonly PlanVersion[]): readonly FigureRow[] {
  const plan = plans.findLast(({ id }) => rows.some((row) => row.plan_version_id === id))
  return plan === undefined ? [] : rows.filter((row) => row.plan_version_id === plan.id)
}

/** A plan is asked for by its own code, by the name of its issuer, or not at all. */
function plansOf({ version }: Scenario & { kind: 'plan' }, plans: readonly PlanVersion[]): readonly PlanVersion[] {
  if (version === '') return plans
  const wanted = planIssuerNamed(version)
  return plans.filter(({ code, issuer }) => code === version || issuer === wanted)
}
