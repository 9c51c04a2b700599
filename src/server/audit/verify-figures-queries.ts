/**
 * The questions of `verify` about figures: what was sent is what was typed and what the journal hashed, and what is read
 * at each level of visibility is what the latest edition at that level said. They name the figure as people know it.
 */
import { digestOfBatchRows, digestOfRows, lineOfRow } from './edition-digest-queries.ts'
import type { Check } from './verify-queries.ts'

const levels = ['sent', 'accepted', 'published'] as const
const columns = 'indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage, agency_id, span_to'.split(', ')
const keyOf = (name: string) => columns.map((column) => `${name}.${column}`).join(', ')
const keyHeld = columns
  .map((column) => (column === 'vintage' ? 'app.vintage_of(v.vintage) as vintage' : `v.${column}`))
  .join(', ')

/** What is read: one row for each level at which a key has a value. */
const held = levels
  .map(
    (level) => `
  select ${keyHeld}, '${level}' as level, v.${level}_edition_id as edition_id, app.kind_of(v.${level}_kind) as kind,
    v.${level}_value as value from reported_values v where v.${level}_edition_id is not null`,
  )
  .join(' union all ')

/** What should be: of the editions that stand at a level the latest, of equal ones any (docs/domain/figure.md). */
const standing = `
  select * from (
    select r.*, p.level, rank() over (partition by ${keyOf('r')}, p.level order by e.period_end desc, e.version desc, e.sending desc)
      from reported_value_revisions r
      join editions e on e.id = r.edition_id
      join edition_promotions p on p.edition_id = e.id and p.level <> 'withdrawn'
     where p.level <> 'sent'
        or not exists (select from edition_promotions w where w.edition_id = e.id and w.level = 'withdrawn')) ranked
   where rank = 1`

/** Laid over each other by grouping, not joined: that stays linear whatever the planner thinks of their sizes. */
const both = `
  select ${columns.join(', ')}, level from (
    select h.*, 1 as held, 0 as standing from (${held}) h
    union all
    select ${keyOf('s')}, s.level, s.edition_id, s.kind, s.value, 0, 1 from (${standing}) s) laid`

/** SQL that names the first of some keys. */
function named(wrong: string): string {
  return `
    with wrong as (select ${keyOf('w')}, w.level from (${wrong}) w order by w.level, ${keyOf('w')} limit 1)
    select format('%s (%s), %s, %s đến %s, %s, %s', i.code, ver.name, a.code, s.from_date, s.to_date, g.code, w.level) as place
      from wrong w
      join indicators i on i.id = w.indicator_id join areas a on a.id = w.area_id
      join spans s on s.id = w.span_id join agencies g on g.id = w.agency_id
      left join lateral (select v.name from indicator_versions v where v.indicator_id = i.id limit 1) ver on true`
}

export const figureChecks: readonly Check[] = [
  {
    says: 'số liệu đã gửi không khớp ô đã nhập',
    sql: `
      select format('submission:%s %s.%s', e.submission_id, v.row_key, v.column_key) as place
        from reported_value_revisions v
        join editions e on e.id = v.edition_id and e.submission_id is not null
        left join cell_revisions r on r.submission_id = e.submission_id and r.version = e.version
              and r.form_version_id = v.form_version_id and r.row_key = v.row_key and r.column_key = v.column_key
              and r.revision = v.cell_revision
       where v.cell_revision is not null and row(v.kind, v.value) is distinct from row(r.kind, r.value)
       order by e.submission_id, v.row_key limit 1`,
  },
  {
    says: 'số liệu của một lần gửi không khớp mã băm trong nhật ký',
    sql: `
      select format('submission:%s bản %s, lần gửi %s', told.submission_id, told.version, told.sending) as place
        from (select (t.p->>'submission')::bigint as submission_id, (t.p->>'version')::int as version,
                     (t.p->'figures'->>'sending')::int as sending, t.p->'figures'->>'digest' as digest
                from (select payload::jsonb as p from audit_entries
                       where payload like '{"action":"send",%' offset 0) t
               where t.p ? 'figures') told
        left join editions e using (submission_id, version, sending)
        left join lateral (
          select coalesce(${digestOfRows}, encode(sha256(''), 'hex')) as digest
            from (select ${lineOfRow} as line from edition_values r where r.edition_id = e.id) said) now on true
       where e.id is null or now.digest <> told.digest order by 1 limit 1`,
  },
  {
    says: 'số liệu nạp hàng loạt không khớp mã băm trong nhật ký',
    sql: `
      select format('lần phát hành %s', coalesce(told.edition_id, b.edition_id)) as place
        from (select split_part(v.object, ':', 2)::bigint as edition_id, v.reason as digest from audit_events v
               where v.action = 'figures.enter' and v.object like 'edition:%' and v.outcome = 'done') told
        full join (select edition_id from figure_batches where edition_id is not null) b using (edition_id)
        left join lateral (
          select ${digestOfBatchRows} as digest from edition_values r where r.edition_id = told.edition_id) now on true
       where b.edition_id is null or now.digest is distinct from told.digest order by 1 limit 1`,
  },
  {
    says: 'số liệu đang công khai không phải giá trị của lần phát hành mới nhất trong lịch sử',
    sql: named(
      `${both} group by ${columns.join(', ')}, level, edition_id, kind, value having sum(held) > sum(standing)`,
    ),
  },
  {
    says: 'số liệu đã phát hành không còn đọc được: dòng đang công khai bị xóa',
    sql: named(`${both} group by ${columns.join(', ')}, level having sum(held) = 0`),
  },
  {
    says: 'lịch sử có số liệu nằm ngoài những gì lần phát hành nói tới',
    sql: named(`
      select ${keyOf('r')}, format('lần phát hành %s', r.edition_id) as level from reported_value_revisions r
        left join edition_slots s using (edition_id, indicator_id, span_id, breakdown_id, span_to)
       where r.area_id = any(s.area_ids) is not true`),
  },
]
