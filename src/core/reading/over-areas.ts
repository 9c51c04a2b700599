/**
 * A figure of an area from those of the areas directly below, each read by the whole engine, so that it may come from its
 * own areas in turn. Only what adds up over areas; an area without a figure leaves the sum partial and is listed.
 */
import type { Reference } from '../formula/formula.ts'
import { type AreaCode, addsUpOverAreas, type Indicator } from '../indicator/indicator.ts'
import { addUp, isAwaited } from '../quantity/add-up.ts'
import type { Outcome } from '../quantity/outcome.ts'
import { inputsHere } from './by-formula.ts'
import type { Derived, Engine } from './derivation.ts'
import { missingOf } from './missing.ts'
import type { ReadingPlace } from './place.ts'
import type { MissingPart, Reading } from './reading.ts'

/** Nothing for what does not add up over areas, and where no area below has anything. */
export function overAreas<Origin>(
  engine: Engine<Origin>,
  indicator: Indicator,
  { reference, place }: { readonly reference: Reference; readonly place: ReadingPlace },
): Derived<Origin> | undefined {
  if (!addsUpOverAreas(indicator)) return undefined
  const children = engine.catalogue.childrenOf(place.area)
  if (children.length === 0) return undefined
  const summed = engine.source.totalOfChildren?.(reference, place)
  const isNobodyIn = summed === undefined || summed.counted.length + summed.leftOut.length === 0
  if (isNobodyIn && isSilentBelow(engine, reference, place)) return undefined
  const toRead = summed?.missing ?? children
  const parts = readEach(engine, toRead, { reference, place })
  const isAny = !isNobodyIn || parts.some(isSaid)
  if (!isAny) return undefined
  const outcome = addUp([...totalled(summed?.outcome), ...parts.map(named)])
  const missing = missingOf(parts.map(asOneArea), place)
  return { outcome, missing, how: { kind: 'overAreas', parts } }
}

/** Whether nothing can come of the areas below, as far as the source knows: neither of the indicator nor of its formula. */
function isSilentBelow<Origin>(
  { source, catalogue }: Engine<Origin>,
  reference: Reference,
  place: ReadingPlace,
): boolean {
  const seen = new Set<string>()
  const isSilent = (one: Reference): boolean => {
    if (seen.has(one.code)) return true
    seen.add(one.code)
    if (!source.isSilentBelow?.(one, place)) return false
    return inputsHere(catalogue.indicator(one.code)?.formula ?? '')?.every(isSilent) ?? false
  }
  return isSilent(reference)
}

/** Areas that somebody takes together, each read by itself and added up; what has nothing is named, also where nothing has. */
export function areasTogether<Origin>(
  engine: Engine<Origin>,
  areas: readonly AreaCode[],
  { reference, place }: { readonly reference: Reference; readonly place: ReadingPlace },
): Derived<Origin> {
  const parts = readEach(engine, areas, { reference, place })
  const missing = missingOf(parts.map(asOneArea), place)
  return { outcome: addUp(parts.map(named)), missing, how: { kind: 'overAreas', parts } }
}

function readEach<Origin>(
  { read, catalogue }: Engine<Origin>,
  areas: readonly AreaCode[],
  { reference, place }: { readonly reference: Reference; readonly place: ReadingPlace },
): readonly Reading<Origin>[] {
  return areas
    .map((area) => read(reference, { ...place, area }))
    .filter((part) => !(isAwaited(part.outcome) && catalogue.isOptional(part.place.area)))
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
