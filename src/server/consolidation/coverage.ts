/** How much of a number is in: of the areas that somebody reports about, or of the lines of a formula. */
import { isUnsettled } from '#core/reading/derivation.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { OpenedReading } from '../explanation/index.ts'

/** How many of the parts that count are in and whole. */
export interface Coverage {
  readonly counted: number
  readonly total: number
}

/** A part for which the question does not arise counts neither way. */
export function coverageOf(parts: readonly Pick<OpenedReading, 'outcome'>[]): Coverage {
  const lacking = parts.filter(({ outcome }) => isUnsettled(outcome)).length
  const whole = parts.filter(({ outcome }) => outcome.kind === 'number' && !isUnsettled(outcome)).length
  return { counted: whole, total: whole + lacking }
}

/** Without what is allocated to no area: it belongs to the sum, and nobody is waited for with it. */
export function reportingParts<Part extends Pick<OpenedReading, 'place'>>(
  catalogue: Areas,
  parts: readonly Part[],
): readonly Part[] {
  return parts.filter((part) => levelOf(catalogue, part) !== 'unallocated')
}

type Areas = Pick<Catalogue, 'areas' | 'areaIds'>

/** Of the area that a part is about. */
export function levelOf({ areas, areaIds }: Areas, { place }: Pick<OpenedReading, 'place'>): string | undefined {
  return areas.get(areaIds.get(place.area) ?? 0)?.level
}
