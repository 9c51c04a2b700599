-- The journal: one hash chain per submission; everything else in audit_events, sealed by a job.

create table audit_entries (
  stream  text collate "C" not null,
  seq     bigint not null,
  at      timestamptz not null,
  payload text not null,
  hash    bytea not null,
  primary key (stream, seq)
);
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function app.refuse_change();
comment on table audit_entries is 'Nhật ký theo chuỗi băm của từng báo cáo';
comment on column audit_entries.payload is 'JSON chuẩn tắc, nguyên văn đã băm';
comment on column audit_entries.hash is 'sha256(băm của dòng trước || payload)';

create table audit_heads (
  stream text collate "C" primary key,
  seq    bigint not null,
  hash   bytea not null
);
comment on table audit_heads is 'Đầu chuỗi của mỗi báo cáo';

create table audit_events (
  id         bigint generated always as identity primary key,
  at         timestamptz not null default app.now(),
  request_id text not null default '',
  account_id integer,
  agency_id  integer,
  role       text not null default '',
  address    text not null default '',
  action     text collate "C" not null,
  object     text not null default '',
  outcome    text collate "C" not null check (outcome in ('done', 'refused', 'failed')),
  reason     text not null default ''
);
create index audit_events_at on audit_events (at);
create trigger audit_events_append_only before update or delete on audit_events
  for each row execute function app.refuse_change();
comment on table audit_events is 'Nhật ký chung: đăng nhập, từ chối, kết xuất, quản trị';

create table audit_seals (
  id       bigint generated always as identity primary key,
  from_id  bigint not null,
  to_id    bigint not null,
  at       timestamptz not null default app.now(),
  hash     bytea not null
);
create trigger audit_seals_append_only before update or delete on audit_seals
  for each row execute function app.refuse_change();
comment on table audit_seals is 'Niêm phong từng đoạn nhật ký chung bằng chuỗi băm';
