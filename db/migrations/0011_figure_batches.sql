-- Figures that come in by the hundred or by the hundred thousand: one row for each message or file that was taken, so that
-- the same one sent again changes nothing. Its edition, if anything in it was new, is written as every other.

create table figure_batches (
  id               bigint generated always as identity primary key,
  agency_id        integer not null references agencies,
  sender           text collate "C" not null,
  message_id       text collate "C" not null,
  level            text collate "C" not null check (level in ('sent', 'accepted', 'published')),
  content_hash     text collate "C" not null,
  source           text not null,
  edition_id       bigint references editions,
  added            integer not null,
  changed          integer not null,
  unchanged        integer not null,
  entered_by       integer references accounts,
  acting_agency_id integer not null references agencies,
  at               timestamptz not null,
  unique (agency_id, sender, message_id, level)
);
create trigger figure_batches_append_only before update or delete on figure_batches
  for each row execute function app.refuse_change();
comment on table figure_batches is 'Lần nạp số liệu hàng loạt: mỗi tệp hay thông điệp đã nhận một dòng, nạp lại không đổi gì';
comment on column figure_batches.message_id is 'Mã thông điệp của bên gửi, hoặc mã băm của tệp';
comment on column figure_batches.edition_id is 'Trống khi mọi số trong lần nạp đã có sẵn đúng như vậy';

-- An edition's word counts against the other editions of its agency.
create index editions_agency on editions (agency_id, period_end);
