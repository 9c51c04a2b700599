/**
 * What a reading gives (số đọc được): an outcome, whether it is whole, and how it came about, down to the figures that
 * agencies said. The parts are the readings the outcome was computed from, so an explanation needs no second computation.
 */

import type { Reference } from '../formula/formula.ts'
import type { Outcome } from '../quantity/outcome.ts'
import type { ReadingPlace } from './place.ts'
import type { KnownFigure } from './source.ts'

/** What a formula gives at a place. */
export interface Computation<Origin = unknown> {
  readonly place: ReadingPlace
  /** Without a value for want of figures, it names them as `missingLabel` writes them. */
  readonly outcome: Outcome
  /** Some part has no figure: the outcome, if there is one, is not the whole. No ratio is drawn from it. */
  readonly partial: boolean
  /** What keeps the outcome from being there, or from being whole; each part once. */
  readonly missing: readonly MissingPart[]
  readonly how: Derivation<Origin>
}

/**
 * What an indicator says at a place. A plan of part of a year that only has a plan for the whole year is read there: its
 * place is then the year.
 */
export interface Reading<Origin = unknown> extends Computation<Origin> {
  readonly reference: Reference
  /** What was read before the source laid amounts over it, and came about as `how` says; left out where it laid none. */
  readonly said?: Outcome
}

/** One figure nobody has said, and what of the whole it is: an area of it, a period of it, or the indicator itself. */
export interface MissingPart extends ReadingPlace {
  readonly kind: 'area' | 'period' | 'indicator'
  readonly reference: Reference
}

export type Derivation<Origin = unknown> =
  /** Said by an agency at exactly this place. */
  | { readonly kind: 'reported'; readonly figure: KnownFigure<Origin> }
  /** The indicator's own formula, or a free one, over its inputs; `formula` is its canonical text. */
  | { readonly kind: 'formula'; readonly formula: string; readonly parts: readonly Reading<Origin>[] }
  /** ytd(m) = ytd(m−1) − estimate(m−1) + revised(m−1) + estimate(m). */
  | { readonly kind: 'yearToDate'; readonly isUnrevised: boolean; readonly parts: readonly Reading<Origin>[] }
  /** A flow summed, a stock taken at its end, over the shorter spans within. */
  | { readonly kind: 'overTime'; readonly parts: readonly Reading<Origin>[] }
  /** The sum over the areas below; without the parts that the source summed itself. */
  | { readonly kind: 'overAreas'; readonly parts: readonly Reading<Origin>[] }
  | { readonly kind: 'none' }
