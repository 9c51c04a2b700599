/** Reading figures for tables: figures of record, formulas over them, and sums over the areas below. */
import { totalOverAreas } from '#core/aggregation/total.ts'
import { figureOfRecord } from '#core/figure/precedence.ts'
import { isReleased } from '#core/figure/visibility.ts'
import { compile } from '#core/formula/compile.ts'
import type { Reference } from '#core/formula/formula.ts'
import { parse } from '#core/formula/parser.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import { type Span, spanKey } from '#core/period/span.ts'
import { absent, type CellValue, number } from '#core/quantity/cell-value.ts'
import { toText } from '#core/quantity/exact.ts'
import { none, type Outcome, outcomeOf } from '#core/quantity/outcome.ts'
import { type ReadingPlace, readingKey } from '#core/reading/place.ts'
import type { Reading } from '#core/reading/reading.ts'
import type { KnownFigure } from '#core/reading/source.ts'
import { type Catalogue, knownSpanIds, loadCatalogue, precedenceOrders } from '../catalogue/index.ts'
import { cellValueOf, type ReportedRow, reportedValues, reportedValuesAsOf, vintageOf } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import { now } from '../submissions/index.ts'

export interface ReportedOrigin {
  readonly row: ReportedRow
  readonly differing: readonly ReportedRow[]
}

export interface ReadAs {
  readonly viewerAgencyId: number | null
  readonly level: 'sent' | 'accepted'
  readonly regimeId: number | null
  readonly asOf?: string
  readonly on: LocalDate
}

export interface Reader {
  read(reference: Reference, place: ReadingPlace): Reading<ReportedOrigin>
}

interface Slot {
  readonly indicatorId: number
  readonly span: Span
}

interface Engine {
  readonly catalogue: Catalogue
  readonly orders: ReadonlyMap<number, readonly number[]>
  readonly viewerAgencyId: number | null
  readonly at: string
  readonly rows: ReadonlyMap<string, readonly ReportedRow[]>
  readonly missed: Map<string, Slot>
  readonly known: Map<string, Reading<ReportedOrigin>>
}

export async function readFigures<Result>(db: Db, as: ReadAs, read: (reader: Reader) => Result): Promise<Result> {
  const catalogue = await loadCatalogue(db, as.on)
  const rows = new Map<string, readonly ReportedRow[]>()
  const fixed = {
    catalogue,
    orders: await precedenceOrders(db, as.on),
    viewerAgencyId: as.viewerAgencyId,
    at: as.asOf ?? (await now(db)),
    rows,
  }
  for (;;) {
    const missed = new Map<string, Slot>()
    const engine: Engine = { ...fixed, missed, known: new Map() }
    const result = read({ read: (reference, place) => readAt(engine, reference, place) })
    if (missed.size === 0) return result
    await fetchMissed(db, { as, catalogue, rows, missed })
  }
}

interface Fetching {
  readonly as: ReadAs
  readonly catalogue: Catalogue
  readonly rows: Map<string, readonly ReportedRow[]>
  readonly missed: ReadonlyMap<string, Slot>
}

async function fetchMissed(db: Db, { as, catalogue, rows, missed }: Fetching): Promise<void> {
  const slots = [...missed.values()]
  const spans = await knownSpanIds(
    db,
    slots.map(({ span }) => span),
  )
  const ends = slots.map(({ span }) => span.to).sort()
  const places = {
    indicatorIds: [...new Set(slots.map(({ indicatorId }) => indicatorId))],
    spanIds: [...new Set(spans.values())],
    areaIds: [...catalogue.areas.keys()],
    from: as.level,
    ends: { first: ends[0] ?? '', last: ends.at(-1) ?? '' },
  }
  const found =
    as.asOf === undefined ? await reportedValues(db, places) : await reportedValuesAsOf(db, { ...places, at: as.asOf })
  const bySlot = Map.groupBy(found, (row) => `${row.indicator_id} ${row.span_id}`)
  for (const [key, { indicatorId, span }] of missed) {
    rows.set(key, bySlot.get(`${indicatorId} ${spans.get(spanKey(span))}`) ?? [])
  }
}

function readAt(engine: Engine, reference: Reference, place: ReadingPlace): Reading<ReportedOrigin> {
  const key = readingKey(reference, place)
  const found = engine.known.get(key)
  if (found) return found
  const reading = derive(engine, reference, place)
  engine.known.set(key, reading)
  return reading
}

function derive(engine: Engine, reference: Reference, place: ReadingPlace): Reading<ReportedOrigin> {
  const figure = figureAt(engine, reference, place)
  const base = { reference, place, partial: false, missing: [] }
  if (figure) {
    return { ...base, outcome: outcomeOf(figure.value, reference.code), how: { kind: 'reported', figure } }
  }
  const indicator = engine.catalogue.indicators.get(reference.code)
  const nobody = { ...base, outcome: none('absent', [reference.code]), how: { kind: 'none' } } as const
  if (!indicator || indicator.isPublishedAsIs) return nobody
  if (indicator.formula !== '') return byFormula(engine, { reference, place, formula: indicator.formula })
  if (indicator.areaAggregation !== 'sum' || place.scenario.kind === 'plan') return nobody
  return overAreas(engine, reference, place) ?? nobody
}

interface ByFormula {
  readonly reference: Reference
  readonly place: ReadingPlace
  readonly formula: string
}

function byFormula(engine: Engine, { reference, place, formula }: ByFormula): Reading<ReportedOrigin> {
  const parsed = parse(formula)
  const compiled = parsed.ok ? compile(parsed.ast) : undefined
  const parts: Reading<ReportedOrigin>[] = []
  const evaluated = (): Outcome => {
    if (!compiled?.ok || compiled.formula.kind !== 'number') return none('invalid')
    for (const each of compiled.formula.references) parts.push(readAt(engine, each, place))
    return compiled.formula.evaluate(
      ({ code }) => parts.find((part) => part.reference.code === code)?.outcome ?? absent,
    )
  }
  const outcome = evaluated()
  const missing = parts.flatMap((part) => part.missing)
  return { reference, place, outcome, partial: missing.length > 0, missing, how: { kind: 'formula', formula, parts } }
}

function overAreas(engine: Engine, reference: Reference, place: ReadingPlace): Reading<ReportedOrigin> | undefined {
  const { areas, areaIds } = engine.catalogue
  const below = [...areas.values()].filter(({ parentId }) => parentId === areaIds.get(place.area))
  const parts = below.map(({ code, level }) => ({
    level,
    reading: readAt(engine, reference, { ...place, area: code as AreaCode }),
  }))
  const counting = parts.filter(({ level, reading }) => level !== 'unallocated' || reading.outcome.kind === 'number')
  if (!counting.some(({ reading }) => reading.outcome.kind === 'number')) return undefined
  const total = totalOverAreas(new Map(counting.map(({ reading }) => [reading.place.area, valueIn(reading.outcome)])))
  return {
    reference,
    place,
    outcome: total.outcome,
    partial: total.partial,
    missing: total.missing.map((area) => ({ kind: 'area', area })),
    how: { kind: 'overAreas', parts: counting.map(({ reading }) => reading) },
  }
}

function valueIn(outcome: Outcome): CellValue {
  return outcome.kind === 'number' ? number(toText(outcome.value)) : absent
}

function figureAt(engine: Engine, { code }: Reference, place: ReadingPlace): KnownFigure<ReportedOrigin> | undefined {
  const indicatorId = engine.catalogue.indicators.get(code)?.id
  const areaId = engine.catalogue.areaIds.get(place.area)
  if (indicatorId === undefined || areaId === undefined) return undefined
  const key = `${indicatorId} ${spanKey(place.period.span)}`
  const rows = engine.rows.get(key)
  if (!rows) {
    engine.missed.set(key, { indicatorId, span: place.period.span })
    return undefined
  }
  const spoken = rows.filter((row) => row.area_id === areaId && isSaid(engine, row, place))
  const sources = spoken.map((row) => ({
    row,
    agencyId: row.agency_id,
    vintage: vintageOf(row),
    value: cellValueOf(row),
  }))
  const owner = engine.catalogue.indicators.get(code)?.ownerAgencyId
  const order = [...(engine.orders.get(indicatorId) ?? []), ...(owner == null ? [] : [owner])]
  const { chosen, differing } = figureOfRecord(sources, order)
  if (!chosen) return undefined
  const others = differing.map(({ row }) => row)
  return { value: chosen.value, vintage: chosen.vintage, origin: { row: chosen.row, differing: others } }
}

function isSaid({ at, viewerAgencyId, catalogue }: Engine, row: ReportedRow, place: ReadingPlace): boolean {
  if (!isReleased(row.released_at, at, row.agency_id === viewerAgencyId)) return false
  if (place.scenario.kind === 'actual') {
    return row.plan_version_id === 0 && (place.vintage === 'best' || row.vintage === place.vintage)
  }
  return catalogue.plans.some(({ id }) => id === row.plan_version_id)
}
