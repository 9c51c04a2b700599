/** SQL of figures that come in many at once: what holds of them, and what they add to the history. */

import { copyField, copyRows } from '../platform/copy-rows.ts'
import type { Db } from '../platform/database.ts'
import { byKey, plannedWith } from '../platform/planner-settings.ts'
import type { Batch, BatchCounts } from './bulk.ts'
import type { BatchSlot, BySlot, HeldFigure, PlacedFigure, SpokenPlace, Words } from './compare-figures.ts'
import { levelsUpTo, type PromotionLevel } from './promote.ts'

/** As long as the largest batch before it may take. */
const longestWait = '60s'

/** The lock that every promotion of the agency takes: taken before anything else, so that two batches queue and never cross. */
export async function lockAgency(db: Db, agencyId: number): Promise<void> {
  await db.query(`set local lock_timeout = '${longestWait}'`)
  await db.query(`select pg_advisory_xact_lock(hashtext('editions'), $1)`, [agencyId])
}

export interface BatchRow extends Omit<BatchCounts, 'outdated'> {
  readonly edition_id: string | null
  readonly content_hash: string
}

export async function batchOf(db: Db, { agencyId, message, level }: Batch): Promise<BatchRow | undefined> {
  const { rows } = await db.query<BatchRow>(
    `select b.edition_id, b.content_hash, b.added, b.changed, b.unchanged from figure_batches b
     where b.agency_id = $1 and b.sender = $2 and b.message_id = $3 and b.level = $4`,
    [agencyId, message.sender, message.id, level],
  )
  return rows[0]
}

export interface LastBatch {
  readonly id: string
  readonly message_id: string
  readonly content_hash: string
}

/** What this sender brought of the agency last, at this level. */
export async function lastBatch(
  db: Db,
  k: { readonly agencyId: number; readonly sender: string; readonly level: PromotionLevel },
): Promise<LastBatch | undefined> {
  const { rows } = await db.query<LastBatch>(
    `select b.id, b.message_id, b.content_hash from figure_batches b
     where b.agency_id = $1 and b.sender = $2 and b.level = $3 order by b.id desc limit 1`,
    [k.agencyId, k.sender, k.level],
  )
  return rows[0]
}

export async function insertBatch(
  db: Db,
  batch: Batch,
  done: Omit<BatchCounts, 'outdated'> & { editionId: string | null },
) {
  const { agencyId, message, level, source, by, actingAgencyId, at } = batch
  await db.query(
    `insert into figure_batches (agency_id, sender, message_id, level, content_hash, source, edition_id, added, changed, unchanged,
       entered_by, acting_agency_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[agencyId, message.sender, message.id, level, message.hash, source, done.editionId],
      ...[done.added, done.changed, done.unchanged, by, actingAgencyId, at],
    ],
  )
}

export interface NextEdition {
  readonly id: string
  readonly version: number
  readonly sending: number
  /** Editions of the agency that come after it, all the same. */
  readonly later: readonly string[]
}

/**
 * Of one period the batch that comes later is the later edition, whatever else the agency sent for it, and so is whatever
 * it sends after the batch: the batch stands beside the latest, and its id comes after.
 */
export async function nextEdition(db: Db, agencyId: number, periodEnd: string): Promise<NextEdition> {
  const { rows } = await db.query<NextEdition>(
    `select nextval(pg_get_serial_sequence('editions', 'id'))::text as id, coalesce(max(e.version), 1) as version,
        coalesce(max(e.sending) filter (where e.version = last.version), 1) as sending,
        array(select l.id::text from editions l where l.agency_id = $1 and l.period_end > $2) as later
     from (select max(version) as version from editions where agency_id = $1 and period_end = $2) last
     left join editions e on e.agency_id = $1 and e.period_end = $2`,
    [agencyId, periodEnd],
  )
  return rows[0] as NextEdition
}

export interface BatchEdition {
  readonly batch: Batch
  readonly edition: NextEdition
  readonly periodEnd: string
}

export async function insertBatchEdition(db: Db, { batch, edition, periodEnd }: BatchEdition): Promise<void> {
  const { agencyId, origin, source } = batch
  const { id, version, sending } = edition
  await db.query(
    `insert into editions (id, agency_id, version, sending, period_end, origin, source) overriding system value
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, agencyId, version, sending, periodEnd, origin, source],
  )
}

/** Slots as a table, by their place in the batch. */
const slotColumns: readonly {
  readonly name: string
  readonly type: string
  readonly of: (slot: BatchSlot, place: number) => string | number
}[] = [
  { name: 'slot', type: 'int', of: (_, place) => place },
  { name: 'indicator_id', type: 'int', of: ({ indicatorId }) => indicatorId },
  { name: 'span_id', type: 'int', of: ({ spanId }) => spanId },
  { name: 'span_to', type: 'date', of: ({ period }) => period.span.to },
  { name: 'breakdown_id', type: 'int', of: ({ breakdownId }) => breakdownId },
  { name: 'plan_version_id', type: 'int', of: ({ planVersionId }) => planVersionId },
  { name: 'vintage', type: 'text', of: ({ vintage }) => vintage },
  { name: 'previous_span_id', type: 'int', of: ({ previousSpanId }) => previousSpanId },
  { name: 'previous_to', type: 'date', of: ({ period }) => period.previous.to },
  { name: 'first_area', type: 'int', of: ({ areaIds }) => areaIds[0] ?? 0 },
  { name: 'last_area', type: 'int', of: ({ areaIds }) => areaIds.at(-1) ?? 0 },
]

/** `$1` the agency, `$2` and `$3` the first and last day on which a span looked at ends, from `$4` the slots. */
const slotTable = `unnest(${slotColumns.map(({ type }, index) => `$${index + 4}::${type}[]`).join(', ')})
  as g (${slotColumns.map(({ name }) => name).join(', ')})`
const firstAfterSlots = 4 + slotColumns.length

export interface Looking {
  readonly agencyId: number
  readonly level: PromotionLevel
  readonly slots: readonly BatchSlot[]
  /** First and last day on which a span of the batch, or the one before it, ends. */
  readonly ends: { readonly first: string; readonly last: string }
}

/**
 * Areas of one slot lie side by side in the key, so they are read together, as far as the batch speaks of them: a join with
 * the table would read every figure of the agency.
 */
async function overSlots<Row extends object>(
  db: Db,
  text: string,
  { agencyId, ends, slots, more = [] }: Looking & { readonly more?: readonly unknown[] },
) {
  const values = [agencyId, ends.first, ends.last, ...slotColumns.map(({ of }) => slots.map(of)), ...more]
  const { rows } = await plannedWith(db, lookingUp, () => db.query<Row>(text, values))
  return rows
}

const lookingUp = { ...byKey, plan_cache_mode: 'force_custom_plan' } as const

/** What is held of the areas that the slots speak of, and of those between them. */
export async function heldFigures(db: Db, q: Looking): Promise<BySlot<HeldFigure>> {
  const below = levelsUpTo(q.level).slice(0, -1)
  const same = below.map(
    (one) => `(v.${one}_kind, v.${one}_value) is not distinct from (v.${q.level}_kind, v.${q.level}_value)`,
  )
  const rows = await overSlots<HeldFigure & Place>(
    db,
    `select g.slot, v.* from ${slotTable} cross join lateral (
       select v.area_id as "areaId", v.${q.level}_edition_id as "editionId", app.kind_of(v.${q.level}_kind) as kind,
         v.${q.level}_value as value, ${same.join(' and ') || 'true'} as "isSameBelow"
       from reported_values v
       where ${placed('v', 'its')} offset 0) v`,
    q,
  )
  return bySlot(rows, (row) => row)
}

/** Values of the period before, of the same areas. */
export async function earlierValues(db: Db, q: Looking): Promise<BySlot<string>> {
  const rows = await overSlots<Place & { readonly value: string }>(
    db,
    `select g.slot, v.* from ${slotTable} cross join lateral (
       select v.area_id as "areaId", v.${q.level}_value as value from reported_values v
       where ${placed('v', 'previous')} and v.${q.level}_value is not null offset 0) v`,
    q,
  )
  return bySlot(rows, ({ value }) => value)
}

interface Place {
  readonly slot: number
  readonly areaId: number
}

/** Text and note of the figures as those editions said them. */
export async function wordsOf(db: Db, q: Looking, places: readonly SpokenPlace[]): Promise<BySlot<Words>> {
  if (places.length === 0) return new Map()
  const rows = await overSlots<Place & Words>(
    db,
    `select w.slot, w.area_id as "areaId", r.text, r.note
     from unnest($${firstAfterSlots}::int[], $${firstAfterSlots + 1}::int[], $${firstAfterSlots + 2}::bigint[]) as w (slot, area_id, edition_id)
     join ${slotTable} on g.slot = w.slot
     cross join lateral (
       select r.text, r.note from reported_value_revisions r
       where ${placed('r', 'its')} and r.area_id = w.area_id and r.edition_id = w.edition_id offset 0) r`,
    { ...q, more: [places.map((it) => it.slot), places.map((it) => it.areaId), places.map((it) => it.editionId)] },
  )
  return bySlot(rows, (row) => row)
}

const spans = { its: { id: 'span_id', to: 'span_to' }, previous: { id: 'previous_span_id', to: 'previous_to' } }

/** SQL: in the slot `g`. `v`: what holds now, `r`: the history. */
function placed(table: 'v' | 'r', span: keyof typeof spans): string {
  const same = ['indicator_id', 'breakdown_id', 'plan_version_id'].map((one) => `${table}.${one} = g.${one}`)
  const vintage = table === 'v' ? 'app.vintage_letter(g.vintage)' : 'g.vintage'
  const { id, to } = spans[span]
  return `${same.join(' and ')} and ${table}.vintage = ${vintage} and ${table}.span_id = g.${id} and ${table}.span_to = g.${to}
    and ${table}.area_id between g.first_area and g.last_area and ${table}.agency_id = $1
    and ${table}.span_to between $2::date and $3::date`
}

function bySlot<Row extends Place, Value>(rows: readonly Row[], pick: (row: Row) => Value): BySlot<Value> {
  const slots = new Map<number, Map<number, Value>>()
  for (const row of rows) {
    const areas = slots.get(row.slot) ?? new Map<number, Value>()
    slots.set(row.slot, areas.set(row.areaId, pick(row)))
  }
  return slots
}

/** Until the end of the transaction. COPY into the history itself would read what all rows have in common for each, as text. */
export async function stageFigures(db: Db, said: readonly PlacedFigure[]): Promise<void> {
  await db.query(`create temporary table if not exists staged_figures (slot integer, area_id integer, row_key text collate "C",
    kind text collate "C", value numeric(24, 6), text text, note text) on commit delete rows`)
  await copyRows(db, 'staged_figures', linesOf(said))
}

export interface Keeping {
  readonly editionId: string
  readonly batch: Batch
}

/** Adds what is staged to the history, with who entered it. */
export async function keepStaged(db: Db, q: Looking, { editionId, batch }: Keeping): Promise<void> {
  const { by, at, actingAgencyId } = batch
  const [edition, person, instant, acting] = [0, 1, 2, 3].map((more) => `$${firstAfterSlots + more}`)
  await overSlots(
    db,
    `insert into reported_value_revisions (indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage, agency_id,
       span_to, edition_id, kind, value, text, note, entered_by, entered_at, acting_agency_id, row_key)
     select g.indicator_id, g.span_id, s.area_id, g.breakdown_id, g.plan_version_id, g.vintage, $1, g.span_to, ${edition}::bigint,
       s.kind, s.value, s.text, s.note, ${person}::int, ${instant}::timestamptz, ${acting}::int, s.row_key
     from staged_figures s join ${slotTable} on g.slot = s.slot and g.span_to between $2::date and $3::date`,
    { ...q, more: [editionId, by, at, actingAgencyId] },
  )
}

function* linesOf(said: readonly PlacedFigure[]): Iterable<string> {
  for (const { place, figure } of said) {
    const { areaId, row, kind, value, text, note } = figure
    yield `${place}\t${areaId}\t${row}\t${kind}\t${value ?? '\\N'}\t${copyField(text)}\t${copyField(note ?? '')}\n`
  }
}
