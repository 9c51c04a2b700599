/** When figures of a table came to be known. */
import type { Db } from '../platform/database.ts'

export interface MomentsQuery {
  readonly indicatorIds: readonly number[]
  readonly spanIds: readonly number[]
  readonly areaIds: readonly number[]
  readonly level: 'sent' | 'accepted'
}

/** Instants at which an edition that says something here reached the level, or was withdrawn; the latest, in order. */
export async function momentsOf(db: Db, q: MomentsQuery): Promise<string[]> {
  const { rows } = await db.query<{ at: string }>(
    `select latest.at from (
       select distinct date_trunc('second', p.at) + interval '1 second' as at
       from (select distinct r.edition_id from reported_value_revisions r
             where r.indicator_id = any($1) and r.span_id = any($2) and r.area_id = any($3)) said
       join edition_promotions p on p.edition_id = said.edition_id
       where p.at <= app.now() and (p.level in ('accepted', 'published') or $4 = 'sent')
       order by at desc limit 200) latest
     order by latest.at`,
    [q.indicatorIds, q.spanIds, q.areaIds, q.level],
  )
  return rows.map(({ at }) => at)
}
