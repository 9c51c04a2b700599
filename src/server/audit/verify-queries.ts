/**
 * The questions of `verify`, each answered by the first record that is not as it was written, or by nothing. The chain
 * comes first: what follows trusts it and lays the tables beside it. Sets, not loops: a million entries take seconds.
 */
import type { Db } from '#server/platform/database.ts'
import { isUnreadable } from '#server/platform/sql-errors.ts'

export interface Check {
  /** What is wrong when a record is found, in the words of whoever reads the report. */
  readonly says: string
  /** Gives the first bad record as `place`. */
  readonly sql: string
}

/** `offset 0` keeps the planner from parsing the JSON again for each member. */
const entered = `
  select e.stream, e.seq, (e.p->>'submission')::bigint as submission_id, (e.p->>'version')::int as version,
         (e.p->>'form')::int as form_version_id, c->>'row' as row_key, c->>'column' as column_key,
         (c->>'revision')::int as revision, c->'value'->>'kind' as kind, (c->'value'->>'value')::numeric as value,
         c->'value'->>'text' as text, c->>'note' as note, (e.p->>'by')::int as entered_by,
         (e.p->>'agency')::int as acting_agency_id
    from (select stream, seq, payload::jsonb as p from audit_entries where payload like '{"action":"enter",%' offset 0) e
   cross join lateral jsonb_array_elements(e.p->'cells') c`

const stepped = `
  select (e.p->>'submission')::bigint as submission_id,
         row_number() over (partition by e.p->>'submission' order by e.seq) as number,
         row((e.p->>'version')::int, e.p->>'action', e.p->>'from', e.p->>'to', (e.p->>'by')::int, (e.p->>'agency')::int,
             e.p->>'role', e.at, e.p->>'reason', e.p->>'contentHash')::text as said
    from (select seq, at, payload::jsonb as p from audit_entries
           where stream like 'submission:%' and payload not like '{"action":"enter",%' offset 0) e`

export const chainCheck: Check = {
  says: 'bản ghi bị sửa, bị xóa giữa chừng, bị chèn hoặc bị đổi chỗ trong nhật ký',
  sql: `
    select e.stream || ' #' || e.seq as place
      from (select stream, seq, hash, payload, row_number() over w as number, lag(hash) over w as previous
              from audit_entries window w as (partition by stream order by seq)) e
     where e.seq <> e.number or e.hash <> sha256(coalesce(e.previous, ''::bytea) || convert_to(e.payload, 'UTF8'))
     order by e.stream, e.seq limit 1`,
}

export const tableChecks: readonly Check[] = [
  {
    says: 'đuôi của chuỗi không khớp đầu chuỗi đã ghi: bản ghi cuối bị xóa hoặc được thêm ngoài hệ thống',
    sql: `
      select coalesce(h.stream, e.stream) || ' #' || coalesce(e.seq, h.seq) as place
        from audit_heads h
        full join (select distinct on (stream) stream, seq, hash from audit_entries order by stream, seq desc) e
          on e.stream = h.stream
       where h.seq is distinct from e.seq or h.hash is distinct from e.hash
       order by coalesce(h.stream, e.stream) limit 1`,
  },
  {
    says: 'giờ của bản ghi nhật ký bị sửa',
    sql: `
      select e.stream || ' #' || e.seq as place from audit_entries e
       where (e.payload::jsonb->>'at')::timestamptz is distinct from e.at order by e.stream, e.seq limit 1`,
  },
  {
    says: 'lịch sử ô không khớp nhật ký: bị sửa, bị xóa hoặc được thêm ngoài hệ thống',
    sql: `
      select format('submission:%s %s.%s rev %s', coalesce(r.submission_id, s.submission_id),
                    coalesce(r.row_key, s.row_key), coalesce(r.column_key, s.column_key), coalesce(r.revision, s.revision)) as place
        from (${entered}) s
        full join cell_revisions r using (submission_id, version, form_version_id, row_key, column_key, revision)
       where s.stream is null or r.kind is null
          or s.stream <> 'submission:' || submission_id
          or row(s.kind, s.value, s.text, s.note, s.entered_by, s.acting_agency_id)
             is distinct from row(r.kind, r.value, r.text, r.note, r.entered_by, r.acting_agency_id)
       order by coalesce(r.submission_id, s.submission_id), coalesce(r.entered_at, '-infinity'), 1 limit 1`,
  },
  {
    says: 'giá trị đang có của ô không phải lần sửa cuối trong lịch sử',
    sql: `
      select format('submission:%s %s.%s rev %s', submission_id, row_key, column_key, coalesce(c.revision, r.revision)) as place
        from cells c
        full join (select distinct on (submission_id, version, form_version_id, row_key, column_key) * from cell_revisions
                    order by submission_id, version, form_version_id, row_key, column_key, revision desc) r
       using (submission_id, version, form_version_id, row_key, column_key)
       where row(c.revision, c.kind, c.value, c.text, c.note) is distinct from row(r.revision, r.kind, r.value, r.text, r.note)
       order by 1 limit 1`,
  },
  {
    says: 'bước đi của báo cáo không khớp nhật ký',
    sql: `
      select format('submission:%s bước %s', submission_id, number) as place
        from (${stepped}) e
        full join (select t.submission_id, row_number() over (partition by t.submission_id order by t.id) as number,
                          row(t.version, t.verb, t.from_state, t.to_state, t.account_id, t.agency_id, t.role, t.at,
                              t.reason, t.content_hash)::text as done
                     from submission_steps t) s using (submission_id, number)
       where e.said is distinct from s.done order by submission_id, number limit 1`,
  },
  {
    says: 'trạng thái, giờ gửi hoặc số văn bản của báo cáo không khớp nhật ký',
    sql: `
      with told as (
        select (e.p->>'submission')::bigint as id, (array_agg(e.p->>'to' order by e.seq desc))[1] as state,
               min(e.at) filter (where e.p->>'action' = 'send') as first_sent_at,
               (array_agg(row(e.p->>'documentNumber', (e.p->>'documentDate')::date)::text order by e.seq desc)
                 filter (where e.p->>'documentNumber' is not null))[1] as document
          from (select seq, at, payload::jsonb as p from audit_entries
                 where stream like 'submission:%' and payload not like '{"action":"enter",%' offset 0) e
         group by 1)
      select format('submission:%s', s.id) as place from submissions s left join told t using (id)
       where s.state <> coalesce(t.state, 'draft') or s.first_sent_at is distinct from t.first_sent_at
          or s.is_late <> coalesce(s.first_sent_at >= s.due_at, false)
          or row(s.document_number, s.document_date)::text <> t.document
       order by s.id limit 1`,
  },
  {
    says: 'bản tổng hợp đã chốt không khớp nhật ký hoặc mã băm của nó',
    sql: `
      select coalesce(e.stream, v.stream) || ' bản ' || coalesce(e.version, v.version) as place
        from (select stream, (payload::jsonb->>'version')::int as version, at,
                     row(payload::jsonb->>'reading', payload::jsonb->>'contentHash', payload::jsonb->>'reason',
                         (payload::jsonb->>'by')::int, (payload::jsonb->>'agency')::int)::text as said
                from audit_entries where stream like 'consolidation:%' and payload like '{"action":"pin",%') e
        full join (select format('consolidation:%s:%s', r.code, c.period) as stream, c.version, c.at,
                          row(c.reading, encode(sha256(convert_to(c.content, 'UTF8')), 'hex'), c.note, c.account_id,
                              c.agency_id)::text as kept
                     from consolidated_versions c join regimes r on r.id = c.regime_id) v using (stream, version)
       where e.said is distinct from v.kept or e.at is distinct from v.at
       order by coalesce(e.stream, v.stream), coalesce(e.version, v.version) limit 1`,
  },
  {
    says: 'bước đi của bản tổng hợp không khớp nhật ký hoặc không trên đúng nội dung của bản',
    sql: `
      select coalesce(e.stream, s.stream) || ' bước ' || coalesce(e.number, s.number) as place
        from (select stream, row_number() over (partition by stream order by seq) as number,
                     row(p->>'version', p->>'action', p->>'from', p->>'to', p->>'by', p->>'agency', p->>'role', at,
                         p->>'reason', p->>'contentHash', coalesce(p->>'documentNumber', ''), p->>'documentDate',
                         (p->>'dueAt')::timestamptz)::text as said
                from (select stream, seq, at, payload::jsonb as p from audit_entries
                       where stream like 'consolidation:%' and payload not like '{"action":"pin",%' offset 0) told) e
        full join (select format('consolidation:%s:%s', r.code, v.period) as stream,
                          row_number() over (partition by v.regime_id, v.period order by s.id) as number,
                          row(v.version, s.verb, s.from_state, s.to_state, s.account_id, s.agency_id, s.role, s.at,
                              s.reason, v.content_hash, s.document_number, s.document_date, s.due_at)::text as done,
                          s.content_hash = v.content_hash as is_same
                     from consolidated_version_steps s join consolidated_versions v on v.id = s.version_id
                     join regimes r on r.id = v.regime_id) s using (stream, number)
       where e.said is distinct from s.done or not s.is_same
       order by coalesce(e.stream, s.stream), coalesce(e.number, s.number) limit 1`,
  },
  {
    says: 'nội dung đã trình không khớp mã băm của nó',
    sql: `
      select format('submission:%s bản %s', s.submission_id, s.version) as place from submission_snapshots s
       where encode(sha256(convert_to(s.content, 'UTF8')), 'hex') <> s.content_hash
       order by s.submission_id, s.version limit 1`,
  },
]

/** Where the record stands, or undefined when all is well. An entry that cannot be read any more counts as found. */
export async function findFault(db: Db, check: Check): Promise<string | undefined> {
  try {
    const { rows } = await db.query<{ place: string }>(check.sql)
    return rows[0]?.place
  } catch (error) {
    if (isUnreadable(error)) return 'bản ghi nhật ký không đọc được'
    throw error
  }
}

/** For this transaction a statement may take as long as it takes. */
export async function takeTime(db: Db): Promise<void> {
  await db.query('set local statement_timeout = 0')
}

export interface Extent {
  readonly streams: number
  readonly entries: number
  readonly events: number
}

export async function extentOf(db: Db): Promise<Extent> {
  const { rows } = await db.query<Extent>(
    `select (select count(*)::int from audit_heads) as streams, (select count(*)::int from audit_entries) as entries,
            (select count(*)::int from audit_events) as events`,
  )
  return rows[0] ?? { streams: 0, entries: 0, events: 0 }
}
