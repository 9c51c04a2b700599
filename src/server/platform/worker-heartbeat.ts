/**
 * Who works on jobs, and who has fallen silent. Every worker process tells that it lives; whoever looks next gives the
 * jobs of a silent one back to the queue. A worker that was only slow may then see its job run twice, which handlers allow.
 */
import { hostname } from 'node:os'
import type { Db } from './database.ts'

export interface Heartbeat {
  readonly everyMs: number
  readonly deadAfterSeconds: number
}

export const usualHeartbeat: Heartbeat = { everyMs: 5_000, deadAfterSeconds: 30 }

export async function beat(db: Db, id: string): Promise<void> {
  await db.query(
    `insert into job_workers (id, host, pid) values ($1, $2, $3)
     on conflict (id) do update set beat_at = clock_timestamp()`,
    [id, hostname(), process.pid],
  )
}

export async function leave(db: Db, id: string): Promise<void> {
  await db.query('delete from job_workers where id = $1', [id])
}

/** Gives back what silent workers hold, those too that died before their first beat. Returns their names. */
export async function releaseSilent(db: Db, deadAfterSeconds: number): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    `with silent as (
       delete from job_workers where beat_at < clock_timestamp() - make_interval(secs => $1) returning id
     ), holders as (
       select j.locked_by as id, j.locked_at from graphile_worker._private_jobs j where j.locked_by is not null
       union all
       select q.locked_by, q.locked_at from graphile_worker._private_job_queues q where q.locked_by is not null
     ), unknown as (
       select h.id from holders h
       where h.locked_at < clock_timestamp() - make_interval(secs => $1)
         and not exists (select 1 from job_workers w where w.id = h.id)
     )
     select id from silent union select id from unknown`,
    [deadAfterSeconds],
  )
  const ids = rows.map((row) => row.id)
  if (ids.length > 0) await db.query('select graphile_worker.force_unlock_workers($1::text[])', [ids])
  return ids
}
