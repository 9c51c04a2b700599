/** The table of a regime's period opened for one viewer: its shape, the figures they may see, and every cell evaluated. */
import type { ReadingChoice } from '#contract/consolidated-table.ts'
import type { Actor } from '#core/access/roles.ts'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { period as periodOf } from '#core/period/period.ts'
import { toText } from '#core/quantity/exact.ts'
import { isWithheld, pendingReleases, type RegimeVersion, regimeVersion } from '../catalogue/index.ts'
import { reportedIn } from '../explanation/index.ts'
import { type EditionRow, editionsById, type SourceOrders, sourceOrders } from '../figures/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { type RegimePeriodRow, regimePeriod } from '../submissions/index.ts'
import { adjustmentsOf } from './adjustment-queries.ts'
import { type Collected, collectFigures } from './collect-figures.ts'
import { type EvaluatedTable, evaluateTable } from './evaluate-table.ts'
import type { SaidRow, TakenFigure } from './settled-sources.ts'
import { type TableAdjustments, tableAdjustments } from './table-adjustments.ts'
import { type TableShape, tableShape } from './table-shape.ts'

export interface TableRequest {
  readonly regimeCode: string
  readonly period: string
  /** Code of an area or key of a group; the province when it is left out. */
  readonly area?: string | undefined
  readonly reading: ReadingChoice
  readonly actor: Actor
}

export interface OpenTable {
  /** Last day for which this period's reports take data. */
  readonly periodEnd: string
  /** Label as it was asked for. */
  readonly period: string
  readonly shape: TableShape
  readonly viewer: Actor
  /** What this viewer may choose. */
  readonly readings: readonly ReadingChoice[]
  readonly reading: ReadingChoice
  readonly at: string
  readonly adjustments: TableAdjustments
  readonly evaluated: EvaluatedTable
  /** The same without what its owner alone may see before its release: what everybody would see. */
  readonly evaluatedForAll: EvaluatedTable
  /** Whose word is preferred in the period of the table. */
  readonly sources: SourceOrders
  readonly submissions: readonly RegimePeriodRow[]
  readonly editions: ReadonlyMap<string, EditionRow>
}

/** The regime as it holds today. */
export async function regimeNow(db: Db, code: string): Promise<RegimeVersion | undefined> {
  return regimeVersion(db, { code, on: localDay(await databaseNow(db)) })
}

export type ShapedTable = Pick<OpenTable, 'at' | 'shape' | 'submissions'>

/** What a table is made of and who reports for it, without a figure. Undefined where there is no such table. */
export async function shapedTable(
  db: Db,
  q: Pick<TableRequest, 'regimeCode' | 'period' | 'area'>,
): Promise<ShapedTable | undefined> {
  const at = await databaseNow(db)
  const regime = await regimeVersion(db, { code: q.regimeCode, on: localDay(at) })
  const submissions = regime ? await regimePeriod(db, { regimeId: regime.regimeId, period: q.period }) : []
  if (!regime || submissions.length === 0) return undefined
  const shape = await tableShape(db, regime, { label: q.period, area: q.area ?? '' })
  return shape && { at, shape, submissions }
}

/** What is sent and not yet accepted is for the receiver's people alone. */
export function readingsFor({ agencyId }: Actor, { receiverId }: RegimeVersion): readonly ReadingChoice[] {
  return agencyId === receiverId ? ['accepted', 'provisional'] : ['accepted']
}

/** Undefined for a regime without a table or a period nobody reports in. Sent figures are for the receiver alone. */
export async function openTable(db: Db, q: TableRequest): Promise<OpenTable | undefined> {
  const shaped = await shapedTable(db, q)
  if (!shaped) return undefined
  const { at, shape, submissions } = shaped
  const { regime } = shape
  const readings = readingsFor(q.actor, regime)
  const reading = readings.includes(q.reading) ? q.reading : 'accepted'
  const adjustments = tableAdjustments(shape, await adjustmentsOf(db, { regimeId: regime.regimeId, period: q.period }))
  const as = {
    level: reading === 'accepted' ? ('accepted' as const) : ('sent' as const),
    regimeId: regime.regimeId,
    amounts: adjustments.amounts,
  }
  const seen = await collectFigures(db, shape, { ...as, viewerAgencyId: q.actor.agencyId })
  const seenByAll = (await isOfAll(db, seen, at))
    ? seen
    : await collectFigures(db, shape, { ...as, viewerAgencyId: null })
  const periodEnd = periodOf(q.period, regime.calendar).span.to
  return {
    period: q.period,
    periodEnd,
    shape,
    viewer: q.actor,
    readings,
    reading,
    at,
    adjustments,
    evaluated: evaluateTable(shape, seen),
    evaluatedForAll: evaluateTable(shape, seenByAll),
    sources: await sourceOrders(db, {
      regimeId: regime.regimeId,
      on: shape.period.span.from,
      catalogue: shape.catalogue,
    }),
    submissions,
    editions: await editionsById(db, editionsIn(seen)),
  }
}

/** Whether everybody who reads the table reads the same number here. */
export function isSeenByAll(
  { evaluated, evaluatedForAll }: Pick<OpenTable, 'evaluated' | 'evaluatedForAll'>,
  row: FormRow,
  column: FormColumn,
): boolean {
  const [seen, ofAll] = [evaluated.cellOf(row, column).outcome, evaluatedForAll.cellOf(row, column).outcome]
  return seen.kind === 'number' && ofAll.kind === 'number' && toText(seen.value) === toText(ofAll.value)
}

/** Whether nothing was read that its owner alone may see before its release, also where it gave no number in the end. */
async function isOfAll(db: Db, seen: ReadonlyMap<string, Collected>, at: string): Promise<boolean> {
  const pending = await pendingReleases(db, at)
  const isOpen = (row: SaidRow) => !isWithheld(pending, row, null)
  return [...seen.values()].every(({ reading }) => reportedIn(reading).every((leaf) => rowsOf(leaf).every(isOpen)))
}

function editionsIn(seen: ReadonlyMap<string, Collected>): readonly string[] {
  const rows = [...seen.values()].flatMap(({ taken }) => taken.flatMap(rowsOf))
  return [...new Set(rows.map((row) => row.edition_id))]
}

/** What was taken, and what others say instead. */
function rowsOf({ figure: { origin } }: Pick<TakenFigure, 'figure'>): readonly SaidRow[] {
  return [origin.row, ...origin.differing]
}
