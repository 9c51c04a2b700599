/**
 * How far back the feed goes. Changes are kept seven days, longer than a weekend with a holiday; what went is told by the
 * floor, the position of the last one forgotten. A reader from below it has missed something and must read anew, and so
 * must one from a position this database has not come to: it comes from before a restore.
 */
import type { Db } from './database.ts'
import type { Position } from './feed.ts'

const batch = 10_000

/** To be asked after reading on from the position: what is forgotten meanwhile then shows. */
export async function isForgotten(db: Db, { transaction, id }: Position): Promise<boolean> {
  const { rows } = await db.query<{ isForgotten: boolean }>(
    `select (f.transaction, f.id) > ($1::text::xid8, $2::bigint)
         or $1::text::xid8 > pg_snapshot_xmin(pg_current_snapshot()) as "isForgotten"
       from changes_floor f`,
    [String(transaction), String(id)],
  )
  return rows[0]?.isForgotten ?? false
}

/** Forgets a batch, oldest position first, up to the first change that is young enough; true while there may be more. */
export async function forgetOldChanges(db: Db): Promise<boolean> {
  const { rows } = await db.query<{ count: number }>(
    `with kept as (
       select c.transaction, c.id from changes c where c.at >= app.now() - interval '7 days'
        order by c.transaction, c.id limit 1),
     gone as (
       delete from changes c using (
         select o.transaction, o.id from changes o
          where not exists (select from kept) or (o.transaction, o.id) < (select k.transaction, k.id from kept k)
          order by o.transaction, o.id limit $1) old
        where c.transaction = old.transaction and c.id = old.id returning c.transaction, c.id),
     moved as (
       update changes_floor f set transaction = last.transaction, id = last.id
         from (select g.transaction, g.id from gone g order by g.transaction desc, g.id desc limit 1) last)
     select count(*)::int as count from gone`,
    [batch],
  )
  return rows[0]?.count === batch
}
