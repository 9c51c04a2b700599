/**
 * SQL that adds up figures of record over groups of areas, as they hold now, read from the primary key alone. The same
 * choice as core/figure/precedence.ts: what says something, in the best vintage, by the first of the sources.
 */
import type { Vintage } from '#core/figure/vintage.ts'
import type { Db } from '../platform/database.ts'
import { type FigureSlot, slotValues } from './figure-slot.ts'
import { type ReadLevel, slotTables } from './read-queries.ts'
import type { SourceOrders } from './source-orders.ts'

export interface AreaGroup {
  readonly id: number
  readonly areaIds: readonly number[]
}

export interface GroupSumsQuery {
  readonly slots: readonly FigureSlot[]
  /** Areas may be in several groups. */
  readonly groups: readonly AreaGroup[]
  readonly vintage: Vintage | 'best'
  readonly level: ReadLevel
  readonly orders: SourceOrders
  readonly viewerAgencyId: number | null
  /** Figures with a later release time are their owner's alone. */
  readonly at: string
}

/** One slot and group in which somebody speaks. */
export interface GroupSum {
  /** The slot's place in the list asked for. */
  readonly slot: number
  readonly groupId: number
  /** Of numbers and «không phát sinh»; null where there are none. */
  readonly amount: string | null
  /** Areas that say something; null for all. */
  readonly said: readonly number[] | null
  readonly notApplicable: readonly number[] | null
  /** Areas that say neither a number nor that there is none. */
  readonly invalid: readonly number[] | null
}

/** Groups in which nobody speaks are left out. */
export async function groupSums(db: Db, q: GroupSumsQuery): Promise<GroupSum[]> {
  const members = q.groups.flatMap(({ id, areaIds }) => areaIds.map((areaId) => ({ areaId, id, size: areaIds.length })))
  const { rows } = await db.query<GroupSum & { no: string }>(sumsAt(q.level), [
    ...slotValues(q.slots),
    q.slots.map(({ indicatorId }) => `{${q.orders.preferred.get(indicatorId)?.join(',') ?? ''}}`),
    q.slots.map(({ indicatorId }) => assignedText(q.orders.assigned.get(indicatorId))),
    q.slots.map(({ indicatorId }) => q.orders.owners.get(indicatorId) ?? null),
    members.map(({ areaId }) => areaId),
    members.map(({ id }) => id),
    members.map(({ size }) => size),
    q.vintage,
    q.viewerAgencyId,
    q.at,
  ])
  return rows.map(({ no, ...row }) => ({ ...row, slot: Number(no) - 1 }))
}

/** An array whose subscript is the area: `[9:9]={4}`, with nulls between areas that are not assigned. */
function assignedText(byArea: ReadonlyMap<number, number> | undefined): string {
  if (!byArea || byArea.size === 0) return '{}'
  const [first, last] = [Math.min(...byArea.keys()), Math.max(...byArea.keys())]
  const agencies = Array.from({ length: last - first + 1 }, (_, index) => byArea.get(first + index) ?? 'null')
  return `[${first}:${last}]={${agencies.join(',')}}`
}

/** A dated precedence is shorter than this. */
const afterPrecedence = 1_000

const sumsAt = (level: ReadLevel) => `
  with ${slotTables([
    { column: 'preferred', type: 'text' },
    { column: 'assigned', type: 'text' },
    { column: 'owner', type: 'int' },
  ])},
  ranked_slots as materialized (
    select w.*, w.preferred::int[] as preferred_ids, w.assigned::int[] as assigned_ids, w.released_at > $15 as is_closed
    from slots w),
  recorded as (
    select w.no, v.*
    from ranked_slots w
    cross join lateral (
      select distinct on (v.area_id) v.area_id, v.${level}_kind as kind, v.${level}_value as value
      from reported_values v
      where v.indicator_id = w.indicator_id and v.span_id = w.span_id and v.breakdown_id = w.breakdown_id
        and v.plan_version_id = 0 and v.span_to = w.span_to and v.${level}_kind <> 'absent'
        and ($13::text = 'best' or v.vintage = $13) and (w.is_closed is not true or v.agency_id = $14::int)
      order by v.area_id, case v.vintage when 'official' then 1 when 'preliminary' then 2 else 3 end,
        coalesce(array_position(w.preferred_ids, v.agency_id), ${afterPrecedence} + case v.agency_id
          when w.assigned_ids[v.area_id] then 0 when w.owner then 1 else 2 end), v.agency_id) v)
  select v.no, m.group_id as "groupId",
    sum(case v.kind when 'number' then v.value when 'nothing' then 0 end) as amount,
    case when count(*) < max(m.size) then array_agg(v.area_id) end as said,
    array_agg(v.area_id) filter (where v.kind = 'notApplicable') as "notApplicable",
    array_agg(v.area_id) filter (where v.kind not in ('number', 'nothing', 'notApplicable')) as invalid
  from recorded v
  join unnest($10::int[], $11::int[], $12::int[]) m (area_id, group_id, size) on m.area_id = v.area_id
  group by v.no, m.group_id`
