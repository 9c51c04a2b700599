/** The statements behind `many-figures.ts`, in the order in which they run. Everything is drawn from hashes of the keys. */

export const settings = [
  `set statement_timeout = 0`,
  `set lock_timeout = 0`,
  `set idle_in_transaction_session_timeout = 0`,
  `set synchronous_commit = off`,
  `set work_mem = '512MB'`,
  `set maintenance_work_mem = '1GB'`,
  `set temp_buffers = '256MB'`,
]

/** $1: the first year, $2: how many. The report of one month more brings the last preliminary values. */
export const makeMonths = `
  create temp table months as
  select n, (make_date($1::int, 1, 1) + make_interval(months => n - 1))::date as from_date,
         (make_date($1::int, 1, 1) + make_interval(months => n))::date - 1 as to_date
    from generate_series(1, 12 * $2::int + 1) n`

export const makeSpans = `
  insert into spans (calendar, from_date, to_date)
  select 'statistical', m.from_date, m.to_date from months m
  union
  select 'statistical', date_trunc('year', m.from_date)::date, m.to_date from months m
  on conflict do nothing`

const filled = `
  (select i.id, i.owner_agency_id, v.decimals, v.nature, v.area_aggregation = 'sum' as adds_up
     from indicators i join indicator_versions v on v.indicator_id = i.id and v.valid_to is null
    where v.value_kind = 'number' and v.formula = '' and i.owner_agency_id is not null)`

/**
 * Rows without any commune, and rows of one series of all communes; a 64th is never said, three quarters said twice.
 * $1: how many years.
 */
export const sizes = `
  select round((count(*) * (11 * 1.75 + 1) + count(*) filter (where adds_up and id % 5 = 0) * 9 * 1.75) * 12 * $1::int * 63 / 64)::int as least,
         round(157 * 1.75 * 12 * $1::int * 63 / 64)::int as series
    from ${filled} i`

/** The first of the components before all others: it is what is read. */
const communeSeries = `
  (select i.*, b as breakdown_id from ${filled} i cross join generate_series(0, 99) b
    where i.adds_up order by b <> 1, b, i.id limit $1)`

export const makeBreakdowns = `
  insert into breakdowns (id, code, name)
  select b, 'thanh-phan-' || b, 'Thành phần ' || b
    from generate_series(1, (select max(s.breakdown_id) from ${communeSeries} s)) b
  on conflict do nothing`

/** Who says what about where, and about how much. */
export const makeSeries = `
  create temp table series as
  select s.*, case when s.nature = 'rate' then 95 + abs(hashint8(s.indicator_id)) % 20
              else s.weight * (0.5 + abs(hashint8(s.indicator_id::bigint * 100000 + s.area_id)) % 1000 / 1000.0)
                * power(10, 1 + abs(hashint8(s.indicator_id)) % 3000 / 1000.0) end::float8 as size
    from (
      select i.id as indicator_id, 0 as breakdown_id, a.id as area_id, i.owner_agency_id as reporter_id, i.decimals, i.nature,
             case a.level when 'province' then 157 else 17 end as weight, false as is_to_date
        from ${filled} i join areas a on a.level in ('province', 'unallocated', 'district')
      union all
      select i.id, 0, a.id, i.owner_agency_id, i.decimals, i.nature, 157, true
        from ${filled} i join areas a on a.level = 'province'
      union all
      select i.id, 0, g.area_id, g.id, i.decimals, i.nature, 17, false
        from ${filled} i join agencies g on g.area_id is not null
        join areas a on a.id = g.area_id and a.level = 'district'
       where i.adds_up and i.id % 5 = 0
      union all
      select i.id, i.breakdown_id, a.id, g.id, i.decimals, i.nature, 1, false
        from ${communeSeries} i join areas a on a.level = 'commune'
        join area_parents p on p.area_id = a.id and p.valid_to is null
        join agencies g on g.area_id = p.parent_id) s`

/** A report of every agency every month, with a second version every sixth; older than a year: published. */
export const makeEditions = [
  `create temp table made_editions as
   select nextval(pg_get_serial_sequence('editions', 'id')) as id, g.agency_id, m.n as month, m.to_date as period_end,
          v.version, m.n < (select max(n) - 12 from months) as is_published, m.to_date - interval '8 days 3 hours' + (v.version - 1) * interval '40 days' as sent_at,
          (select min(r.account_id) from account_roles r where r.agency_id = g.agency_id and r.role = 'reporter') as entered_by
     from (select distinct reporter_id as agency_id from series) g
    cross join months m join (values (1), (2)) v (version) on v.version = 1 or m.n % 6 = 0`,
  `insert into editions (id, agency_id, version, period_end, origin, source)
   overriding system value
   select e.id, e.agency_id, e.version, e.period_end, 'imported', to_char(e.period_end, '"Báo cáo tháng "MM/YYYY') from made_editions e`,
  `insert into edition_promotions (edition_id, level, at)
   select e.id, l.level, e.sent_at + l.after
     from made_editions e
     join (values ('sent', interval '0'), ('accepted', interval '1 day'), ('published', interval '9 days')) l (level, after)
       on l.level <> 'published' or e.is_published`,
  `analyze made_editions`,
  `analyze series`,
  `create temp table known as
   select indicator_id, span_id, area_id, breakdown_id, app.vintage_of(vintage) as vintage, agency_id
     from reported_values where plan_version_id = 0`,
  `analyze known`,
  `create temp table made (indicator_id int, span_id int, area_id int, breakdown_id int, vintage text collate "C", agency_id int,
     span_to date, edition_id bigint, kind text, value numeric(24, 6), row_number int, entered_by int, entered_at timestamptz,
     is_published boolean, correction_id bigint, corrected_value numeric(24, 6))`,
]

/** Both the indexes and what makes them again; a partitioned table's own definition would leave its partitions out. */
export const indexes = `
  select case when c.oid is null then format('drop index %s', i.indexrelid::regclass)
              else format('alter table %s drop constraint %I', i.indrelid::regclass, c.conname) end as drop,
         case when c.oid is null then replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
              else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end as create
    from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
   where i.indrelid in ('reported_values'::regclass, 'reported_value_revisions'::regclass)
   order by c.oid is not null`

/** Which report brings which span in which vintage: a row for every agency, month and vintage. */
export const makeReports = `
  create temp table reports as
  select m.n, m.to_date, (1 + m.n * 0.004) * (1 + 0.15 * sin(m.n * pi() / 6)) as season, v.vintage, v.later, month.id as month_span_id, to_date.id as to_date_span_id, e.agency_id, e.id as edition_id,
         e.entered_by, e.sent_at - interval '5 hours' as entered_at, e.is_published, c.id as correction_id
    from months m
    join (values ('estimate', 0), ('preliminary', 1)) v (vintage, later) on true
    join spans month on (month.calendar, month.from_date, month.to_date) = ('statistical', m.from_date, m.to_date)
    join spans to_date on (to_date.calendar, to_date.from_date, to_date.to_date)
           = ('statistical', date_trunc('year', m.from_date)::date, m.to_date)
    join made_editions e on e.month = m.n + v.later and e.version = 1
    left join made_editions c on c.agency_id = e.agency_id and c.month = e.month and c.version = 2
   where m.n < (select max(n) from months)`

/** `offset 0` keeps what is drawn from being drawn anew at each mention. */
const drawn = `
  (select s.*, r.*, abs(hashint8((s.indicator_id::bigint * 100000 + s.area_id) * 10000000000
                                 + s.breakdown_id * 1000000 + r.n * 10 + r.later)::bigint) as chance
     from reports r
     join series s on s.reporter_id = r.agency_id and (r.later = 0 or (s.indicator_id % 4 <> 0 and not s.is_to_date))
      and not (s.is_to_date and r.month_span_id = r.to_date_span_id)
    where r.to_date >= make_date($1, 1, 1) and r.to_date < make_date($1 + 1, 1, 1) offset 0)`

const said = `
  (select d.*, case when d.is_to_date then d.to_date_span_id else d.month_span_id end as span_id,
          case when d.chance % 97 = 0 then 'absent' when d.chance % 89 = 0 then 'nothing' else 'number' end as kind,
          round((d.size * d.season * (0.9 + d.chance % 1000 / 5000.0)
                 * case when d.is_to_date then extract(month from d.to_date) else 1 end)::numeric, d.decimals) as value
     from ${drawn} d where d.chance % 64 <> 0 offset 0)`

/** $1: the year. In the order in which reports come in: by month, agency, then as the form has its rows. */
export const makeYear = `
  insert into made
  select s.indicator_id, s.span_id, s.area_id, s.breakdown_id, s.vintage, s.agency_id, s.to_date, s.edition_id, s.kind,
         case s.kind when 'number' then s.value end, s.area_id, s.entered_by, s.entered_at, s.is_published,
         case when s.chance % 10 = 0 then s.correction_id end,
         case s.kind when 'number' then round(s.value * 1.01, s.decimals) end
    from ${said} s
   where not exists (select from known k
       where k.indicator_id = s.indicator_id and k.span_id = s.span_id and k.area_id = s.area_id
         and k.breakdown_id = s.breakdown_id and k.vintage = s.vintage and k.agency_id = s.agency_id)
   order by s.n, s.agency_id, s.indicator_id, s.breakdown_id, s.area_id`

const key = 'indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage, agency_id, span_to'
const keyOfMade = (vintage: string) =>
  `m.indicator_id, m.span_id, m.area_id, m.breakdown_id, 0, ${vintage}, m.agency_id, m.span_to`
const holds = (when: string) =>
  `case when ${when} then coalesce(m.correction_id, m.edition_id) end, case when ${when} then app.kind_letter(m.kind) end,
   case when ${when} and m.kind = 'number' then case when m.correction_id is null then m.value else m.corrected_value end end`

const revision = (edition: string, value: string) => `
  insert into reported_value_revisions (${key}, edition_id, kind, value, entered_by, entered_at, acting_agency_id, row_key, column_key)
  select ${keyOfMade('m.vintage')}, ${edition}, m.kind, ${value}, m.entered_by, m.entered_at, m.agency_id, m.row_number::text, m.vintage from made m`

const slots = (edition: string) => `
  insert into edition_slots
  select ${edition}, m.indicator_id, m.span_id, m.breakdown_id, m.span_to, array_agg(distinct m.area_id order by m.area_id)
    from made m where ${edition} is not null group by 1, 2, 3, 4, 5`

export const keepYear = [
  slots('m.edition_id'),
  slots('m.correction_id'),
  revision('m.edition_id', 'm.value'),
  `${revision('m.correction_id', 'm.corrected_value')} where m.correction_id is not null`,
  `insert into reported_values (${key}, sent_edition_id, sent_kind, sent_value, accepted_edition_id, accepted_kind, accepted_value,
     published_edition_id, published_kind, published_value)
   select ${keyOfMade('app.vintage_letter(m.vintage)')}, ${holds('true')}, ${holds('true')}, ${holds('m.is_published')} from made m`,
  `insert into indicator_breakdowns select distinct m.indicator_id, m.breakdown_id from made m where m.breakdown_id <> 0
   on conflict do nothing`,
  `truncate made`,
]

export const settle = [
  `vacuum (analyze) reported_values, reported_value_revisions, editions, edition_slots, edition_promotions, spans, breakdowns`,
]

export const told = `
  select (select count(*)::int from reported_values) as figures, (select count(*)::int from reported_value_revisions) as revisions,
         (select sum(pg_total_relation_size(t.relid))::float8
            from (select relid from pg_partition_tree('reported_values')
                  union all select relid from pg_partition_tree('reported_value_revisions')) t) as bytes`
