-- Where sources differ, somebody decides with a reason: for one figure here, or for the indicator from a day on in
-- `precedences`, which then says who decided. Nothing is overwritten: a later row holds, and one without an agency reopens.

create table source_choices (
  id           bigint generated always as identity primary key,
  indicator_id integer not null references indicators,
  area_id      integer not null references areas,
  span_id      integer not null references spans,
  breakdown_id integer not null default 0 references breakdowns,
  agency_id    integer references agencies,
  reason       text not null check (reason <> ''),
  account_id   integer not null references accounts,
  acting_agency_id integer not null references agencies,
  at           timestamptz not null
);
create index source_choices_place on source_choices (indicator_id, span_id, area_id, breakdown_id, id);
create trigger source_choices_append_only before update or delete on source_choices
  for each row execute function app.refuse_change();
comment on table source_choices is 'Chọn nguồn cho một số liệu khi các cơ quan báo khác nhau, chỉ thêm; dòng sau cùng có hiệu lực';
comment on column source_choices.agency_id is 'Cơ quan được chọn; trống là bỏ lựa chọn trước';

alter table precedences
  add column decided_by integer references accounts,
  add column decided_at timestamptz;
comment on column precedences.decided_by is 'Ai quyết định thứ tự này; trống nếu có từ danh mục';
