-- What every later table stands on: the program's clock, Vietnamese sorting, append-only tables, the feed of changes
-- and the answers kept for repeated requests.

create extension if not exists btree_gist;

create schema app;

-- Facts are dated by this clock alone. Only test databases replace it, to stand on a chosen day.
create function app.now() returns timestamptz
  language sql volatile parallel safe
  as 'select clock_timestamp()';

create collation vi (provider = icu, locale = 'vi-VN');

-- History is append-only for every role, the owner's too.
create function app.refuse_change() returns trigger
  language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create table changes (
  id          bigint generated always as identity,
  transaction xid8 not null default pg_current_xact_id(),
  at          timestamptz not null default app.now(),
  topic       text collate "C" not null,
  agency_id   integer,
  receiver_id integer,
  level       text collate "C" not null check (level in ('draft', 'sent', 'accepted', 'published')),
  payload     jsonb not null,
  primary key (transaction, id)
);
comment on table changes is 'Dòng thay đổi: mỗi việc đã xảy ra một dòng, đọc theo vị trí (giao dịch, số thứ tự)';
comment on column changes.level is 'Ai được thấy: nháp (cơ quan mình), đã gửi (cơ quan nhận), đã tiếp nhận (trong tỉnh), đã công bố';

create table idempotency_keys (
  account_id   integer not null,
  key          text collate "C" not null,
  request_hash bytea not null,
  status       smallint not null,
  response     jsonb not null,
  at           timestamptz not null default app.now(),
  primary key (account_id, key)
);
create index idempotency_keys_at on idempotency_keys (at);
comment on table idempotency_keys is 'Trả lời đã cho của mỗi yêu cầu ghi, giữ 7 ngày để yêu cầu lặp lại có cùng kết quả';
