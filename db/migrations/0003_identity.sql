-- Accounts, their roles at agencies, sessions kept on the server, and the throttle on sign-in.

create table accounts (
  id                   integer generated always as identity primary key,
  login                text collate "C" not null unique check (login = lower(login)),
  display_name         text collate vi not null,
  position             text not null default '',
  address_form         text not null default 'bạn' check (address_form in ('anh', 'chị', 'bạn')),
  password_hash        text,
  must_change_password boolean not null default false,
  is_demonstration     boolean not null default false,
  disabled_at          timestamptz,
  created_at           timestamptz not null default app.now()
);
comment on table accounts is 'Tài khoản: một người một tài khoản';

create table account_roles (
  account_id integer not null references accounts,
  agency_id  integer not null references agencies,
  role       text collate "C" not null check (role in
    ('reporter', 'appraiser', 'approver', 'clerk', 'receiver', 'consolidator', 'viewer', 'administrator', 'integrator')),
  valid_from date not null default '1900-01-01',
  valid_to   date,
  primary key (account_id, agency_id, role, valid_from)
);
create index account_roles_agency on account_roles (agency_id, role);
comment on table account_roles is 'Vai trò của tài khoản tại từng cơ quan, theo thời gian';

create table sessions (
  token_hash       bytea primary key,
  account_id       integer not null references accounts,
  csrf_token       text collate "C" not null,
  created_at       timestamptz not null default app.now(),
  seen_at          timestamptz not null default app.now(),
  authenticated_at timestamptz not null default app.now(),
  address          text not null default '',
  agent            text not null default ''
);
create index sessions_account on sessions (account_id);
comment on table sessions is 'Phiên đăng nhập; chỉ giữ mã băm của thẻ';

create table sign_in_throttles (
  key          text collate "C" primary key,
  failures     integer not null,
  since        timestamptz not null,
  locked_until timestamptz
);
comment on table sign_in_throttles is 'Đếm lần đăng nhập sai theo tài khoản và theo nguồn';
