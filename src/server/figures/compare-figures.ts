/**
 * Lays every figure of a batch beside what holds of it: whether it is new, another value, or said already, and whether it
 * is ten times what was there. Exact on the decimal texts of the database.
 */
import { canonicalText, type DecimalText } from '#core/quantity/exact.ts'
import type { Compared, Oddity } from './bulk.ts'
import type { KnownFigure, KnownSlot } from './bulk-check.ts'

/** A slot with the ids of its spans; its figures in the order of their areas. */
export interface BatchSlot extends KnownSlot {
  readonly spanId: number
  readonly previousSpanId: number
  readonly areaIds: readonly number[]
}

/** What the agency's figure reads at the level of the batch. */
export interface HeldFigure {
  /** Null where it is read only at a level below. */
  readonly editionId: string | null
  readonly kind: string | null
  readonly value: string | null
  /** Whether every level below reads the same. */
  readonly isSameBelow: boolean
}

/** By place of the slot in the batch, then area. */
export type BySlot<Value> = ReadonlyMap<number, ReadonlyMap<number, Value>>

export interface Words {
  readonly text: string | null
  readonly note: string
}

export interface Standing {
  readonly held: BySlot<HeldFigure>
  /** Value of the period before. */
  readonly earlier: BySlot<string>
  /** Of figures that are held and said with words. */
  readonly words: BySlot<Words>
  /** Editions of the agency that come after the batch. */
  readonly later: ReadonlySet<string>
}

export interface PlacedFigure {
  readonly slot: BatchSlot
  /** Of the slot in the batch. */
  readonly place: number
  readonly figure: KnownFigure
}

export interface Comparison extends Compared {
  /** What is added or changed, in the order of the slots. */
  readonly said: readonly PlacedFigure[]
  /** Of none of the figures has the agency ever said anything that is read. */
  readonly isUnheard: boolean
}

/** As numeric(24, 6) writes it. */
export function storedDecimal(value: string): string {
  const point = value.indexOf('.')
  return point < 0 ? `${value}.000000` : value.padEnd(point + 7, '0')
}

/** Whether the same is held, as far as it can be told without the words. */
function isHeldAlike(
  { kind, value }: KnownFigure,
  held: HeldFigure | undefined,
): held is HeldFigure & { readonly editionId: string } {
  if (held === undefined || held.editionId === null || held.kind !== kind || !held.isSameBelow) return false
  return held.value === (value === null ? null : storedDecimal(value))
}

export interface SpokenPlace {
  readonly slot: number
  readonly areaId: number
  readonly editionId: string
}

/** Figures that hold already, but for their words, which remain to be compared. */
export function heldWithWords(slots: readonly BatchSlot[], held: Standing['held']): readonly SpokenPlace[] {
  return slots.flatMap(({ figures }, slot) =>
    [...figures.values()].flatMap((figure) => {
      if (!hasWords(figure)) return []
      const { areaId } = figure
      const before = held.get(slot)?.get(areaId)
      return isHeldAlike(figure, before) ? [{ slot, areaId, editionId: before.editionId }] : []
    }),
  )
}

/** A figure without a note leaves the note there is. */
function hasWords({ text, note }: KnownFigure): boolean {
  return text !== null || note !== null
}

const mostOddities = 100

export function compareFigures(slots: readonly BatchSlot[], { held, earlier, words, later }: Standing): Comparison {
  const said: PlacedFigure[] = []
  const oddities: Oddity[] = []
  const counts = { added: 0, changed: 0, unchanged: 0, outdated: 0 }
  let isUnheard = true
  for (const [place, slot] of slots.entries()) {
    const [heldHere, earlierHere, wordsHere] = [held.get(place), earlier.get(place), words.get(place)]
    for (const figure of slot.figures.values()) {
      const before = heldHere?.get(figure.areaId)
      if (before) isUnheard = false
      if (isHeldAlike(figure, before) && isSaidAlike(figure, wordsHere?.get(figure.areaId))) {
        counts.unchanged += 1
        continue
      }
      const isNew = before === undefined || before.editionId === null
      counts[isNew ? 'added' : 'changed'] += 1
      if (!isNew && later.has(before.editionId)) counts.outdated += 1
      said.push({ slot, place, figure })
      const odd = oddity(figure, before?.value ?? earlierHere?.get(figure.areaId))
      if (odd) oddities.push(odd)
    }
  }
  const first = oddities.sort((a, b) => a.row - b.row).slice(0, mostOddities)
  return { ...counts, oddities: first, said, isUnheard }
}

function isSaidAlike(figure: KnownFigure, words: Words | undefined): boolean {
  if (!hasWords(figure)) return true
  return words !== undefined && words.text === figure.text && words.note === (figure.note ?? words.note)
}

/** Ten times the value before or more, or a tenth of it or less; nothing where either is absent or zero. */
function oddity({ row, value }: KnownFigure, before: string | undefined): Oddity | undefined {
  if (value === null || before === undefined) return undefined
  const [now, then] = [magnitude(storedDecimal(value)), magnitude(before)]
  if (now === 0n || then === 0n || (now < 10n * then && then < 10n * now)) return undefined
  return { row, value: value as DecimalText, before: canonicalText(before) }
}

/** In millionths. */
function magnitude(stored: string): bigint {
  return BigInt(stored.replace('.', '').replace('-', ''))
}
