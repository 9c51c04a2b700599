/**
 * Comparison bases that the agency states (cơ sở so sánh): beside a stated part the total that is known of the earlier
 * period no longer stands; it is computed from what the column says now.
 */
import { cellName, type FormColumn, type FormRow } from './layout.ts'
import { restsOn } from './rests-on.ts'

const mark = '_known_'

/** The column under which what is known of a base is read, whatever the agency states. */
export const knownOf = (base: string): string => mark + base

/** The base that such a column is about; undefined for any other column. */
export function baseOf(column: string): string | undefined {
  return column.startsWith(mark) ? column.slice(mark.length) : undefined
}

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
