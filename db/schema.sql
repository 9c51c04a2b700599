-- The schema after all migrations. Written by `npm run db:dump`, compared by `npm run check`; never edited.

create extension btree_gist;
create collation public.vi (provider = icu);

CREATE OR REPLACE FUNCTION app.kind_letter(kind text)
 RETURNS "char"
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case kind when 'number' then '#' when 'absent' then '_' when 'nothing' then '-' when 'notApplicable' then 'x'
    when 'text' then '"' when 'date' then '/' when 'choice' then '*' when 'range' then '~'
    when 'atLeast' then '>' when 'atMost' then '<' end::"char"
$function$;

CREATE OR REPLACE FUNCTION app.kind_of(letter "char")
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case letter when '#' then 'number' when '_' then 'absent' when '-' then 'nothing' when 'x' then 'notApplicable'
    when '"' then 'text' when '/' then 'date' when '*' then 'choice' when '~' then 'range'
    when '>' then 'atLeast' when '<' then 'atMost' end
$function$;

CREATE OR REPLACE FUNCTION app.note_document_year()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT'
     or (new.document_number, new.document_date) is distinct from (old.document_number, old.document_date) then
    new.document_year := case when new.document_number <> '' then extract(year from new.document_date) end;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 PARALLEL SAFE
AS $function$select clock_timestamp()$function$;

CREATE OR REPLACE FUNCTION app.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $function$;

CREATE OR REPLACE FUNCTION app.refuse_frozen_form()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.frozen_at is not null and (tg_op = 'DELETE' or new.layout is distinct from old.layout or new.frozen_at is null) then
    raise exception 'form version % is frozen', old.id using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION app.refuse_switched_rule()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'draft' and (tg_op = 'DELETE' or new.state = 'draft'
      or row(new.name, new.form_code, new.indicators, new.severity, new.condition, new.message)
         is distinct from row(old.name, old.form_code, old.indicators, old.severity, old.condition, old.message)) then
    raise exception 'version % of rule % was switched on', old.version, old.rule_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION app.register_submission_number()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from document_numbers d where d.submission_id = new.id;
  if new.document_year is not null then
    insert into document_numbers (agency_id, year, number, submission_id)
    values (new.agency_id, new.document_year, upper(regexp_replace(new.document_number, '\s', '', 'g') collate vi), new.id);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.register_version_number()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into document_numbers (agency_id, year, number, version_id)
  values (new.agency_id, extract(year from new.document_date),
    upper(regexp_replace(new.document_number, '\s', '', 'g') collate vi), new.version_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.vintage_letter(vintage text)
 RETURNS "char"
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case vintage when 'official' then 'c' when 'preliminary' then 's' when 'estimate' then 'u' when 'plan' then 'k' end::"char"
$function$;

CREATE OR REPLACE FUNCTION app.vintage_of(letter "char")
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case letter when 'c' then 'official' when 's' then 'preliminary' when 'u' then 'estimate' when 'k' then 'plan' end
$function$;

create table account_roles (
  account_id integer not null,
  agency_id integer not null,
  role text collate "C" not null,
  valid_from date not null default '1900-01-01'::date,
  valid_to date,
  constraint account_roles_pkey PRIMARY KEY (account_id, agency_id, role, valid_from),
  constraint account_roles_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint account_roles_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint account_roles_role_check CHECK ((role = ANY (ARRAY['reporter'::text, 'appraiser'::text, 'approver'::text, 'clerk'::text, 'receiver'::text, 'consolidator'::text, 'viewer'::text, 'administrator'::text, 'integrator'::text])))
);
comment on table account_roles is 'Vai trò của tài khoản tại từng cơ quan, theo thời gian';
CREATE INDEX account_roles_agency ON public.account_roles USING btree (agency_id, role);

create table accounts (
  id integer not null generated always as identity,
  login text collate "C" not null,
  display_name text collate vi not null,
  position text not null default ''::text,
  address_form text not null default 'bạn'::text,
  password_hash text,
  must_change_password boolean not null default false,
  is_demonstration boolean not null default false,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null default app.now(),
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_login_key UNIQUE (login),
  constraint accounts_address_form_check CHECK ((address_form = ANY (ARRAY['anh'::text, 'chị'::text, 'bạn'::text]))),
  constraint accounts_login_check CHECK ((login = lower(login)))
);
comment on table accounts is 'Tài khoản: một người một tài khoản';

create table adjustments (
  id bigint not null generated always as identity,
  regime_id integer not null,
  period text collate "C" not null,
  indicator_id integer not null,
  area_id integer not null,
  span_id integer not null,
  plan_version_id integer not null default 0,
  vintage text collate "C" not null,
  amount numeric(24,6) not null,
  reading text collate "C" not null,
  value_before numeric not null,
  reason text not null,
  withdraws_id bigint,
  account_id integer not null,
  agency_id integer not null,
  at timestamp with time zone not null,
  constraint adjustments_pkey PRIMARY KEY (id),
  constraint adjustments_withdraws_id_key UNIQUE (withdraws_id),
  constraint adjustments_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint adjustments_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint adjustments_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint adjustments_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id),
  constraint adjustments_plan_version_id_fkey FOREIGN KEY (plan_version_id) REFERENCES plan_versions(id),
  constraint adjustments_regime_id_fkey FOREIGN KEY (regime_id) REFERENCES regimes(id),
  constraint adjustments_regime_id_period_fkey FOREIGN KEY (regime_id, period) REFERENCES consolidations(regime_id, period),
  constraint adjustments_span_id_fkey FOREIGN KEY (span_id) REFERENCES spans(id),
  constraint adjustments_withdraws_id_fkey FOREIGN KEY (withdraws_id) REFERENCES adjustments(id),
  constraint adjustments_check CHECK (((amount <> (0)::numeric) = (withdraws_id IS NULL))),
  constraint adjustments_reading_check CHECK ((reading = ANY (ARRAY['accepted'::text, 'provisional'::text]))),
  constraint adjustments_reason_check CHECK ((reason <> ''::text)),
  constraint adjustments_vintage_check CHECK ((vintage = ANY (ARRAY['best'::text, 'estimate'::text, 'preliminary'::text, 'official'::text])))
);
comment on table adjustments is 'Điều chỉnh của cơ quan tổng hợp: lớp riêng trên số của các cơ quan, chỉ thêm';
comment on column adjustments.vintage is 'Cách đọc của cột được điều chỉnh; best là bản tốt nhất đang có';
comment on column adjustments.amount is 'Phần cộng thêm, âm là bớt; 0 ở dòng rút lại';
comment on column adjustments.value_before is 'Số tổng hợp người điều chỉnh đã thấy';
comment on column adjustments.withdraws_id is 'Dòng này rút lại điều chỉnh nào';
CREATE INDEX adjustments_table ON public.adjustments USING btree (regime_id, period);
CREATE TRIGGER adjustments_append_only BEFORE DELETE OR UPDATE ON public.adjustments FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on adjustments to baocao_app;

create table agencies (
  id integer not null generated always as identity,
  code text collate "C" not null,
  kind text collate "C" not null,
  electronic_id text collate "C",
  area_id integer,
  contact_name text not null default ''::text,
  contact_phone text not null default ''::text,
  valid_from date not null default '1900-01-01'::date,
  valid_to date,
  source text not null default ''::text,
  confidence text not null default ''::text,
  constraint agencies_pkey PRIMARY KEY (id),
  constraint agencies_code_valid_from_key UNIQUE (code, valid_from),
  constraint agencies_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint agencies_check CHECK ((valid_to >= valid_from))
);
comment on table agencies is 'Cơ quan, đơn vị thực hiện báo cáo (Điều 3.4)';
comment on column agencies.area_id is 'Địa bàn mà cơ quan quản lý, nếu có';

create table agency_names (
  agency_id integer not null,
  name text collate vi not null,
  short_name text collate vi not null,
  valid_from date not null default '1900-01-01'::date,
  valid_to date,
  constraint agency_names_pkey PRIMARY KEY (agency_id, valid_from),
  constraint agency_names_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint agency_names_agency_id_daterange_excl EXCLUDE USING gist (agency_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
);
comment on table agency_names is 'Tên của cơ quan theo thời gian; báo cáo giữ tên của ngày lập';

create table agency_parents (
  agency_id integer not null,
  parent_id integer not null,
  valid_from date not null default '1900-01-01'::date,
  valid_to date,
  constraint agency_parents_pkey PRIMARY KEY (agency_id, valid_from),
  constraint agency_parents_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint agency_parents_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES agencies(id),
  constraint agency_parents_agency_id_daterange_excl EXCLUDE USING gist (agency_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
);
comment on table agency_parents is 'Cơ quan cấp trên theo thời gian';

create table area_groups (
  id integer not null generated always as identity,
  agency_id integer not null,
  name text collate vi not null,
  area_ids integer[] not null,
  account_id integer not null,
  at timestamp with time zone not null,
  removed_at timestamp with time zone,
  removed_by integer,
  constraint area_groups_pkey PRIMARY KEY (id),
  constraint area_groups_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint area_groups_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint area_groups_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES accounts(id),
  constraint area_groups_area_ids_check CHECK ((cardinality(area_ids) >= 2)),
  constraint area_groups_check CHECK (((removed_at IS NULL) = (removed_by IS NULL))),
  constraint area_groups_name_check CHECK ((name <> ''::text))
);
comment on table area_groups is 'Nhóm địa bàn do cơ quan tổng hợp đặt tên để xem cộng chung';
CREATE UNIQUE INDEX area_groups_name ON public.area_groups USING btree (agency_id, lower(name)) WHERE (removed_at IS NULL);

create table area_names (
  area_id integer not null,
  name text collate vi not null,
  valid_from date not null default '1900-01-01'::date,
  valid_to date,
  constraint area_names_pkey PRIMARY KEY (area_id, valid_from),
  constraint area_names_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint area_names_area_id_daterange_excl EXCLUDE USING gist (area_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
);
comment on table area_names is 'Tên của địa bàn theo thời gian';

create table area_parents (
  area_id integer not null,
  parent_id integer not null,
  valid_from date not null default '1900-01-01'::date,
  valid_to date,
  constraint area_parents_pkey PRIMARY KEY (area_id, valid_from),
  constraint area_parents_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint area_parents_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES areas(id),
  constraint area_parents_area_id_daterange_excl EXCLUDE USING gist (area_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
);
comment on table area_parents is 'Địa bàn cấp trên theo thời gian';
CREATE INDEX area_parents_parent ON public.area_parents USING btree (parent_id);

create table areas (
  id integer not null generated always as identity,
  code text collate "C" not null,
  level text collate "C" not null,
  kind text not null,
  valid_from date not null default '1900-01-01'::date,
  valid_to date,
  note text not null default ''::text,
  constraint areas_pkey PRIMARY KEY (id),
  constraint areas_code_valid_from_key UNIQUE (code, valid_from),
  constraint areas_check CHECK ((valid_to >= valid_from)),
  constraint areas_level_check CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text, 'unallocated'::text])))
);
comment on table areas is 'Địa bàn: mã của cơ quan thống kê được dùng lại, nên khóa là (mã, ngày bắt đầu)';

create table assignments (
  id integer not null generated always as identity,
  regime_id integer not null,
  indicator_id integer not null,
  area_id integer not null,
  agency_id integer not null,
  valid_from date not null default '1900-01-01'::date,
  valid_to date,
  act text not null default ''::text,
  constraint assignments_pkey PRIMARY KEY (id),
  constraint assignments_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint assignments_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint assignments_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id),
  constraint assignments_regime_id_fkey FOREIGN KEY (regime_id) REFERENCES regimes(id),
  constraint assignments_regime_id_indicator_id_area_id_daterange_excl EXCLUDE USING gist (regime_id WITH =, indicator_id WITH =, area_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
);
comment on table assignments is 'Giao chỉ tiêu: chỉ tiêu × địa bàn × chế độ do cơ quan nào báo cáo (Điều 6.1)';
CREATE INDEX assignments_agency ON public.assignments USING btree (agency_id);

create table audit_entries (
  stream text collate "C" not null,
  seq bigint not null,
  at timestamp with time zone not null,
  payload text not null,
  hash bytea not null,
  constraint audit_entries_pkey PRIMARY KEY (stream, seq)
);
comment on table audit_entries is 'Nhật ký theo chuỗi băm của từng báo cáo';
comment on column audit_entries.payload is 'JSON chuẩn tắc, nguyên văn đã băm';
comment on column audit_entries.hash is 'sha256(băm của dòng trước || payload)';
CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR UPDATE ON public.audit_entries FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on audit_entries to baocao_app;

create table audit_events (
  id bigint not null generated always as identity,
  at timestamp with time zone not null default app.now(),
  request_id text not null default ''::text,
  account_id integer,
  agency_id integer,
  role text not null default ''::text,
  address text not null default ''::text,
  action text collate "C" not null,
  object text not null default ''::text,
  outcome text collate "C" not null,
  reason text not null default ''::text,
  constraint audit_events_pkey PRIMARY KEY (id),
  constraint audit_events_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'failed'::text])))
);
comment on table audit_events is 'Nhật ký chung: đăng nhập, từ chối, kết xuất, quản trị';
CREATE INDEX audit_events_at ON public.audit_events USING btree (at);
CREATE TRIGGER audit_events_append_only BEFORE DELETE OR UPDATE ON public.audit_events FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on audit_events to baocao_app;

create table audit_heads (
  stream text collate "C" not null,
  seq bigint not null,
  hash bytea not null,
  constraint audit_heads_pkey PRIMARY KEY (stream)
);
comment on table audit_heads is 'Đầu chuỗi của mỗi báo cáo';

create table audit_seals (
  id bigint not null generated always as identity,
  from_id bigint not null,
  to_id bigint not null,
  at timestamp with time zone not null default app.now(),
  hash bytea not null,
  constraint audit_seals_pkey PRIMARY KEY (id)
);
comment on table audit_seals is 'Niêm phong từng đoạn nhật ký chung bằng chuỗi băm';
CREATE TRIGGER audit_seals_append_only BEFORE DELETE OR UPDATE ON public.audit_seals FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on audit_seals to baocao_app;

create table breakdowns (
  id integer not null,
  code text collate "C" not null,
  name text collate vi not null,
  constraint breakdowns_pkey PRIMARY KEY (id),
  constraint breakdowns_code_key UNIQUE (code)
);
comment on table breakdowns is 'Phân tổ: tổ hợp thành phần đã dùng, số 0 là toàn bộ';

create table cell_revisions (
  submission_id bigint not null,
  version integer not null,
  form_version_id integer not null,
  row_key text collate "C" not null,
  column_key text collate "C" not null,
  revision integer not null,
  kind text collate "C" not null,
  value numeric(24,6),
  text text,
  note text not null,
  origin text collate "C" not null,
  entered_by integer not null,
  acting_agency_id integer not null,
  entered_at timestamp with time zone not null,
  constraint cell_revisions_pkey PRIMARY KEY (submission_id, version, form_version_id, row_key, column_key, revision)
);
comment on table cell_revisions is 'Lịch sử từng ô, chỉ thêm';
CREATE TRIGGER cell_revisions_append_only BEFORE DELETE OR UPDATE ON public.cell_revisions FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on cell_revisions to baocao_app;

create table cells (
  submission_id bigint not null,
  version integer not null,
  form_version_id integer not null,
  row_key text collate "C" not null,
  column_key text collate "C" not null,
  revision integer not null,
  kind text collate "C" not null,
  value numeric(24,6),
  text text,
  note text not null default ''::text,
  origin text collate "C" not null,
  entered_by integer not null,
  acting_agency_id integer not null,
  entered_at timestamp with time zone not null,
  constraint cells_pkey PRIMARY KEY (submission_id, version, form_version_id, row_key, column_key),
  constraint cells_acting_agency_id_fkey FOREIGN KEY (acting_agency_id) REFERENCES agencies(id),
  constraint cells_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES accounts(id),
  constraint cells_form_version_id_fkey FOREIGN KEY (form_version_id) REFERENCES form_versions(id),
  constraint cells_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submissions(id),
  constraint cells_check CHECK (((kind = 'number'::text) = (value IS NOT NULL))),
  constraint cells_check1 CHECK (((kind = 'text'::text) = (text IS NOT NULL))),
  constraint cells_kind_check CHECK ((kind = ANY (ARRAY['number'::text, 'absent'::text, 'nothing'::text, 'notApplicable'::text, 'text'::text, 'empty'::text]))),
  constraint cells_origin_check CHECK ((origin = ANY (ARRAY['typed'::text, 'imported'::text, 'received'::text, 'computed'::text])))
);
comment on table cells is 'Giá trị đang có của từng ô đã nhập';
comment on column cells.revision is 'Lần sửa; người ghi phải nêu đúng lần đã thấy';
comment on column cells.kind is 'empty: đã nhập rồi xóa trống, coi như chưa nhập';

create table changes (
  id bigint not null generated always as identity,
  transaction xid8 not null default pg_current_xact_id(),
  at timestamp with time zone not null default app.now(),
  topic text collate "C" not null,
  agency_id integer,
  receiver_id integer,
  level text collate "C" not null,
  payload jsonb not null,
  constraint changes_pkey PRIMARY KEY (transaction, id),
  constraint changes_level_check CHECK ((level = ANY (ARRAY['draft'::text, 'sent'::text, 'accepted'::text, 'published'::text])))
);
comment on table changes is 'Dòng thay đổi: mỗi việc đã xảy ra một dòng, đọc theo vị trí (giao dịch, số thứ tự)';
comment on column changes.level is 'Ai được thấy: nháp (cơ quan mình), đã gửi (cơ quan nhận), đã tiếp nhận (trong tỉnh), đã công bố';

create table changes_floor (
  is_only boolean not null default true,
  transaction xid8 not null,
  id bigint not null,
  constraint changes_floor_pkey PRIMARY KEY (is_only),
  constraint changes_floor_is_only_check CHECK (is_only)
);
comment on table changes_floor is 'Vị trí của thay đổi cuối cùng đã bỏ; ai đọc tiếp từ trước đó phải đọc lại từ đầu';

create table check_rule_versions (
  rule_id integer not null,
  version integer not null,
  name text collate vi not null,
  form_code text collate "C",
  indicators text[] collate "C",
  severity text collate "C" not null,
  condition text not null,
  message text not null default ''::text,
  state text collate "C" not null default 'draft'::text,
  valid_from date,
  valid_to date,
  agency_id integer,
  account_id integer,
  reason text not null default ''::text,
  source text not null default ''::text,
  confidence text not null default ''::text,
  changed_at timestamp with time zone not null default app.now(),
  constraint check_rule_versions_pkey PRIMARY KEY (rule_id, version),
  constraint check_rule_versions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint check_rule_versions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint check_rule_versions_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES check_rules(id),
  constraint check_rule_versions_check CHECK (((form_code IS NULL) <> (indicators IS NULL))),
  constraint check_rule_versions_check1 CHECK (((state <> 'draft'::text) OR ((valid_from IS NULL) AND (valid_to IS NULL)))),
  constraint check_rule_versions_check2 CHECK (((state <> 'on'::text) OR (valid_from IS NOT NULL))),
  constraint check_rule_versions_check3 CHECK ((valid_to >= valid_from)),
  constraint check_rule_versions_severity_check CHECK ((severity = ANY (ARRAY['hard'::text, 'soft'::text]))),
  constraint check_rule_versions_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'on'::text, 'off'::text]))),
  constraint check_rule_versions_version_check CHECK ((version > 0)),
  constraint check_rule_versions_one_at_a_time EXCLUDE USING gist (rule_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((valid_from IS NOT NULL))
);
comment on table check_rule_versions is 'Các bản của quy tắc kiểm tra: điều kiện, mức độ, hiệu lực, ai viết và vì sao';
comment on column check_rule_versions.form_code is 'Biểu mà quy tắc hỏi tới; trống khi quy tắc theo chỉ tiêu';
comment on column check_rule_versions.valid_from is 'Hỏi những báo cáo có kỳ kết thúc từ ngày này';
CREATE UNIQUE INDEX check_rule_versions_one_draft ON public.check_rule_versions USING btree (rule_id) WHERE (state = 'draft'::text);
CREATE TRIGGER check_rule_versions_switched BEFORE DELETE OR UPDATE ON public.check_rule_versions FOR EACH ROW EXECUTE FUNCTION app.refuse_switched_rule();

create table check_rules (
  id integer not null generated always as identity,
  code text collate "C" not null,
  constraint check_rules_pkey PRIMARY KEY (id),
  constraint check_rules_code_key UNIQUE (code)
);
comment on table check_rules is 'Quy tắc kiểm tra tự động; mã không dùng lại';

create table consolidated_version_steps (
  id bigint not null generated always as identity,
  version_id bigint not null,
  verb text collate "C" not null,
  from_state text collate "C" not null,
  to_state text collate "C" not null,
  account_id integer not null,
  agency_id integer not null,
  role text collate "C" not null,
  at timestamp with time zone not null,
  reason text not null default ''::text,
  content_hash text collate "C" not null,
  document_number text not null default ''::text,
  document_date date,
  due_at timestamp with time zone,
  constraint consolidated_version_steps_pkey PRIMARY KEY (id),
  constraint consolidated_version_steps_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint consolidated_version_steps_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint consolidated_version_steps_version_id_fkey FOREIGN KEY (version_id) REFERENCES consolidated_versions(id),
  constraint consolidated_version_steps_check CHECK (((document_number <> ''::text) = (document_date IS NOT NULL)))
);
comment on table consolidated_version_steps is 'Các bước đã đi của một bản tổng hợp: ai, với tư cách nào, lúc nào, trên đúng nội dung nào';
comment on column consolidated_version_steps.due_at is 'Thời hạn mà lần gửi đầu tiên của kỳ được xét đúng hay muộn; trống ở mọi bước khác';
CREATE INDEX consolidated_version_steps_version ON public.consolidated_version_steps USING btree (version_id, id);
CREATE TRIGGER consolidated_version_steps_append_only BEFORE DELETE OR UPDATE ON public.consolidated_version_steps FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER consolidated_version_steps_register_number AFTER INSERT ON public.consolidated_version_steps FOR EACH ROW WHEN ((new.document_number <> ''::text)) EXECUTE FUNCTION app.register_version_number();
grant select, insert on consolidated_version_steps to baocao_app;

create table consolidated_versions (
  id bigint not null generated always as identity,
  regime_id integer not null,
  period text collate "C" not null,
  version integer not null,
  reading text collate "C" not null,
  content text not null,
  content_hash text collate "C" not null,
  changes text not null,
  note text not null default ''::text,
  account_id integer not null,
  agency_id integer not null,
  at timestamp with time zone not null,
  constraint consolidated_versions_pkey PRIMARY KEY (id),
  constraint consolidated_versions_regime_id_period_version_key UNIQUE (regime_id, period, version),
  constraint consolidated_versions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint consolidated_versions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint consolidated_versions_regime_id_fkey FOREIGN KEY (regime_id) REFERENCES regimes(id),
  constraint consolidated_versions_regime_id_period_fkey FOREIGN KEY (regime_id, period) REFERENCES consolidations(regime_id, period),
  constraint consolidated_versions_reading_check CHECK ((reading = ANY (ARRAY['accepted'::text, 'provisional'::text]))),
  constraint consolidated_versions_version_check CHECK ((version >= 1))
);
comment on table consolidated_versions is 'Bản tổng hợp đã chốt: nguyên văn nội dung với bản của từng số đã lấy, chỉ thêm';
comment on column consolidated_versions.content is 'JSON chuẩn tắc, nguyên văn đã băm';
comment on column consolidated_versions.changes is 'Khác bản chốt trước ở những ô nào, JSON chuẩn tắc';
CREATE TRIGGER consolidated_versions_append_only BEFORE DELETE OR UPDATE ON public.consolidated_versions FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on consolidated_versions to baocao_app;

create table consolidations (
  regime_id integer not null,
  period text collate "C" not null,
  revision bigint not null default 1,
  constraint consolidations_pkey PRIMARY KEY (regime_id, period),
  constraint consolidations_regime_id_fkey FOREIGN KEY (regime_id) REFERENCES regimes(id)
);
comment on table consolidations is 'Bảng tổng hợp của một chế độ, một kỳ: mỗi việc của cơ quan tổng hợp giữ dòng này trước khi ghi';
comment on column consolidations.revision is 'Số việc đã làm trên bảng: điều chỉnh, chọn nguồn, chốt';

create table document_numbers (
  agency_id integer not null,
  year smallint not null,
  number text collate "C" not null,
  submission_id bigint,
  version_id bigint,
  constraint document_numbers_pkey PRIMARY KEY (agency_id, year, number),
  constraint document_numbers_submission_id_key UNIQUE (submission_id),
  constraint document_numbers_version_id_key UNIQUE (version_id),
  constraint document_numbers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint document_numbers_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submissions(id),
  constraint document_numbers_version_id_fkey FOREIGN KEY (version_id) REFERENCES consolidated_versions(id),
  constraint document_numbers_check CHECK ((num_nonnulls(submission_id, version_id) = 1))
);
comment on table document_numbers is 'Sổ văn bản đi: mỗi số một văn bản của một cơ quan trong một năm; do cơ sở dữ liệu ghi khi văn bản được cấp số';
comment on column document_numbers.number is 'Viết hoa, bỏ khoảng trắng';

create table edition_promotions (
  edition_id bigint not null,
  level text collate "C" not null,
  at timestamp with time zone not null,
  transaction xid8 not null default pg_current_xact_id(),
  constraint edition_promotions_pkey PRIMARY KEY (edition_id, level),
  constraint edition_promotions_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint edition_promotions_level_check CHECK ((level = ANY (ARRAY['sent'::text, 'accepted'::text, 'published'::text, 'withdrawn'::text])))
);
comment on table edition_promotions is 'Nấc thang công khai của từng lần phát hành: đã gửi, đã tiếp nhận, đã công bố, đã rút';
comment on column edition_promotions.transaction is 'Giao dịch đã ghi nấc này: đến ảnh chụp nào thì thấy nó';
CREATE INDEX edition_promotions_at ON public.edition_promotions USING btree (at);
CREATE INDEX edition_promotions_transaction ON public.edition_promotions USING btree (transaction);
CREATE TRIGGER edition_promotions_append_only BEFORE DELETE OR UPDATE ON public.edition_promotions FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on edition_promotions to baocao_app;

create table edition_slots (
  edition_id bigint not null,
  indicator_id integer not null,
  span_id integer not null,
  breakdown_id integer not null,
  span_to date not null,
  area_ids integer[] not null,
  constraint edition_slots_pkey PRIMARY KEY (edition_id, indicator_id, span_id, breakdown_id),
  constraint edition_slots_area_ids_check CHECK ((cardinality(area_ids) > 0))
);
comment on table edition_slots is 'Lần phát hành nói về những ô số liệu nào: mỗi chỉ tiêu, khoảng thời gian và phân tổ một dòng, kèm các địa bàn theo thứ tự';
CREATE TRIGGER edition_slots_append_only BEFORE DELETE OR UPDATE ON public.edition_slots FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on edition_slots to baocao_app;

create table editions (
  id bigint not null generated always as identity,
  agency_id integer not null,
  submission_id bigint,
  version integer not null default 1,
  sending integer not null default 1,
  period_end date not null,
  origin text collate "C" not null,
  source text not null default ''::text,
  confidence text not null default ''::text,
  constraint editions_pkey PRIMARY KEY (id),
  constraint editions_submission_id_version_sending_key UNIQUE (submission_id, version, sending),
  constraint editions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint editions_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submissions(id),
  constraint editions_origin_check CHECK ((origin = ANY (ARRAY['typed'::text, 'imported'::text, 'received'::text, 'computed'::text, 'reference'::text])))
);
comment on table editions is 'Lần phát hành số liệu: một lần gửi hay một lần nạp';
comment on column editions.period_end is 'Ngày cuối kỳ báo cáo: bản của kỳ sau thay bản của kỳ trước, không theo giờ ghi';
CREATE INDEX editions_agency ON public.editions USING btree (agency_id, period_end);

create table figure_batches (
  id bigint not null generated always as identity,
  agency_id integer not null,
  sender text collate "C" not null,
  message_id text collate "C" not null,
  level text collate "C" not null,
  content_hash text collate "C" not null,
  source text not null,
  edition_id bigint,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  entered_by integer,
  acting_agency_id integer not null,
  at timestamp with time zone not null,
  constraint figure_batches_pkey PRIMARY KEY (id),
  constraint figure_batches_agency_id_sender_message_id_level_key UNIQUE (agency_id, sender, message_id, level),
  constraint figure_batches_acting_agency_id_fkey FOREIGN KEY (acting_agency_id) REFERENCES agencies(id),
  constraint figure_batches_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint figure_batches_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint figure_batches_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES accounts(id),
  constraint figure_batches_level_check CHECK ((level = ANY (ARRAY['sent'::text, 'accepted'::text, 'published'::text])))
);
comment on table figure_batches is 'Lần nạp số liệu hàng loạt: mỗi tệp hay thông điệp đã nhận một dòng, nạp lại không đổi gì';
comment on column figure_batches.message_id is 'Mã thông điệp của bên gửi, hoặc mã băm của tệp';
comment on column figure_batches.edition_id is 'Trống khi mọi số trong lần nạp đã có sẵn đúng như vậy';
CREATE TRIGGER figure_batches_append_only BEFORE DELETE OR UPDATE ON public.figure_batches FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on figure_batches to baocao_app;

create table form_versions (
  id integer not null generated always as identity,
  form_id integer not null,
  version integer not null,
  layout jsonb not null,
  frozen_at timestamp with time zone,
  source text not null default ''::text,
  constraint form_versions_pkey PRIMARY KEY (id),
  constraint form_versions_form_id_version_key UNIQUE (form_id, version),
  constraint form_versions_form_id_fkey FOREIGN KEY (form_id) REFERENCES forms(id)
);
comment on table form_versions is 'Bản biểu mẫu: dòng, bộ cột theo kỳ; bản đã dùng thì đóng băng';
CREATE TRIGGER form_versions_frozen BEFORE DELETE OR UPDATE ON public.form_versions FOR EACH ROW EXECUTE FUNCTION app.refuse_frozen_form();

create table forms (
  id integer not null generated always as identity,
  code text collate "C" not null,
  name text collate vi not null,
  constraint forms_pkey PRIMARY KEY (id),
  constraint forms_code_key UNIQUE (code)
);
comment on table forms is 'Biểu mẫu';

create table holidays (
  day date not null,
  name text not null,
  kind text collate "C" not null,
  confidence text not null default ''::text,
  note text not null default ''::text,
  constraint holidays_pkey PRIMARY KEY (day),
  constraint holidays_kind_check CHECK ((kind = ANY (ARRAY['off'::text, 'work'::text])))
);
comment on table holidays is 'Ngày nghỉ và ngày làm bù; người quản trị sửa được';

create table idempotency_keys (
  account_id integer not null,
  key text collate "C" not null,
  request_hash bytea not null,
  status smallint not null,
  response jsonb not null,
  at timestamp with time zone not null default app.now(),
  given_to text[] collate "C" not null default '{}'::text[],
  constraint idempotency_keys_pkey PRIMARY KEY (account_id, key)
);
comment on table idempotency_keys is 'Trả lời đã cho của mỗi yêu cầu ghi, giữ 7 ngày để yêu cầu lặp lại có cùng kết quả';
comment on column idempotency_keys.given_to is 'Quyền của người gửi lúc được trả lời; mất quyền nào thì không được nghe lại';
CREATE INDEX idempotency_keys_at ON public.idempotency_keys USING btree (at);

create table indicator_breakdowns (
  indicator_id integer not null,
  breakdown_id integer not null,
  constraint indicator_breakdowns_pkey PRIMARY KEY (indicator_id, breakdown_id),
  constraint indicator_breakdowns_breakdown_id_fkey FOREIGN KEY (breakdown_id) REFERENCES breakdowns(id),
  constraint indicator_breakdowns_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id),
  constraint indicator_breakdowns_breakdown_id_check CHECK ((breakdown_id <> 0))
);
comment on table indicator_breakdowns is 'Chỉ tiêu đã có số theo phân tổ nào';

create table indicator_groups (
  code text collate "C" not null,
  name text collate vi not null,
  position smallint not null,
  constraint indicator_groups_pkey PRIMARY KEY (code),
  constraint indicator_groups_position_key UNIQUE ("position")
);
comment on table indicator_groups is 'Nhóm chỉ tiêu; mã nhóm là phần đầu của mã chỉ tiêu, trước dấu chấm thứ nhất';

create table indicator_versions (
  indicator_id integer not null,
  name text collate vi not null,
  definition text not null default ''::text,
  measure text collate "C",
  decimals smallint not null default 0,
  value_kind text collate "C" not null default 'number'::text,
  nature text collate "C",
  area_aggregation text collate "C",
  formula text not null default ''::text,
  valid_from date not null default '1900-01-01'::date,
  valid_to date,
  version integer not null default 1,
  reason text not null default ''::text,
  recorded_by integer,
  recorded_at timestamp with time zone,
  constraint indicator_versions_pkey PRIMARY KEY (indicator_id, version),
  constraint indicator_versions_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id),
  constraint indicator_versions_measure_fkey FOREIGN KEY (measure) REFERENCES measures(code),
  constraint indicator_versions_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint indicator_versions_area_aggregation_check CHECK ((area_aggregation = ANY (ARRAY['sum'::text, 'formula'::text, 'none'::text]))),
  constraint indicator_versions_check CHECK ((valid_to >= valid_from)),
  constraint indicator_versions_check1 CHECK (((recorded_at IS NULL) = (recorded_by IS NULL))),
  constraint indicator_versions_decimals_check CHECK (((decimals >= 0) AND (decimals <= 6))),
  constraint indicator_versions_nature_check CHECK ((nature = ANY (ARRAY['flow'::text, 'stock'::text, 'rate'::text]))),
  constraint indicator_versions_value_kind_check CHECK ((value_kind = ANY (ARRAY['number'::text, 'text'::text, 'date'::text, 'choice'::text, 'title'::text]))),
  constraint indicator_versions_version_check CHECK ((version > 0))
);
comment on table indicator_versions is 'Tên, định nghĩa, đơn vị tính, cách cộng của chỉ tiêu theo thời gian';
comment on column indicator_versions.version is 'Bản thứ mấy; trong các bản có hiệu lực vào một ngày, bản ghi sau cùng được dùng';
comment on column indicator_versions.reason is 'Vì sao có bản này; trống nếu lấy từ dữ liệu danh mục';
CREATE TRIGGER indicator_versions_append_only BEFORE DELETE OR UPDATE ON public.indicator_versions FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on indicator_versions to baocao_app;

create table indicators (
  id integer not null generated always as identity,
  code text collate "C" not null,
  owner_agency_id integer,
  parent_id integer,
  published_as_is boolean not null default false,
  direction text collate "C",
  official_code text collate "C",
  source text not null default ''::text,
  confidence text not null default ''::text,
  constraint indicators_pkey PRIMARY KEY (id),
  constraint indicators_code_key UNIQUE (code),
  constraint indicators_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint indicators_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES indicators(id),
  constraint indicators_direction_check CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text])))
);
comment on table indicators is 'Chỉ tiêu; mã không đổi sau khi ban hành (Điều 6.2)';
comment on column indicators.direction is 'Càng nhiều càng tốt (up) hay càng ít càng tốt (down)';

create table job_workers (
  id text collate "C" not null,
  host text not null,
  pid integer not null,
  started_at timestamp with time zone not null default clock_timestamp(),
  beat_at timestamp with time zone not null default clock_timestamp(),
  constraint job_workers_pkey PRIMARY KEY (id)
);
comment on table job_workers is 'Tiến trình xử lý việc nền đang sống; im lặng quá 30 giây thì việc đang giữ được giao lại';

create table measures (
  code text collate "C" not null,
  name text collate vi not null,
  constraint measures_pkey PRIMARY KEY (code),
  constraint measures_name_key UNIQUE (name)
);
comment on table measures is 'Đơn vị tính';

create table plan_versions (
  id integer not null,
  code text collate "C" not null,
  issuer text collate "C" not null,
  name text collate vi not null,
  act text not null default ''::text,
  issued_on date,
  replaces_id integer,
  source text not null default ''::text,
  confidence text not null default ''::text,
  constraint plan_versions_pkey PRIMARY KEY (id),
  constraint plan_versions_code_key UNIQUE (code),
  constraint plan_versions_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES plan_versions(id),
  constraint plan_versions_issuer_check CHECK ((issuer = ANY (ARRAY['none'::text, 'central'::text, 'council'::text, 'committee'::text, 'aspiration'::text])))
);
comment on table plan_versions is 'Bản kế hoạch: cấp giao, văn bản, thay bản nào; số 0 là số thực tế';

create table precedences (
  indicator_id integer not null,
  agency_id integer not null,
  rank smallint not null,
  valid_from date not null default '1900-01-01'::date,
  valid_to date,
  reason text not null default ''::text,
  decided_by integer,
  decided_at timestamp with time zone,
  constraint precedences_pkey PRIMARY KEY (indicator_id, rank, valid_from),
  constraint precedences_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint precedences_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts(id),
  constraint precedences_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id),
  constraint precedences_indicator_id_rank_daterange_excl EXCLUDE USING gist (indicator_id WITH =, rank WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
);
comment on table precedences is 'Thứ tự ưu tiên nguồn khi các cơ quan báo khác nhau; mặc định cơ quan phụ trách chỉ tiêu';
comment on column precedences.decided_by is 'Ai quyết định thứ tự này; trống nếu có từ danh mục';

create table question_replies (
  question_id bigint not null,
  position smallint not null,
  kind text collate "C" not null,
  body text not null default ''::text,
  account_id integer not null,
  agency_id integer not null,
  at timestamp with time zone not null,
  constraint question_replies_pkey PRIMARY KEY (question_id, "position"),
  constraint question_replies_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint question_replies_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint question_replies_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id),
  constraint question_replies_check CHECK (((kind = 'close'::text) OR (body <> ''::text))),
  constraint question_replies_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'close'::text])))
);
comment on table question_replies is 'Trả lời và việc đóng câu hỏi, chỉ thêm';
CREATE TRIGGER question_replies_append_only BEFORE DELETE OR UPDATE ON public.question_replies FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on question_replies to baocao_app;

create table questions (
  id bigint not null generated always as identity,
  regime_id integer not null,
  period text collate "C" not null,
  agency_id integer not null,
  row_key text collate "C",
  column_key text collate "C",
  about text not null,
  body text not null,
  asked_by integer not null,
  asking_agency_id integer not null,
  asked_at timestamp with time zone not null,
  constraint questions_pkey PRIMARY KEY (id),
  constraint questions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint questions_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES accounts(id),
  constraint questions_asking_agency_id_fkey FOREIGN KEY (asking_agency_id) REFERENCES agencies(id),
  constraint questions_regime_id_fkey FOREIGN KEY (regime_id) REFERENCES regimes(id),
  constraint questions_body_check CHECK ((body <> ''::text)),
  constraint questions_check CHECK (((row_key IS NULL) = (column_key IS NULL)))
);
comment on table questions is 'Câu hỏi của cơ quan tổng hợp tới cơ quan nguồn về một ô, hoặc nhắc báo cáo khi không nêu ô';
comment on column questions.about is 'Ô được hỏi, bằng lời, như lúc hỏi';
CREATE INDEX questions_agency ON public.questions USING btree (agency_id, id);
CREATE INDEX questions_asking ON public.questions USING btree (asking_agency_id, regime_id, period);
CREATE TRIGGER questions_append_only BEFORE DELETE OR UPDATE ON public.questions FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on questions to baocao_app;

create table regime_subjects (
  regime_version_id integer not null,
  agency_id integer not null,
  form_version_id integer not null,
  position smallint not null,
  constraint regime_subjects_pkey PRIMARY KEY (regime_version_id, agency_id, form_version_id),
  constraint regime_subjects_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint regime_subjects_form_version_id_fkey FOREIGN KEY (form_version_id) REFERENCES form_versions(id),
  constraint regime_subjects_regime_version_id_fkey FOREIGN KEY (regime_version_id) REFERENCES regime_versions(id)
);
comment on table regime_subjects is 'Đối tượng báo cáo và biểu mẫu phải điền';

create table regime_versions (
  id integer not null generated always as identity,
  regime_id integer not null,
  name text collate vi not null,
  content text not null,
  ways text not null,
  outline text not null default ''::text,
  procedure text not null default ''::text,
  act text not null,
  receiver_id integer not null,
  deadline_rule jsonb not null,
  internal_rules jsonb not null,
  opens_day smallint not null,
  workflow_path text collate "C" not null,
  consolidated_form_version_id integer,
  valid_from date not null default '1900-01-01'::date,
  valid_to date,
  source text not null default ''::text,
  confidence text not null default ''::text,
  consolidated_path text collate "C" not null default 'consolidated'::text,
  consolidated_receiver_id integer,
  consolidated_deadline_rule jsonb,
  consolidated_deadline_act text not null default ''::text,
  constraint regime_versions_pkey PRIMARY KEY (id),
  constraint regime_versions_consolidated_form_version_id_fkey FOREIGN KEY (consolidated_form_version_id) REFERENCES form_versions(id),
  constraint regime_versions_consolidated_receiver_id_fkey FOREIGN KEY (consolidated_receiver_id) REFERENCES agencies(id),
  constraint regime_versions_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES agencies(id),
  constraint regime_versions_regime_id_fkey FOREIGN KEY (regime_id) REFERENCES regimes(id),
  constraint regime_versions_consolidated_deadline CHECK (((consolidated_deadline_rule IS NULL) OR ((consolidated_deadline_act <> ''::text) AND (consolidated_form_version_id IS NOT NULL) AND (consolidated_receiver_id IS NOT NULL)))),
  constraint regime_versions_regime_id_daterange_excl EXCLUDE USING gist (regime_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
);
comment on table regime_versions is 'Thành phần của chế độ báo cáo theo thời gian, kèm văn bản ban hành';
comment on column regime_versions.consolidated_path is 'Đường đi của báo cáo tổng hợp, tên trong workflow_transitions';
comment on column regime_versions.consolidated_receiver_id is 'Cơ quan nhận báo cáo tổng hợp; trống nếu báo cáo dừng ở cơ quan tổng hợp';
comment on column regime_versions.consolidated_deadline_rule is 'Thời hạn gửi báo cáo tổng hợp; trống nếu chưa văn bản nào ấn định';
comment on column regime_versions.consolidated_deadline_act is 'Văn bản ấn định thời hạn gửi báo cáo tổng hợp';

create table regimes (
  id integer not null generated always as identity,
  code text collate "C" not null,
  kind text collate "C" not null,
  period_kind text collate "C" not null,
  calendar text collate "C" not null,
  figures_calendar text collate "C" not null,
  constraint regimes_pkey PRIMARY KEY (id),
  constraint regimes_code_key UNIQUE (code),
  constraint regimes_calendar_check CHECK ((calendar = ANY (ARRAY['administrative'::text, 'statistical'::text]))),
  constraint regimes_figures_calendar_check CHECK ((figures_calendar = ANY (ARRAY['administrative'::text, 'statistical'::text]))),
  constraint regimes_kind_check CHECK ((kind = ANY (ARRAY['periodic'::text, 'thematic'::text, 'adHoc'::text])))
);
comment on table regimes is 'Chế độ báo cáo (Điều 7 Nghị định 09/2019/NĐ-CP)';
comment on column regimes.calendar is 'Lịch của kỳ lấy số liệu (chốt số)';
comment on column regimes.figures_calendar is 'Lịch của khoảng số liệu trong biểu: báo cáo tháng chốt ngày 14 nhưng ước cả tháng dương lịch';

create table releases (
  indicator_id integer not null,
  span_id integer not null,
  released_at timestamp with time zone not null,
  told_at timestamp with time zone,
  set_by integer,
  constraint releases_pkey PRIMARY KEY (indicator_id, span_id),
  constraint releases_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id),
  constraint releases_set_by_fkey FOREIGN KEY (set_by) REFERENCES accounts(id),
  constraint releases_span_id_fkey FOREIGN KEY (span_id) REFERENCES spans(id)
);
comment on table releases is 'Giờ công bố: trước giờ này chỉ cơ quan chủ quản thấy số';
comment on column releases.told_at is 'Lúc đã báo cho các màn hình rằng đến giờ công bố; trống: chưa báo';
comment on column releases.set_by is 'Người đặt giờ công bố; trống: đặt trong cơ sở dữ liệu';
CREATE INDEX releases_untold ON public.releases USING btree (released_at) WHERE ((told_at IS NULL) OR (told_at < released_at));

create table reported_value_revisions (
  indicator_id integer not null,
  span_id integer not null,
  area_id integer not null,
  breakdown_id integer not null,
  plan_version_id integer not null,
  vintage text collate "C" not null,
  agency_id integer not null,
  span_to date not null,
  edition_id bigint not null,
  kind text collate "C" not null,
  value numeric(24,6),
  upper_value numeric(24,6),
  text text,
  note text not null default ''::text,
  entered_by integer,
  entered_at timestamp with time zone,
  acting_agency_id integer,
  form_version_id integer,
  row_key text collate "C",
  column_key text collate "C",
  cell_revision integer,
  constraint reported_value_revisions_pkey PRIMARY KEY (indicator_id, span_id, breakdown_id, area_id, plan_version_id, vintage, agency_id, edition_id, span_to),
  constraint reported_value_revisions_kind_check CHECK ((kind = ANY (ARRAY['number'::text, 'absent'::text, 'nothing'::text, 'notApplicable'::text, 'text'::text, 'date'::text, 'choice'::text, 'range'::text, 'atLeast'::text, 'atMost'::text])))
) partition by RANGE (span_to);
comment on table reported_value_revisions is 'Lịch sử giá trị báo cáo, chỉ thêm, kèm nguồn gốc đến từng ô';
CREATE TRIGGER reported_value_revisions_append_only BEFORE DELETE OR UPDATE ON public.reported_value_revisions FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on reported_value_revisions to baocao_app;
-- 31 partitions: reported_value_revisions_2010 to reported_value_revisions_2040

create table reported_values (
  indicator_id integer not null,
  span_id integer not null,
  area_id integer not null,
  breakdown_id integer not null,
  plan_version_id integer not null,
  vintage "char" not null,
  agency_id integer not null,
  span_to date not null,
  sent_edition_id bigint,
  sent_kind "char",
  sent_value numeric(24,6),
  accepted_edition_id bigint,
  accepted_kind "char",
  accepted_value numeric(24,6),
  published_edition_id bigint,
  published_kind "char",
  published_value numeric(24,6),
  constraint reported_values_pkey PRIMARY KEY (indicator_id, span_id, breakdown_id, area_id, plan_version_id, vintage, agency_id, span_to) INCLUDE (accepted_kind, accepted_value, sent_kind, sent_value),
  constraint reported_values_check CHECK (((vintage = ANY (ARRAY['c'::"char", 's'::"char", 'u'::"char", 'k'::"char"])) AND ((plan_version_id = 0) = (vintage <> 'k'::"char")))),
  constraint reported_values_check1 CHECK (((num_nulls(sent_edition_id, sent_kind) <> 1) AND (num_nulls(accepted_edition_id, accepted_kind) <> 1) AND (num_nulls(published_edition_id, published_kind) <> 1))),
  constraint reported_values_check2 CHECK (((strpos('#_-x"/*~><'::text, (sent_kind)::text) > 0) AND (strpos('#_-x"/*~><'::text, (accepted_kind)::text) > 0) AND (strpos('#_-x"/*~><'::text, (published_kind)::text) > 0)))
) partition by RANGE (span_to);
comment on table reported_values is 'Giá trị báo cáo: mỗi khóa số liệu × cơ quan một dòng, kèm giá trị ở từng nấc công khai';
comment on column reported_values.vintage is 'Bản số liệu bằng một chữ (app.vintage_of)';
comment on column reported_values.sent_kind is 'Loại giá trị bằng một ký hiệu (app.kind_of)';
comment on column reported_values.accepted_kind is 'Loại giá trị bằng một ký hiệu (app.kind_of)';
comment on column reported_values.published_kind is 'Loại giá trị bằng một ký hiệu (app.kind_of)';
-- 31 partitions: reported_values_2010 to reported_values_2040

create table saved_views (
  id bigint not null generated always as identity,
  account_id integer not null,
  agency_id integer not null,
  name text collate vi not null,
  definition text collate "C" not null,
  sharing text collate "C" not null,
  revision integer not null default 1,
  edited_at timestamp with time zone not null default app.now(),
  deleted_at timestamp with time zone,
  constraint saved_views_pkey PRIMARY KEY (id),
  constraint saved_views_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint saved_views_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint saved_views_name_check CHECK (((name = btrim(name)) AND ((length(name) >= 1) AND (length(name) <= 200)))),
  constraint saved_views_sharing_check CHECK ((sharing = ANY (ARRAY['private'::text, 'agency'::text, 'province'::text])))
);
comment on table saved_views is 'Bảng tra cứu đã lưu: định nghĩa của bảng, không giữ số liệu';
comment on column saved_views.definition is 'Một dòng chữ nói bảng gồm gì (core/table/definition-text.ts)';
comment on column saved_views.sharing is 'Ai xem được: chỉ người lập, cơ quan của người lập, cả tỉnh';
CREATE INDEX saved_views_owner ON public.saved_views USING btree (account_id, agency_id) WHERE (deleted_at IS NULL);
CREATE INDEX saved_views_shared ON public.saved_views USING btree (agency_id) WHERE ((deleted_at IS NULL) AND (sharing <> 'private'::text));

create table schema_migrations (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default clock_timestamp(),
  constraint schema_migrations_pkey PRIMARY KEY (number)
);
comment on table schema_migrations is 'Các tệp di trú đã áp dụng';
grant select on schema_migrations to baocao_app;

create table sessions (
  token_hash bytea not null,
  account_id integer not null,
  csrf_token text collate "C" not null,
  created_at timestamp with time zone not null default app.now(),
  seen_at timestamp with time zone not null default app.now(),
  authenticated_at timestamp with time zone not null default app.now(),
  address text not null default ''::text,
  agent text not null default ''::text,
  constraint sessions_pkey PRIMARY KEY (token_hash),
  constraint sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
);
comment on table sessions is 'Phiên đăng nhập; chỉ giữ mã băm của thẻ';
CREATE INDEX sessions_account ON public.sessions USING btree (account_id);

create table sign_in_throttles (
  key text collate "C" not null,
  failures integer not null,
  since timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint sign_in_throttles_pkey PRIMARY KEY (key)
);
comment on table sign_in_throttles is 'Đếm lần đăng nhập sai theo tài khoản và theo nguồn';

create table source_choices (
  id bigint not null generated always as identity,
  indicator_id integer not null,
  area_id integer not null,
  span_id integer not null,
  breakdown_id integer not null default 0,
  agency_id integer,
  reason text not null,
  account_id integer not null,
  acting_agency_id integer not null,
  at timestamp with time zone not null,
  constraint source_choices_pkey PRIMARY KEY (id),
  constraint source_choices_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint source_choices_acting_agency_id_fkey FOREIGN KEY (acting_agency_id) REFERENCES agencies(id),
  constraint source_choices_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint source_choices_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint source_choices_breakdown_id_fkey FOREIGN KEY (breakdown_id) REFERENCES breakdowns(id),
  constraint source_choices_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id),
  constraint source_choices_span_id_fkey FOREIGN KEY (span_id) REFERENCES spans(id),
  constraint source_choices_reason_check CHECK ((reason <> ''::text))
);
comment on table source_choices is 'Chọn nguồn cho một số liệu khi các cơ quan báo khác nhau, chỉ thêm; dòng sau cùng có hiệu lực';
comment on column source_choices.agency_id is 'Cơ quan được chọn; trống là bỏ lựa chọn trước';
CREATE INDEX source_choices_place ON public.source_choices USING btree (indicator_id, span_id, area_id, breakdown_id, id);
CREATE TRIGGER source_choices_append_only BEFORE DELETE OR UPDATE ON public.source_choices FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on source_choices to baocao_app;

create table spans (
  id integer not null generated always as identity,
  calendar text collate "C" not null,
  from_date date not null,
  to_date date not null,
  constraint spans_pkey PRIMARY KEY (id),
  constraint spans_calendar_from_date_to_date_key UNIQUE (calendar, from_date, to_date),
  constraint spans_calendar_check CHECK ((calendar = ANY (ARRAY['administrative'::text, 'statistical'::text]))),
  constraint spans_check CHECK ((to_date >= from_date))
);
comment on table spans is 'Khoảng số liệu: (lịch, từ ngày, đến ngày); kỳ chỉ là tên gọi của khoảng';

create table submission_findings (
  step_id bigint not null,
  findings jsonb not null,
  constraint submission_findings_pkey PRIMARY KEY (step_id),
  constraint submission_findings_step_id_fkey FOREIGN KEY (step_id) REFERENCES submission_steps(id),
  constraint submission_findings_findings_check CHECK ((jsonb_typeof(findings) = 'array'::text))
);
comment on table submission_findings is 'Kiểm tra tự động đã thấy gì khi báo cáo được trình: quy tắc, bản, ô, câu chữ; chỉ thêm';
CREATE TRIGGER submission_findings_append_only BEFORE DELETE OR UPDATE ON public.submission_findings FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on submission_findings to baocao_app;

create table submission_forms (
  submission_id bigint not null,
  form_version_id integer not null,
  position smallint not null,
  constraint submission_forms_pkey PRIMARY KEY (submission_id, form_version_id),
  constraint submission_forms_form_version_id_fkey FOREIGN KEY (form_version_id) REFERENCES form_versions(id),
  constraint submission_forms_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submissions(id)
);
comment on table submission_forms is 'Bản biểu mẫu gắn chặt với báo cáo';

create table submission_snapshots (
  submission_id bigint not null,
  version integer not null,
  content_hash text collate "C" not null,
  content text not null,
  at timestamp with time zone not null,
  constraint submission_snapshots_pkey PRIMARY KEY (submission_id, version, content_hash),
  constraint submission_snapshots_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submissions(id)
);
comment on table submission_snapshots is 'Nội dung chuẩn tắc tại mỗi lần trình, đúng như đã băm';
CREATE TRIGGER submission_snapshots_append_only BEFORE DELETE OR UPDATE ON public.submission_snapshots FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on submission_snapshots to baocao_app;

create table submission_step_cells (
  step_id bigint not null,
  form_version_id integer not null,
  row_key text collate "C" not null,
  column_key text collate "C" not null,
  note text not null default ''::text,
  constraint submission_step_cells_pkey PRIMARY KEY (step_id, form_version_id, row_key, column_key),
  constraint submission_step_cells_step_id_fkey FOREIGN KEY (step_id) REFERENCES submission_steps(id)
);
comment on table submission_step_cells is 'Các ô được đánh dấu khi trả lại';
CREATE TRIGGER submission_step_cells_append_only BEFORE DELETE OR UPDATE ON public.submission_step_cells FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on submission_step_cells to baocao_app;

create table submission_steps (
  id bigint not null generated always as identity,
  submission_id bigint not null,
  version integer not null,
  verb text collate "C" not null,
  from_state text collate "C" not null,
  to_state text collate "C" not null,
  account_id integer,
  agency_id integer,
  role text collate "C" not null,
  at timestamp with time zone not null,
  reason text not null default ''::text,
  content_hash text collate "C",
  is_signed boolean not null default false,
  constraint submission_steps_pkey PRIMARY KEY (id),
  constraint submission_steps_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint submission_steps_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint submission_steps_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submissions(id)
);
comment on table submission_steps is 'Các bước đã đi: ai, lúc nào, trên đúng nội dung nào';
CREATE INDEX submission_steps_submission ON public.submission_steps USING btree (submission_id, id);
CREATE TRIGGER submission_steps_append_only BEFORE DELETE OR UPDATE ON public.submission_steps FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
grant select, insert on submission_steps to baocao_app;

create table submissions (
  id bigint not null generated always as identity,
  regime_version_id integer not null,
  regime_id integer not null,
  agency_id integer not null,
  receiver_id integer not null,
  period text collate "C" not null,
  span_id integer not null,
  round smallint not null default 1,
  version integer not null default 1,
  sending integer not null default 0,
  state text collate "C" not null default 'draft'::text,
  state_since timestamp with time zone not null,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  internal_due jsonb not null default '{}'::jsonb,
  first_sent_at timestamp with time zone,
  is_late boolean not null default false,
  document_number text not null default ''::text,
  document_date date,
  content_hash text collate "C",
  document_year smallint,
  constraint submissions_pkey PRIMARY KEY (id),
  constraint submissions_regime_id_agency_id_span_id_round_key UNIQUE (regime_id, agency_id, span_id, round),
  constraint submissions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint submissions_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES agencies(id),
  constraint submissions_regime_id_fkey FOREIGN KEY (regime_id) REFERENCES regimes(id),
  constraint submissions_regime_version_id_fkey FOREIGN KEY (regime_version_id) REFERENCES regime_versions(id),
  constraint submissions_span_id_fkey FOREIGN KEY (span_id) REFERENCES spans(id),
  constraint submissions_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'appraised'::text, 'approved'::text, 'sealed'::text, 'sent'::text, 'accepted'::text])))
);
comment on table submissions is 'Báo cáo của một cơ quan, một chế độ, một kỳ, một đợt';
comment on column submissions.period is 'Nhãn kỳ, ví dụ 2026-09';
comment on column submissions.span_id is 'Khoảng chốt số liệu của kỳ';
comment on column submissions.sending is 'Lần gửi thứ mấy của bản hiện tại';
comment on column submissions.document_year is 'Năm của sổ văn bản đi, do cơ sở dữ liệu ghi; trống nếu chưa phát hành, hoặc số đã bị dùng trùng từ trước';
CREATE INDEX submissions_agency ON public.submissions USING btree (agency_id, state);
CREATE UNIQUE INDEX submissions_document_number ON public.submissions USING btree (agency_id, document_year, upper(regexp_replace(document_number, '\s'::text, ''::text, 'g'::text)));
CREATE INDEX submissions_period ON public.submissions USING btree (regime_id, span_id);
CREATE INDEX submissions_receiver ON public.submissions USING btree (receiver_id, state);
CREATE TRIGGER submissions_document_year BEFORE INSERT OR UPDATE OF document_number, document_date ON public.submissions FOR EACH ROW EXECUTE FUNCTION app.note_document_year();
CREATE TRIGGER submissions_register_number AFTER UPDATE OF document_number, document_date ON public.submissions FOR EACH ROW WHEN (((new.document_number IS DISTINCT FROM old.document_number) OR (new.document_year IS DISTINCT FROM old.document_year))) EXECUTE FUNCTION app.register_submission_number();

create table workflow_transitions (
  path text collate "C" not null,
  position smallint not null,
  from_state text collate "C" not null,
  verb text collate "C" not null,
  to_state text collate "C" not null,
  roles text[] not null,
  side text collate "C" not null,
  needs text[] not null default '{}'::text[],
  constraint workflow_transitions_pkey PRIMARY KEY (path, from_state, verb),
  constraint workflow_transitions_side_check CHECK ((side = ANY (ARRAY['own'::text, 'receiver'::text])))
);
comment on table workflow_transitions is 'Đường đi của báo cáo: từ trạng thái nào, việc gì, sang đâu, ai làm, cần gì (Điều 9)';

create view edition_values as
 SELECT s.edition_id,
    v.indicator_id,
    v.span_id,
    v.area_id,
    v.breakdown_id,
    v.plan_version_id,
    v.vintage,
    v.agency_id,
    v.span_to,
    v.kind,
    v.value,
    v.upper_value,
    v.text,
    v.note,
    v.entered_by,
    v.entered_at,
    v.acting_agency_id,
    v.form_version_id,
    v.row_key,
    v.column_key,
    v.cell_revision
   FROM edition_slots s
     CROSS JOIN LATERAL ( SELECT r.indicator_id,
            r.span_id,
            r.area_id,
            r.breakdown_id,
            r.plan_version_id,
            r.vintage,
            r.agency_id,
            r.span_to,
            r.edition_id,
            r.kind,
            r.value,
            r.upper_value,
            r.text,
            r.note,
            r.entered_by,
            r.entered_at,
            r.acting_agency_id,
            r.form_version_id,
            r.row_key,
            r.column_key,
            r.cell_revision
           FROM reported_value_revisions r
          WHERE r.indicator_id = s.indicator_id AND r.span_id = s.span_id AND r.breakdown_id = s.breakdown_id AND r.area_id >= s.area_ids[1] AND r.area_id <= s.area_ids[cardinality(s.area_ids)] AND r.edition_id = s.edition_id AND r.span_to = s.span_to
         OFFSET 0) v;
comment on table edition_values is 'Giá trị của từng lần phát hành';
