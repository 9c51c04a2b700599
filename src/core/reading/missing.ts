/** What a reading lacks (phần còn thiếu): listed once each, and named so that a person knows whom to ask. */
import { type Reference, referenceText } from '../formula/formula.ts'
import { canonicalLabel } from '../period/period.ts'
import { sameSpan, spanKey } from '../period/span.ts'
import { type ReadingPlace, readingKey } from './place.ts'
import type { Computation, MissingPart } from './reading.ts'

/** A reading that nobody has given anything for lacks itself. */
export function missingItself(reference: Reference, place: ReadingPlace): MissingPart {
  return { kind: 'indicator', reference, ...place }
}

/** What the parts lack, each once, as parts of the whole at `place`. */
export function missingOf(parts: readonly Pick<Computation, 'missing'>[], place: ReadingPlace): readonly MissingPart[] {
  const found = new Map<string, MissingPart>()
  for (const { missing } of parts) {
    for (const part of missing) found.set(readingKey(part.reference, part), { ...part, kind: kindWithin(part, place) })
  }
  return [...found.values()]
}

function kindWithin(part: ReadingPlace, whole: ReadingPlace): MissingPart['kind'] {
  if (part.area !== whole.area) return 'area'
  return sameSpan(part.period.span, whole.period.span) ? 'indicator' : 'period'
}

/**
 * The reading's spelling and whatever of its place differs from the whole's: `NN.03`, `NN.03 831`, `NN.03 831 2021-07`,
 * `TC.01 plan`.
 */
export function missingLabel(part: MissingPart, whole: ReadingPlace): string {
  const { area, period, scenario } = part
  const words = [referenceText(part.reference)]
  if (area !== whole.area) words.push(area)
  if (!sameSpan(period.span, whole.period.span)) words.push(canonicalLabel(period.span) ?? spanKey(period.span))
  if (scenario.kind !== whole.scenario.kind) words.push(scenario.kind)
  if (scenario.kind === 'actual' && part.vintage !== whole.vintage) words.push(part.vintage)
  return words.join(' ')
}
