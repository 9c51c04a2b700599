/**
 * SQL that adds up figures of record over groups of areas, as they hold now, read from the primary key alone. The same
 * choice as core/figure/precedence.ts: what says something, in the best vintage, by the agency that the figure was settled
 * on, else by the first of the sources.
 */
import type { Vintage } from '#core/figure/vintage.ts'
import { makesWait } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { type FigureSlot, slotValues } from './figure-slot.ts'
import { letterOf } from './held-letters.ts'
import { type ReadLevel, type SlotColumn, slotTables, withinYears } from './read-queries.ts'
import type { SourceOrders } from './source-orders.ts'

/** No area is in two of them. */
export interface AreaGroup {
  readonly id: number
  readonly areaIds: readonly number[]
}

export interface SummedAs {
  readonly level: ReadLevel
  readonly orders: SourceOrders
  readonly viewerAgencyId: number | null
  /** Figures with a later release time are their owner's alone. */
  readonly at: string
}

export interface GroupSumsQuery extends SummedAs {
  readonly slots: readonly FigureSlot[]
  readonly groups: readonly AreaGroup[]
  readonly vintage: Vintage | 'best'
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
  const { rows } = await db.query<Omit<GroupSum, 'slot' | 'groupId'> & Placed>(sumsAt(q.level), [
    ...slotValues(q.slots),
    ...orderValues(q.slots, q.orders),
    ...choosingValues(q, q.vintage),
    q.groups.map(({ areaIds }) => areaIds.length),
  ])
  return rows.map(({ no, group_no, ...row }) => ({
    ...row,
    slot: Number(no) - 1,
    groupId: groupAt(q.groups, group_no),
  }))
}

/** Figures of several slots that make up one, area by area. */
export interface SlotSet {
  /** Added up for the areas that say a number or «không phát sinh» in every one of them, … */
  readonly whole: readonly FigureSlot[]
  /** … and say nothing in any of these. */
  readonly without: readonly FigureSlot[]
}

export interface SetSumsQuery extends SummedAs {
  readonly sets: readonly SlotSet[]
  readonly groups: readonly AreaGroup[]
}

export interface SetSum {
  /** The set's place in the list asked for. */
  readonly set: number
  readonly groupId: number
  readonly amount: string
  /** Areas that were added up. */
  readonly counted: readonly number[]
}

/** In the best vintage. Groups without an area to count are left out. */
export async function setSums(db: Db, q: SetSumsQuery): Promise<SetSum[]> {
  const slots = q.sets.flatMap(({ whole, without }, index) => [
    ...whole.map((slot) => ({ slot, set: index, size: whole.length })),
    ...without.map((slot) => ({ slot, set: index, size: 0 })),
  ])
  const figureSlots = slots.map(({ slot }) => slot)
  const { rows } = await db.query<Omit<SetSum, 'set' | 'groupId'> & Placed>(setSumsAt(q.level), [
    ...slotValues(figureSlots),
    ...orderValues(figureSlots, q.orders),
    slots.map(({ set }) => set),
    slots.map(({ size }) => size),
    ...choosingValues(q, 'best'),
  ])
  return rows.map(({ no, group_no, ...row }) => ({ ...row, set: Number(no), groupId: groupAt(q.groups, group_no) }))
}

/** By the numbers of what was asked for, in the order in which it was. */
interface Placed {
  readonly no: string
  readonly group_no: number
}

const groupAt = (groups: readonly AreaGroup[], no: number): number => groups[no - 1]?.id ?? 0

function orderValues(slots: readonly FigureSlot[], { chosen, preferred, assigned, owners }: SourceOrders) {
  return [
    slots.map(({ indicatorId }) => `{${preferred.get(indicatorId)?.join(',') ?? ''}}`),
    slots.map(({ indicatorId }) => byAreaText(assigned.get(indicatorId))),
    slots.map(({ indicatorId }) => owners.get(indicatorId) ?? null),
    slots.map(({ key }) => byAreaText(chosen.get(key))),
  ]
}

function choosingValues({ viewerAgencyId, at, groups }: SummedAs & Pick<GroupSumsQuery, 'groups'>, vintage: string) {
  const groupOf = new Map(groups.flatMap(({ areaIds }, index) => areaIds.map((id) => [id, index + 1] as const)))
  return [vintage, viewerAgencyId, at, byAreaText(groupOf)]
}

/** An array whose subscript is the area: `[9:9]={4}`, with 0 for areas between that have none: among nulls it is searched from its start. */
function byAreaText(byArea: ReadonlyMap<number, number> | undefined): string {
  if (!byArea || byArea.size === 0) return '{}'
  const [first, last] = [Math.min(...byArea.keys()), Math.max(...byArea.keys())]
  const each = Array.from({ length: last - first + 1 }, (_, index) => byArea.get(first + index) ?? 0)
  return `[${first}:${last}]={${each.join(',')}}`
}

const orderColumns: readonly SlotColumn[] = [
  { column: 'preferred', type: 'text' },
  { column: 'assigned', type: 'text' },
  { column: 'owner', type: 'int' },
  { column: 'chosen', type: 'text' },
]

/** A dated precedence is shorter than this. */
const afterPrecedence = 1_000

const setColumns: readonly SlotColumn[] = [
  { column: 'set_no', type: 'int' },
  { column: 'set_size', type: 'int' },
]

/** `ranked_slots`: what the choice in each slot hangs on. The first values are those of the slots. No plan is added up. */
function rankedSlots(columns: readonly SlotColumn[], { viewer, at }: Choice): string {
  const waits = makesWait({ indicator: 'w.indicator_id', span: 'w.span_id', plan: '0', at: `${at}::timestamptz` })
  return `
  ${slotTables(columns)},
  ranked_slots as materialized (
    select w.*, w.preferred::int[] as preferred_ids, w.assigned::int[] as assigned_ids, w.chosen::int[] as chosen_ids,
      case when x.indicator_id is not null then coalesce(${viewer}::int, 0) end as only_agency_id
    from slots w left join releases x on ${waits})`
}

interface Choice {
  readonly vintage: string
  readonly viewer: string
  readonly at: string
  readonly groupOf: string
  /** What comes after. */
  readonly next: string
}

function choiceAfter(columns: readonly SlotColumn[]): Choice {
  const [vintage = '', viewer = '', at = '', groupOf = '', next = ''] = [0, 1, 2, 3, 4].map(
    (index) => `$${9 + columns.length + index}`,
  )
  return { vintage, viewer, at, groupOf: `${groupOf}::int[]`, next }
}

/**
 * The figure of record of each area in the slot `w`, with the number of its group. Within one slot the primary key is in
 * the order of areas, and of their vintages from the best, so that only the few rows of one area are sorted.
 */
const recorded = (level: ReadLevel, { vintage, groupOf }: Choice) => `
  (select distinct on (v.area_id) v.area_id, (${groupOf})[v.area_id] as group_no, v.${level}_kind as kind, v.${level}_value as value
   from reported_values v
   where v.indicator_id = w.indicator_id and v.span_id = w.span_id and v.breakdown_id = w.breakdown_id
     and v.plan_version_id = 0 and v.span_to = w.span_to and v.${level}_kind <> ${letterOf('absent')}
     and (${vintage}::text = 'best' or v.vintage = app.vintage_letter(${vintage}))
     and ${withinYears('v')} and (w.only_agency_id is null or v.agency_id = w.only_agency_id)
   order by v.area_id, v.vintage, v.agency_id is distinct from w.chosen_ids[v.area_id],
     coalesce(array_position(w.preferred_ids, v.agency_id), ${afterPrecedence} + case v.agency_id
       when w.assigned_ids[v.area_id] then 0 when w.owner then 1 else 2 end), v.agency_id)`

/** Slot by slot, and set by set: what the database sorts and groups at a time is then as small as one of them. */
function sumsAt(level: ReadLevel): string {
  const choice = choiceAfter(orderColumns)
  return `
  with ${rankedSlots(orderColumns, choice)}
  select w.no, s.*
  from ranked_slots w
  cross join lateral (
    select v.group_no,
      sum(case v.kind when ${letterOf('number')} then v.value when ${letterOf('nothing')} then 0 end) as amount,
      case when count(*) < (${choice.next}::int[])[v.group_no] then array_agg(v.area_id) end as said,
      array_agg(v.area_id) filter (where v.kind = ${letterOf('notApplicable')}) as "notApplicable",
      array_agg(v.area_id) filter (where v.kind not in (${letterOf('number', 'nothing', 'notApplicable')})) as invalid
    from ${recorded(level, choice)} v
    where v.group_no > 0
    group by v.group_no offset 0) s`
}

function setSumsAt(level: ReadLevel): string {
  const columns = [...orderColumns, ...setColumns]
  const choice = choiceAfter(columns)
  return `
  with ${rankedSlots(columns, choice)}
  select s.set_no as no, g.*
  from (select w.set_no, max(w.set_size) as size from ranked_slots w group by w.set_no) s
  cross join lateral (
    select a.group_no, sum(a.amount) as amount, array_agg(a.area_id) as counted
    from (select v.group_no, v.area_id, sum(case v.kind when ${letterOf('number')} then v.value else 0 end) as amount
          from ranked_slots w
          cross join lateral ${recorded(level, choice)} v
          where w.set_no = s.set_no and v.group_no > 0
          group by v.group_no, v.area_id
          having min(w.set_size) > 0 and bool_and(v.kind in (${letterOf('number', 'nothing')})) and count(*) = s.size) a
    group by a.group_no offset 0) g`
}
