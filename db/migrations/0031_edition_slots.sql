-- What each edition speaks of, slot by slot. An index by edition over every value of the history took a fifth of what it took
-- to write the value; a slot is written once for all its areas, and leads to them by the key the history has anyway.
create table edition_slots (
  edition_id   bigint not null,
  indicator_id integer not null,
  span_id      integer not null,
  breakdown_id integer not null,
  span_to      date not null,
  area_ids     integer[] not null check (cardinality(area_ids) > 0),
  primary key (edition_id, indicator_id, span_id, breakdown_id)
);
comment on table edition_slots is 'Lần phát hành nói về những ô số liệu nào: mỗi chỉ tiêu, khoảng thời gian và phân tổ một dòng, kèm các địa bàn theo thứ tự';
create trigger edition_slots_append_only before update or delete on edition_slots
  for each row execute function app.refuse_change();
grant select, insert on edition_slots to baocao_app;

insert into edition_slots
select r.edition_id, r.indicator_id, r.span_id, r.breakdown_id, r.span_to, array_agg(distinct r.area_id order by r.area_id)
from reported_value_revisions r group by 1, 2, 3, 4, 5;

-- `offset 0`: slot by slot, by key; joined otherwise, the planner would read the history whole. In the key the areas of a
-- slot stand side by side, so they are read from the first to the last.
create view edition_values as
select s.edition_id, v.indicator_id, v.span_id, v.area_id, v.breakdown_id, v.plan_version_id, v.vintage, v.agency_id, v.span_to,
  v.kind, v.value, v.upper_value, v.text, v.note, v.entered_by, v.entered_at, v.acting_agency_id, v.form_version_id, v.row_key,
  v.column_key, v.cell_revision
from edition_slots s
cross join lateral (
  select r.* from reported_value_revisions r
  where r.indicator_id = s.indicator_id and r.span_id = s.span_id and r.breakdown_id = s.breakdown_id
    and r.area_id between s.area_ids[1] and s.area_ids[cardinality(s.area_ids)]
    and r.edition_id = s.edition_id and r.span_to = s.span_to offset 0) v;
comment on view edition_values is 'Giá trị của từng lần phát hành';
grant select on edition_values to baocao_app;

drop index reported_value_revisions_edition;
