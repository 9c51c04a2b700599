/** All SQL that reads the catalogue. `on` picks what holds on that day. */
import type { FormLayout } from '#core/form/layout.ts'
import type { AreaAggregation, Nature } from '#core/indicator/indicator.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import type { Span } from '#core/period/span.ts'
import type { Transition } from '#core/workflow/workflow.ts'
import type { Db } from '../platform/database.ts'

export interface AreaRow {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly level: 'province' | 'district' | 'commune' | 'unallocated'
  readonly parentId: number | null
}

/** Areas that exist on the day, by level and code. */
export async function selectAreas(db: Db, on: LocalDate): Promise<AreaRow[]> {
  const { rows } = await db.query<AreaRow>(
    `select a.id, a.code, n.name, a.level, p.parent_id as "parentId"
     from areas a
     join area_names n on n.area_id = a.id and daterange(n.valid_from, n.valid_to, '[]') @> $1::date
     left join area_parents p on p.area_id = a.id and daterange(p.valid_from, p.valid_to, '[]') @> $1::date
     where daterange(a.valid_from, a.valid_to, '[]') @> $1::date
     order by array_position(array['province', 'unallocated', 'district', 'commune'], a.level), a.code`,
    [on],
  )
  return rows
}

/** What the province is called today, with its kind: «Tỉnh Bến Tre»; empty before reference data are loaded. */
export async function selectProvinceName(db: Db): Promise<string> {
  const { rows } = await db.query<{ name: string }>(
    `select n.name
     from (select (app.now() at time zone 'Asia/Ho_Chi_Minh')::date as day) today
     join areas a on a.level = 'province' and daterange(a.valid_from, a.valid_to, '[]') @> today.day
     join area_names n on n.area_id = a.id and daterange(n.valid_from, n.valid_to, '[]') @> today.day
     order by a.code limit 1`,
  )
  return rows[0]?.name ?? ''
}

export interface AgencyRow {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly kind: string
  readonly contactName: string
  readonly contactPhone: string
  readonly areaId: number | null
  readonly areaCode: string | null
}

export async function selectAgencies(db: Db, on: LocalDate): Promise<AgencyRow[]> {
  const { rows } = await db.query<AgencyRow>(
    `select g.id, g.code, n.name, n.short_name as "shortName", g.kind, g.contact_name as "contactName",
        g.contact_phone as "contactPhone", g.area_id as "areaId", a.code as "areaCode"
     from agencies g
     join agency_names n on n.agency_id = g.id and daterange(n.valid_from, n.valid_to, '[]') @> $1::date
     left join areas a on a.id = g.area_id
     where daterange(g.valid_from, g.valid_to, '[]') @> $1::date
     order by g.id`,
    [on],
  )
  return rows
}

export interface IndicatorRow {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly definition: string
  readonly measure: string | null
  readonly decimals: number
  readonly valueKind: string
  readonly nature: Nature | null
  readonly areaAggregation: AreaAggregation | null
  readonly formula: string
  readonly isPublishedAsIs: boolean
  readonly direction: 'up' | 'down' | null
  readonly ownerAgencyId: number | null
  readonly parentId: number | null
  readonly source: string
  readonly confidence: string
}

/**
 * The version of each indicator that holds on the day: of those valid from then or before, the one saved last. `knownAt`
 * leaves out what was saved later.
 */
export async function selectIndicators(db: Db, on: LocalDate, knownAt?: string): Promise<IndicatorRow[]> {
  const { rows } = await db.query<IndicatorRow>(
    `select i.id, i.code, v.name, v.definition, v.measure, v.decimals, v.value_kind as "valueKind", v.nature,
        v.area_aggregation as "areaAggregation", v.formula, i.published_as_is as "isPublishedAsIs", i.direction,
        i.owner_agency_id as "ownerAgencyId", i.parent_id as "parentId", i.source, i.confidence
     from indicators i
     join lateral (select * from indicator_versions x where x.indicator_id = i.id and x.valid_from <= $1
         and (x.recorded_at is null or $2::timestamptz is null or x.recorded_at <= $2)
       order by x.version desc limit 1) v on v.valid_to is null or v.valid_to >= $1
     order by i.id`,
    [on, knownAt ?? null],
  )
  return rows
}

export interface BreakdownRow {
  /** Its members as a reference spells them. */
  readonly code: string
  readonly name: string
}

/** The whole is not among them. */
export async function selectBreakdowns(db: Db): Promise<BreakdownRow[]> {
  const { rows } = await db.query<BreakdownRow>(
    'select b.code, b.name from breakdowns b where b.id <> 0 order by b.code',
  )
  return rows
}

export interface FormVersionRow {
  readonly id: number
  readonly code: string
  readonly title: string
  readonly layout: FormLayout
}

export async function selectFormVersions(db: Db, ids: readonly number[]): Promise<FormVersionRow[]> {
  const { rows } = await db.query<FormVersionRow>(
    `select v.id, f.code, f.name as title, v.layout
     from form_versions v join forms f on f.id = v.form_id where v.id = any($1)`,
    [ids],
  )
  return rows
}

/** A version that a report is bound to never changes again. */
export async function freezeForms(db: Db, ids: readonly number[]): Promise<void> {
  await db.query(`update form_versions set frozen_at = app.now() where id = any($1) and frozen_at is null`, [ids])
}

export async function selectHolidays(db: Db): Promise<{ day: LocalDate; kind: 'off' | 'work' }[]> {
  const { rows } = await db.query<{ day: LocalDate; kind: 'off' | 'work' }>(
    `select h.day, h.kind from holidays h order by h.day`,
  )
  return rows
}

export interface RegimeVersionRow {
  readonly id: number
  readonly regimeId: number
  readonly code: string
  readonly name: string
  readonly periodKind: string
  readonly calendar: string
  readonly figuresCalendar: string
  readonly receiverId: number
  readonly deadlineRule: unknown
  readonly internalRules: unknown
  readonly opensDay: number
  readonly path: string
  readonly consolidatedFormVersionId: number | null
  readonly consolidatedPath: string
  readonly consolidatedReceiverId: number | null
  readonly consolidatedDeadline: { readonly rule: unknown; readonly act: string } | null
  readonly outline: string
  readonly act: string
  readonly source: string
}

const regimeVersion = `
  select v.id, v.regime_id as "regimeId", r.code, v.name, r.period_kind as "periodKind", r.calendar,
    r.figures_calendar as "figuresCalendar", v.receiver_id as "receiverId", v.deadline_rule as "deadlineRule",
    v.internal_rules as "internalRules", v.opens_day as "opensDay", v.workflow_path as path,
    v.consolidated_form_version_id as "consolidatedFormVersionId", v.consolidated_path as "consolidatedPath",
    v.consolidated_receiver_id as "consolidatedReceiverId",
    case when v.consolidated_deadline_rule is not null then jsonb_build_object('rule', v.consolidated_deadline_rule,
      'act', v.consolidated_deadline_act) end as "consolidatedDeadline", v.outline, v.act, v.source
  from regime_versions v join regimes r on r.id = v.regime_id`

export async function selectRegimeVersion(
  db: Db,
  q: { readonly code: string; readonly on: LocalDate } | { readonly id: number },
): Promise<RegimeVersionRow | undefined> {
  const { rows } =
    'id' in q
      ? await db.query<RegimeVersionRow>(`${regimeVersion} where v.id = $1`, [q.id])
      : await db.query<RegimeVersionRow>(
          `${regimeVersion} where r.code = $1 and daterange(v.valid_from, v.valid_to, '[]') @> $2::date`,
          [q.code, q.on],
        )
  return rows[0]
}

export async function selectSubjects(
  db: Db,
  regimeVersionId: number,
): Promise<{ agencyId: number; formVersionIds: number[] }[]> {
  const { rows } = await db.query<{ agencyId: number; formVersionIds: number[] }>(
    `select s.agency_id as "agencyId", array_agg(s.form_version_id order by s.position) as "formVersionIds"
     from regime_subjects s where s.regime_version_id = $1
     group by s.agency_id order by min(s.position), s.agency_id`,
    [regimeVersionId],
  )
  return rows
}

export async function selectPath(db: Db, path: string): Promise<Transition[]> {
  const { rows } = await db.query<Transition>(
    `select t.from_state as "from", t.verb, t.to_state as "to", t.roles, t.side, t.needs
     from workflow_transitions t where t.path = $1 order by t.position`,
    [path],
  )
  return rows
}

const spanColumns = (spans: readonly Span[]) => [
  spans.map((s) => s.calendar),
  spans.map((s) => s.from),
  spans.map((s) => s.to),
]

/** Only the spans that are known already. */
export async function selectSpans(db: Db, spans: readonly Span[]): Promise<(Span & { id: number })[]> {
  const { rows } = await db.query<Span & { id: number }>(
    `select s.id, s.calendar, s.from_date as "from", s.to_date as "to"
     from spans s join unnest($1::text[], $2::date[], $3::date[]) as w (calendar, from_date, to_date)
       on (s.calendar, s.from_date, s.to_date) = (w.calendar, w.from_date, w.to_date)`,
    spanColumns(spans),
  )
  return rows
}

export async function insertSpans(db: Db, spans: readonly Span[]): Promise<void> {
  await db.query(
    `insert into spans (calendar, from_date, to_date)
     select distinct w.calendar, w.from_date, w.to_date
     from unnest($1::text[], $2::date[], $3::date[]) as w (calendar, from_date, to_date)
     order by w.calendar, w.from_date, w.to_date on conflict do nothing`,
    spanColumns(spans),
  )
}

export interface PlanVersionRow {
  readonly id: number
  readonly code: string
  readonly issuer: 'none' | 'central' | 'council' | 'committee' | 'aspiration'
  readonly name: string
  readonly act: string
  readonly source: string
  readonly confidence: string
}

/** Versions are only ever added: another count, another formula somewhere. */
export async function countIndicatorVersions(db: Db): Promise<string> {
  const { rows } = await db.query<{ count: string }>('select count(*) as count from indicator_versions')
  return rows[0]?.count ?? ''
}

/** Weakest first: proposals, then what is aimed at, the committee's, the centre's and the council's, older acts first. */
export async function selectPlanVersions(db: Db): Promise<PlanVersionRow[]> {
  const { rows } = await db.query<PlanVersionRow>(
    `select p.id, p.code, p.issuer, p.name, p.act, p.source, p.confidence
     from plan_versions p where p.id > 0
     order by array_position(array['none', 'aspiration', 'committee', 'central', 'council'], p.issuer),
       p.issued_on nulls first, p.id`,
  )
  return rows
}

export async function selectAssignments(
  db: Db,
  q: { readonly regimeId: number; readonly on: LocalDate },
): Promise<{ indicatorId: number; areaId: number; agencyId: number }[]> {
  const { rows } = await db.query<{ indicatorId: number; areaId: number; agencyId: number }>(
    `select a.indicator_id as "indicatorId", a.area_id as "areaId", a.agency_id as "agencyId"
     from assignments a where a.regime_id = $1 and daterange(a.valid_from, a.valid_to, '[]') @> $2::date`,
    [q.regimeId, q.on],
  )
  return rows
}

/** An order that a decision made later has ended since was not ended yet: nothing else ends one. */
export async function selectPrecedences(
  db: Db,
  q: { readonly on: LocalDate; readonly asOf: string | undefined },
): Promise<{ indicatorId: number; agencyIds: number[] }[]> {
  const { rows } = await db.query<{ indicatorId: number; agencyIds: number[] }>(
    `select p.indicator_id as "indicatorId", array_agg(p.agency_id order by p.rank) as "agencyIds"
     from precedences p
     where p.valid_from <= $1 and coalesce(p.decided_at <= $2, true)
       and (coalesce(p.valid_to >= $1, true) or exists (
         select from precedences later where later.indicator_id = p.indicator_id and later.valid_from = p.valid_to + 1
           and later.decided_at > $2))
     group by p.indicator_id`,
    [q.on, q.asOf ?? 'infinity'],
  )
  return rows
}

export async function selectRegimeCodes(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>('select r.code from regimes r order by r.code')
  return rows.map((r) => r.code)
}
