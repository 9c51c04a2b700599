/** Adjustments and settled sources of a table, as a history that is loaded rather than lived. */
import { spanKey } from '#core/period/span.ts'
import { toText } from '#core/quantity/exact.ts'
import { invariant } from '#core/quantity/invariant.ts'
import { spanIds } from '../catalogue/index.ts'
import { chooseSource } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import { placeIn } from './adjust.ts'
import { insertAdjustment } from './adjustment-queries.ts'
import { differingFigures } from './differences.ts'
import type { OpenTable } from './open-table.ts'

export interface PastAdjustment {
  readonly row: string
  readonly column: string
  readonly amount: string
  readonly reason: string
  readonly at: string
}

/** Of the first difference of the table; the word that counts already is confirmed. */
export interface PastSettlement {
  readonly reason: string
  readonly at: string
}

export interface PastDecisions {
  readonly adjustments: readonly PastAdjustment[]
  readonly settlement: PastSettlement
  /** Whose decisions they are, for which agency. */
  readonly accountId: number
  readonly agencyId: number
}

/** A table in which nothing differs has nothing settled. */
export async function loadDecisions(db: Db, table: OpenTable, past: PastDecisions): Promise<void> {
  for (const adjustment of past.adjustments) await adjusted(db, table, { past, adjustment })
  const [differing] = differingFigures(table)
  if (!differing) return
  const { indicator_id, span_id, area_id, agency_id } = differing.taken.figure.origin.row
  await chooseSource(db, {
    ...past.settlement,
    indicatorId: indicator_id,
    spanId: span_id,
    areaId: area_id,
    agencyId: agency_id,
    accountId: past.accountId,
    actingAgencyId: past.agencyId,
  })
}

interface Adjusting {
  readonly past: PastDecisions
  readonly adjustment: PastAdjustment
}

async function adjusted(db: Db, table: OpenTable, { past, adjustment }: Adjusting): Promise<void> {
  const place = placeIn(table, adjustment)
  invariant(place.ok, `${adjustment.row}.${adjustment.column} can be adjusted`)
  const { row, column, indicatorId, areaId, span } = place.value
  const { outcome } = table.evaluated.cellOf(row, column)
  invariant(outcome.kind === 'number', 'what is adjusted is a number')
  const { amount, reason, at } = adjustment
  await insertAdjustment(db, {
    regimeId: table.shape.regime.regimeId,
    period: table.period,
    indicatorId,
    areaId,
    spanId: (await spanIds(db, [span])).get(spanKey(span)) ?? 0,
    vintage: column.vintage ?? 'best',
    amount,
    reading: table.reading,
    valueBefore: toText(outcome.value),
    reason,
    accountId: past.accountId,
    agencyId: past.agencyId,
    at,
  })
}
