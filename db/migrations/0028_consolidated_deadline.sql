-- When the consolidated report of a regime is due at whoever the whole is for: data of the regime with its act, dated like
-- the rest of it, and open where no act says so. The first sending is judged by the deadline that is kept with its step.
alter table regime_versions
  add column consolidated_deadline_rule jsonb,
  add column consolidated_deadline_act text not null default '',
  add constraint regime_versions_consolidated_deadline check (consolidated_deadline_rule is null
    or (consolidated_deadline_act <> '' and consolidated_form_version_id is not null and consolidated_receiver_id is not null));
comment on column regime_versions.consolidated_deadline_rule is
  'Thời hạn gửi báo cáo tổng hợp; trống nếu chưa văn bản nào ấn định';
comment on column regime_versions.consolidated_deadline_act is 'Văn bản ấn định thời hạn gửi báo cáo tổng hợp';

alter table consolidated_version_steps add column due_at timestamptz;
comment on column consolidated_version_steps.due_at is
  'Thời hạn mà lần gửi đầu tiên của kỳ được xét đúng hay muộn; trống ở mọi bước khác';
