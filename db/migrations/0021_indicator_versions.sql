-- A change of an indicator is a further version, never an edit: what was known stays readable, and a version saved by
-- mistake is undone by one more. On a day that version holds which was saved last among those valid from that day or
-- before; a version of the reference data has no author and was always known.

alter table indicator_versions
  add column version     integer not null default 1 check (version > 0),
  add column reason      text not null default '',
  add column recorded_by integer references accounts,
  add column recorded_at timestamptz,
  drop constraint indicator_versions_indicator_id_daterange_excl,
  drop constraint indicator_versions_pkey,
  add primary key (indicator_id, version),
  add check (valid_to >= valid_from),
  add check ((recorded_at is null) = (recorded_by is null));
comment on column indicator_versions.version is 'Bản thứ mấy; trong các bản có hiệu lực vào một ngày, bản ghi sau cùng được dùng';
comment on column indicator_versions.reason is 'Vì sao có bản này; trống nếu lấy từ dữ liệu danh mục';
create trigger indicator_versions_append_only before update or delete on indicator_versions
  for each row execute function app.refuse_change();

create table indicator_groups (
  code     text collate "C" primary key,
  name     text collate vi not null,
  position smallint not null unique
);
comment on table indicator_groups is 'Nhóm chỉ tiêu; mã nhóm là phần đầu của mã chỉ tiêu, trước dấu chấm thứ nhất';
