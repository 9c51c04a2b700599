/** Whose word is preferred, for the figure of record (core/figure/precedence.ts). */
import type { LocalDate } from '#core/period/local-date.ts'
import { type Catalogue, precedenceOrders, responsibleAgencies } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { type FigureSlot, figureSlot } from './figure-slot.ts'
import { choicesInForce, type DatedChoice } from './source-choice-queries.ts'

/**
 * The agency that a figure was settled on goes before all (it is no order: `chosenAgency`). Then dated precedence, then the agency that the regime assigns the indicator there,
 * then the indicator's owner.
 */
export interface SourceOrders {
  /** By slot of the whole breakdown, then area. */
  readonly chosen: ReadonlyMap<string, ReadonlyMap<number, number>>
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
  /** Choices and orders as they were decided then; now when it is left out. */
  readonly asOf?: string | undefined
  readonly catalogue: Catalogue
}

export async function sourceOrders(
  db: Db,
  { regimeId, on, asOf, catalogue }: SourceOrdersQuery,
): Promise<SourceOrders> {
  const [choices, preferred, responsible] = await Promise.all([
    choicesInForce(db, asOf),
    precedenceOrders(db, { on, asOf }),
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
  return { chosen: chosenOf(choices), preferred, assigned, owners: new Map(owners) }
}

function chosenOf(choices: readonly DatedChoice[]): SourceOrders['chosen'] {
  const bySlot = Map.groupBy(
    choices,
    ({ indicator_id, calendar, from_date: from, to_date: to }) =>
      figureSlot({ indicatorId: indicator_id, members: '', span: { calendar, from, to } }).key,
  )
  return new Map([...bySlot].map(([slot, own]) => [slot, new Map(own.map((c) => [c.area_id, c.agency_id]))]))
}

/** The agency that somebody chose for this one figure. */
export function chosenAgency({ chosen }: SourceOrders, { key }: FigureSlot, areaId: number): number | null {
  return chosen.get(key)?.get(areaId) ?? null
}

/** Agencies, preferred first. */
export function sourceOrder(orders: SourceOrders, indicatorId: number, areaId: number): readonly number[] {
  const last = [orders.assigned.get(indicatorId)?.get(areaId), orders.owners.get(indicatorId)]
  return [...(orders.preferred.get(indicatorId) ?? []), ...last.filter((id) => id !== undefined)]
}
