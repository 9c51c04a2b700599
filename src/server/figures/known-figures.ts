/**
 * What has been fetched for a reading, and what it still misses. A reader is run on what is known; whatever it misses is
 * fetched, many places at a time, until it misses nothing: what a formula hangs on is decided in core alone.
 */
import type { Total } from '#core/aggregation/total.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { invariant } from '#core/quantity/invariant.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import type { FigureSlot } from './figure-slot.ts'
import type { FigurePlaces, FigureRow } from './read-queries.ts'
import type { StandIn } from './stand-in.ts'

export type ReadVintage = ReadingPlace['vintage']

/** By slot, then area. An area without an entry has not been fetched; one without rows is silent. */
export type KnownRows = Map<string, Map<number, readonly FigureRow[]>>

export interface KnownFigures {
  readonly rows: KnownRows
  /** Sums over the leaves below an area: by slot and vintage, then the area. */
  readonly sums: Map<string, Map<number, Total<AreaCode>>>
  /** Of leaves without a figure, what stands in for it: by slot, then the area above. */
  readonly standIns: Map<string, Map<number, Total<AreaCode>>>
}

export interface MissedRows {
  readonly slot: FigureSlot
  readonly areaIds: Set<number>
}

export interface MissedSums {
  readonly slot: FigureSlot
  readonly vintage: ReadVintage
  readonly parentIds: Set<number>
}

export interface MissedStandIns {
  readonly slot: FigureSlot
  readonly standIn: StandIn
  readonly parentIds: Set<number>
}

export interface MissedFigures {
  readonly rows: Map<string, MissedRows>
  readonly sums: Map<string, MissedSums>
  readonly standIns: Map<string, MissedStandIns>
  /** Answers given without knowing. */
  count: number
  /** Nothing more may be missed: the reading is over, and a silent answer now would be a wrong one. */
  isClosed: boolean
}

export function nothingKnown(): KnownFigures {
  return { rows: new Map(), sums: new Map(), standIns: new Map() }
}

export function nothingMissed(): MissedFigures {
  return { rows: new Map(), sums: new Map(), standIns: new Map(), count: 0, isClosed: false }
}

export function sumKey(slot: FigureSlot, vintage: ReadVintage): string {
  return vintage === 'best' ? slot.key : `${slot.key}|${vintage}`
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
  { slot, vintage }: Pick<MissedSums, 'slot' | 'vintage'>,
  parentId: number,
): void {
  invariant(!missed.isClosed, `sums of ${slot.key} below area ${parentId} were asked for while reading`)
  missed.count += 1
  const key = sumKey(slot, vintage)
  const noted = missed.sums.get(key)
  if (noted) noted.parentIds.add(parentId)
  else missed.sums.set(key, { slot, vintage, parentIds: new Set([parentId]) })
}

export function missStandIn(
  missed: MissedFigures,
  { slot, standIn }: Pick<MissedStandIns, 'slot' | 'standIn'>,
  parentId: number,
): void {
  invariant(!missed.isClosed, `months of ${slot.key} below area ${parentId} were asked for while reading`)
  missed.count += 1
  const noted = missed.standIns.get(slot.key)
  if (noted) noted.parentIds.add(parentId)
  else missed.standIns.set(slot.key, { slot, standIn, parentIds: new Set([parentId]) })
}

/** Every area of the place is known from now on, those without rows as silent. */
export function keepRows(known: KnownFigures, { slot, areaIds }: FigurePlaces, rows: readonly FigureRow[]): void {
  const byArea = Map.groupBy(rows, (row) => row.area_id)
  const kept = known.rows.get(slot.key) ?? new Map<number, readonly FigureRow[]>()
  for (const areaId of areaIds) kept.set(areaId, byArea.get(areaId) ?? [])
  known.rows.set(slot.key, kept)
}

export function keepSums(kept: KnownFigures['sums'], key: string, sums: ReadonlyMap<number, Total<AreaCode>>): void {
  kept.set(key, new Map([...(kept.get(key) ?? []), ...sums]))
}
