/**
 * SQL that reads what agencies say in many slots and areas at once: as it holds now, or as it was known at an instant.
 * Both give the same rows. A slot names its days, so the database looks into one partition for each; a span or a
 * breakdown that nobody ever used has no rows.
 */
import type { Db } from '../platform/database.ts'
import { type FigureSlot, slotValues } from './figure-slot.ts'
import type { ReportedValue } from './queries.ts'

export type ReadLevel = 'sent' | 'accepted'

/** What one agency says in one slot about one area. Release times are the reader's to know: they pass while rows are kept. */
export interface FigureRow extends ReportedValue {
  readonly breakdown_id: number
}

export interface FigurePlaces {
  readonly slot: FigureSlot
  readonly areaIds: readonly number[]
}

export interface FigureRowsQuery {
  readonly places: readonly FigurePlaces[]
  readonly level: ReadLevel
  /** Undefined: now. */
  readonly asOf: string | undefined
}

export interface SlotColumn {
  readonly column: string
  readonly type: string
}

/**
 * `slots`, by their number in the list asked for. $1 to $8: `slotValues`; from $9 on: the columns that are added.
 * Left joins, so that the planner expects as many rows as there are slots, known or not. What is joined to it is joined
 * slot by slot (`lateral … offset 0`): the planner counts every partition for every slot, and would read them whole.
 */
export function slotTables(more: readonly SlotColumn[]): string {
  const columns = more.map(({ column }) => column)
  const arrays = more.map(({ type }, index) => `, $${9 + index}::${type}[]`).join('')
  return `
  asked_spans as materialized (
    select w.no, s.id, s.to_date
    from unnest($1::text[], $2::date[], $3::date[]) with ordinality as w (calendar, from_date, to_date, no)
    cross join lateral (
      select s.id, s.to_date from spans s
      where (s.calendar, s.from_date, s.to_date) = (w.calendar, w.from_date, w.to_date) offset 0) s),
  slots as materialized (
    select w.*, b.id as breakdown_id, s.id as span_id, s.to_date as span_to
    from unnest($4::int[], $5::text[], $6::int[]${arrays}) with ordinality
      as w (${['indicator_id', 'members', 'span_no', ...columns, 'no'].join(', ')})
    left join asked_spans s on s.no = w.span_no
    left join breakdowns b on b.code = w.members)`
}

/** Leaves the partitions of other years out once, instead of for every slot: that was half the cost of a slot. */
export const withinYears = (table: string) => `${table}.span_to >= $7::date and ${table}.span_to <= $8::date`

/** Rows of each place in the order given. Drafts are never among them. */
export async function figureRows(db: Db, { places, level, asOf }: FigureRowsQuery): Promise<(readonly FigureRow[])[]> {
  if (places.length === 0) return []
  const values = [...slotValues(places.map(({ slot }) => slot)), places.map(({ areaIds }) => `{${areaIds.join(',')}}`)]
  const { rows } =
    asOf === undefined
      ? await db.query<Numbered>(heldAt(level), values)
      : await db.query<Numbered>(knownAt, [...values, level, asOf])
  const byPlace: FigureRow[][] = places.map(() => [])
  for (const { no, ...row } of rows) byPlace[Number(no) - 1]?.push(row)
  return byPlace
}

type Numbered = FigureRow & { readonly no: string }

const slotsWithAreas = slotTables([{ column: 'area_ids', type: 'text' }])

const heldAt = (level: ReadLevel) => `
  with ${slotsWithAreas}
  select w.no, v.indicator_id, v.span_id, v.area_id, v.breakdown_id, v.plan_version_id, app.vintage_of(v.vintage) as vintage, v.agency_id,
    app.kind_of(v.${level}_kind) as kind, v.${level}_value as value, v.${level}_edition_id as edition_id,
    case when v.published_edition_id = v.${level}_edition_id then 'published'
         when v.accepted_edition_id = v.${level}_edition_id then 'accepted' else 'sent' end as level
  from slots w
  cross join lateral (
    select v.* from reported_values v
    where v.indicator_id = w.indicator_id and v.span_id = w.span_id and v.breakdown_id = w.breakdown_id
      and v.area_id = any(w.area_ids::int[]) and v.span_to = w.span_to and v.${level}_kind is not null
      and ${withinYears('v')}
    offset 0) v`

const knownAt = `
  with ${slotsWithAreas}
  select distinct on (w.no, r.area_id, r.plan_version_id, r.vintage, r.agency_id)
    w.no, r.indicator_id, r.span_id, r.area_id, r.breakdown_id, r.plan_version_id, r.vintage, r.agency_id, r.kind, r.value,
    r.edition_id, reached.level
  from slots w
  cross join lateral (
    select r.* from reported_value_revisions r
    where r.indicator_id = w.indicator_id and r.span_id = w.span_id and r.breakdown_id = w.breakdown_id
      and r.area_id = any(w.area_ids::int[]) and r.span_to = w.span_to
      and ${withinYears('r')}
    offset 0) r
  join editions e on e.id = r.edition_id
  join lateral (
    select (array_agg(p.level order by array_position(array['published', 'accepted', 'sent'], p.level)))[1] as level,
      bool_or(p.level = $10 or $10 = 'sent') as is_enough
    from edition_promotions p
    where p.edition_id = e.id and p.at <= $11 and p.level <> 'withdrawn') reached on reached.is_enough
  where not exists (
    select 1 from edition_promotions p where p.edition_id = e.id and p.level = 'withdrawn' and p.at <= $11)
  order by w.no, r.area_id, r.plan_version_id, r.vintage, r.agency_id, e.period_end desc, e.version desc, e.sending desc,
    e.id desc`
