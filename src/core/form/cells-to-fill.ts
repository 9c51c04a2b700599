/** Which cells have to say something before a report is submitted: those of the entry columns that somebody types. */
import { type CellAddress, cellRole, type FormColumn, type FormRow } from './layout.ts'

export function mustBeFilled(row: FormRow, column: FormColumn): boolean {
  return column.role === 'entry' && cellRole(row, column) === 'typed'
}

/** In reading order. */
export function cellsToFill(rows: readonly FormRow[], columns: readonly FormColumn[]): readonly CellAddress[] {
  return rows.flatMap((row) =>
    columns.filter((column) => mustBeFilled(row, column)).map((column) => ({ row: row.key, column: column.key })),
  )
}
