-- The consolidator never edits an agency's figure: an adjustment is a layer of its own over one figure of one period's
-- table. It is withdrawn by a new row that names it, never removed.

create table consolidations (
  regime_id integer not null references regimes,
  period    text collate "C" not null,
  revision  bigint not null default 1,
  primary key (regime_id, period)
);
comment on table consolidations is 'Bảng tổng hợp của một chế độ, một kỳ: mỗi việc của cơ quan tổng hợp giữ dòng này trước khi ghi';
comment on column consolidations.revision is 'Số việc đã làm trên bảng: điều chỉnh, chọn nguồn, chốt';

create table adjustments (
  id              bigint generated always as identity primary key,
  regime_id       integer not null references regimes,
  period          text collate "C" not null,
  indicator_id    integer not null references indicators,
  area_id         integer not null references areas,
  span_id         integer not null references spans,
  plan_version_id integer not null default 0 references plan_versions,
  vintage         text collate "C" not null check (vintage in ('best', 'estimate', 'preliminary', 'official')),
  amount          numeric(24, 6) not null,
  reading         text collate "C" not null check (reading in ('accepted', 'provisional')),
  value_before    numeric not null,
  reason          text not null check (reason <> ''),
  withdraws_id    bigint unique references adjustments,
  account_id      integer not null references accounts,
  agency_id       integer not null references agencies,
  at              timestamptz not null,
  check ((amount <> 0) = (withdraws_id is null)),
  foreign key (regime_id, period) references consolidations
);
create index adjustments_table on adjustments (regime_id, period);
create trigger adjustments_append_only before update or delete on adjustments
  for each row execute function app.refuse_change();
comment on table adjustments is 'Điều chỉnh của cơ quan tổng hợp: lớp riêng trên số của các cơ quan, chỉ thêm';
comment on column adjustments.vintage is 'Cách đọc của cột được điều chỉnh; best là bản tốt nhất đang có';
comment on column adjustments.amount is 'Phần cộng thêm, âm là bớt; 0 ở dòng rút lại';
comment on column adjustments.value_before is 'Số tổng hợp người điều chỉnh đã thấy';
comment on column adjustments.withdraws_id is 'Dòng này rút lại điều chỉnh nào';
