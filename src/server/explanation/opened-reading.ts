/**
 * A reading opened down to what agencies said (số đã mở ra từng phần): the derivation of the engine, with the areas that
 * the database summed read one by one, so that each of them can be shown.
 */
import type { Reference } from '#core/formula/formula.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import type { Reader } from '#core/reading/reader.ts'
import type { Computation, Derivation, Reading } from '#core/reading/reading.ts'
import type { ReadingCatalogue } from '#core/reading/source.ts'
import type { ReportedOrigin } from '../figures/index.ts'

type How = Derivation<ReportedOrigin>

export interface OpenedReading {
  /** Undefined for a free formula. */
  readonly reference: Reference | undefined
  readonly place: ReadingPlace
  readonly outcome: Computation['outcome']
  /** What stood there before adjustments were laid over it; undefined where none were. */
  readonly said?: Computation['outcome'] | undefined
  readonly missing: Computation['missing']
  readonly how: How
  readonly parts: readonly OpenedReading[]
}

interface Opening {
  readonly reader: Reader<ReportedOrigin>
  readonly areas: Pick<ReadingCatalogue, 'childrenOf' | 'isOptional'>
}

export function opened(it: Computation<ReportedOrigin> | Reading<ReportedOrigin>, opening: Opening): OpenedReading {
  const reference = 'reference' in it ? it.reference : undefined
  const said = 'said' in it ? it.said : undefined
  const { place, outcome, missing, how } = it
  const parts = partsOf({ how, reference, place }, opening).map((part) => opened(part, opening))
  return { reference, place, outcome, said, missing, how, parts }
}

type Whole = Pick<OpenedReading, 'how' | 'reference' | 'place'>

function partsOf({ how, reference, place }: Whole, { reader, areas }: Opening): readonly Reading<ReportedOrigin>[] {
  switch (how.kind) {
    case 'reported':
    case 'none':
      return []
    case 'formula':
    case 'yearToDate':
    case 'overTime':
      return how.parts
    case 'overAreas':
      if (reference === undefined) return how.parts
      return areas
        .childrenOf(place.area)
        .map((area) => reader.read(reference, { ...place, area }))
        .filter((part) => !(part.how.kind === 'none' && areas.isOptional(part.place.area)))
  }
}

/** This reading and every one below it. */
export function readingsIn(it: OpenedReading): readonly OpenedReading[] {
  return [it, ...it.parts.flatMap(readingsIn)]
}

/** Every figure that an agency said, below this reading or at it. */
export function reportedIn(it: OpenedReading): readonly ReportedLeaf[] {
  const { reference, place, how } = it
  if (how.kind === 'reported') return reference === undefined ? [] : [{ reference, place, figure: how.figure }]
  return it.parts.flatMap(reportedIn)
}

/** Codes of the indicators that nobody said here, so that their formula, or the lack of one, made the number what it is. */
export function derivedCodesIn(it: OpenedReading): readonly string[] {
  const codes = new Set(it.parts.flatMap(derivedCodesIn))
  if (it.how.kind !== 'reported' && it.reference !== undefined) codes.add(it.reference.code)
  return [...codes]
}

export interface ReportedLeaf {
  readonly reference: Reference
  readonly place: ReadingPlace
  readonly figure: Extract<How, { kind: 'reported' }>['figure']
}
