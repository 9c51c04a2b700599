/**
 * What the reading engine asks of whoever holds the figures: a file, a test, or the database. A source answers for the
 * figures of record alone; who may see what, release times and `asOf` are settled before it answers.
 */

import type { Total } from '../aggregation/total.ts'
import type { Vintage } from '../figure/vintage.ts'
import type { Reference } from '../formula/formula.ts'
import type { AreaCode, Indicator } from '../indicator/indicator.ts'
import type { CellValue } from '../quantity/cell-value.ts'
import type { DecimalText } from '../quantity/exact.ts'
import type { ReadingPlace } from './place.ts'

/** The figure of record at exactly one place. `origin` is the source's own handle on it, for explanations. */
export interface KnownFigure<Origin = unknown> {
  readonly value: CellValue
  /** Null for a plan, and for a figure of which the source cannot say it; the latter counts as first said. */
  readonly vintage: Vintage | null
  readonly origin: Origin
}

export interface FigureSource<Origin = unknown> {
  /** Undefined where nobody has said anything, or nothing this reader may know. */
  figureAt(reference: Reference, place: ReadingPlace): KnownFigure<Origin> | undefined
  /** The sum over the areas below the place, where the source has taken it already; else the engine adds up itself. */
  totalOfChildren?(reference: Reference, place: ReadingPlace): Total<AreaCode> | undefined
  /**
   * Whether it knows that nobody has said anything of the indicator, over any span of the period's year, in any area
   * below: without a formula none of them need be read then.
   */
  isSilentBelow?(reference: Reference, place: ReadingPlace): boolean
  /**
   * Amounts laid over what the indicator says at exactly this place, however that came about (điều chỉnh); none where
   * the source knows of none. Whatever is derived from the place takes them too.
   */
  amountsOver?(reference: Reference, place: ReadingPlace): readonly DecimalText[]
  /**
   * How often it has answered so far without knowing yet, where it may not know. A reading that it answered so for is derived
   * anew by the next reader; the others may be kept.
   */
  assumed?(): number
}

/** The part of the catalogue that readings need, as it holds for the period that is read. */
export interface ReadingCatalogue {
  /** Undefined for a code the catalogue lacks: such a reading has only what the source says itself. */
  indicator(code: string): Indicator | undefined
  /** Areas directly below, in the order of their codes; none for a commune. */
  childrenOf(area: AreaCode): readonly AreaCode[]
  parentOf(area: AreaCode): AreaCode | undefined
  nameOf(area: AreaCode): string
  /** «Không phân bổ»: an area that counts where somebody reports it and is not missed elsewhere. */
  isOptional(area: AreaCode): boolean
}
