/** SQL of what may have moved a pinned version, without evaluating its table. */
import type { Db } from '../platform/database.ts'
import { byKey, plannedWith } from '../platform/planner-settings.ts'

export interface LatestVersionRow {
  readonly period: string
  readonly version: number
  readonly reading: 'accepted' | 'provisional'
  readonly at: string
}

/** Of each period and reading, the newest period first: one «tạm tính» does not stand for what is on its way. */
export async function latestVersions(db: Db, regimeId: number): Promise<LatestVersionRow[]> {
  const { rows } = await db.query<LatestVersionRow>(
    `select distinct on (v.period, v.reading) v.period, v.version, v.reading, v.at from consolidated_versions v
     where v.regime_id = $1 order by v.period desc, v.reading, v.version desc`,
    [regimeId],
  )
  return rows
}

export interface Pinned {
  readonly regimeId: number
  readonly period: string
  readonly at: string
  /** First day of the year before, and last day, of what its table reads; plans reach to the end of the year. */
  readonly first: string
  readonly last: string
  readonly now: string
}

/**
 * A text that is another whenever something has happened since the pinning that the version may rest on: a promotion of
 * figures that the table may read, an adjustment, a settled source, an order of sources, a formula, a release. '' where
 * nothing has. Counted, and from an hour before the pinning on, so that what was committed late is not passed over.
 * `offset 0`: edition by edition; joined, the planner would read the values of every edition first.
 */
export async function movesSince(db: Db, p: Pinned): Promise<string> {
  const moves = `
    with pinned as (select $3::timestamptz - interval '1 hour' as after),
     moved as (
       select 'p' as what, count(*) as times from edition_promotions e
       where e.at >= (select after from pinned) and exists (
         select from edition_values r
         where r.edition_id = e.edition_id and r.span_to >= $4::date
           and r.span_to <= case when r.plan_version_id = 0 then $5::date
             else (date_trunc('year', $5::date) + interval '1 year - 1 day')::date end offset 0)
       union all select 'a', count(*) from adjustments a where a.regime_id = $1 and a.period = $2 and a.at >= (select after from pinned)
       union all select 's', count(*) from source_choices c where c.at >= (select after from pinned)
       union all select 'o', count(*) from precedences o where o.decided_at >= (select after from pinned)
       union all select 'i', count(*) from indicator_versions i where i.recorded_at >= (select after from pinned)
       union all select 'r', count(*) from releases r where r.released_at >= $3 and r.released_at <= $6)
     select coalesce(string_agg(m.what || m.times, ' ' order by m.what), '') as moves from moved m where m.times > 0`
  const values = [p.regimeId, p.period, p.at, p.first, p.last, p.now]
  const { rows } = await plannedWith(db, byKey, () => db.query<{ moves: string }>(moves, values))
  return rows[0]?.moves ?? ''
}
