/** Whose word is preferred, for the figure of record (core/figure/precedence.ts). */
import type { LocalDate } from '#core/period/local-date.ts'
import { type Catalogue, precedenceOrders, responsibleAgencies } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'

/** Dated precedence first, then the agency that the regime assigns the indicator there, then the indicator's owner. */
export interface SourceOrders {
  /** By indicator. */
  readonly preferred: ReadonlyMap<number, readonly number[]>
  /** By indicator, then area. */
  readonly assigned: ReadonlyMap<number, ReadonlyMap<number, number>>
  readonly owners: ReadonlyMap<number, number>
}

export interface SourceOrdersQuery {
  /** Null: no regime has a say. */
  readonly regimeId: number | null
  readonly on: LocalDate
  readonly catalogue: Catalogue
}

export async function sourceOrders(db: Db, { regimeId, on, catalogue }: SourceOrdersQuery): Promise<SourceOrders> {
  const [preferred, responsible] = await Promise.all([
    precedenceOrders(db, on),
    regimeId === null ? new Map<string, number>() : responsibleAgencies(db, { regimeId, on }),
  ])
  const assigned = new Map<number, Map<number, number>>()
  for (const [key, agencyId] of responsible) {
    const [indicatorId = 0, areaId = 0] = key.split(':').map(Number)
    const byArea = assigned.get(indicatorId) ?? new Map<number, number>()
    assigned.set(indicatorId, byArea.set(areaId, agencyId))
  }
  const owners = [...catalogue.indicators.values()].flatMap(({ id, ownerAgencyId }) =>
    ownerAgencyId === null ? [] : [[id, ownerAgencyId] as const],
  )
  return { preferred, assigned, owners: new Map(owners) }
}

/** Agencies, preferred first. */
export function sourceOrder(orders: SourceOrders, indicatorId: number, areaId: number): readonly number[] {
  const last = [orders.assigned.get(indicatorId)?.get(areaId), orders.owners.get(indicatorId)]
  return [...(orders.preferred.get(indicatorId) ?? []), ...last.filter((id) => id !== undefined)]
}
