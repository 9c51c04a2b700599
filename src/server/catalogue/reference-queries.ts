/** SQL that loads reference data: it adds what is missing and leaves alone what is there, but for the groups of indicators. */
import type { Transition } from '#core/workflow/workflow.ts'
import type { Db } from '../platform/database.ts'
import type { AssignmentSource } from './derive-assignments.ts'
import type { CsvRecord } from './read-csv.ts'
import type { FormReference, RegimeSource } from './reference-files.ts'

type Records = readonly CsvRecord[]

/** One loader at a time, whatever number of nodes start together. */
export async function lockReference(db: Db): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(hashtext('baocao-reference'))`)
}

/** Areas of one parent get numbers side by side, so that the figures of its parts lie together: a sum over them reads few pages. */
export async function loadAreas(db: Db, records: Records): Promise<void> {
  const values = [JSON.stringify(records)]
  const given = `jsonb_to_recordset($1) as r (code text, name text, level text, kind text, parent text, note text)`
  await db.query(
    `insert into areas (code, level, kind, note)
     select r.code, r.level, r.kind, r.note from ${given}
     where not exists (select 1 from areas a where a.code = r.code) order by r.parent, r.code`,
    values,
  )
  await db.query(
    `insert into area_names (area_id, name) select a.id, r.name from ${given} join areas a on a.code = r.code
     where not exists (select 1 from area_names n where n.area_id = a.id)`,
    values,
  )
  await db.query(
    `insert into area_parents (area_id, parent_id)
     select a.id, p.id from ${given} join areas a on a.code = r.code join areas p on p.code = r.parent
     where not exists (select 1 from area_parents x where x.area_id = a.id)`,
    values,
  )
}

export async function loadAgencies(db: Db, records: Records): Promise<void> {
  const values = [JSON.stringify(records)]
  const given = `jsonb_to_recordset($1) as r (code text, name text, short_name text, kind text, parent text, area text,
    contact_name text, contact_phone text, source text, confidence text)`
  await db.query(
    `insert into agencies (code, kind, area_id, contact_name, contact_phone, source, confidence)
     select r.code, r.kind, a.id, r.contact_name, r.contact_phone, r.source, r.confidence
     from ${given} left join areas a on a.code = r.area
     where not exists (select 1 from agencies g where g.code = r.code)`,
    values,
  )
  await db.query(
    `insert into agency_names (agency_id, name, short_name)
     select g.id, r.name, r.short_name from ${given} join agencies g on g.code = r.code
     where not exists (select 1 from agency_names n where n.agency_id = g.id)`,
    values,
  )
  await db.query(
    `insert into agency_parents (agency_id, parent_id)
     select g.id, p.id from ${given} join agencies g on g.code = r.code join agencies p on p.code = r.parent
     where not exists (select 1 from agency_parents x where x.agency_id = g.id)`,
    values,
  )
}

/** A measure is known by its name. */
export async function loadMeasures(db: Db, names: readonly string[]): Promise<void> {
  await db.query(
    `insert into measures (code, name) select name, name from unnest($1::text[]) as m (name) where name <> ''
     on conflict do nothing`,
    [names],
  )
}

/**
 * In the order of the file, under the names it gives: they only head lists. Groups that it has no more come last. All make
 * room first, because no two may hold one position even for a moment.
 */
export async function loadIndicatorGroups(db: Db, records: Records): Promise<void> {
  const values = [JSON.stringify(records.map((record, position) => ({ ...record, position })))]
  const given = `jsonb_to_recordset($1) as r (code text, name text, position smallint)`
  const { rowCount: others } = await db.query(
    `select from ${given} left join indicator_groups g on g.code = r.code
     where (g.name, g.position) is distinct from (r.name, r.position)`,
    values,
  )
  if (others === 0) return
  await db.query('update indicator_groups set position = -1 - position')
  await db.query(
    `insert into indicator_groups (code, name, position) select r.code, r.name, r.position from ${given}
     on conflict (code) do update set name = excluded.name, position = excluded.position`,
    values,
  )
  await db.query('update indicator_groups g set position = $1 - 1 - g.position where g.position < 0', [records.length])
}

export async function loadIndicators(db: Db, records: Records): Promise<void> {
  const values = [JSON.stringify(records)]
  const given = `jsonb_to_recordset($1) as r (code text, name text, measure text, decimals smallint, owner text,
    formula text, parent text, value_kind text, nature text, area_aggregation text, direction text,
    published_as_is text, official_code text, definition text, source text, confidence text)`
  await db.query(
    `insert into indicators (code, owner_agency_id, published_as_is, direction, official_code, source, confidence)
     select r.code, g.id, r.published_as_is = 'yes', nullif(r.direction, ''), nullif(r.official_code, ''),
       r.source, r.confidence
     from ${given} left join agencies g on g.code = r.owner
     where not exists (select 1 from indicators i where i.code = r.code) order by r.code collate "C"`,
    values,
  )
  await db.query(
    `update indicators i set parent_id = p.id
     from ${given} join indicators p on p.code = r.parent where i.code = r.code and i.parent_id is null`,
    values,
  )
  await db.query(
    `insert into indicator_versions
       (indicator_id, name, definition, measure, decimals, value_kind, nature, area_aggregation, formula)
     select i.id, r.name, r.definition, nullif(r.measure, ''), r.decimals, r.value_kind, nullif(r.nature, ''),
       nullif(r.area_aggregation, ''), r.formula
     from ${given} join indicators i on i.code = r.code
     where not exists (select 1 from indicator_versions v where v.indicator_id = i.id)`,
    values,
  )
}

export async function loadHolidays(db: Db, records: Records): Promise<void> {
  await db.query(
    `insert into holidays (day, name, kind, confidence, note)
     select r.date, r.name, r.kind, r.confidence, r.note
     from jsonb_to_recordset($1) as r (date date, name text, kind text, confidence text, note text)
     on conflict do nothing`,
    [JSON.stringify(records)],
  )
}

export async function loadPath(db: Db, path: string, transitions: readonly Transition[]): Promise<void> {
  const rows = transitions.map((transition, position) => ({ ...transition, position }))
  await db.query(
    `insert into workflow_transitions (path, position, from_state, verb, to_state, roles, side, needs)
     select $2, r.position, r."from", r.verb, r."to", r.roles, r.side, r.needs
     from jsonb_to_recordset($1) as r
       (position smallint, "from" text, verb text, "to" text, roles text[], side text, needs text[])
     where not exists (select 1 from workflow_transitions t where t.path = $2)`,
    [JSON.stringify(rows), path],
  )
}

export async function loadPlanVersions(db: Db, records: Records): Promise<void> {
  await db.query(
    `insert into plan_versions (id, code, issuer, name, act, issued_on, source, confidence)
     select (select max(id) from plan_versions) + row_number() over (order by r.code),
       r.code, r.issuer, r.name, r.act, nullif(r.issued_on, '')::date, r.source, r.confidence
     from jsonb_to_recordset($1) as r
       (code text, issuer text, name text, act text, issued_on text, source text, confidence text)
     where not exists (select 1 from plan_versions p where p.code = r.code)`,
    [JSON.stringify(records)],
  )
}

/** A form's first version; later versions are issued in the program. */
export async function loadForms(db: Db, forms: readonly FormReference[]): Promise<void> {
  const rows = forms.map(({ layout, source }) => ({ code: layout.code, name: layout.title, layout, source }))
  const values = [JSON.stringify(rows)]
  const given = `jsonb_to_recordset($1) as r (code text, name text, layout jsonb, source text)`
  await db.query(
    `insert into forms (code, name) select r.code, r.name from ${given}
     where not exists (select 1 from forms f where f.code = r.code)`,
    values,
  )
  await db.query(
    `insert into form_versions (form_id, version, layout, source)
     select f.id, 1, r.layout, r.source from ${given} join forms f on f.code = r.code
     where not exists (select 1 from form_versions v where v.form_id = f.id)`,
    values,
  )
}

export async function loadRegimes(db: Db, regimes: readonly RegimeSource[]): Promise<void> {
  const values = [JSON.stringify(regimes)]
  const given = `jsonb_to_recordset($1) as r (code text, kind text, "periodKind" text, calendar text,
    "figuresCalendar" text, name text, content text, ways text, outline text, procedure text, act text, receiver text,
    "opensDay" smallint, "deadlineRule" jsonb, "internalRules" jsonb, "workflowPath" text, "consolidatedForm" text,
    "consolidatedPath" text, "consolidatedReceiver" text, "consolidatedDeadline" jsonb, subjects jsonb, source text, confidence text)`
  const firstForm = `(select v.id from form_versions v join forms f on f.id = v.form_id
    where f.code = wanted order by v.version desc limit 1)`
  await db.query(
    `insert into regimes (code, kind, period_kind, calendar, figures_calendar)
     select r.code, r.kind, r."periodKind", r.calendar, r."figuresCalendar" from ${given}
     where not exists (select 1 from regimes x where x.code = r.code)`,
    values,
  )
  const { rows: added } = await db.query<{ id: number }>(
    `insert into regime_versions (regime_id, name, content, ways, outline, procedure, act, receiver_id, deadline_rule,
       internal_rules, opens_day, workflow_path, consolidated_form_version_id, consolidated_path,
       consolidated_receiver_id, consolidated_deadline_rule, consolidated_deadline_act, source, confidence)
     select x.id, r.name, r.content, r.ways, r.outline, r.procedure, r.act, g.id, r."deadlineRule", r."internalRules",
       r."opensDay", r."workflowPath", ${firstForm.replace('wanted', 'r."consolidatedForm"')}, r."consolidatedPath",
       above.id, nullif(r."consolidatedDeadline" -> 'rule', 'null'), coalesce(r."consolidatedDeadline" ->> 'act', ''),
       r.source, r.confidence
     from ${given} join regimes x on x.code = r.code join agencies g on g.code = r.receiver
     left join agencies above on above.code = r."consolidatedReceiver"
     where not exists (select 1 from regime_versions v where v.regime_id = x.id)
     returning id`,
    values,
  )
  await db.query(
    `insert into regime_subjects (regime_version_id, agency_id, form_version_id, position)
     select v.id, g.id, ${firstForm.replace('wanted', 'form.code')}, subject.position * 10 + form.position
     from ${given} join regimes x on x.code = r.code
     join regime_versions v on v.regime_id = x.id and v.id = any($2)
     cross join jsonb_array_elements(r.subjects) with ordinality as subject (said, position)
     cross join jsonb_array_elements_text(subject.said -> 'forms') with ordinality as form (code, position)
     join agencies g on g.code = subject.said ->> 'agency'`,
    [...values, added.map((row) => row.id)],
  )
}

export async function loadAssignments(
  db: Db,
  { regime, act, rows }: { readonly regime: string; readonly act: string; readonly rows: readonly AssignmentSource[] },
): Promise<void> {
  await db.query(
    `insert into assignments (regime_id, indicator_id, area_id, agency_id, act)
     select x.id, i.id, a.id, g.id, $3
     from jsonb_to_recordset($1) as r (indicator text, area text, agency text)
     join regimes x on x.code = $2 join indicators i on i.code = r.indicator
     join areas a on a.code = r.area join agencies g on g.code = r.agency
     where not exists (select 1 from assignments s where s.regime_id = x.id)`,
    [JSON.stringify(rows), regime, act],
  )
}
