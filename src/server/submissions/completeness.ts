/** How much of a submission is filled: every cell of an entry column must say something, be it «…» or «–». */
import { cellsToFill as toFill } from '#core/form/cells-to-fill.ts'
import { cellName, type FormColumn, type FormLayout } from '#core/form/layout.ts'
import type { Db } from '../platform/database.ts'
import type { SubmissionRow } from './queries.ts'
import { openForms } from './sheet.ts'

const toFillCache = new WeakMap<FormLayout, Map<readonly FormColumn[], ReadonlySet<string>>>()

/** Names of the cells that have to be filled in this period's edition of the form. */
export function cellsToFill(layout: FormLayout, columns: readonly FormColumn[]): ReadonlySet<string> {
  const known = toFillCache.get(layout)?.get(columns)
  if (known) return known
  const names = new Set(toFill(layout.rows, columns).map(cellName))
  const byColumns = toFillCache.get(layout) ?? new Map<readonly FormColumn[], ReadonlySet<string>>()
  toFillCache.set(layout, byColumns.set(columns, names))
  return names
}

export async function completenessOf(db: Db, submission: SubmissionRow): Promise<{ empty: number }> {
  const { forms } = await openForms(db, submission)
  let empty = 0
  for (const form of forms) {
    const said = form.cells.filter(({ kind }) => kind !== 'empty')
    const filled = new Set(said.map((c) => cellName({ row: c.row_key, column: c.column_key })))
    for (const name of cellsToFill(form.layout, form.columns)) if (!filled.has(name)) empty += 1
  }
  return { empty }
}
