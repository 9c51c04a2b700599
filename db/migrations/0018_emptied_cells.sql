-- A cell that was typed and then emptied says nothing: it is to be filled again, and is not «chưa có số». Its history
-- stays, so emptying is a revision of its own kind.
alter table cells drop constraint cells_kind_check;
alter table cells add constraint cells_kind_check
  check (kind in ('number', 'absent', 'nothing', 'notApplicable', 'text', 'empty'));
comment on column cells.kind is 'empty: đã nhập rồi xóa trống, coi như chưa nhập';
