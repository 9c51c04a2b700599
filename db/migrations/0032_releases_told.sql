-- A release time passes without anybody writing anything, so the first web node to see it come says so in the feed, once
-- (ADR 0032). What was moved to a later time is told again when that time comes. The index holds only what is still to tell.
alter table releases add column told_at timestamptz;
comment on column releases.told_at is 'Lúc đã báo cho các màn hình rằng đến giờ công bố; trống: chưa báo';
create index releases_untold on releases (released_at) where told_at is null or told_at < released_at;
