-- Named groups of areas that the consolidator reads as one («Ba huyện biển»), and questions to the agency behind a number.

create table area_groups (
  id         integer generated always as identity primary key,
  agency_id  integer not null references agencies,
  name       text collate vi not null check (name <> ''),
  area_ids   integer[] not null check (cardinality(area_ids) >= 2),
  account_id integer not null references accounts,
  at         timestamptz not null,
  removed_at timestamptz,
  removed_by integer references accounts,
  check ((removed_at is null) = (removed_by is null))
);
create unique index area_groups_name on area_groups (agency_id, lower(name)) where removed_at is null;
comment on table area_groups is 'Nhóm địa bàn do cơ quan tổng hợp đặt tên để xem cộng chung';

create table questions (
  id         bigint generated always as identity primary key,
  regime_id  integer not null references regimes,
  period     text collate "C" not null,
  agency_id  integer not null references agencies,
  row_key    text collate "C",
  column_key text collate "C",
  about      text not null,
  body       text not null check (body <> ''),
  asked_by   integer not null references accounts,
  asking_agency_id integer not null references agencies,
  asked_at   timestamptz not null,
  check ((row_key is null) = (column_key is null))
);
create index questions_agency on questions (agency_id, id);
create index questions_asking on questions (asking_agency_id, regime_id, period);
create trigger questions_append_only before update or delete on questions
  for each row execute function app.refuse_change();
comment on table questions is 'Câu hỏi của cơ quan tổng hợp tới cơ quan nguồn về một ô, hoặc nhắc báo cáo khi không nêu ô';
comment on column questions.about is 'Ô được hỏi, bằng lời, như lúc hỏi';

create table question_replies (
  question_id bigint not null references questions,
  position    smallint not null,
  kind        text collate "C" not null check (kind in ('answer', 'close')),
  body        text not null default '',
  account_id  integer not null references accounts,
  agency_id   integer not null references agencies,
  at          timestamptz not null,
  primary key (question_id, position),
  check (kind = 'close' or body <> '')
);
create trigger question_replies_append_only before update or delete on question_replies
  for each row execute function app.refuse_change();
comment on table question_replies is 'Trả lời và việc đóng câu hỏi, chỉ thêm';
