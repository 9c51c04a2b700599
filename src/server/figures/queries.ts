/** All SQL of reported values, their history and their promotion. */
import type { Db } from '../platform/database.ts'
import { byKey, plannedWith } from '../platform/planner-settings.ts'
import { noteBreakdowns } from './breakdown-queries.ts'
import type { NewEdition, NewValue } from './edition.ts'
import { insertSlots } from './edition-slot-queries.ts'
import { asHeld } from './held-letters.ts'

export async function insertEdition(db: Db, e: NewEdition): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into editions (agency_id, submission_id, version, sending, period_end, origin, source, confidence)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [e.agencyId, e.submissionId, e.version, e.sending, e.periodEnd, e.origin, e.source ?? '', e.confidence ?? ''],
  )
  return (rows[0] as { id: string }).id
}

export interface EditionValues {
  readonly editionId: string
  readonly agencyId: number
  readonly values: readonly NewValue[]
}

/** Values of one edition, or of many. */
export async function insertRevisions(db: Db, editions: readonly EditionValues[]): Promise<void> {
  const all = editions.flatMap((edition) => edition.values.map((value) => ({ ...value, ...edition })))
  const column = <K extends keyof (typeof all)[number]>(key: K) => all.map((v) => v[key] ?? null)
  await noteBreakdowns(db, all)
  await insertSlots(
    db,
    all.map((value) => ({ ...value, areaIds: [value.areaId] })),
  )
  await db.query(
    `insert into reported_value_revisions
       (indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage, agency_id, span_to, edition_id,
        kind, value, upper_value, text, note, entered_by, entered_at, acting_agency_id,
        form_version_id, row_key, column_key, cell_revision)
     select v.indicator_id, v.span_id, v.area_id, v.breakdown_id, v.plan_version_id, v.vintage, v.agency_id, v.span_to,
        v.edition_id, v.kind, v.value, v.upper_value, v.text, coalesce(v.note, ''), v.entered_by, v.entered_at,
        v.acting_agency_id, v.form_version_id, v.row_key, v.column_key, v.cell_revision
     from unnest($1::bigint[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::text[], $9::date[],
        $10::text[], $11::numeric[], $12::numeric[], $13::text[], $14::text[], $15::int[], $16::timestamptz[],
        $17::int[], $18::int[], $19::text[], $20::text[], $21::int[])
       as v (edition_id, agency_id, indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage, span_to, kind,
        value, upper_value, text, note, entered_by, entered_at, acting_agency_id,
        form_version_id, row_key, column_key, cell_revision)`,
    [
      ...(['editionId', 'agencyId', 'indicatorId', 'spanId', 'areaId', 'breakdownId'] as const).map(column),
      ...(['planVersionId', 'vintage', 'spanTo', 'kind', 'value', 'upperValue', 'text', 'note'] as const).map(column),
      ...(['enteredBy', 'enteredAt', 'actingAgencyId'] as const).map(column),
      ...(['formVersionId', 'rowKey', 'columnKey', 'cellRevision'] as const).map(column),
    ],
  )
}

/** Whether the figures that came with the reference data are there. */
export async function hasReferenceEditions(db: Db): Promise<boolean> {
  const { rows } = await db.query(`select 1 from editions e where e.origin = 'reference' limit 1`)
  return rows.length > 0
}

/** False when the edition already had this level. */
export async function insertPromotion(
  db: Db,
  { editionId, level, at }: { editionId: string; level: string; at: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into edition_promotions (edition_id, level, at) values ($1, $2, $3) on conflict do nothing`,
    [editionId, level, at],
  )
  return rowCount === 1
}

/**
 * One at a time among an agency's editions: which edition is later is judged by what the statement can see, and it does
 * not see an edition that another transaction commits while this one waits for the value's row.
 */
export async function lockEditionsOf(db: Db, editionId: string): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(hashtext('editions'), e.agency_id) from editions e where e.id = $1`, [
    editionId,
  ])
}

const partsOf = ['edition_id', 'kind', 'value'] as const

interface Lifted {
  readonly editionId: string
  readonly levels: readonly ('sent' | 'accepted' | 'published')[]
  /** Nothing of it is held yet: looking for what would give way is most of the work. */
  readonly isUnheard: boolean
}

/** A value gives way unless it comes from a later edition of its agency: those are few, and looked up once. */
export async function liftValues(db: Db, { editionId, levels, isUnheard }: Lifted): Promise<void> {
  const columns = levels.flatMap((level) => partsOf.map((part) => ({ level, part, column: `${level}_${part}` })))
  const lift = `
    with later as (
       select array_agg(other.id) as ids from editions own
       join editions other on other.agency_id = own.agency_id
         and (other.period_end, other.version, other.sending, other.id) > (own.period_end, own.version, own.sending, own.id)
       where own.id = $1)
     insert into reported_values as held
       (indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage, agency_id, span_to,
        ${columns.map(({ column }) => column).join(', ')})
     select r.indicator_id, r.span_id, r.area_id, r.breakdown_id, r.plan_version_id, app.vintage_letter(r.vintage), r.agency_id,
        r.span_to, ${columns.map(({ part }) => asHeld(part, `r.${part}`)).join(', ')}
     from edition_values r where r.edition_id = $1
     ${isUnheard ? '' : givingWay(levels, columns)}`
  await plannedWith(db, byKey, () => db.query(lift, [editionId]))
}

function givingWay(
  levels: Lifted['levels'],
  columns: readonly { readonly level: string; readonly column: string }[],
): string {
  const stays = (level: string) => `coalesce(held.${level}_edition_id = any((select ids from later)::bigint[]), false)`
  return `
     on conflict (indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage, agency_id, span_to)
     do update set ${columns
       .map(
         ({ level, column }) => `${column} = case when ${stays(level)} then held.${column} else excluded.${column} end`,
       )
       .join(', ')}
     where not (${levels.map(stays).join(' and ')})`
}

/** Gives the sent place of every value of this edition to the latest edition still sent, or to none. */
export async function dropSentValues(db: Db, editionId: string): Promise<void> {
  const drop = `
    update reported_values v set sent_edition_id = earlier.edition_id,
       sent_kind = app.kind_letter(earlier.kind), sent_value = earlier.value
     from edition_values gone
     left join lateral (
       select r.edition_id, r.kind, r.value
       from reported_value_revisions r join editions e on e.id = r.edition_id
       where (r.indicator_id, r.span_id, r.area_id, r.breakdown_id, r.plan_version_id, r.vintage, r.agency_id, r.span_to)
           = (gone.indicator_id, gone.span_id, gone.area_id, gone.breakdown_id, gone.plan_version_id, gone.vintage,
              gone.agency_id, gone.span_to)
         and exists (select 1 from edition_promotions p where p.edition_id = e.id and p.level = 'sent')
         and not exists (select 1 from edition_promotions p where p.edition_id = e.id and p.level = 'withdrawn')
       order by e.period_end desc, e.version desc, e.sending desc, e.id desc limit 1) earlier on true
     where gone.edition_id = $1 and v.sent_edition_id = $1
       and (v.indicator_id, v.span_id, v.area_id, v.breakdown_id, v.plan_version_id, v.vintage, v.agency_id, v.span_to)
         = (gone.indicator_id, gone.span_id, gone.area_id, gone.breakdown_id, gone.plan_version_id,
            app.vintage_letter(gone.vintage), gone.agency_id, gone.span_to)`
  await plannedWith(db, byKey, () => db.query(drop, [editionId]))
}

/** The edition made by this sending of a submission. */
export async function editionOf(
  db: Db,
  { submissionId, version, sending }: { submissionId: string; version: number; sending: number },
): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `select e.id from editions e where e.submission_id = $1 and e.version = $2 and e.sending = $3`,
    [submissionId, version, sending],
  )
  return rows[0]?.id
}

/** What one agency says of one key. */
export interface ReportedValue {
  readonly indicator_id: number
  readonly span_id: number
  readonly area_id: number
  readonly plan_version_id: number
  readonly vintage: 'plan' | 'estimate' | 'preliminary' | 'official'
  readonly agency_id: number
  readonly kind: string
  readonly value: string | null
  readonly edition_id: string
  readonly level: 'sent' | 'accepted' | 'published'
}

export interface ReportedPlaces {
  readonly indicatorIds: readonly number[]
  readonly spanIds: readonly number[]
  readonly areaIds: readonly number[]
  /** First and last day on which one of the spans ends: the database then looks at those years alone. */
  readonly ends?: { readonly first: string; readonly last: string }
}

/** SQL of a part of the value, at the level that agency $6 may know. */
const knownPart = (name: 'kind' | 'value' | 'edition_id') =>
  `case when v.agency_id = $6 then v.sent_${name} else v.accepted_${name} end`

/**
 * Values of the whole breakdown as one agency may know them, their release times apart: its own as sent, what others say
 * as accepted.
 */
export async function reportedValuesFor(db: Db, agencyId: number, places: ReportedPlaces): Promise<ReportedValue[]> {
  const { indicatorIds, spanIds, areaIds, ends } = places
  const { rows } = await db.query<ReportedValue>(
    `select v.indicator_id, v.span_id, v.area_id, v.plan_version_id, app.vintage_of(v.vintage) as vintage, v.agency_id,
        app.kind_of(${knownPart('kind')}) as kind, ${knownPart('value')} as value, ${knownPart('edition_id')} as edition_id,
        case when v.published_edition_id = ${knownPart('edition_id')} then 'published'
             when v.accepted_edition_id = ${knownPart('edition_id')} then 'accepted' else 'sent' end as level
     from reported_values v
     where v.indicator_id = any($1) and v.span_id = any($2) and v.area_id = any($3) and v.breakdown_id = 0
       and ${knownPart('edition_id')} is not null
       and v.span_to >= coalesce($4::date, '-infinity') and v.span_to <= coalesce($5::date, 'infinity')`,
    [indicatorIds, spanIds, areaIds, ends?.first ?? null, ends?.last ?? null, agencyId],
  )
  return rows
}

export interface ProvenanceRow {
  readonly edition_id: string
  readonly indicator_id: number
  /** Code of the breakdown, '' for the whole. */
  readonly members: string
  readonly span_id: number
  readonly area_id: number
  readonly vintage: string
  readonly plan_version_id: number
  readonly agency_id: number
  readonly kind: string
  readonly value: string | null
  readonly note: string
  readonly entered_by: number | null
  readonly entered_at: string | null
  readonly form_version_id: number | null
  readonly row_key: string | null
  readonly column_key: string | null
  readonly cell_revision: number | null
  readonly submission_id: string | null
  readonly origin: string
  readonly source: string
  readonly period_end: string
  readonly sent_at: string | null
  readonly accepted_at: string | null
  readonly published_at: string | null
  readonly withdrawn_at: string | null
}

const provenanceIn = (source: 'reported_value_revisions' | 'edition_values') => `
  select r.edition_id, r.indicator_id, r.span_id, r.area_id, r.vintage, r.plan_version_id, r.agency_id, r.kind, r.value,
    r.note, r.entered_by, r.entered_at, r.form_version_id, r.row_key, r.column_key, r.cell_revision,
    (select b.code from breakdowns b where b.id = r.breakdown_id) as members,
    e.submission_id, e.origin, e.source, e.period_end,
    max(p.at) filter (where p.level = 'sent') as sent_at,
    max(p.at) filter (where p.level = 'accepted') as accepted_at,
    max(p.at) filter (where p.level = 'published') as published_at,
    max(p.at) filter (where p.level = 'withdrawn') as withdrawn_at
  from ${source} r
  join editions e on e.id = r.edition_id
  left join edition_promotions p on p.edition_id = e.id`
const provenanceGroup = `
  group by r.edition_id, r.indicator_id, r.span_id, r.area_id, r.breakdown_id, r.plan_version_id, r.vintage, r.agency_id,
    r.span_to, r.kind, r.value, r.note, r.entered_by, r.entered_at, r.form_version_id, r.row_key, r.column_key,
    r.cell_revision, e.submission_id, e.origin, e.source, e.period_end, e.version, e.sending
  order by e.period_end desc, e.version desc, e.sending desc, r.edition_id desc`

/** Every edition's word on these figures, newest edition first, down to the cell it was typed in. */
export async function provenanceOf(
  db: Db,
  q: { indicatorIds: readonly number[]; spanIds: readonly number[]; areaIds: readonly number[] },
): Promise<ProvenanceRow[]> {
  const { rows } = await db.query<ProvenanceRow>(
    `${provenanceIn('reported_value_revisions')}
     where r.indicator_id = any($1) and r.span_id = any($2) and r.area_id = any($3) ${provenanceGroup}`,
    [q.indicatorIds, q.spanIds, q.areaIds],
  )
  return rows
}

export interface EditionRow {
  readonly edition_id: string
  readonly submission_id: string | null
  /** Last day of the reporting period. */
  readonly period_end: string
  readonly sent_at: string | null
  readonly accepted_at: string | null
}

/** Which submission each edition is a sending of, and when it reached its levels. */
export async function editionsById(db: Db, ids: readonly string[]): Promise<Map<string, EditionRow>> {
  const { rows } = await db.query<EditionRow>(
    `select e.id as edition_id, e.submission_id, e.period_end,
        max(p.at) filter (where p.level = 'sent') as sent_at, max(p.at) filter (where p.level = 'accepted') as accepted_at
     from editions e left join edition_promotions p on p.edition_id = e.id
     where e.id = any($1) group by e.id`,
    [ids],
  )
  return new Map(rows.map((r) => [r.edition_id, r]))
}

/** All values of one edition in one column of a form: the parts of a total computed there. */
export async function editionColumn(
  db: Db,
  q: { editionId: string; formId: number; column: string },
): Promise<ProvenanceRow[]> {
  const text = `${provenanceIn('edition_values')}
     where r.edition_id = $1 and r.form_version_id = $2 and r.column_key = $3 ${provenanceGroup}`
  const values = [q.editionId, q.formId, q.column]
  const { rows } = await plannedWith(db, byKey, () => db.query<ProvenanceRow>(text, values))
  return rows
}
