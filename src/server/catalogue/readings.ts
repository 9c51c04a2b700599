/**
 * What other slices ask of the catalogue, in the shapes that core speaks. What every request needs (forms, regimes, the
 * catalogue of a day) is remembered for a few seconds.
 */
import type { KnownNames } from '#core/formula/check-formula.ts'
import { codesApart, type Indicator, type IndicatorCode } from '#core/indicator/indicator.ts'
import type { DeadlineRule } from '#core/period/deadline.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import type { PeriodKind } from '#core/period/period.ts'
import type { Calendar, Span } from '#core/period/span.ts'
import { spanKey } from '#core/period/span.ts'
import type { Holidays } from '#core/period/working-days.ts'
import { invariant } from '#core/quantity/invariant.ts'
import type { Transition } from '#core/workflow/workflow.ts'
import { committedAtOnce, type Db } from '../platform/database.ts'
import { remember } from '../platform/remember.ts'
import * as queries from './queries.ts'

const formVersion = remember(async (db: Db, id: number) => (await queries.selectFormVersions(db, [id]))[0])

export async function formVersionsById(db: Db, ids: readonly number[]): Promise<Map<number, queries.FormVersionRow>> {
  const found = new Map<number, queries.FormVersionRow>()
  for (const id of ids) {
    const version = await formVersion(db, id)
    if (version) found.set(id, version)
  }
  return found
}

/** Agencies that exist on the day, with their names of that day. */
export async function agenciesById(db: Db, on: LocalDate): Promise<Map<number, queries.AgencyRow>> {
  return byId(await queries.selectAgencies(db, on))
}

/** Areas that exist on the day: the province, the part of no district, districts, communes. */
export async function areas(db: Db, on: LocalDate): Promise<queries.AreaRow[]> {
  return queries.selectAreas(db, on)
}

export interface CatalogueIndicator extends Indicator {
  readonly id: number
  readonly definition: string
  readonly valueKind: string
  readonly direction: 'up' | 'down' | null
  readonly ownerAgencyId: number | null
  readonly parentId: number | null
  readonly source: string
  readonly confidence: string
}

export async function indicatorsByCode(
  db: Db,
  on: LocalDate,
  knownAt?: string,
): Promise<Map<string, CatalogueIndicator>> {
  const rows = await queries.selectIndicators(db, on, knownAt)
  return new Map(rows.map((row) => [row.code, { ...row, code: row.code as IndicatorCode, measure: row.measure ?? '' }]))
}

const calendarOfDays = remember(async (db: Db, _: 'all'): Promise<Holidays> => {
  const days = await queries.selectHolidays(db)
  const daysOf = (kind: 'off' | 'work') => new Set(days.filter((d) => d.kind === kind).map((d) => d.day))
  return { off: daysOf('off'), work: daysOf('work') }
})

export async function holidays(db: Db): Promise<Holidays> {
  return calendarOfDays(db, 'all')
}

export interface RegimeVersion {
  readonly id: number
  readonly regimeId: number
  readonly code: string
  readonly name: string
  readonly periodKind: PeriodKind
  /** Of the period whose end is the data-taking date. */
  readonly calendar: Calendar
  /** Of the spans that the figures are about. */
  readonly figuresCalendar: Calendar
  readonly receiverId: number
  readonly deadlineRule: DeadlineRule
  /** Deadlines of the steps inside the agency, by verb. */
  readonly internalRules: Readonly<Record<string, DeadlineRule>>
  /** Day of the month before the period on which its submissions open. */
  readonly opensDay: number
  readonly path: readonly Transition[]
  readonly subjects: readonly { readonly agencyId: number; readonly formVersionIds: readonly number[] }[]
  readonly consolidatedFormVersionId: number | null
  /** The way of what the receiver consolidates. */
  readonly consolidatedPath: readonly Transition[]
  /** Whom the whole is for; null where it ends at the receiver. */
  readonly consolidatedReceiverId: number | null
  /** When the whole is due there, and the act that says so; null where none does. */
  readonly consolidatedDeadline: { readonly rule: DeadlineRule; readonly act: string } | null
  readonly outline: string
  readonly act: string
  readonly source: string
}

/** Codes of every regime, in force or not. */
export async function regimeCodes(db: Db): Promise<string[]> {
  return queries.selectRegimeCodes(db)
}

/** The version of a regime that holds on the day; undefined for a code that nobody issued. */
export async function regimeVersion(
  db: Db,
  q: { readonly code: string; readonly on: LocalDate },
): Promise<RegimeVersion | undefined> {
  const row = await queries.selectRegimeVersion(db, q)
  return row && completed(db, row)
}

const regimeById = remember(async (db: Db, id: number): Promise<RegimeVersion> => {
  const row = await queries.selectRegimeVersion(db, { id })
  invariant(row !== undefined, `regime version ${id} exists`)
  return completed(db, row)
})

export async function regimeVersionById(db: Db, id: number): Promise<RegimeVersion> {
  return regimeById(db, id)
}

async function completed(db: Db, row: queries.RegimeVersionRow): Promise<RegimeVersion> {
  return {
    ...row,
    periodKind: row.periodKind as PeriodKind,
    calendar: row.calendar as Calendar,
    figuresCalendar: row.figuresCalendar as Calendar,
    deadlineRule: row.deadlineRule as DeadlineRule,
    consolidatedDeadline: row.consolidatedDeadline as RegimeVersion['consolidatedDeadline'],
    internalRules: row.internalRules as RegimeVersion['internalRules'],
    path: await queries.selectPath(db, row.path),
    consolidatedPath: await queries.selectPath(db, row.consolidatedPath),
    subjects: await queries.selectSubjects(db, row.id),
  }
}

/** Figures are kept of days in these years. */
export const yearsKept = { first: 2010, last: 2040 }

/** Id by `spanKey`; a span that was never used is not in the map, and nothing can be reported about it. */
export async function knownSpanIds(db: Db, spans: readonly Span[]): Promise<Map<string, number>> {
  const wanted = new Map(spans.map((span) => [spanKey(span), span]))
  const rows = await queries.selectSpans(db, [...wanted.values()])
  return new Map(rows.map((row) => [spanKey(row), row.id]))
}

/**
 * Id by `spanKey`; spans that were never used before are made, at once: whoever else needs one of them would wait for
 * the transaction, which may be that of a large batch.
 */
export async function spanIds(db: Db, spans: readonly Span[]): Promise<Map<string, number>> {
  const known = await knownSpanIds(db, spans)
  const unknown = spans.filter((span) => !known.has(spanKey(span)))
  if (unknown.length === 0) return known
  const atOnce = committedAtOnce(db)
  await queries.insertSpans(atOnce, unknown)
  return knownSpanIds(atOnce, spans)
}

export type PlanVersion = queries.PlanVersionRow

/** In the order in which they are read: of several that set a target for one figure the last is in force. */
export async function planVersions(db: Db): Promise<PlanVersion[]> {
  return queries.selectPlanVersions(db)
}

/** What the catalogue says on one day, for a request that needs most of it. */
export interface Catalogue {
  readonly agencies: ReadonlyMap<number, queries.AgencyRow>
  readonly areas: ReadonlyMap<number, queries.AreaRow>
  readonly areaIds: ReadonlyMap<string, number>
  readonly provinceId: number
  readonly indicators: ReadonlyMap<string, CatalogueIndicator>
  readonly plans: readonly PlanVersion[]
  /** Names by code; the whole is not among them. */
  readonly breakdowns: ReadonlyMap<string, string>
}

const catalogueOfDay = remember(readCatalogue, queries.countIndicatorVersions)

async function readCatalogue(db: Db, on: LocalDate): Promise<Catalogue> {
  const allAreas = await areas(db, on)
  const province = allAreas.find((area) => area.level === 'province')
  invariant(province !== undefined, 'the reference data have a province')
  return {
    agencies: await agenciesById(db, on),
    areas: byId(allAreas),
    areaIds: new Map(allAreas.map((area) => [area.code, area.id])),
    provinceId: province.id,
    indicators: await indicatorsByCode(db, on),
    plans: await planVersions(db),
    breakdowns: new Map((await queries.selectBreakdowns(db)).map(({ code, name }) => [code, name])),
  }
}

/** What a formula that is issued on that day may name. */
export function namesKnown({ indicators, areaIds, breakdowns, plans }: Catalogue): KnownNames {
  return {
    measures: new Map([...indicators].map(([code, { measure }]) => [code, measure])),
    apart: codesApart(indicators.values()),
    areas: new Set(areaIds.keys()),
    members: new Set([...breakdowns.keys()].flatMap((code) => code.split(','))),
    plans: new Set(plans.map(({ code }) => code)),
  }
}

/** `knownAt`: with the formulas that were known then, for readings as of an instant. */
export async function loadCatalogue(db: Db, on: LocalDate, knownAt?: string): Promise<Catalogue> {
  const catalogue = await catalogueOfDay(db, on)
  return knownAt === undefined ? catalogue : { ...catalogue, indicators: await indicatorsByCode(db, on, knownAt) }
}

/** To be called by whoever changes more of the catalogue than formulas, whose versions are its stamp. */
export function forgetCatalogue(db: Db): void {
  for (const kept of [formVersion, calendarOfDays, regimeById, catalogueOfDay]) kept.forget(db)
}

/** Agency by `indicatorId:areaId`. */
export async function responsibleAgencies(
  db: Db,
  q: { readonly regimeId: number; readonly on: LocalDate },
): Promise<Map<string, number>> {
  const rows = await queries.selectAssignments(db, q)
  return new Map(rows.map((row) => [`${row.indicatorId}:${row.areaId}`, row.agencyId]))
}

/**
 * Agencies in order of precedence, by indicator; indicators without an order of their own are left out. `asOf`: as it was
 * decided then; now when it is undefined.
 */
export async function precedenceOrders(
  db: Db,
  q: { readonly on: LocalDate; readonly asOf: string | undefined },
): Promise<Map<number, readonly number[]>> {
  const rows = await queries.selectPrecedences(db, q)
  return new Map(rows.map((row) => [row.indicatorId, row.agencyIds]))
}

function byId<Row extends { readonly id: number }>(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}
