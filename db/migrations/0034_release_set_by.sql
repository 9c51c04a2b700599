-- Release times are set from the command line from now on (ADR 0034): the list of those to come names who set each. Empty:
-- set in the database itself.
alter table releases add column set_by integer references accounts;
comment on column releases.set_by is 'Người đặt giờ công bố; trống: đặt trong cơ sở dữ liệu';
