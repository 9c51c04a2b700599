/** What a rule over a form may name: its rows, and its cells as `row.column`. */
import type { FormLayout } from '#core/form/layout.ts'

export function formReadings({ rows, columnSets }: FormLayout): ReadonlySet<string> {
  const keys = rows.filter(({ kind }) => kind !== 'title').map(({ key }) => key)
  const columns = columnSets.flatMap((set) => set.columns.map(({ key }) => key))
  return new Set([...keys, ...keys.flatMap((row) => columns.map((column) => `${row}.${column}`))])
}
