/**
 * Reading figures as one viewer may know them: now or as of an instant, at a level, with the sources in their order.
 * Everything is fetched in a few statements for all places together, so the transaction must read one snapshot
 * (repeatable read): else a figure moved between two of them is counted twice or not at all.
 */
import type { CompiledFormula } from '#core/formula/compile.ts'
import type { Reference } from '#core/formula/formula.ts'
import { deepestNesting } from '#core/formula/parser.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import type { Period } from '#core/period/period.ts'
import { adjustedSource, type LaidAmount } from '#core/reading/adjusted-source.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import { openReader, type Reader } from '#core/reading/reader.ts'
import { loadCatalogue } from '../catalogue/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { byKey, plannedWith } from '../platform/planner-settings.ts'
import { figureSource, type SourceContext } from './figure-source.ts'
import { hearingOf } from './hearing.ts'
import { keptFigures } from './kept-figures.ts'
import { keptReadings } from './kept-readings.ts'
import {
  keepRows,
  keepStandIns,
  keepSums,
  type MissedFigures,
  noteLeaves,
  nothingKnown,
  nothingMissed,
} from './known-figures.ts'
import { leafStandIns, leafSums } from './leaf-sums.ts'
import { figureRows, type ReadLevel } from './read-queries.ts'
import { readAreas } from './reading-catalogue.ts'
import type { ReportedOrigin } from './recorded-figure.ts'
import { sourceOrders } from './source-orders.ts'
import { areasSpokenOf } from './speaker-queries.ts'
import { areasAbove } from './speakers.ts'
import { waysOfSums } from './way-of-sums.ts'

export interface ReadAs {
  /** Whose figures are seen before their release time. */
  readonly viewerAgencyId: number | null
  /** What is sent and not yet accepted is for its receiver: the caller decides who that is. */
  readonly level: ReadLevel
  /** The regime whose assignments decide between sources; null where none does. */
  readonly regimeId: number | null
  /** The instant whose knowledge is read; now, if not given. */
  readonly asOf?: string
  /** The instant whose formulas are used, where it is not `asOf`. */
  readonly catalogueAsOf?: string
  /** The day whose catalogue holds: indicators, areas, order of sources. */
  readonly on: LocalDate
  /** Adjustments laid over what is read; none, if not given. */
  readonly amounts?: readonly LaidAmount[]
}

/**
 * Each round brings what the one before made the reader ask for: a branch waits for its condition, and an indicator for each
 * way of coming to it. More than the deepest formula of such indicators has.
 */
const mostRounds = deepestNesting * 16

/**
 * What `read` gives once it knows every figure it asks for. It is run several times, the first times on what is known so
 * far, and so must do nothing but read. The reader of the last time knows these places for good and refuses any other.
 */
export function readFigures<Result>(
  db: Db,
  as: ReadAs,
  read: (reader: Reader<ReportedOrigin>) => Result,
): Promise<Result> {
  return plannedWith(db, lookingUp, () => readInRounds(db, as, read))
}

/**
 * Statements name many slots; to plan them for each time's slots takes longer than to run them. No table is small enough
 * to be read whole and merged, whatever the planner finds on the day: the plan is the same at every size.
 */
const lookingUp = { ...byKey, enable_mergejoin: 'off', plan_cache_mode: 'force_generic_plan' } as const

async function readInRounds<Result>(
  db: Db,
  as: ReadAs,
  read: (reader: Reader<ReportedOrigin>) => Result,
): Promise<Result> {
  const context = await openContext(db, as)
  const { known, catalogue, choosing } = context
  const amounts = as.amounts ?? []
  const kept = keptReadings(known.readings, { catalogue, choosing, amounts })
  for (let round = 0; round < mostRounds; round++) {
    const missed = nothingMissed()
    const source = adjustedSource(figureSource({ ...context, missed }), amounts, context.areas.catalogue)
    const result = read(openReader(context.areas.catalogue, source, kept))
    if (missed.count === 0) {
      missed.isClosed = true
      return result
    }
    await fetchMissed(db, { as, context, missed })
  }
  throw new Error(`Invariant broken: a reading is settled within ${mostRounds} rounds`)
}

type Context = Omit<SourceContext, 'missed'>

async function openContext(db: Db, as: ReadAs): Promise<Context> {
  const [known, { catalogue, orders, hearing }] = await Promise.all([
    as.asOf === undefined ? keptFigures(db, as.level) : nothingKnown(),
    chooseAs(db, as),
  ])
  const areas = readAreas(catalogue)
  const choosing = { ...hearing, orders }
  return {
    catalogue,
    areas,
    choosing,
    known,
    slots: new WeakMap(),
    chosen: new WeakMap(),
    ways: waysOfSums(areas, choosing),
    areasAbove: areasAbove(areas),
    sumsByDatabase: as.asOf === undefined,
  }
}

/** What the choice among the figures hangs on; none of it waits for which of them have moved. */
async function chooseAs(db: Db, as: ReadAs) {
  const [catalogue, now] = await Promise.all([loadCatalogue(db, as.on, as.catalogueAsOf ?? as.asOf), databaseNow(db)])
  const [orders, hearing] = await Promise.all([
    sourceOrders(db, { regimeId: as.regimeId, on: as.on, asOf: as.asOf, catalogue }),
    hearingOf(db, { as, catalogue, now }),
  ])
  return { catalogue, orders, hearing }
}

interface Fetching {
  readonly as: ReadAs
  readonly context: Context
  readonly missed: MissedFigures
}

async function fetchMissed(db: Db, { as, context, missed }: Fetching): Promise<void> {
  const { known, choosing, areas } = context
  const places = [...missed.rows.values()].map(({ slot, areaIds }) => ({ slot, areaIds: [...areaIds] }))
  const summed = { ...choosing, areas, level: as.level }
  const [rows, sums, standIns, speakers] = await Promise.all([
    figureRows(db, { places, level: as.level, asOf: as.asOf }),
    leafSums(db, { ...summed, wanted: [...missed.sums.values()] }),
    leafStandIns(db, { ...summed, wanted: [...missed.standIns.values()] }),
    areasSpokenOf(db, [...missed.speakers.values()]),
  ])
  for (const [index, place] of places.entries()) keepRows(known, place, rows[index] ?? [])
  for (const { parentIds } of [...missed.sums.values(), ...missed.standIns.values()])
    for (const id of parentIds) noteLeaves(known, id, areas.below.get(id)?.leaves.map((leaf) => leaf.id) ?? [])
  for (const [wanted, found] of sums) keepSums(known, wanted, found)
  for (const [wanted, found] of standIns) keepStandIns(known, wanted, found)
  for (const [at, key] of [...missed.speakers.keys()].entries()) known.speakers.set(key, speakers[at] ?? [])
}

/** Every reference and formula at every area, period and way of reading. */
export interface WantedReadings {
  readonly references?: readonly Reference[]
  readonly formulas?: readonly CompiledFormula[]
  readonly areas: readonly AreaCode[]
  readonly periods: readonly Period[]
  /** If not given: what is, in its best vintage. */
  readonly ways?: readonly Pick<ReadingPlace, 'scenario' | 'vintage'>[]
}

const asItIs = { scenario: { kind: 'actual' }, vintage: 'best' } as const

/** A reader that knows everything wanted, and whatever that hangs on. */
export function prepareReader(db: Db, wanted: WantedReadings, as: ReadAs): Promise<Reader<ReportedOrigin>> {
  const { references = [], formulas = [], areas, periods, ways = [asItIs] } = wanted
  const places = ways.flatMap((way) =>
    periods.flatMap((period) => areas.map((area): ReadingPlace => ({ ...way, period, area }))),
  )
  return readFigures(db, as, (reader) => {
    for (const place of places) {
      for (const reference of references) reader.read(reference, place)
      for (const formula of formulas) {
        if (formula.kind === 'number') reader.evaluate(formula, place)
        else reader.judge(formula, place)
      }
    }
    return reader
  })
}
