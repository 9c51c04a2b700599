-- Which indicators are reported by which breakdowns: asked whenever somebody chooses what a table shows. Most values are
-- of the whole, so the index holds few rows and costs those nothing.
create index reported_values_broken_down on reported_values (indicator_id, breakdown_id) where breakdown_id <> 0;
