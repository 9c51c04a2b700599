/** Adjustments as a viewer of the table sees them. */
import type { AdjustmentView } from '#contract/adjustments.ts'
import { canConsolidate } from '#core/access/roles.ts'
import { peopleById } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import type { AdjustmentRow } from './adjustment-queries.ts'
import type { OpenTable } from './open-table.ts'

export async function adjustmentViews(
  db: Db,
  { shape, viewer, readings }: Pick<OpenTable, 'shape' | 'viewer' | 'readings'>,
  rows: readonly AdjustmentRow[],
): Promise<AdjustmentView[]> {
  const people = await peopleById(db, [...new Set(rows.flatMap((r) => [r.account_id, r.withdrawn_by ?? r.account_id]))])
  const may = canConsolidate(viewer, shape.regime.receiverId)
  return rows.map((r) => {
    const agency = shape.catalogue.agencies.get(r.agency_id)
    return {
      id: r.id,
      amount: r.amount,
      reason: r.reason,
      valueBefore: readings.includes(r.reading) ? r.value_before : null,
      by: people.get(r.account_id) ?? null,
      agency: { code: agency?.code ?? '', shortName: agency?.shortName ?? '' },
      at: r.at,
      withdrawn:
        r.withdrawn_at === null
          ? null
          : {
              by: people.get(r.withdrawn_by ?? 0) ?? null,
              at: r.withdrawn_at,
              reason: r.withdrawn_reason ?? '',
            },
      can: may && r.withdrawn_at === null ? ['withdraw'] : [],
    }
  })
}
