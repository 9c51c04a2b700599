-- Views of the data explorer that people keep: the definition of a table as text, never its figures. A view belongs to a
-- person acting for an agency; deleting hides it, so that it can be taken back.

create table saved_views (
  id         bigint generated always as identity primary key,
  account_id integer not null references accounts,
  agency_id  integer not null references agencies,
  name       text collate vi not null check (name = btrim(name) and length(name) between 1 and 200),
  definition text collate "C" not null,
  sharing    text collate "C" not null check (sharing in ('private', 'agency', 'province')),
  revision   integer not null default 1,
  edited_at  timestamptz not null default app.now(),
  deleted_at timestamptz
);
create index saved_views_owner on saved_views (account_id, agency_id) where deleted_at is null;
create index saved_views_shared on saved_views (agency_id) where deleted_at is null and sharing <> 'private';
comment on table saved_views is 'Bảng tra cứu đã lưu: định nghĩa của bảng, không giữ số liệu';
comment on column saved_views.definition is 'Một dòng chữ nói bảng gồm gì (core/table/definition-text.ts)';
comment on column saved_views.sharing is 'Ai xem được: chỉ người lập, cơ quan của người lập, cả tỉnh';
