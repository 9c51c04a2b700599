-- A pinned version of a period's consolidated table: every cell, and the edition of every figure it was made of. It is
-- kept as the very text whose hash was seen by whoever pinned it, and never changes; recomputing makes another version.

create table consolidated_versions (
  id           bigint generated always as identity primary key,
  regime_id    integer not null references regimes,
  period       text collate "C" not null,
  version      integer not null check (version >= 1),
  reading      text collate "C" not null check (reading in ('accepted', 'provisional')),
  content      text not null,
  content_hash text collate "C" not null,
  changes      text not null,
  note         text not null default '',
  account_id   integer not null references accounts,
  agency_id    integer not null references agencies,
  at           timestamptz not null,
  unique (regime_id, period, version),
  foreign key (regime_id, period) references consolidations
);
create trigger consolidated_versions_append_only before update or delete on consolidated_versions
  for each row execute function app.refuse_change();
comment on table consolidated_versions is 'Bản tổng hợp đã chốt: nguyên văn nội dung với bản của từng số đã lấy, chỉ thêm';
comment on column consolidated_versions.content is 'JSON chuẩn tắc, nguyên văn đã băm';
comment on column consolidated_versions.changes is 'Khác bản chốt trước ở những ô nào, JSON chuẩn tắc';
