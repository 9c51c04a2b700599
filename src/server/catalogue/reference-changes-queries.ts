/** SQL that finds what the files of reference data say otherwise than they said when they were loaded, and versions it. */
import type { Db } from '../platform/database.ts'
import type { CsvRecord } from './read-csv.ts'
import type { FormReference } from './reference-files.ts'

/** What a version of an indicator says, under the names of its columns. */
interface Said {
  readonly name: string
  readonly definition: string
  readonly measure: string | null
  readonly decimals: number
  readonly value_kind: string
  readonly nature: string | null
  readonly area_aggregation: string | null
  readonly formula: string
}

export interface ChangedIndicator {
  readonly code: string
  readonly file: Said
  /** Of the latest version that came from a file. */
  readonly before: Said
  /** Whether somebody has saved a version in the program. */
  readonly isAuthored: boolean
}

/** Indicators whose row in the file says something else than the latest version loaded from a file. */
export async function changedIndicators(db: Db, records: readonly CsvRecord[]): Promise<readonly ChangedIndicator[]> {
  const said = (
    v: string,
  ) => `jsonb_build_object('name', ${v}.name, 'definition', ${v}.definition, 'measure', ${v}.measure,
    'decimals', ${v}.decimals, 'value_kind', ${v}.value_kind, 'nature', ${v}.nature,
    'area_aggregation', ${v}.area_aggregation, 'formula', ${v}.formula)`
  const { rows } = await db.query<ChangedIndicator>(
    `with given as (
       select r.code, r.name, r.definition, nullif(r.measure, '') as measure, r.decimals, r.value_kind,
         nullif(r.nature, '') as nature, nullif(r.area_aggregation, '') as area_aggregation, r.formula
       from jsonb_to_recordset($1) as r (code text, name text, definition text, measure text, decimals smallint,
         value_kind text, nature text, area_aggregation text, formula text))
     select g.code, ${said('g')} as file, ${said('b')} as before,
       exists (select from indicator_versions a where a.indicator_id = i.id and a.recorded_by is not null) as "isAuthored"
     from given g join indicators i on i.code = g.code
     join lateral (select v.* from indicator_versions v where v.indicator_id = i.id and v.recorded_by is null
                    order by v.version desc limit 1) b on true
     where ${said('b')} <> ${said('g')}
     order by g.code`,
    [JSON.stringify(records)],
  )
  return rows
}

/** A further version from the present day on; no author, as of all that comes from files. */
export async function addIndicatorVersions(db: Db, changed: readonly ChangedIndicator[]): Promise<void> {
  await db.query(
    `insert into indicator_versions (indicator_id, version, name, definition, measure, decimals, value_kind, nature,
       area_aggregation, formula, valid_from)
     select i.id, (select max(v.version) + 1 from indicator_versions v where v.indicator_id = i.id), r.name, r.definition,
       r.measure, r.decimals, r.value_kind, r.nature, r.area_aggregation, r.formula,
       (app.now() at time zone 'Asia/Ho_Chi_Minh')::date
     from jsonb_to_recordset($1) as r (code text, name text, definition text, measure text, decimals smallint,
       value_kind text, nature text, area_aggregation text, formula text)
     join indicators i on i.code = r.code`,
    [JSON.stringify(changed.map(({ code, file }) => ({ code, ...file })))],
  )
}

/** Where a row has its words from is no part of what the indicator means: it is taken over as the file has it now. */
export async function takeSources(db: Db, records: readonly CsvRecord[]): Promise<void> {
  await db.query(
    `update indicators i set source = r.source, confidence = r.confidence
     from jsonb_to_recordset($1) as r (code text, source text, confidence text)
     where i.code = r.code and (i.source, i.confidence) is distinct from (r.source, r.confidence)`,
    [JSON.stringify(records)],
  )
}

/**
 * Forms whose file says something else than the newest version: that one takes it while nothing was filled in on it, else
 * there is a further one. Regimes in force ask for it from the next period that opens; reports that are open keep theirs.
 * Returns the codes.
 */
export async function versionForms(db: Db, forms: readonly FormReference[]): Promise<readonly string[]> {
  const given = JSON.stringify(forms.map(({ layout, source }) => ({ code: layout.code, layout, source })))
  const { rows } = await db.query<{ code: string }>(
    `with changed as (
       select f.id as form_id, r.code, r.layout, r.source, newest.id, newest.version, newest.frozen_at
       from jsonb_to_recordset($1) as r (code text, layout jsonb, source text)
       join forms f on f.code = r.code
       join lateral (select v.* from form_versions v where v.form_id = f.id order by v.version desc limit 1) newest on true
       where newest.layout <> r.layout),
     edited as (
       update form_versions v set layout = c.layout, source = c.source from changed c
        where v.id = c.id and c.frozen_at is null),
     added as (
       insert into form_versions (form_id, version, layout, source)
       select c.form_id, c.version + 1, c.layout, c.source from changed c where c.frozen_at is not null
       returning id, form_id),
     asked as (
       update regime_subjects s set form_version_id = a.id
         from added a, form_versions old, regime_versions r
        where old.id = s.form_version_id and old.form_id = a.form_id and r.id = s.regime_version_id and r.valid_to is null),
     consolidated as (
       update regime_versions r set consolidated_form_version_id = a.id from added a, form_versions old
        where old.id = r.consolidated_form_version_id and old.form_id = a.form_id and r.valid_to is null)
     select c.code from changed c order by c.code`,
    [given],
  )
  return rows.map(({ code }) => code)
}
