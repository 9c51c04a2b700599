/**
 * Comparison bases that the agency states (cơ sở so sánh): beside a stated part the total that is known of the earlier
 * period no longer stands; it is computed from what the column says now.
 */
import { cellName, type FormColumn, type FormRow } from './layout.ts'
import { restsOn } from './rests-on.ts'

interface Frame {
  readonly rows: readonly FormRow[]
  readonly columns: readonly FormColumn[]
}

/** Names of the totals that rest on a stated base; none where nobody states any. */
export function overtakenTotals({ rows, columns }: Frame, isStated: (cell: string) => boolean): ReadonlySet<string> {
  const overtaken = new Set<string>()
  for (const { key: column } of columns.filter(({ role }) => role === 'base')) {
    const stated = new Set(rows.map(({ key }) => key).filter((row) => isStated(cellName({ row, column }))))
    if (stated.size === 0) continue
    const byKey = new Map(rows.map((row) => [row.key, row]))
    for (const row of rows) {
      if (row.formula === undefined || !restsOn(byKey, row, (key) => stated.has(key))) continue
      overtaken.add(cellName({ row: row.key, column }))
    }
  }
  return overtaken
}
