/**
 * Of the figures that a number rests on, which are about the number itself or about its areas: those of its own indicator,
 * span and reading. What stands in for it from other periods, indicators or readings is no word about the number.
 */
import type { Reference } from '#core/formula/formula.ts'
import { type ReadingPlace, readingKey } from '#core/reading/place.ts'

interface Figure {
  readonly reference: Reference
  readonly place: ReadingPlace
}

interface Whole extends Pick<Figure, 'place'> {
  /** Undefined for a free formula, which has no figures of its own. */
  readonly reference: Reference | undefined
}

/** Asked of each figure that `whole` rests on. */
export function ownFiguresOf({ reference, place }: Whole): (part: Figure) => boolean {
  if (reference === undefined) return () => false
  const { area } = place
  const own = readingKey(reference, place)
  return (part) => readingKey(part.reference, { ...part.place, area }) === own
}
