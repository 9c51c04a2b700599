/**
 * Which rows of the province's table ask somebody to act: call whoever has not sent, accept what was sent, look at what
 * was revised, complete a partial total, settle sources that differ. Rows that are merely computed ask nothing.
 */
import type { ProvinceTable } from '#contract/province.ts'

export type Row = ProvinceTable['rows'][number]
export type Cell = Row['cells'][number]
export type Column = ProvinceTable['columns'][number]

const calm: readonly string[] = ['accepted', 'computed']

export function needsAttention({ status, cells }: Row): boolean {
  return (status !== null && !calm.includes(status.kind)) || cells.some(({ isDiffering }) => isDiffering)
}

/** One section of the table: its title row, if it has one, and the rows under it. */
export interface Section {
  readonly title: Row | null
  readonly rows: readonly Row[]
}

/** Sections in the table's order; with `onlyAttention` just the rows to handle, and no section without one. */
export function sectionsOf(rows: readonly Row[], onlyAttention: boolean): readonly Section[] {
  const sections: { title: Row | null; rows: Row[] }[] = []
  for (const row of rows) {
    if (row.kind === 'title') sections.push({ title: row, rows: [] })
    else if (!onlyAttention || needsAttention(row)) {
      if (sections.length === 0) sections.push({ title: null, rows: [] })
      sections.at(-1)?.rows.push(row)
    }
  }
  return onlyAttention ? sections.filter((section) => section.rows.length > 0) : sections
}
