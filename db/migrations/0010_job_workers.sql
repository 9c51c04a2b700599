-- The queue's own locks of a killed worker last four hours. Workers tell here that they live; what a silent one holds
-- is given to the others after half a minute.

create table job_workers (
  id         text collate "C" primary key,
  host       text not null,
  pid        integer not null,
  started_at timestamptz not null default clock_timestamp(),
  beat_at    timestamptz not null default clock_timestamp()
);
comment on table job_workers is 'Tiến trình xử lý việc nền đang sống; im lặng quá 30 giây thì việc đang giữ được giao lại';
