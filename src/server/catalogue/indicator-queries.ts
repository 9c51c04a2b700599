/** SQL of indicators as people look them up and change them: their versions, and the forms that ask for them. */
import type { LocalDate } from '#core/period/local-date.ts'
import type { Db } from '../platform/database.ts'
import type { IndicatorRow } from './queries.ts'

/** The day it is in the province. */
export async function selectToday(db: Db): Promise<LocalDate> {
  const { rows } = await db.query<{ today: LocalDate }>(
    `select (app.now() at time zone 'Asia/Ho_Chi_Minh')::date as today`,
  )
  return (rows[0] as { today: LocalDate }).today
}

/** In the order in which people know them. */
export async function selectGroups(db: Db): Promise<{ code: string; name: string }[]> {
  const { rows } = await db.query<{ code: string; name: string }>(
    'select g.code, g.name from indicator_groups g order by g.position',
  )
  return rows
}

export interface VersionRow extends Pick<IndicatorRow, 'name' | 'definition' | 'measure' | 'decimals'> {
  readonly version: number
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly valueKind: IndicatorRow['valueKind']
  readonly nature: IndicatorRow['nature']
  readonly areaAggregation: IndicatorRow['areaAggregation']
  readonly formula: string
  readonly reason: string
  readonly recordedBy: number | null
  readonly recordedAt: string | null
}

/** Last saved first. */
export async function selectVersions(db: Db, indicatorId: number): Promise<VersionRow[]> {
  const { rows } = await db.query<VersionRow>(
    `select v.version, v.valid_from as "validFrom", v.valid_to as "validTo", v.name, v.definition, v.measure, v.decimals,
        v.value_kind as "valueKind", v.nature, v.area_aggregation as "areaAggregation", v.formula, v.reason,
        v.recorded_by as "recordedBy", v.recorded_at as "recordedAt"
     from indicator_versions v where v.indicator_id = $1 order by v.version desc`,
    [indicatorId],
  )
  return rows
}

export interface FormulaChangeRow {
  readonly code: string
  readonly at: string
  readonly validFrom: LocalDate
  readonly before: string
  readonly after: string
  readonly reason: string
  readonly recordedBy: number
}

/** Among the versions that start by the day, those saved by `knownAt` with another formula than the one before; latest first. */
export async function selectFormulaChanges(
  db: Db,
  q: { readonly codes: readonly string[]; readonly on: LocalDate; readonly knownAt: string },
): Promise<FormulaChangeRow[]> {
  const { rows } = await db.query<FormulaChangeRow>(
    `select c.code, c.at, c."validFrom", c.before, c.after, c.reason, c."recordedBy"
     from (select i.code, v.recorded_at as at, v.valid_from as "validFrom", v.formula as after, v.reason,
         lag(v.formula) over (partition by v.indicator_id order by v.version) as before, v.recorded_by as "recordedBy"
       from indicator_versions v join indicators i on i.id = v.indicator_id
       where i.code = any($1) and v.valid_from <= $2 and (v.recorded_at is null or v.recorded_at <= $3)) c
     where c.at is not null and c.before <> c.after order by c.at desc`,
    [q.codes, q.on, q.knownAt],
  )
  return rows
}

/** Later days on which some indicator changes. */
export async function selectStartsAfter(db: Db, day: LocalDate): Promise<LocalDate[]> {
  const { rows } = await db.query<{ day: LocalDate }>(
    'select distinct v.valid_from as day from indicator_versions v where v.valid_from > $1 order by v.valid_from',
    [day],
  )
  return rows.map((row) => row.day)
}

export async function selectOfficialCode(db: Db, indicatorId: number): Promise<string> {
  const { rows } = await db.query<{ code: string | null }>(
    'select i.official_code as code from indicators i where i.id = $1',
    [indicatorId],
  )
  return rows[0]?.code ?? ''
}

/** One saving of an indicator at a time: the version it was decided on stays the latest until the transaction ends. */
export async function lockIndicators(db: Db): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(hashtext('indicator_versions'))`)
}

export interface NewFormula {
  readonly indicatorId: number
  readonly formula: string
  readonly validFrom: LocalDate
  readonly reason: string
  readonly accountId: number
}

/** A further version that takes everything but its formula from the latest one. Returns its number. */
export async function insertFormula(db: Db, it: NewFormula): Promise<number> {
  const { rows } = await db.query<{ version: number }>(
    `insert into indicator_versions (indicator_id, version, name, definition, measure, decimals, value_kind, nature,
       area_aggregation, formula, valid_from, reason, recorded_by, recorded_at)
     select v.indicator_id, v.version + 1, v.name, v.definition, v.measure, v.decimals, v.value_kind, v.nature,
       v.area_aggregation, $2, $3, $4, $5, app.now()
     from indicator_versions v where v.indicator_id = $1 order by v.version desc limit 1
     returning version`,
    [it.indicatorId, it.formula, it.validFrom, it.reason, it.accountId],
  )
  return (rows[0] as { version: number }).version
}

export interface AskingRow {
  readonly form: string
  readonly title: string
  readonly line: string
  readonly agencies: readonly string[]
}

/** Lines of the latest version of each form that ask for the indicator, with the agencies that fill the form in. */
export async function selectAsking(db: Db, code: string): Promise<AskingRow[]> {
  const { rows } = await db.query<AskingRow>(
    `select f.code as form, f.name as title, line.said ->> 'label' as line,
        array(select distinct n.short_name from regime_subjects s
          join agency_names n on n.agency_id = s.agency_id and n.valid_to is null
          where s.form_version_id = v.id order by n.short_name) as agencies
     from forms f
     join lateral (select x.id, x.layout from form_versions x where x.form_id = f.id order by x.version desc limit 1) v on true
     cross join jsonb_array_elements(v.layout -> 'rows') as line (said)
     where line.said ->> 'indicator' = $1 order by f.code, line`,
    [code],
  )
  return rows
}

/** Regimes of the province that are consolidated, and who receives their reports. */
export async function selectLeadRegimes(db: Db): Promise<{ regimeId: number; receiverId: number }[]> {
  const { rows } = await db.query<{ regimeId: number; receiverId: number }>(
    `select distinct v.regime_id as "regimeId", v.receiver_id as "receiverId" from regime_versions v
     where v.consolidated_form_version_id is not null order by v.regime_id`,
  )
  return rows
}

/** Agencies that consolidate a table under a regime that holds on the day. */
export async function selectLeadAgencies(db: Db, on: LocalDate): Promise<number[]> {
  const { rows } = await db.query<{ receiverId: number }>(
    `select distinct v.receiver_id as "receiverId" from regime_versions v
     where v.consolidated_form_version_id is not null and daterange(v.valid_from, v.valid_to, '[]') @> $1::date
     order by v.receiver_id`,
    [on],
  )
  return rows.map(({ receiverId }) => receiverId)
}
