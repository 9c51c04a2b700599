-- What an agency is writing and what it did with it. Drafts live only here; a figure appears when they are sent.

create table submissions (
  id            bigint generated always as identity primary key,
  regime_version_id integer not null references regime_versions,
  regime_id     integer not null references regimes,
  agency_id     integer not null references agencies,
  receiver_id   integer not null references agencies,
  period        text collate "C" not null,
  span_id       integer not null references spans,
  round         smallint not null default 1,
  version       integer not null default 1,
  sending       integer not null default 0,
  state         text collate "C" not null default 'draft' check (state in
    ('draft', 'submitted', 'appraised', 'approved', 'sealed', 'sent', 'accepted')),
  state_since   timestamptz not null,
  opened_at     timestamptz not null,
  due_at        timestamptz not null,
  internal_due  jsonb not null default '{}',
  first_sent_at timestamptz,
  is_late       boolean not null default false,
  document_number text not null default '',
  document_date date,
  content_hash  text collate "C",
  unique (regime_id, agency_id, span_id, round)
);
create index submissions_agency on submissions (agency_id, state);
create index submissions_receiver on submissions (receiver_id, state);
create index submissions_period on submissions (regime_id, span_id);
comment on table submissions is 'Báo cáo của một cơ quan, một chế độ, một kỳ, một đợt';
comment on column submissions.period is 'Nhãn kỳ, ví dụ 2026-09';
comment on column submissions.span_id is 'Khoảng chốt số liệu của kỳ';
comment on column submissions.sending is 'Lần gửi thứ mấy của bản hiện tại';

create table submission_forms (
  submission_id   bigint not null references submissions,
  form_version_id integer not null references form_versions,
  position        smallint not null,
  primary key (submission_id, form_version_id)
);
comment on table submission_forms is 'Bản biểu mẫu gắn chặt với báo cáo';

create table cells (
  submission_id   bigint not null references submissions,
  version         integer not null,
  form_version_id integer not null references form_versions,
  row_key         text collate "C" not null,
  column_key      text collate "C" not null,
  revision        integer not null,
  kind            text collate "C" not null check (kind in ('number', 'absent', 'nothing', 'notApplicable', 'text')),
  value           numeric(24, 6),
  text            text,
  note            text not null default '',
  origin          text collate "C" not null check (origin in ('typed', 'imported', 'received', 'computed')),
  entered_by      integer not null references accounts,
  acting_agency_id integer not null references agencies,
  entered_at      timestamptz not null,
  primary key (submission_id, version, form_version_id, row_key, column_key),
  check ((kind = 'number') = (value is not null)),
  check ((kind = 'text') = (text is not null))
);
comment on table cells is 'Giá trị đang có của từng ô đã nhập';
comment on column cells.revision is 'Lần sửa; người ghi phải nêu đúng lần đã thấy';

create table cell_revisions (
  like cells,
  primary key (submission_id, version, form_version_id, row_key, column_key, revision)
);
create trigger cell_revisions_append_only before update or delete on cell_revisions
  for each row execute function app.refuse_change();
comment on table cell_revisions is 'Lịch sử từng ô, chỉ thêm';

create table submission_steps (
  id            bigint generated always as identity primary key,
  submission_id bigint not null references submissions,
  version       integer not null,
  verb          text collate "C" not null,
  from_state    text collate "C" not null,
  to_state      text collate "C" not null,
  account_id    integer references accounts,
  agency_id     integer references agencies,
  role          text collate "C" not null,
  at            timestamptz not null,
  reason        text not null default '',
  content_hash  text collate "C",
  is_signed     boolean not null default false
);
create index submission_steps_submission on submission_steps (submission_id, id);
create trigger submission_steps_append_only before update or delete on submission_steps
  for each row execute function app.refuse_change();
comment on table submission_steps is 'Các bước đã đi: ai, lúc nào, trên đúng nội dung nào';

create table submission_step_cells (
  step_id         bigint not null references submission_steps,
  form_version_id integer not null,
  row_key         text collate "C" not null,
  column_key      text collate "C" not null,
  note            text not null default '',
  primary key (step_id, form_version_id, row_key, column_key)
);
create trigger submission_step_cells_append_only before update or delete on submission_step_cells
  for each row execute function app.refuse_change();
comment on table submission_step_cells is 'Các ô được đánh dấu khi trả lại';

create table submission_snapshots (
  submission_id bigint not null references submissions,
  version       integer not null,
  content_hash  text collate "C" not null,
  content       text not null,
  at            timestamptz not null,
  primary key (submission_id, version, content_hash)
);
create trigger submission_snapshots_append_only before update or delete on submission_snapshots
  for each row execute function app.refuse_change();
comment on table submission_snapshots is 'Nội dung chuẩn tắc tại mỗi lần trình, đúng như đã băm';
