/** What the ways of coming to a reading share: the engine that reads their parts, and what one of them finds. */

import type { Reference } from '../formula/formula.ts'
import { isAwaited } from '../quantity/add-up.ts'
import type { Outcome } from '../quantity/outcome.ts'
import type { ReadingPlace } from './place.ts'
import type { Derivation, MissingPart, Reading } from './reading.ts'
import type { FigureSource, KnownFigure, ReadingCatalogue } from './source.ts'

/** `toDate`: asked for by `ytd(…)`, so an indicator of which no nature is known is taken for a flow. */
export type Asked = 'asSuch' | 'toDate'

export interface Wanted {
  readonly reference: Reference
  readonly place: ReadingPlace
  readonly asked: Asked
}

export interface Engine<Origin> {
  readonly catalogue: ReadingCatalogue
  readonly source: FigureSource<Origin>
  readonly read: (reference: Reference, place: ReadingPlace, asked?: Asked) => Reading<Origin>
}

export interface Derived<Origin> {
  readonly outcome: Outcome
  readonly missing: readonly MissingPart[]
  readonly how: Derivation<Origin>
}

/** The figure of record; a figure without a value says nothing. */
export function reportedAt<Origin>(
  { source }: Pick<Engine<Origin>, 'source'>,
  reference: Reference,
  place: ReadingPlace,
): KnownFigure<Origin> | undefined {
  const figure = source.figureAt(reference, place)
  return figure?.value.kind === 'absent' ? undefined : figure
}

export function isWhole(outcome: Outcome): boolean {
  return outcome.kind === 'number' && !outcome.lacking
}

/** Nothing has been said yet, or not all: another way of coming to the figure may do better. */
export function isUnsettled(outcome: Outcome): boolean {
  return outcome.kind === 'number' ? outcome.lacking !== undefined : isAwaited(outcome)
}
