/** Writing many editions at once, as a history that is loaded rather than lived; ends in the same rows. */
import type { Db } from '../platform/database.ts'
import type { NewEdition, NewValue } from './edition.ts'
import { insertRevisions } from './queries.ts'

export interface PastEdition {
  readonly edition: NewEdition
  readonly values: readonly NewValue[]
  readonly promotions: readonly {
    readonly level: 'sent' | 'accepted' | 'published' | 'withdrawn'
    readonly at: string
  }[]
}

const editionsAtOnce = 100

/** Editions in the order in which they were sent. Afterwards every value they touch is what holds at each level. */
export async function loadEditions(db: Db, past: readonly PastEdition[]): Promise<void> {
  const ids = await insertEditions(
    db,
    past.map((one) => one.edition),
  )
  const promotions = past.flatMap((one, index) => one.promotions.map((p) => ({ ...p, id: ids[index] })))
  await db.query(
    `insert into edition_promotions (edition_id, level, at) select * from unnest($1::bigint[], $2::text[], $3::timestamptz[])`,
    [promotions.map((p) => p.id), promotions.map((p) => p.level), promotions.map((p) => p.at)],
  )
  const parts = past.map(({ edition, values }, index) => ({
    editionId: ids[index] ?? '',
    agencyId: edition.agencyId,
    values,
  }))
  for (let from = 0; from < parts.length; from += editionsAtOnce) {
    await insertRevisions(db, parts.slice(from, from + editionsAtOnce))
  }
  for (const level of ['sent', 'accepted', 'published'] as const) await settle(db, { level, ids })
}

async function insertEditions(db: Db, editions: readonly NewEdition[]): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select nextval(pg_get_serial_sequence('editions', 'id')) as id from generate_series(1, $1)`,
    [editions.length],
  )
  const ids = rows.map((row) => row.id)
  await db.query(
    `insert into editions (id, agency_id, submission_id, version, sending, period_end, origin, source, confidence)
     overriding system value
     select e.id, e."agencyId", e."submissionId", e.version, e.sending, e."periodEnd", e.origin,
       coalesce(e.source, ''), coalesce(e.confidence, '')
     from jsonb_to_recordset($1) as e (id bigint, "agencyId" int, "submissionId" bigint, version int, sending int,
       "periodEnd" date, origin text, source text, confidence text)`,
    [JSON.stringify(editions.map((edition, index) => ({ ...edition, id: ids[index] })))],
  )
  return ids
}

/** Of every value the editions touch, the latest edition that reached the level; for `sent`, that was not taken back. */
async function settle(
  db: Db,
  { level, ids }: { level: 'sent' | 'accepted' | 'published'; ids: readonly string[] },
): Promise<void> {
  await db.query(
    `insert into reported_values as held
       (indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage, agency_id, span_to,
        ${level}_edition_id, ${level}_kind, ${level}_value)
     select distinct on (r.indicator_id, r.span_id, r.area_id, r.breakdown_id, r.plan_version_id, r.vintage, r.agency_id, r.span_to)
        r.indicator_id, r.span_id, r.area_id, r.breakdown_id, r.plan_version_id, r.vintage, r.agency_id, r.span_to,
        r.edition_id, r.kind, r.value
     from reported_value_revisions r
     join editions e on e.id = r.edition_id
     join edition_promotions p on p.edition_id = e.id and p.level = $2
     where r.edition_id = any($1)
       and not ($2 = 'sent' and exists (
         select 1 from edition_promotions w where w.edition_id = e.id and w.level = 'withdrawn'))
     order by r.indicator_id, r.span_id, r.area_id, r.breakdown_id, r.plan_version_id, r.vintage, r.agency_id, r.span_to,
       e.period_end desc, e.version desc, e.sending desc
     on conflict (indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage, agency_id, span_to)
     do update set ${level}_edition_id = excluded.${level}_edition_id, ${level}_kind = excluded.${level}_kind,
        ${level}_value = excluded.${level}_value`,
    [ids, level],
  )
}
