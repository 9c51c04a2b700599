-- The steps that a pinned version goes to the head's approval and out to whoever the whole is for, each with the hash of
-- what was decided on; the path of a regime's consolidated report and its receiver; and one register of document numbers,
-- because an agency numbers what it consolidates and what it reports itself out of the same book.

alter table regime_versions
  add column consolidated_path text collate "C" not null default 'consolidated',
  add column consolidated_receiver_id integer references agencies;
comment on column regime_versions.consolidated_path is 'Đường đi của báo cáo tổng hợp, tên trong workflow_transitions';
comment on column regime_versions.consolidated_receiver_id is
  'Cơ quan nhận báo cáo tổng hợp; trống nếu báo cáo dừng ở cơ quan tổng hợp';

-- Regimes that were there before: the agency above the one that consolidates.
update regime_versions v set consolidated_receiver_id = p.parent_id
  from agency_parents p
 where v.consolidated_form_version_id is not null and p.agency_id = v.receiver_id and p.valid_to is null;

create table consolidated_version_steps (
  id              bigint generated always as identity primary key,
  version_id      bigint not null references consolidated_versions,
  verb            text collate "C" not null,
  from_state      text collate "C" not null,
  to_state        text collate "C" not null,
  account_id      integer not null references accounts,
  agency_id       integer not null references agencies,
  role            text collate "C" not null,
  at              timestamptz not null,
  reason          text not null default '',
  content_hash    text collate "C" not null,
  document_number text not null default '',
  document_date   date,
  check ((document_number <> '') = (document_date is not null))
);
create index consolidated_version_steps_version on consolidated_version_steps (version_id, id);
create trigger consolidated_version_steps_append_only before update or delete on consolidated_version_steps
  for each row execute function app.refuse_change();
comment on table consolidated_version_steps is
  'Các bước đã đi của một bản tổng hợp: ai, với tư cách nào, lúc nào, trên đúng nội dung nào';

create table document_numbers (
  agency_id     integer not null references agencies,
  year          smallint not null,
  number        text collate "C" not null,
  submission_id bigint unique references submissions,
  version_id    bigint unique references consolidated_versions,
  primary key (agency_id, year, number),
  check (num_nonnulls(submission_id, version_id) = 1)
);
comment on table document_numbers is
  'Sổ văn bản đi: mỗi số một văn bản của một cơ quan trong một năm; do cơ sở dữ liệu ghi khi văn bản được cấp số';
comment on column document_numbers.number is 'Viết hoa, bỏ khoảng trắng';

insert into document_numbers (agency_id, year, number, submission_id)
select s.agency_id, s.document_year, upper(regexp_replace(s.document_number, '\s', '', 'g') collate vi), s.id
  from submissions s where s.document_year is not null;

create function app.register_submission_number() returns trigger language plpgsql as $$
begin
  delete from document_numbers d where d.submission_id = new.id;
  if new.document_year is not null then
    insert into document_numbers (agency_id, year, number, submission_id)
    values (new.agency_id, new.document_year, upper(regexp_replace(new.document_number, '\s', '', 'g') collate vi), new.id);
  end if;
  return null;
end $$;
create trigger submissions_register_number after update of document_number, document_date on submissions
  for each row when ((new.document_number, new.document_year) is distinct from (old.document_number, old.document_year))
  execute function app.register_submission_number();

create function app.register_version_number() returns trigger language plpgsql as $$
begin
  insert into document_numbers (agency_id, year, number, version_id)
  values (new.agency_id, extract(year from new.document_date),
    upper(regexp_replace(new.document_number, '\s', '', 'g') collate vi), new.version_id);
  return null;
end $$;
create trigger consolidated_version_steps_register_number after insert on consolidated_version_steps
  for each row when (new.document_number <> '') execute function app.register_version_number();
