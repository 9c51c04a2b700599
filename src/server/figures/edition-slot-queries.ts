/** SQL of what an edition speaks of: its slots, each with its areas. Every way from an edition to its values goes by them. */
import type { Db } from '../platform/database.ts'

export interface SpokenOf {
  readonly editionId: string
  readonly indicatorId: number
  readonly spanId: number
  readonly breakdownId: number
  readonly spanTo: string
  readonly areaIds: readonly number[]
}

/** To be called once for all values of an edition; the same slot may come in parts, as of two vintages. */
export async function insertSlots(db: Db, parts: readonly SpokenOf[]): Promise<void> {
  const slots = [...Map.groupBy(parts, keyOf).values()].map(joined)
  const column = <K extends keyof SpokenOf>(key: K) => slots.map((slot) => slot[key])
  await db.query(
    `insert into edition_slots (edition_id, indicator_id, span_id, breakdown_id, span_to, area_ids)
     select s.edition_id, s.indicator_id, s.span_id, s.breakdown_id, s.span_to, s.area_ids::int[]
     from unnest($1::bigint[], $2::int[], $3::int[], $4::int[], $5::date[], $6::text[])
       as s (edition_id, indicator_id, span_id, breakdown_id, span_to, area_ids)`,
    [
      ...(['editionId', 'indicatorId', 'spanId', 'breakdownId', 'spanTo'] as const).map(column),
      slots.map(({ areaIds }) => `{${areaIds.join(',')}}`),
    ],
  )
}

function keyOf({ editionId, indicatorId, spanId, breakdownId }: SpokenOf): string {
  return `${editionId} ${indicatorId} ${spanId} ${breakdownId}`
}

/** The areas in order, as the key of the history has them. */
function joined(parts: readonly SpokenOf[]): SpokenOf {
  const areaIds = new Set(parts.flatMap((part) => part.areaIds))
  return { ...(parts[0] as SpokenOf), areaIds: [...areaIds].sort((a, b) => a - b) }
}
