/** Agencies that say something else than a figure that was taken (lệch nguồn), each with what it is about and how far off. */
import type { FigureExplanation } from '#contract/explanation.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import { abs, exact, minus, toText } from '#core/quantity/exact.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { cellValueOf, type ReportedOrigin, vintageOf } from '../figures/index.ts'
import type { OpenedReading, ReportedLeaf } from './opened-reading.ts'
import { ownFiguresOf } from './own-figure.ts'
import { partName } from './reading-names.ts'

/** Of the figures that `whole` rests on, in their order; named by whatever is not its own. */
export function otherSourcesOf(
  catalogue: Catalogue,
  whole: Pick<OpenedReading, 'reference' | 'place'>,
  taken: readonly ReportedLeaf[],
): FigureExplanation['otherSources'] {
  const isOwn = ownFiguresOf(whole)
  return taken.flatMap((leaf) => {
    const { figure, place } = leaf
    if (figure.origin.differing.length === 0) return []
    const isItself = place.area === whole.place.area && isOwn(leaf)
    const part = isItself ? '' : partName(catalogue, leaf, whole)
    return figure.origin.differing.map((row) => ({
      area: part,
      agency: catalogue.agencies.get(row.agency_id)?.shortName ?? '',
      value: cellValueOf(row),
      difference: differenceOf(row, figure.value),
      level: row.level,
      vintage: vintageOf(row),
    }))
  })
}

/** How far another source is from the chosen one; null where one of them is no number. */
export function differenceOf(other: ReportedOrigin['row'], chosen: CellValue): string | null {
  const value = cellValueOf(other)
  if (value.kind !== 'number' || chosen.kind !== 'number') return null
  return toText(abs(minus(exact(value.value), exact(chosen.value))))
}
