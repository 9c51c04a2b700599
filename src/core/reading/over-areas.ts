/**
 * A figure of an area from those of the areas directly below, each read by the whole engine, so that it may come from its
 * own areas in turn. Only what adds up over areas; an area without a figure leaves the sum partial and is listed.
 */
import type { Reference } from '../formula/formula.ts'
import type { AreaCode, Indicator } from '../indicator/indicator.ts'
import { addUp, isAwaited } from '../quantity/add-up.ts'
import type { Outcome } from '../quantity/outcome.ts'
import type { Derived, Engine } from './derivation.ts'
import { missingOf } from './missing.ts'
import type { ReadingPlace } from './place.ts'
import type { MissingPart, Reading } from './reading.ts'

/** Nothing for a rate or what has no sum over areas, and where no area below has anything. */
export function overAreas<Origin>(
  engine: Engine<Origin>,
  { areaAggregation, nature }: Pick<Indicator, 'areaAggregation' | 'nature'>,
  { reference, place }: { readonly reference: Reference; readonly place: ReadingPlace },
): Derived<Origin> | undefined {
  if (areaAggregation !== 'sum' || nature === 'rate') return undefined
  const summed = engine.source.totalOfChildren?.(reference, place)
  const toRead = summed?.missing ?? engine.catalogue.childrenOf(place.area)
  const parts = toRead
    .map((area) => engine.read(reference, { ...place, area }))
    .filter((part) => !(isAwaited(part.outcome) && engine.catalogue.isOptional(part.place.area)))
  const isAny = (summed && summed.counted.length + summed.leftOut.length > 0) || parts.some(isSaid)
  if (!isAny) return undefined
  const outcome = addUp([...totalled(summed?.outcome), ...parts.map(named)])
  const missing = missingOf(parts.map(asOneArea), place)
  return { outcome, missing, how: { kind: 'overAreas', parts } }
}

function isSaid({ outcome }: Reading): boolean {
  return !isAwaited(outcome)
}

/** A total that nobody contributed to adds nothing: the areas it lacks are read one by one. */
function totalled(outcome: Outcome | undefined) {
  return outcome && !isAwaited(outcome) ? [{ label: '', outcome }] : []
}

function named({ place, outcome }: Reading): { readonly label: AreaCode; readonly outcome: Outcome } {
  return { label: place.area, outcome }
}

/** An area that has nothing at all is missing as a whole, not by each of its own parts. */
function asOneArea<Origin>(reading: Reading<Origin>): { readonly missing: readonly MissingPart[] } {
  if (!isAwaited(reading.outcome)) return reading
  return { missing: [{ kind: 'area', reference: reading.reference, ...reading.place }] }
}
