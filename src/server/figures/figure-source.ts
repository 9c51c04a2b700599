/** The reading engine's source over what has been fetched; what it cannot answer yet is noted as missed. */
import { joinTotals, type Total, totalFrom, totalOverAreas } from '#core/aggregation/total.ts'
import type { Reference } from '#core/formula/formula.ts'
import type { AreaCode, Indicator } from '#core/indicator/indicator.ts'
import { yearOf } from '#core/period/period.ts'
import type { Span } from '#core/period/span.ts'
import { absent, type CellValue } from '#core/quantity/cell-value.ts'
import { sum, zero } from '#core/quantity/exact.ts'
import { computed, outcomeOf } from '#core/quantity/outcome.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import type { FigureSource, KnownFigure } from '#core/reading/source.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { type FigureSlot, figureSlot } from './figure-slot.ts'
import {
  type KnownFigures,
  type MissedFigures,
  missRows,
  missSpeakers,
  missStandIn,
  missSum,
  speakersKey,
  standInKey,
} from './known-figures.ts'
import type { FigureRow } from './read-queries.ts'
import type { AreasBelow, ReadArea, ReadAreas } from './reading-catalogue.ts'
import { type Choosing, type ReportedOrigin, recordedFigure } from './recorded-figure.ts'
import { chosenAgency } from './source-orders.ts'
import type { AreasAbove } from './speakers.ts'
import { type StandIn, standInAt } from './stand-in.ts'
import type { WaysOfSums } from './way-of-sums.ts'

export interface SourceContext {
  readonly catalogue: Catalogue
  readonly areas: ReadAreas
  readonly choosing: Choosing
  readonly known: KnownFigures
  readonly missed: MissedFigures
  readonly slots: AskedSlots
  readonly chosen: ChosenFigures
  readonly ways: WaysOfSums
  readonly areasAbove: AreasAbove
  /** Whether the database takes sums of this reading: it does of what holds now, not of the past. */
  readonly sumsByDatabase: boolean
}

/** What is asked, with the slot it falls into. */
interface Asked {
  readonly context: SourceContext
  readonly indicator: Indicator
  readonly slot: FigureSlot
  readonly place: ReadingPlace
}

type Found = KnownFigure<ReportedOrigin> | undefined | 'missed'

/** Figures of record by the rows they were chosen among, then the scenario or vintage. */
export type ChosenFigures = WeakMap<readonly FigureRow[], Map<string, Found>>

/** While something is missed it answers so that the reader asks for no more than it may need in the end. */
export function figureSource(context: SourceContext): FigureSource<ReportedOrigin> {
  const { byCode, below } = context.areas
  return {
    figureAt(reference, place) {
      const [asked, area] = [askedAt(context, reference, place), byCode.get(place.area)]
      const found = asked && area && figureOf(asked, area)
      return found === 'missed' ? undefined : found
    },
    totalOfChildren(reference, place) {
      const [asked, area] = [askedAt(context, reference, place), byCode.get(place.area)]
      const parts = area && below.get(area.id)
      return asked && parts && (totalOf(asked, area, parts) ?? assumed)
    },
    isSilentBelow(reference, place) {
      const [indicator, area] = [context.catalogue.indicators.get(reference.code), byCode.get(place.area)]
      if (!indicator || !area || !context.sumsByDatabase) return false
      const year = { indicatorId: indicator.id, year: yearOf(place.period) }
      const speakers = context.known.speakers.get(speakersKey(year))
      if (speakers === undefined) missSpeakers(context.missed, year)
      return speakers === undefined || (speakers !== 'many' && !context.areasAbove(speakers).has(area.id))
    },
    assumed: () => context.missed.count,
  }
}

/** A sum not fetched yet is taken to be there: were it not, the reader asks again for what it needs instead. */
const assumed: Total<AreaCode> = { outcome: computed(zero), partial: false, missing: [], counted: [], leftOut: [] }

function askedAt(context: SourceContext, reference: Reference, place: ReadingPlace): Asked | undefined {
  const indicator = context.catalogue.indicators.get(reference.code)
  return indicator && { context, indicator, slot: slotAt(context.slots, { reference, indicator, place }), place }
}

/** Slots by the very reference and span they were asked with: the reader asks with the same ones thousands of times. */
export type AskedSlots = WeakMap<Reference, WeakMap<Span, FigureSlot>>

interface AskedSlot {
  readonly reference: Reference
  readonly indicator: Indicator & { readonly id: number }
  readonly place: ReadingPlace
}

function slotAt(slots: AskedSlots, { reference, indicator, place }: AskedSlot): FigureSlot {
  const { span } = place.period
  const ofReference = slots.get(reference) ?? new WeakMap<Span, FigureSlot>()
  const known = ofReference.get(span)
  if (known) return known
  const slot = figureSlot({ indicatorId: indicator.id, members: reference.members.join(','), span })
  slots.set(reference, ofReference.set(span, slot))
  return slot
}

/** A leaf that a sum has found silent needs no look of its own. */
function figureOf(asked: Asked, area: ReadArea): Found {
  const { context, slot, place } = asked
  const rows = context.known.rows.get(slot.series)?.get(slot.key)?.get(area.id)
  if (rows !== undefined) return rows.length === 0 ? undefined : recordedOf(asked, area, rows)
  if (place.scenario.kind === 'actual' && sumKnown(asked, area.parentId)?.missing.includes(area.code)) return undefined
  missRows(context.missed, slot, area.id)
  return 'missed'
}

/** Chosen once for the rows of a slot and area, which the reader comes back to. */
function recordedOf({ context, slot, place }: Asked, { id }: ReadArea, rows: readonly FigureRow[]): Found {
  const chosen = context.chosen.get(rows) ?? new Map<string, Found>()
  const way = place.scenario.kind === 'plan' ? `plan ${place.scenario.version}` : place.vintage
  if (chosen.has(way)) return chosen.get(way)
  const settledOn = chosenAgency(context.choosing.orders, slot, id)
  const found = recordedFigure(rows, { ...place, settledOn }, context.choosing)
  context.chosen.set(rows, chosen.set(way, found))
  return found
}

/** Over the figures of record of the areas directly below. Undefined while something is missed. */
function totalOf(asked: Asked, area: ReadArea, { leaves, inner }: AreasBelow): Total<AreaCode> | undefined {
  const isNeeded = figureOf(asked, area) !== 'missed'
  if (leaves.length === 0) return totalFromRows(asked, inner)
  const ofLeaves = totalOfLeaves(asked, { area, leaves, isNeeded })
  if (inner.length === 0) return ofLeaves
  const ofInner = totalFromRows(asked, inner)
  return ofInner && ofLeaves && joinTotals([ofInner, ofLeaves])
}

interface Leaves {
  readonly area: ReadArea
  readonly leaves: readonly ReadArea[]
  /** Whether the area has no figure of its own, so that the sum is worth taking. */
  readonly isNeeded: boolean
}

/** With their own figures, or else with the months that stand in for them. */
function totalOfLeaves(asked: Asked, below: Leaves): Total<AreaCode> | undefined {
  const spoken = totalSpoken(asked, below)
  const standIn = spoken && spoken.missing.length > 0 ? standInAt(asked.indicator, asked.place) : undefined
  if (!spoken || !standIn) return spoken
  const stoodIn = asked.context.sumsByDatabase
    ? standInKnown(asked, below, standIn)
    : standInFromRows(
        asked,
        below.leaves.filter(({ code }) => spoken.missing.includes(code)),
        standIn,
      )
  if (!stoodIn) return undefined
  const counted = new Set(stoodIn.counted)
  return joinTotals([{ ...spoken, missing: spoken.missing.filter((code) => !counted.has(code)) }, stoodIn])
}

function totalSpoken(asked: Asked, { area, leaves, isNeeded }: Leaves): Total<AreaCode> | undefined {
  const { context, slot, place } = asked
  if (!context.sumsByDatabase || place.scenario.kind === 'plan') return totalFromRows(asked, leaves)
  const sum = sumKnown(asked, area.id)
  if (sum !== undefined || !isNeeded) return sum
  missSum(context.missed, { slot, vintage: place.vintage, way: wayOf(asked) }, area.id)
  return undefined
}

function standInKnown(asked: Asked, { area }: Leaves, standIn: StandIn): Total<AreaCode> | undefined {
  const { context, slot } = asked
  const way = wayOf(asked)
  const sum = context.known.standIns.get(slot.series)?.get(standInKey(slot, way))?.get(area.id)
  if (sum === undefined) missStandIn(context.missed, { slot, standIn, way }, area.id)
  return sum
}

function wayOf({ context, slot, place }: Asked): string {
  return context.ways(slot.indicatorId, place.vintage)
}

/** The same from the rows of each leaf. */
function standInFromRows(
  asked: Asked,
  silent: readonly ReadArea[],
  { months, before }: StandIn,
): Total<AreaCode> | undefined {
  const foundOf = (leaf: ReadArea, spans: readonly Span[]) =>
    spans.map((span) => figureOf({ ...asked, slot: figureSlot({ ...asked.slot, span }) }, leaf))
  const each = silent.map((leaf) => ({ leaf, whole: foundOf(leaf, months), without: foundOf(leaf, before) }))
  if (each.some(({ whole, without }) => [...whole, ...without].includes('missed'))) return undefined
  const standing = each.flatMap(({ leaf, whole, without }) => {
    const outcomes = whole.map((figure) => outcomeOf(figure === 'missed' ? absent : (figure?.value ?? absent), ''))
    const amounts = outcomes.flatMap((outcome) => (outcome.kind === 'number' ? [outcome.value] : []))
    const isWhole = amounts.length === months.length && without.every((figure) => figure === undefined)
    return isWhole ? [{ code: leaf.code, amount: sum(amounts) }] : []
  })
  const amount = sum(standing.map((one) => one.amount))
  return totalFrom({ missing: [], counted: standing.map(({ code }) => code), leftOut: [], invalid: [], amount })
}

function sumKnown(asked: Asked, parentId: number | null): Total<AreaCode> | undefined {
  const { context, slot } = asked
  return context.known.sums
    .get(slot.series)
    ?.get(slot.key)
    ?.get(wayOf(asked))
    ?.get(parentId ?? 0)
}

function totalFromRows(asked: Asked, areas: readonly ReadArea[]): Total<AreaCode> | undefined {
  const values = new Map<AreaCode, CellValue>()
  for (const area of areas) {
    const figure = figureOf(asked, area)
    if (figure !== 'missed') values.set(area.code, figure?.value ?? absent)
  }
  return values.size < areas.length ? undefined : totalOverAreas(values)
}
