-- Rules that reports are checked by, as data: dated versions that are drafted, tried, switched on and off; and what the
-- checks found when a report was submitted, for whoever appraises it.

create table check_rules (
  id   integer generated always as identity primary key,
  code text collate "C" not null unique
);
comment on table check_rules is 'Quy tắc kiểm tra tự động; mã không dùng lại';

create table check_rule_versions (
  rule_id    integer not null references check_rules,
  version    integer not null check (version > 0),
  name       text collate vi not null,
  form_code  text collate "C",
  indicators text[] collate "C",
  severity   text collate "C" not null check (severity in ('hard', 'soft')),
  condition  text not null,
  message    text not null default '',
  state      text collate "C" not null default 'draft' check (state in ('draft', 'on', 'off')),
  valid_from date,
  valid_to   date,
  agency_id  integer references agencies,
  account_id integer references accounts,
  reason     text not null default '',
  source     text not null default '',
  confidence text not null default '',
  changed_at timestamptz not null default app.now(),
  primary key (rule_id, version),
  check ((form_code is null) <> (indicators is null)),
  check (state <> 'draft' or (valid_from is null and valid_to is null)),
  check (state <> 'on' or valid_from is not null),
  check (valid_to >= valid_from),
  constraint check_rule_versions_one_at_a_time
    exclude using gist (rule_id with =, daterange(valid_from, valid_to, '[]') with &&) where (valid_from is not null)
);
create unique index check_rule_versions_one_draft on check_rule_versions (rule_id) where (state = 'draft');
comment on table check_rule_versions is 'Các bản của quy tắc kiểm tra: điều kiện, mức độ, hiệu lực, ai viết và vì sao';
comment on column check_rule_versions.form_code is 'Biểu mà quy tắc hỏi tới; trống khi quy tắc theo chỉ tiêu';
comment on column check_rule_versions.valid_from is 'Hỏi những báo cáo có kỳ kết thúc từ ngày này';

-- What reports were already checked by stays as it was written; only its end moves.
create function app.refuse_switched_rule() returns trigger
  language plpgsql as $$
begin
  if old.state <> 'draft' and (tg_op = 'DELETE' or new.state = 'draft'
      or row(new.name, new.form_code, new.indicators, new.severity, new.condition, new.message)
         is distinct from row(old.name, old.form_code, old.indicators, old.severity, old.condition, old.message)) then
    raise exception 'version % of rule % was switched on', old.version, old.rule_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger check_rule_versions_switched before update or delete on check_rule_versions
  for each row execute function app.refuse_switched_rule();

create table submission_findings (
  step_id  bigint primary key references submission_steps,
  findings jsonb not null check (jsonb_typeof(findings) = 'array')
);
create trigger submission_findings_append_only before update or delete on submission_findings
  for each row execute function app.refuse_change();
comment on table submission_findings is 'Kiểm tra tự động đã thấy gì khi báo cáo được trình: quy tắc, bản, ô, câu chữ; chỉ thêm';
