/** What the lines of a form rest on, by their formulas. */
import { references } from '../formula/formula.ts'
import { parse } from '../formula/parser.ts'
import type { FormRow, RowKey } from './layout.ts'

/** Whether the line is one of those asked about, or reads one of them, however far behind. */
export function restsOn(rows: ReadonlyMap<RowKey, FormRow>, row: FormRow, isAsked: (key: RowKey) => boolean): boolean {
  const met = new Set<RowKey>()
  const reaches = (key: RowKey): boolean => {
    if (met.has(key)) return false
    met.add(key)
    return isAsked(key) || linesRead(rows.get(key)).some(reaches)
  }
  return reaches(row.key)
}

/** The lines themselves with every line that their formulas read, in the order of the form. */
export function withLinesRead(rows: readonly FormRow[], keys: ReadonlySet<RowKey>): readonly FormRow[] {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const met = new Set<RowKey>()
  const visit = (key: RowKey): void => {
    if (met.has(key)) return
    met.add(key)
    for (const read of linesRead(byKey.get(key))) visit(read)
  }
  for (const key of keys) visit(key)
  return rows.filter(({ key }) => met.has(key))
}

function linesRead(row: FormRow | undefined): readonly RowKey[] {
  const parsed = row?.formula === undefined ? undefined : parse(row.formula)
  return parsed?.ok ? references(parsed.ast).map((reference) => reference.code) : []
}
