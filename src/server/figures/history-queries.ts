/** Writing many editions at once, as a history that is loaded rather than lived; ends in the same rows. */
import type { Db } from '../platform/database.ts'
import { byKey, plannedWith } from '../platform/planner-settings.ts'
import type { NewEdition, NewValue } from './edition.ts'
import { asHeld } from './held-letters.ts'
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

/**
 * Editions in any order. Afterwards every value they touch is what holds at each level. What was reported on the same
 * keys before is taken as earlier.
 */
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
  await settle(db, ids)
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

/** Of every value the editions touch, the latest that reached each level; for `sent`, that was not taken back. */
async function settle(db: Db, ids: readonly string[]): Promise<void> {
  const keys = [
    'indicator_id',
    'span_id',
    'area_id',
    'breakdown_id',
    'plan_version_id',
    'vintage',
    'agency_id',
    'span_to',
  ]
  const key = keys.join(', ')
  const ofRevision = keys.map((column) => `r.${column}`).join(', ')
  const levels = ['sent', 'accepted', 'published'] as const
  const places = ['edition_id', 'kind', 'value'] as const
  const all = levels.flatMap((level) => places.map((place) => ({ level, place, column: `${level}_${place}` })))
  const settled = `
    with latest as (
       select distinct on (${ofRevision}, p.level) ${ofRevision}, p.level, r.edition_id, r.kind, r.value
       from edition_values r
       join editions e on e.id = r.edition_id
       join edition_promotions p on p.edition_id = e.id and p.level <> 'withdrawn'
       where r.edition_id = any($1)
         and not (p.level = 'sent' and exists (
           select 1 from edition_promotions w where w.edition_id = e.id and w.level = 'withdrawn'))
       order by ${ofRevision}, p.level, e.period_end desc, e.version desc, e.sending desc, e.id desc)
     insert into reported_values as held (${key}, ${all.map(({ column }) => column).join(', ')})
     select ${keys.map((column) => asHeld(column, column)).join(', ')},
       ${all.map(({ level, place }) => asHeld(place, `max(${place}) filter (where level = '${level}')`)).join(', ')}
     from latest group by ${key}
     on conflict (${key}) do update set
       ${all.map(({ column }) => `${column} = coalesce(excluded.${column}, held.${column})`).join(', ')}`
  await plannedWith(db, byKey, () => db.query(settled, [ids]))
}
