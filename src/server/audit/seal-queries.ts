/**
 * Seals over the general journal: each covers a stretch of events and the seal before it, so that no event of a sealed
 * stretch can be changed, deleted or added unseen.
 */
import type { Db } from '#server/platform/database.ts'

/** One text for a stretch of events, whatever the time zone of the session. */
const eventsText = (from: string, to: string) => `
  (select string_agg(jsonb_build_array(e.id, extract(epoch from e.at), e.request_id, e.account_id, e.agency_id, e.role,
            e.address, e.action, e.object, e.outcome, e.reason)::text, E'\\n' order by e.id)
     from audit_events e where e.id >= ${from} and e.id <= ${to})`

/**
 * Seals what is older than a while: by then no transaction can still add an event with a lower id. Returns whether
 * there was anything to seal.
 */
export async function sealEvents(db: Db, olderThanSeconds: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `with last as (select coalesce(max(to_id), 0) as id, coalesce((array_agg(hash order by id desc))[1], ''::bytea) as hash
                     from audit_seals),
     stretch as (select last.id + 1 as from_id, max(e.id) as to_id, last.hash
                   from last join audit_events e on e.id > last.id and e.at < app.now() - make_interval(secs => $1)
                  group by last.id, last.hash)
     insert into audit_seals (from_id, to_id, hash)
     select s.from_id, s.to_id, sha256(s.hash || convert_to(${eventsText('s.from_id', 's.to_id')}, 'UTF8')) from stretch s`,
    [olderThanSeconds],
  )
  return rowCount === 1
}

/** The first stretch that is not as it was sealed. */
export const sealCheck = {
  says: 'nhật ký chung bị sửa, bị xóa hoặc được thêm sau khi niêm phong',
  sql: `
    select format('sự kiện %s–%s', s.from_id, s.to_id) as place
      from (select id, from_id, to_id, hash, coalesce(lag(hash) over w, ''::bytea) as previous,
                   coalesce(lag(to_id) over w, 0) as previous_to
              from audit_seals window w as (order by id)) s
     where s.from_id <> s.previous_to + 1
        or s.hash <> sha256(s.previous || convert_to(coalesce(${eventsText('s.from_id', 's.to_id')}, ''), 'UTF8'))
     order by s.id limit 1`,
}

/** Where a chain stood, or the seals under the name `events`. */
export interface Head {
  readonly stream: string
  readonly seq: string
  readonly hash: string
}

export async function presentHeads(db: Db): Promise<readonly Head[]> {
  const { rows } = await db.query<Head>(
    `select stream, seq::text, encode(hash, 'hex') as hash from audit_heads
     union all
     (select 'events', id::text, encode(hash, 'hex') from audit_seals order by id desc limit 1)
     order by stream`,
  )
  return rows
}

/** The first of these that the database no longer has as it was. */
export async function missingHead(db: Db, heads: readonly Head[]): Promise<Head | undefined> {
  const { rows } = await db.query<Head>(
    `select a.stream, a.seq, a.hash
       from unnest($1::text[], $2::text[], $3::text[]) with ordinality as a (stream, seq, hash, number)
       left join audit_entries e on e.stream = a.stream and e.seq = a.seq::bigint
       left join audit_seals s on a.stream = 'events' and s.id = a.seq::bigint
      where coalesce(e.hash, s.hash) is distinct from decode(a.hash, 'hex')
      order by a.number limit 1`,
    [heads.map(({ stream }) => stream), heads.map(({ seq }) => seq), heads.map(({ hash }) => hash)],
  )
  return rows[0]
}
