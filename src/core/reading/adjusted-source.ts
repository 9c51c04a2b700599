/**
 * A source of figures with adjustments laid over it (điều chỉnh): the figures of record stay what they are, and every
 * reading at an adjusted place, with all that is derived from it, takes the amounts.
 */
import type { Reference } from '../formula/formula.ts'
import type { AreaCode } from '../indicator/indicator.ts'
import type { DecimalText } from '../quantity/exact.ts'
import { type ReadingPlace, readingKey } from './place.ts'
import type { FigureSource, ReadingCatalogue } from './source.ts'

/** One amount over one indicator at one place, in its measure; several at a place add up. */
export interface LaidAmount {
  readonly reference: Reference
  readonly place: ReadingPlace
  readonly amount: DecimalText
}

/**
 * A sum over areas is left to the engine where anything of that indicator is adjusted in one of them: it then reads them
 * one by one, each with its amounts, also those that stand in for a longer span.
 */
export function adjustedSource<Origin>(
  source: FigureSource<Origin>,
  amounts: readonly LaidAmount[],
  { childrenOf }: Pick<ReadingCatalogue, 'childrenOf'>,
): FigureSource<Origin> {
  if (amounts.length === 0) return source
  const laid = new Map<string, readonly DecimalText[]>()
  const areasOf = new Map<string, ReadonlySet<AreaCode>>()
  for (const { reference, place, amount } of amounts) {
    const key = readingKey(reference, place)
    laid.set(key, [...(laid.get(key) ?? []), amount])
    areasOf.set(reference.code, new Set([...(areasOf.get(reference.code) ?? []), place.area]))
  }
  const isLaidBelow = ({ code }: Reference, { area }: ReadingPlace): boolean => {
    const areas = areasOf.get(code)
    return areas !== undefined && childrenOf(area).some((child) => areas.has(child))
  }
  return {
    ...source,
    totalOfChildren: (reference, place) =>
      isLaidBelow(reference, place) ? undefined : source.totalOfChildren?.(reference, place),
    amountsOver: (reference, place) => laid.get(readingKey(reference, place)) ?? [],
  }
}
