-- Areas and agencies as dated trees, indicators, plans, forms, regimes and assignments (danh mục dùng chung).
-- A first day of 1900-01-01 means "since before our records"; an empty last day means "until further notice".

create table areas (
  id         integer generated always as identity primary key,
  code       text collate "C" not null,
  level      text collate "C" not null check (level in ('province', 'district', 'commune', 'unallocated')),
  kind       text not null,
  valid_from date not null default '1900-01-01',
  valid_to   date,
  note       text not null default '',
  unique (code, valid_from),
  check (valid_to >= valid_from)
);
comment on table areas is 'Địa bàn: mã của cơ quan thống kê được dùng lại, nên khóa là (mã, ngày bắt đầu)';

create table area_names (
  area_id    integer not null references areas,
  name       text collate vi not null,
  valid_from date not null default '1900-01-01',
  valid_to   date,
  primary key (area_id, valid_from),
  exclude using gist (area_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table area_names is 'Tên của địa bàn theo thời gian';

create table area_parents (
  area_id    integer not null references areas,
  parent_id  integer not null references areas,
  valid_from date not null default '1900-01-01',
  valid_to   date,
  primary key (area_id, valid_from),
  exclude using gist (area_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index area_parents_parent on area_parents (parent_id);
comment on table area_parents is 'Địa bàn cấp trên theo thời gian';

create table agencies (
  id              integer generated always as identity primary key,
  code            text collate "C" not null,
  kind            text collate "C" not null,
  electronic_id   text collate "C",
  area_id         integer references areas,
  contact_name    text not null default '',
  contact_phone   text not null default '',
  valid_from      date not null default '1900-01-01',
  valid_to        date,
  source          text not null default '',
  confidence      text not null default '',
  unique (code, valid_from),
  check (valid_to >= valid_from)
);
comment on table agencies is 'Cơ quan, đơn vị thực hiện báo cáo (Điều 3.4)';
comment on column agencies.area_id is 'Địa bàn mà cơ quan quản lý, nếu có';

create table agency_names (
  agency_id  integer not null references agencies,
  name       text collate vi not null,
  short_name text collate vi not null,
  valid_from date not null default '1900-01-01',
  valid_to   date,
  primary key (agency_id, valid_from),
  exclude using gist (agency_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table agency_names is 'Tên của cơ quan theo thời gian; báo cáo giữ tên của ngày lập';

create table agency_parents (
  agency_id  integer not null references agencies,
  parent_id  integer not null references agencies,
  valid_from date not null default '1900-01-01',
  valid_to   date,
  primary key (agency_id, valid_from),
  exclude using gist (agency_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table agency_parents is 'Cơ quan cấp trên theo thời gian';

create table measures (
  code text collate "C" primary key,
  name text collate vi not null unique
);
comment on table measures is 'Đơn vị tính';

create table indicators (
  id               integer generated always as identity primary key,
  code             text collate "C" not null unique,
  owner_agency_id  integer references agencies,
  parent_id        integer references indicators,
  published_as_is  boolean not null default false,
  direction        text collate "C" check (direction in ('up', 'down')),
  official_code    text collate "C",
  source           text not null default '',
  confidence       text not null default ''
);
comment on table indicators is 'Chỉ tiêu; mã không đổi sau khi ban hành (Điều 6.2)';
comment on column indicators.direction is 'Càng nhiều càng tốt (up) hay càng ít càng tốt (down)';

create table indicator_versions (
  indicator_id     integer not null references indicators,
  name             text collate vi not null,
  definition       text not null default '',
  measure          text collate "C" references measures,
  decimals         smallint not null default 0 check (decimals >= 0 and decimals <= 6),
  value_kind       text collate "C" not null default 'number' check (value_kind in ('number', 'text', 'date', 'choice', 'title')),
  nature           text collate "C" check (nature in ('flow', 'stock', 'rate')),
  area_aggregation text collate "C" check (area_aggregation in ('sum', 'formula', 'none')),
  formula          text not null default '',
  valid_from       date not null default '1900-01-01',
  valid_to         date,
  primary key (indicator_id, valid_from),
  exclude using gist (indicator_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table indicator_versions is 'Tên, định nghĩa, đơn vị tính, cách cộng của chỉ tiêu theo thời gian';

create table breakdowns (
  id   integer primary key,
  code text collate "C" not null unique,
  name text collate vi not null
);
insert into breakdowns (id, code, name) values (0, '', 'Toàn bộ');
comment on table breakdowns is 'Phân tổ: tổ hợp thành phần đã dùng, số 0 là toàn bộ';

create table spans (
  id        integer generated always as identity primary key,
  calendar  text collate "C" not null check (calendar in ('administrative', 'statistical')),
  from_date date not null,
  to_date   date not null,
  unique (calendar, from_date, to_date),
  check (to_date >= from_date)
);
comment on table spans is 'Khoảng số liệu: (lịch, từ ngày, đến ngày); kỳ chỉ là tên gọi của khoảng';

create table plan_versions (
  id          integer primary key,
  code        text collate "C" not null unique,
  issuer      text collate "C" not null check (issuer in ('none', 'central', 'council', 'committee', 'aspiration')),
  name        text collate vi not null,
  act         text not null default '',
  issued_on   date,
  replaces_id integer references plan_versions,
  source      text not null default '',
  confidence  text not null default ''
);
insert into plan_versions (id, code, issuer, name) values (0, 'actual', 'none', 'Thực tế');
comment on table plan_versions is 'Bản kế hoạch: cấp giao, văn bản, thay bản nào; số 0 là số thực tế';

create table precedences (
  indicator_id integer not null references indicators,
  agency_id    integer not null references agencies,
  rank         smallint not null,
  valid_from   date not null default '1900-01-01',
  valid_to     date,
  reason       text not null default '',
  primary key (indicator_id, rank, valid_from),
  exclude using gist (indicator_id with =, rank with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table precedences is 'Thứ tự ưu tiên nguồn khi các cơ quan báo khác nhau; mặc định cơ quan phụ trách chỉ tiêu';

create table releases (
  indicator_id integer not null references indicators,
  span_id      integer not null references spans,
  released_at  timestamptz not null,
  primary key (indicator_id, span_id)
);
comment on table releases is 'Giờ công bố: trước giờ này chỉ cơ quan chủ quản thấy số';

create table holidays (
  day        date primary key,
  name       text not null,
  kind       text collate "C" not null check (kind in ('off', 'work')),
  confidence text not null default '',
  note       text not null default ''
);
comment on table holidays is 'Ngày nghỉ và ngày làm bù; người quản trị sửa được';

create table workflow_transitions (
  path       text collate "C" not null,
  position   smallint not null,
  from_state text collate "C" not null,
  verb       text collate "C" not null,
  to_state   text collate "C" not null,
  roles      text[] not null,
  side       text collate "C" not null check (side in ('own', 'receiver')),
  needs      text[] not null default '{}',
  primary key (path, from_state, verb)
);
comment on table workflow_transitions is 'Đường đi của báo cáo: từ trạng thái nào, việc gì, sang đâu, ai làm, cần gì (Điều 9)';

create table forms (
  id   integer generated always as identity primary key,
  code text collate "C" not null unique,
  name text collate vi not null
);
comment on table forms is 'Biểu mẫu';

create table form_versions (
  id        integer generated always as identity primary key,
  form_id   integer not null references forms,
  version   integer not null,
  layout    jsonb not null,
  frozen_at timestamptz,
  source    text not null default '',
  unique (form_id, version)
);
comment on table form_versions is 'Bản biểu mẫu: dòng, bộ cột theo kỳ; bản đã dùng thì đóng băng';

-- A version that submissions already use never changes; a new layout is a new version.
create function app.refuse_frozen_form() returns trigger
  language plpgsql as $$
begin
  if old.frozen_at is not null and (tg_op = 'DELETE' or new.layout is distinct from old.layout or new.frozen_at is null) then
    raise exception 'form version % is frozen', old.id using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger form_versions_frozen before update or delete on form_versions
  for each row execute function app.refuse_frozen_form();

create table regimes (
  id          integer generated always as identity primary key,
  code        text collate "C" not null unique,
  kind        text collate "C" not null check (kind in ('periodic', 'thematic', 'adHoc')),
  period_kind text collate "C" not null,
  calendar    text collate "C" not null check (calendar in ('administrative', 'statistical')),
  figures_calendar text collate "C" not null check (figures_calendar in ('administrative', 'statistical'))
);
comment on table regimes is 'Chế độ báo cáo (Điều 7 Nghị định 09/2019/NĐ-CP)';
comment on column regimes.calendar is 'Lịch của kỳ lấy số liệu (chốt số)';
comment on column regimes.figures_calendar is 'Lịch của khoảng số liệu trong biểu: báo cáo tháng chốt ngày 14 nhưng ước cả tháng dương lịch';

create table regime_versions (
  id                integer generated always as identity primary key,
  regime_id         integer not null references regimes,
  name              text collate vi not null,
  content           text not null,
  ways              text not null,
  outline           text not null default '',
  procedure         text not null default '',
  act               text not null,
  receiver_id       integer not null references agencies,
  deadline_rule     jsonb not null,
  internal_rules    jsonb not null,
  opens_day         smallint not null,
  workflow_path     text collate "C" not null,
  consolidated_form_version_id integer references form_versions,
  valid_from        date not null default '1900-01-01',
  valid_to          date,
  source            text not null default '',
  confidence        text not null default '',
  exclude using gist (regime_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table regime_versions is 'Thành phần của chế độ báo cáo theo thời gian, kèm văn bản ban hành';

create table regime_subjects (
  regime_version_id integer not null references regime_versions,
  agency_id         integer not null references agencies,
  form_version_id   integer not null references form_versions,
  position          smallint not null,
  primary key (regime_version_id, agency_id, form_version_id)
);
comment on table regime_subjects is 'Đối tượng báo cáo và biểu mẫu phải điền';

create table assignments (
  id           integer generated always as identity primary key,
  regime_id    integer not null references regimes,
  indicator_id integer not null references indicators,
  area_id      integer not null references areas,
  agency_id    integer not null references agencies,
  valid_from   date not null default '1900-01-01',
  valid_to     date,
  act          text not null default '',
  exclude using gist (regime_id with =, indicator_id with =, area_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index assignments_agency on assignments (agency_id);
comment on table assignments is 'Giao chỉ tiêu: chỉ tiêu × địa bàn × chế độ do cơ quan nào báo cáo (Điều 6.1)';
