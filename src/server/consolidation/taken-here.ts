/**
 * Of the figures that a cell rests on, those of its own indicator and span: itself, or its parts over areas. What stands in
 * for it from other periods or indicators is shown where it is explained, and settled in the table where it stands.
 */
import { referenceText } from '#core/formula/formula.ts'
import { sameSpan } from '#core/period/span.ts'
import type { TableCell } from './evaluate-table.ts'
import type { TakenFigure } from './settled-sources.ts'

export function takenHere({ reading, taken }: TableCell): readonly TakenFigure[] {
  if (reading?.reference === undefined) return []
  const { place } = reading
  const name = referenceText(reading.reference)
  return taken.filter((it) => referenceText(it.reference) === name && sameSpan(it.place.period.span, place.period.span))
}

/** The same of the lines that a computed cell is made of, where it takes nothing itself. */
export function takenInLines(cell: TableCell): readonly TakenFigure[] {
  return cell.lines.length === 0 ? takenHere(cell) : cell.lines.flatMap(takenInLines)
}
