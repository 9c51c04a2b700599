-- Three promises the database keeps from now on: an agency gives a document number once a year; the answer to a repeated
-- request goes to whoever still holds the rights it was given under; a reader of the feed learns when what it missed is
-- no longer kept.

-- Numbers given twice before this rule keep standing as the documents bear them: they have no year here.
alter table submissions add column document_year smallint;
comment on column submissions.document_year is
  'Năm của sổ văn bản đi, do cơ sở dữ liệu ghi; trống nếu chưa phát hành, hoặc số đã bị dùng trùng từ trước';

update submissions s set document_year = extract(year from s.document_date)
 where s.document_number <> '' and not exists (
   select from submissions o
    where o.agency_id = s.agency_id and o.id < s.id and o.document_number <> ''
      and extract(year from o.document_date) = extract(year from s.document_date)
      and upper(regexp_replace(o.document_number, '\s', '', 'g')) = upper(regexp_replace(s.document_number, '\s', '', 'g')));

create function app.note_document_year() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT'
     or (new.document_number, new.document_date) is distinct from (old.document_number, old.document_date) then
    new.document_year := case when new.document_number <> '' then extract(year from new.document_date) end;
  end if;
  return new;
end $$;
create trigger submissions_document_year before insert or update of document_number, document_date on submissions
  for each row execute function app.note_document_year();

create unique index submissions_document_number
  on submissions (agency_id, document_year, upper(regexp_replace(document_number, '\s', '', 'g')));

alter table idempotency_keys add column given_to text[] collate "C" not null default '{}';
comment on column idempotency_keys.given_to is 'Quyền của người gửi lúc được trả lời; mất quyền nào thì không được nghe lại';

create table changes_floor (
  is_only     boolean primary key default true check (is_only),
  transaction xid8 not null,
  id          bigint not null
);
insert into changes_floor (transaction, id) values ('0', 0);
comment on table changes_floor is 'Vị trí của thay đổi cuối cùng đã bỏ; ai đọc tiếp từ trước đó phải đọc lại từ đầu';
