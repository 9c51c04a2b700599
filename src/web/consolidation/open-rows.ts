/** Rows that need work: not in, late, only partly in, revised since, or told differently by two sources. */
import type { ProvinceTable } from '#contract/province.ts'

export type ProvinceRow = ProvinceTable['rows'][number]
export type ProvinceColumn = ProvinceTable['columns'][number]
export type ProvinceCell = ProvinceRow['cells'][number]

const settled: ReadonlySet<string> = new Set(['accepted', 'computed', 'sent'])

export function needsWork(row: ProvinceRow): boolean {
  if (row.kind === 'title') return false
  return (row.status !== null && !settled.has(row.status.kind)) || row.cells.some(({ isDiffering }) => isDiffering)
}

/** The rows that need work with the titles they stand under. */
export function onlyOpen(rows: readonly ProvinceRow[]): readonly ProvinceRow[] {
  return rows.filter((row, at) => {
    if (row.kind !== 'title') return needsWork(row)
    const next = rows.findIndex((other, index) => index > at && other.kind === 'title' && other.level <= row.level)
    return rows.slice(at + 1, next < 0 ? undefined : next).some(needsWork)
  })
}
