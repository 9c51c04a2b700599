-- The figure in two layers. reported_values: what each agency says, with its sent, accepted and published value.
-- reported_value_revisions: the append-only history behind it. The figure of record is precedence applied at read.
-- An edition is one sending (or one import) of a set of values; it is promoted up the ladder of visibility as a whole.

create table editions (
  id            bigint generated always as identity primary key,
  agency_id     integer not null references agencies,
  submission_id bigint references submissions,
  version       integer not null default 1,
  sending       integer not null default 1,
  period_end    date not null,
  origin        text collate "C" not null check (origin in ('typed', 'imported', 'received', 'computed', 'reference')),
  source        text not null default '',
  confidence    text not null default '',
  unique (submission_id, version, sending)
);
comment on table editions is 'Lần phát hành số liệu: một lần gửi hay một lần nạp';
comment on column editions.period_end is 'Ngày cuối kỳ báo cáo: bản của kỳ sau thay bản của kỳ trước, không theo giờ ghi';

create table edition_promotions (
  edition_id bigint not null references editions,
  level      text collate "C" not null check (level in ('sent', 'accepted', 'published', 'withdrawn')),
  at         timestamptz not null,
  primary key (edition_id, level)
);
create trigger edition_promotions_append_only before update or delete on edition_promotions
  for each row execute function app.refuse_change();
comment on table edition_promotions is 'Nấc thang công khai của từng lần phát hành: đã gửi, đã tiếp nhận, đã công bố, đã rút';

create table reported_values (
  indicator_id    integer not null,
  span_id         integer not null,
  area_id         integer not null,
  breakdown_id    integer not null,
  plan_version_id integer not null,
  vintage         text collate "C" not null check (vintage in ('plan', 'estimate', 'preliminary', 'official')),
  agency_id       integer not null,
  span_to         date not null,
  sent_edition_id      bigint,
  sent_kind            text collate "C",
  sent_value           numeric(24, 6),
  accepted_edition_id  bigint,
  accepted_kind        text collate "C",
  accepted_value       numeric(24, 6),
  published_edition_id bigint,
  published_kind       text collate "C",
  published_value      numeric(24, 6),
  primary key (indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage, agency_id, span_to)
    include (accepted_kind, accepted_value, sent_kind, sent_value),
  check ((plan_version_id = 0) = (vintage <> 'plan'))
) partition by range (span_to);
comment on table reported_values is 'Giá trị báo cáo: mỗi khóa số liệu × cơ quan một dòng, kèm giá trị ở từng nấc công khai';

create table reported_value_revisions (
  indicator_id    integer not null,
  span_id         integer not null,
  area_id         integer not null,
  breakdown_id    integer not null,
  plan_version_id integer not null,
  vintage         text collate "C" not null,
  agency_id       integer not null,
  span_to         date not null,
  edition_id      bigint not null,
  kind            text collate "C" not null check (kind in
    ('number', 'absent', 'nothing', 'notApplicable', 'text', 'date', 'choice', 'range', 'atLeast', 'atMost')),
  value           numeric(24, 6),
  upper_value     numeric(24, 6),
  text            text,
  note            text not null default '',
  entered_by      integer,
  entered_at      timestamptz,
  acting_agency_id integer,
  form_version_id integer,
  row_key         text collate "C",
  column_key      text collate "C",
  cell_revision   integer,
  primary key (indicator_id, span_id, area_id, breakdown_id, plan_version_id, vintage, agency_id, edition_id, span_to)
) partition by range (span_to);
comment on table reported_value_revisions is 'Lịch sử giá trị báo cáo, chỉ thêm, kèm nguồn gốc đến từng ô';

do $$
begin
  for year in 2010..2040 loop
    execute format('create table reported_values_%s partition of reported_values for values from (%L) to (%L)
      with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02)',
      year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
    execute format('create table reported_value_revisions_%s partition of reported_value_revisions for values from (%L) to (%L)',
      year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
  end loop;
end $$;
create trigger reported_value_revisions_append_only before update or delete on reported_value_revisions
  for each row execute function app.refuse_change();
create index reported_value_revisions_edition on reported_value_revisions (edition_id);
