/** SQL of figures that come in many at once: staged by COPY, compared with what holds, and written, each in one statement. */

import { copyField, copyRows } from '../platform/copy-rows.ts'
import type { Db } from '../platform/database.ts'
import { plannedWith } from '../platform/planner-settings.ts'
import type { Batch, BatchCounts, Compared } from './bulk.ts'
import type { KnownFigure } from './bulk-check.ts'
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
}

/** Of one period the batch that comes later is the later edition, whatever else the agency sent for it. */
export async function nextEdition(db: Db, agencyId: number, periodEnd: string): Promise<NextEdition> {
  const { rows } = await db.query<NextEdition>(
    `select nextval(pg_get_serial_sequence('editions', 'id'))::text as id, coalesce(max(e.version), 1) as version,
        coalesce(max(e.sending) filter (where e.version = last.version), 0) + 1 as sending
     from (select max(version) as version from editions where agency_id = $1 and period_end = $2) last
     left join editions e on e.agency_id = $1 and e.period_end = $2`,
    [agencyId, periodEnd],
  )
  return rows[0] as NextEdition
}

export async function insertBatchEdition(
  db: Db,
  { agencyId, origin, source }: Batch,
  { id, version, sending, periodEnd }: NextEdition & { readonly periodEnd: string },
): Promise<void> {
  await db.query(
    `insert into editions (id, agency_id, version, sending, period_end, origin, source) overriding system value
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, agencyId, version, sending, periodEnd, origin, source],
  )
}

export interface StagedFigure extends KnownFigure {
  readonly spanId: number
  /** Null where nothing was ever reported about the span before. */
  readonly previousSpanId: number | null
}

const staged = `row_number, indicator_id, span_id, span_to, area_id, breakdown_id, plan_version_id, vintage, previous_span_id,
  previous_to, kind, value, text, note`

/** Until the end of the transaction. */
export async function stageFigures(db: Db, figures: Iterable<StagedFigure>): Promise<void> {
  await db.query(`create temporary table if not exists staged_figures (row_number integer, indicator_id integer, span_id integer,
    span_to date, area_id integer, breakdown_id integer, plan_version_id integer, vintage text collate "C",
    previous_span_id integer, previous_to date, kind text collate "C", value numeric(24, 6), text text, note text)
    on commit delete rows`)
  await copyRows(db, `staged_figures (${staged})`, linesOf(figures))
}

function* linesOf(figures: Iterable<StagedFigure>): Iterable<string> {
  for (const f of figures) {
    const { span, previous } = f.period
    const before = f.previousSpanId === null ? '\\N\t\\N' : `${f.previousSpanId}\t${previous.to}`
    const text = f.text === null ? '\\N' : copyField(f.text)
    const note = f.note === null ? '\\N' : copyField(f.note)
    yield `${f.row}\t${f.indicatorId}\t${f.spanId}\t${span.to}\t${f.areaId}\t${f.breakdownId}\t${f.planVersionId}\t${f.vintage}\t${before}\t${f.kind}\t${f.value ?? '\\N'}\t${text}\t${note}\n`
  }
}

const ofSlot = ['indicator_id', 'span_id', 'breakdown_id', 'plan_version_id', 'vintage']
const sameSlot = (a: string, b: string) => ofSlot.map((column) => `${a}.${column} = ${b}.${column}`).join(' and ')

/**
 * Each staged figure beside what holds of it, and beside what holds of the period before. Areas of one indicator and span
 * lie side by side in the key, so they are read together, as far as the batch speaks of them, and then laid beside it: one
 * by one they would take ten times as long, and a join with the table would read every figure of the agency. `$1` the
 * agency, `$2` the last day of the reporting period, `$3` version, `$4` sending, `$5` and `$6` the first and last day on
 * which a span looked at ends.
 */
function compared(level: PromotionLevel): string {
  const same = levelsUpTo(level)
    .map((one) => `v.${one}_kind = s.kind and v.${one}_value is not distinct from s.value`)
    .join(' and ')
  const held = (span: string, to: string, columns: string) => `
      select g.indicator_id, g.span_id, g.breakdown_id, g.plan_version_id, g.vintage, v.*
      from staged_slots g
      cross join lateral (
        select v.area_id, ${columns} from reported_values v
        where v.indicator_id = g.indicator_id and v.span_id = g.${span} and v.span_to = g.${to}
          and v.area_id between g.first_area and g.last_area and v.breakdown_id = g.breakdown_id
          and v.plan_version_id = g.plan_version_id and v.vintage = g.vintage and v.agency_id = $1
          and v.span_to >= $5::date and v.span_to <= $6::date offset 0) v`
  const parts = levelsUpTo(level).flatMap((one) => [`v.${one}_kind`, `v.${one}_value`])
  return `
    later as (select array_agg(e.id) as ids from editions e
      where e.agency_id = $1 and (e.period_end, e.version, e.sending) > ($2::date, $3::int, $4::int)),
    staged_slots as materialized (
      select ${ofSlot.join(', ')}, span_to, previous_span_id, previous_to, min(area_id) as first_area, max(area_id) as last_area
      from staged_figures group by 1, 2, 3, 4, 5, 6, 7, 8),
    held as materialized (${held('span_id', 'span_to', `v.${level}_edition_id, ${parts.join(', ')}`)}),
    earlier as materialized (${held('previous_span_id', 'previous_to', `v.${level}_value`)}),
    compared as materialized (
      select s.*, v.area_id is null as is_unheard, coalesce(v.${level}_edition_id = any((select ids from later)::bigint[]), false) as is_outdated,
        case when v.${level}_edition_id is null then 'added'
             when ${same} and (s.text is null and s.note is null or exists (
               select from reported_value_revisions r
               where ${sameSlot('r', 's')} and r.area_id = s.area_id and r.agency_id = $1 and r.span_to = s.span_to
                 and r.span_to >= $5::date and r.span_to <= $6::date
                 and r.edition_id = v.${level}_edition_id and r.text is not distinct from s.text and r.note = coalesce(s.note, r.note)))
             then 'unchanged' else 'changed' end as outcome,
        coalesce(v.${level}_value, case s.kind when 'number' then before.${level}_value end) as before
      from staged_figures s
      left join held v on ${sameSlot('v', 's')} and v.area_id = s.area_id
      left join earlier before on ${sameSlot('before', 's')} and before.area_id = s.area_id
      order by s.span_to, s.indicator_id, s.span_id, s.breakdown_id, s.area_id, s.plan_version_id, s.vintage)`
}

const told = `
  select count(*) filter (where outcome = 'added')::int as added, count(*) filter (where outcome = 'changed')::int as changed,
    count(*) filter (where outcome = 'unchanged')::int as unchanged,
    count(*) filter (where outcome <> 'unchanged' and is_outdated)::int as outdated,
    coalesce((select jsonb_agg(jsonb_build_object('row', o.row_number, 'value', trim_scale(o.value)::text, 'before', trim_scale(o.before)::text)
        order by o.row_number)
      from (select * from compared where before <> 0 and value <> 0 and outcome <> 'unchanged'
              and (abs(value) >= 10 * abs(before) or abs(before) >= 10 * abs(value)) order by row_number limit 100) o), '[]') as oddities
  from compared`

export interface Comparing {
  readonly agencyId: number
  /** First and last day on which a span of the batch, or the one before it, ends. */
  readonly ends: { readonly first: string; readonly last: string }
  readonly level: PromotionLevel
  readonly edition: NextEdition & { readonly periodEnd: string }
}

const order = ({ agencyId, edition, ends }: Comparing) => [
  ...[agencyId, edition.periodEnd, edition.version, edition.sending],
  ...[ends.first, ends.last],
]

/** What was found is laid beside the batch by hashing, however little of it was expected. */
const lookingUp = {
  enable_seqscan: 'off',
  enable_nestloop: 'off',
  enable_mergejoin: 'off',
  plan_cache_mode: 'force_custom_plan',
  work_mem: '64MB',
} as const

async function lookUp<Row extends object>(db: Db, text: string, values: readonly unknown[]): Promise<Row> {
  const { rows } = await plannedWith(db, lookingUp, () => db.query<Row>(text, values))
  return rows[0] as Row
}

/** What entering the staged figures would do. */
export async function compareStaged(db: Db, q: Comparing): Promise<Compared> {
  return lookUp<Compared>(db, `with ${compared(q.level)} ${told}`, order(q))
}

export interface Kept extends Compared {
  /** Of none of the figures has the agency ever said anything that is read. */
  readonly isUnheard: boolean
}

/** Adds what is new to the history, with who entered it. */
export async function keepStaged(db: Db, q: Comparing, { by, at, actingAgencyId }: Batch): Promise<Kept> {
  return lookUp<Kept>(
    db,
    `with ${compared(q.level)}, kept as (
       insert into reported_value_revisions (indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage, agency_id,
         span_to, edition_id, kind, value, text, note, entered_by, entered_at, acting_agency_id, row_key)
       select c.indicator_id, c.span_id, c.area_id, c.breakdown_id, c.plan_version_id, c.vintage, $1, c.span_to, $7::bigint, c.kind,
         c.value, c.text, coalesce(c.note, ''), $8::int, $9::timestamptz, $10::int, c.row_number::text
       from compared c where c.outcome <> 'unchanged')
     select told.*, (select bool_and(c.is_unheard) from compared c) as "isUnheard" from (${told}) told`,
    [...order(q), q.edition.id, by, at, actingAgencyId],
  )
}

export interface MovedFigures {
  readonly indicator_id: number
  readonly span_ids: readonly number[]
  readonly area_ids: readonly number[]
}

/** Which areas and spans an edition spoke of, by indicator. */
export async function movedBy(db: Db, editionId: string): Promise<MovedFigures[]> {
  const { rows } = await db.query<MovedFigures>(
    `with spoken as materialized (
       select r.indicator_id, r.span_id, r.area_id from reported_value_revisions r where r.edition_id = $1)
     select s.indicator_id, s.span_ids, a.area_ids
     from (select indicator_id, array_agg(span_id order by span_id) as span_ids
           from (select distinct indicator_id, span_id from spoken) d group by 1) s
     join (select indicator_id, array_agg(area_id order by area_id) as area_ids
           from (select distinct indicator_id, area_id from spoken) d group by 1) a using (indicator_id)
     order by s.indicator_id`,
    [editionId],
  )
  return rows
}
