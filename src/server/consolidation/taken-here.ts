/**
 * Of the figures that a cell rests on, those of its own: itself, or its parts over areas. What stands in for it from other
 * periods or indicators is shown where it is explained, and settled in the table where it stands.
 */
import { ownFiguresOf } from '../explanation/index.ts'
import type { TableCell } from './evaluate-table.ts'
import type { TakenFigure } from './settled-sources.ts'

export function takenHere({ reading, taken }: TableCell): readonly TakenFigure[] {
  return reading === null ? [] : taken.filter(ownFiguresOf(reading))
}

/** The same of the lines that a computed cell is made of, where it takes nothing itself. */
export function takenInLines(cell: TableCell): readonly TakenFigure[] {
  return cell.lines.length === 0 ? takenHere(cell) : cell.lines.flatMap(takenInLines)
}
