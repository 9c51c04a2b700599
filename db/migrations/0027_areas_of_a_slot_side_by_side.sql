-- The areas of one indicator, span and breakdown stand side by side in the key. With the breakdown behind the area, a sum
-- over communes had to step over every other breakdown of each of them: what it read grew with what others report.

alter table reported_values drop constraint reported_values_pkey;
alter table reported_values add primary key
  (indicator_id, span_id, breakdown_id, area_id, plan_version_id, vintage, agency_id, span_to)
  include (accepted_kind, accepted_value, sent_kind, sent_value);

alter table reported_value_revisions drop constraint reported_value_revisions_pkey;
alter table reported_value_revisions add primary key
  (indicator_id, span_id, breakdown_id, area_id, plan_version_id, vintage, agency_id, edition_id, span_to);
