/** When figures of a table came to be known. */
import { makesWait } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'

export interface MomentsQuery {
  readonly indicatorIds: readonly number[]
  readonly spanIds: readonly number[]
  readonly areaIds: readonly number[]
  readonly level: 'sent' | 'accepted'
  /** Whose figures are known to the reader before their release time. */
  readonly viewerAgencyId: number
}

const waits = makesWait({
  indicator: 'r.indicator_id',
  span: 'r.span_id',
  plan: 'r.plan_version_id',
  at: 'app.now()',
})

/**
 * Instants at which an edition that says something here reached the level, or was withdrawn, or it was decided whose word
 * counts; the latest, in order. Before its release time nobody but its owner is told that a figure has been said.
 */
export async function momentsOf(db: Db, q: MomentsQuery): Promise<string[]> {
  const { rows } = await db.query<{ at: string }>(
    `select latest.at from (
       select distinct date_trunc('second', each.at) + interval '1 second' as at
       from (select p.at from (select distinct r.edition_id from reported_value_revisions r
               where r.indicator_id = any($1) and r.span_id = any($2) and r.area_id = any($3)
                 and (r.agency_id = $5 or not exists (select from releases x where ${waits}))) said
             join edition_promotions p on p.edition_id = said.edition_id
             where p.level in ('accepted', 'published') or $4 = 'sent'
             union all
             select c.at from source_choices c
             where c.indicator_id = any($1) and c.span_id = any($2) and c.area_id = any($3)
             union all
             select o.decided_at from precedences o where o.indicator_id = any($1) and o.decided_by is not null) each
       where each.at <= app.now()
       order by at desc limit 200) latest
     order by latest.at`,
    [q.indicatorIds, q.spanIds, q.areaIds, q.level, q.viewerAgencyId],
  )
  return rows.map(({ at }) => at)
}
