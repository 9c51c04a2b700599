/** All SQL of the choices among sources, each about one figure; the latest of a place holds. */
import type { LocalDate } from '#core/period/local-date.ts'
import type { Span } from '#core/period/span.ts'
import type { Db } from '../platform/database.ts'
import type { ReportedPlaces } from './queries.ts'

export interface SourceChoice {
  readonly id: string
  readonly indicator_id: number
  readonly area_id: number
  readonly span_id: number
  readonly agency_id: number
  readonly reason: string
  readonly account_id: number
  readonly at: string
}

/** Choices in force at these places, for the whole breakdown; a place that was opened again is left out. */
export async function sourceChoices(
  db: Db,
  { indicatorIds, spanIds, areaIds }: Omit<ReportedPlaces, 'ends'>,
): Promise<SourceChoice[]> {
  const { rows } = await db.query<SourceChoice>(
    `select * from (
       select distinct on (c.indicator_id, c.span_id, c.area_id)
         c.id, c.indicator_id, c.area_id, c.span_id, c.agency_id, c.reason, c.account_id, c.at
       from source_choices c
       where c.indicator_id = any($1) and c.span_id = any($2) and c.area_id = any($3) and c.breakdown_id = 0
       order by c.indicator_id, c.span_id, c.area_id, c.id desc) latest
     where latest.agency_id is not null`,
    [indicatorIds, spanIds, areaIds],
  )
  return rows
}

/** Every choice ever made at these places, for the whole breakdown, those that opened a place again too; newest first. */
export async function pastChoices(
  db: Db,
  { indicatorIds, spanIds, areaIds }: Omit<ReportedPlaces, 'ends'>,
): Promise<Omit<SourceChoice, 'agency_id'>[]> {
  const { rows } = await db.query<Omit<SourceChoice, 'agency_id'>>(
    `select c.id, c.indicator_id, c.area_id, c.span_id, c.reason, c.account_id, c.at
     from source_choices c
     where c.indicator_id = any($1) and c.span_id = any($2) and c.area_id = any($3) and c.breakdown_id = 0
     order by c.id desc`,
    [indicatorIds, spanIds, areaIds],
  )
  return rows
}

export interface DatedChoice extends Pick<SourceChoice, 'indicator_id' | 'area_id' | 'agency_id'> {
  readonly calendar: Span['calendar']
  readonly from_date: LocalDate
  readonly to_date: LocalDate
}

/** Every choice in force at the instant, or now: people make them one by one, so they are few. */
export async function choicesInForce(db: Db, asOf: string | undefined): Promise<DatedChoice[]> {
  const { rows } = await db.query<DatedChoice>(
    `select latest.indicator_id, latest.area_id, latest.agency_id, s.calendar, s.from_date, s.to_date from (
       select distinct on (c.indicator_id, c.span_id, c.area_id) c.indicator_id, c.span_id, c.area_id, c.agency_id
       from source_choices c where c.breakdown_id = 0 and c.at <= coalesce($1::timestamptz, 'infinity')
       order by c.indicator_id, c.span_id, c.area_id, c.id desc) latest
     join spans s on s.id = latest.span_id where latest.agency_id is not null`,
    [asOf ?? null],
  )
  return rows
}

export interface NewSourceChoice {
  readonly indicatorId: number
  readonly areaId: number
  readonly spanId: number
  /** Null opens the place again. */
  readonly agencyId: number | null
  readonly reason: string
  readonly accountId: number
  readonly actingAgencyId: number
  readonly at: string
}

export async function chooseSource(db: Db, c: NewSourceChoice): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into source_choices (indicator_id, area_id, span_id, agency_id, reason, account_id, acting_agency_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [c.indicatorId, c.areaId, c.spanId, c.agencyId, c.reason, c.accountId, c.actingAgencyId, c.at],
  )
  return (rows[0] as { id: string }).id
}
