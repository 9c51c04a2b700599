/** What holds now keeps vintages and kinds as one letter each (ADR 0035); the history and the program say them in words. */
import type { CellValue } from '#core/quantity/cell-value.ts'

/** SQL of a column of the history, as `reported_values` keeps it. */
export function asHeld(column: string, words: string): string {
  if (column === 'vintage') return `app.vintage_letter(${words})`
  return column === 'kind' ? `app.kind_letter(${words})` : words
}

/** SQL of the letters of these kinds, for what is held to be compared with. */
export function letterOf(...kinds: readonly CellValue['kind'][]): string {
  return kinds.map((kind) => `app.kind_letter('${kind}')`).join(', ')
}
