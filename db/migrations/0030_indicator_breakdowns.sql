-- Which indicators are reported by which breakdowns: a row of its own for each pair, noted with the first figure of it. The
-- index over all figures that are broken down, which said it until now, took as long to keep as the figures themselves.
create table indicator_breakdowns (
  indicator_id integer not null references indicators,
  breakdown_id integer not null references breakdowns check (breakdown_id <> 0),
  primary key (indicator_id, breakdown_id)
);
comment on table indicator_breakdowns is 'Chỉ tiêu đã có số theo phân tổ nào';
grant select, insert on indicator_breakdowns to baocao_app;

insert into indicator_breakdowns
with recursive pairs as (
  (select v.indicator_id, v.breakdown_id from reported_values v where v.breakdown_id <> 0
   order by v.indicator_id, v.breakdown_id limit 1)
  union all
  select next.* from pairs p cross join lateral (
    select v.indicator_id, v.breakdown_id from reported_values v
    where v.breakdown_id <> 0 and (v.indicator_id, v.breakdown_id) > (p.indicator_id, p.breakdown_id)
    order by v.indicator_id, v.breakdown_id limit 1) next)
select p.indicator_id, p.breakdown_id from pairs p;

drop index reported_values_broken_down;
