/**
 * What has been fetched for a reading, and what it still misses. A reader is run on what is known; whatever it misses is
 * fetched, many places at a time, until it misses nothing: what a formula hangs on is decided in core alone.
 */
import type { Total } from '#core/aggregation/total.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { partsOf } from '#core/period/local-date.ts'
import { invariant } from '#core/quantity/invariant.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import type { FigureSlot } from './figure-slot.ts'
import { type KeptReadings, readingsWithout } from './kept-readings.ts'
import type { MovedSlot } from './moved-queries.ts'
import type { FigurePlaces, FigureRow } from './read-queries.ts'
import type { AreasSpokenOf, IndicatorYear } from './speaker-queries.ts'
import type { StandIn } from './stand-in.ts'

export type ReadVintage = ReadingPlace['vintage']

/** By series, then slot: when a figure moves, the slots of its series alone are written out anew. */
type BySlot<Value> = Map<string, Map<string, Value>>

/** By the area above. */
export type SumsByParent = ReadonlyMap<number, Total<AreaCode>>

export interface KnownFigures {
  /** By area. One without an entry has not been fetched; one without rows is silent. */
  readonly rows: BySlot<Map<number, readonly FigureRow[]>>
  /** Sums over the leaves below an area: by the way they were taken. */
  readonly sums: BySlot<Map<string, SumsByParent>>
  /** Of leaves without a figure, what stands in for it: by series, for its slots hang together; then slot and way. */
  readonly standIns: Map<string, Map<string, SumsByParent>>
  /** Of each area without parts, the areas above that any of these sums is of. */
  readonly sumsOver: Map<number, Set<number>>
  /** Areas that anybody has said anything of: by indicator and year. */
  readonly speakers: Map<string, AreasSpokenOf>
  /** What was derived from all this. */
  readonly readings: KeptReadings
  /** How many rows of areas and sums have been kept so far, to keep them from growing without end. */
  size: number
}

export interface MissedRows {
  readonly slot: FigureSlot
  readonly areaIds: Set<number>
}

export interface MissedSums {
  readonly slot: FigureSlot
  readonly vintage: ReadVintage
  readonly way: string
  readonly parentIds: Set<number>
}

export interface MissedStandIns {
  readonly slot: FigureSlot
  readonly standIn: StandIn
  readonly way: string
  readonly parentIds: Set<number>
}

export interface MissedFigures {
  readonly rows: Map<string, MissedRows>
  readonly sums: Map<string, MissedSums>
  readonly standIns: Map<string, MissedStandIns>
  readonly speakers: Map<string, IndicatorYear>
  /** Answers given without knowing. */
  count: number
  /** Nothing more may be missed: the reading is over, and a silent answer now would be a wrong one. */
  isClosed: boolean
}

export function nothingKnown(): KnownFigures {
  const [rows, sums, standIns] = [new Map(), new Map(), new Map()]
  return { rows, sums, standIns, sumsOver: new Map(), speakers: new Map(), readings: new Map(), size: 0 }
}

/**
 * The same without what moved; what it is made from stays as it was. The two share what has not moved, which readings of
 * either go on to add to; of a slot that has moved they share nothing, for a reading of the old one may yet fetch what was.
 */
export function knownWithout(known: KnownFigures, moved: readonly MovedSlot[]): KnownFigures {
  const rest = {
    ...known,
    rows: new Map(known.rows),
    sums: new Map(known.sums),
    standIns: new Map(known.standIns),
    speakers: new Map(known.speakers),
    readings: readingsWithout(known.readings, new Set(moved.map(({ slot }) => slot.indicatorId))),
  }
  for (const series of new Set(moved.map(({ slot }) => slot.series))) {
    writeAnew(rest.rows, series)
    writeAnew(rest.sums, series)
  }
  for (const { slot, areaIds } of moved) {
    forgetSpeakers(rest.speakers, slot, areaIds)
    const ofSeries = rest.rows.get(slot.series)
    const rows = ofSeries?.get(slot.key)
    if (rows) ofSeries?.set(slot.key, without(rows, areaIds))
    const above = areaIds.flatMap((id) => [...(known.sumsOver.get(id) ?? [])])
    forgetSums(rest.sums.get(slot.series), slot.key, above)
    forgetSums(rest.standIns, slot.series, above)
  }
  return rest
}

function writeAnew<Value>(all: BySlot<Value>, series: string): void {
  const ofSeries = all.get(series)
  if (ofSeries) all.set(series, new Map(ofSeries))
}

/** Who has spoken stays a speaker. */
function forgetSpeakers(speakers: KnownFigures['speakers'], { indicatorId, span }: FigureSlot, ids: readonly number[]) {
  const key = speakersKey({ indicatorId, year: partsOf(span.to).year })
  const known = speakers.get(key)
  if (known !== undefined && known !== 'many' && !ids.every((id) => known.includes(id))) speakers.delete(key)
}

function forgetSums(
  all: Map<string, Map<string, SumsByParent>> | undefined,
  key: string,
  parentIds: readonly number[],
): void {
  const byWay = all?.get(key)
  if (byWay) all?.set(key, new Map([...byWay].map(([way, sums]) => [way, without(sums, parentIds)])))
}

function without<Value>(map: ReadonlyMap<number, Value>, ids: readonly number[]): Map<number, Value> {
  const rest = new Map(map)
  for (const id of ids) rest.delete(id)
  return rest
}

export function nothingMissed(): MissedFigures {
  return { rows: new Map(), sums: new Map(), standIns: new Map(), speakers: new Map(), count: 0, isClosed: false }
}

export function missRows(missed: MissedFigures, slot: FigureSlot, areaId: number): void {
  invariant(!missed.isClosed, `figures of ${slot.key} in area ${areaId} were asked for while reading`)
  missed.count += 1
  const key = slot.key
  const noted = missed.rows.get(key)
  if (noted) noted.areaIds.add(areaId)
  else missed.rows.set(key, { slot, areaIds: new Set([areaId]) })
}

export function missSum(
  missed: MissedFigures,
  { slot, vintage, way }: Omit<MissedSums, 'parentIds'>,
  parentId: number,
): void {
  invariant(!missed.isClosed, `sums of ${slot.key} below area ${parentId} were asked for while reading`)
  missed.count += 1
  const key = `${slot.key}|${way}`
  const noted = missed.sums.get(key)
  if (noted) noted.parentIds.add(parentId)
  else missed.sums.set(key, { slot, vintage, way, parentIds: new Set([parentId]) })
}

export function missStandIn(
  missed: MissedFigures,
  { slot, standIn, way }: Omit<MissedStandIns, 'parentIds'>,
  parentId: number,
): void {
  invariant(!missed.isClosed, `months of ${slot.key} below area ${parentId} were asked for while reading`)
  missed.count += 1
  const noted = missed.standIns.get(slot.key)
  if (noted) noted.parentIds.add(parentId)
  else missed.standIns.set(slot.key, { slot, standIn, way, parentIds: new Set([parentId]) })
}

export function missSpeakers(missed: MissedFigures, year: IndicatorYear): void {
  invariant(!missed.isClosed, `who speaks of ${speakersKey(year)} was asked for while reading`)
  missed.count += 1
  missed.speakers.set(speakersKey(year), year)
}

/** Every area of the place is known from now on, those without rows as silent. */
export function keepRows(known: KnownFigures, { slot, areaIds }: FigurePlaces, rows: readonly FigureRow[]): void {
  const byArea = Map.groupBy(rows, (row) => row.area_id)
  const ofSeries = known.rows.get(slot.series) ?? new Map<string, Map<number, readonly FigureRow[]>>()
  const kept = ofSeries.get(slot.key) ?? new Map<number, readonly FigureRow[]>()
  for (const areaId of areaIds) kept.set(areaId, byArea.get(areaId) ?? [])
  known.rows.set(slot.series, ofSeries.set(slot.key, kept))
  known.size += areaIds.length
}

export function keepSums(
  known: KnownFigures,
  { slot, way }: Pick<MissedSums, 'slot' | 'way'>,
  sums: SumsByParent,
): void {
  const ofSeries = known.sums.get(slot.series) ?? new Map<string, Map<string, SumsByParent>>()
  keep(ofSeries, [slot.key, way], sums)
  known.sums.set(slot.series, ofSeries)
  known.size += sums.size
}

export function keepStandIns(
  known: KnownFigures,
  { slot, way }: Pick<MissedStandIns, 'slot' | 'way'>,
  sums: SumsByParent,
): void {
  keep(known.standIns, [slot.series, standInKey(slot, way)], sums)
  known.size += sums.size
}

/** A figure of one of the leaves moves the sums of the area above. */
export function noteLeaves(known: KnownFigures, parentId: number, leafIds: readonly number[]): void {
  for (const id of leafIds) known.sumsOver.set(id, (known.sumsOver.get(id) ?? new Set()).add(parentId))
}

export function speakersKey({ indicatorId, year }: IndicatorYear): string {
  return `${indicatorId}:${year}`
}

export function standInKey({ key }: FigureSlot, way: string): string {
  return `${key}|${way}`
}

function keep(
  all: Map<string, Map<string, SumsByParent>>,
  [first, second]: readonly [string, string],
  sums: SumsByParent,
): void {
  const within = all.get(first) ?? new Map<string, SumsByParent>()
  all.set(first, within.set(second, new Map([...(within.get(second) ?? []), ...sums])))
}
