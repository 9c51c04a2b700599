import type { FormCellView, FormView } from '#contract/submissions.ts'
import { cellName } from '#core/form/layout.ts'

/** Cells that the server gave elsewhere put over a form it gave: of two, the one of the later revision. */
export function withCells(form: FormView, fresh: readonly FormCellView[]): FormView {
  const newer = new Map(fresh.map((cell) => [cellName(cell), cell]))
  const kept = form.cells.filter((cell) => {
    const other = newer.get(cellName(cell))
    if (other && other.revision < cell.revision) newer.delete(cellName(cell))
    return other === undefined || other.revision < cell.revision
  })
  return { ...form, cells: [...kept, ...newer.values()] }
}
