/**
 * What a reading gives (số đọc được): an outcome, whether it is whole, and how it came about, down to the figures that
 * agencies said. The parts are the readings the outcome was computed from, so an explanation needs no second computation.
 */

import type { Reference } from '../formula/formula.ts'
import type { AreaCode } from '../indicator/indicator.ts'
import type { Period } from '../period/period.ts'
import type { Outcome } from '../quantity/outcome.ts'
import type { ReadingPlace } from './place.ts'
import type { KnownFigure } from './source.ts'

export interface Reading<Origin = unknown> {
  readonly reference: Reference
  readonly place: ReadingPlace
  readonly outcome: Outcome
  /** Some part has no figure: the outcome, if there is one, is not the whole. No ratio is drawn from it. */
  readonly partial: boolean
  readonly missing: readonly MissingPart[]
  readonly how: Derivation<Origin>
}

export type MissingPart =
  | { readonly kind: 'area'; readonly area: AreaCode }
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'indicator'; readonly reference: Reference }

export type Derivation<Origin = unknown> =
  /** Said by an agency at exactly this place. */
  | { readonly kind: 'reported'; readonly figure: KnownFigure<Origin> }
  /** The indicator's own formula, over its inputs at this place. */
  | { readonly kind: 'formula'; readonly formula: string; readonly parts: readonly Reading<Origin>[] }
  /** ytd(m) = ytd(m−1) − estimate(m−1) + revised(m−1) + estimate(m). */
  | { readonly kind: 'yearToDate'; readonly isUnrevised: boolean; readonly parts: readonly Reading<Origin>[] }
  /** A flow summed, a stock taken at its end, over the shorter spans within. */
  | { readonly kind: 'overTime'; readonly parts: readonly Reading<Origin>[] }
  /** The sum over the areas below; empty parts when the source took the sum itself. */
  | { readonly kind: 'overAreas'; readonly parts: readonly Reading<Origin>[] }
  | { readonly kind: 'none' }
