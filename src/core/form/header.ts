/** Header of a form as merged cells: equal neighbours of one level join, a column that ends early spans the rest. */
import { monthOf, type Period, yearOf } from '../period/period.ts'
import type { FormColumn } from './layout.ts'

export interface HeaderCell {
  readonly label: string
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly isEntry: boolean
}

/** Fills `{month}`, `{nextMonth}`, `{previousMonth}`, `{year}`, `{lastYear}` and `{nextYear}` of a label; other names stay. */
export function headerLabel(template: string, period: Period): string {
  const month = monthOf(period)
  const year = yearOf(period)
  const previousMonth = month === 1 ? 12 : month - 1
  const values: Record<string, number> = {
    month,
    year,
    previousMonth,
    nextMonth: month === 12 ? 1 : month + 1,
    lastYear: year - 1,
    nextYear: year + 1,
  }
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The label for any period: «Ước tháng m», «Cùng kỳ n−1», with m for the month of the report and n for its year. */
export function headerOfAnyPeriod(template: string): string {
  const letters: Record<string, string> = {
    month: 'm',
    year: 'n',
    previousMonth: 'm−1',
    nextMonth: 'm+1',
    lastYear: 'n−1',
    nextYear: 'n+1',
  }
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => letters[name] ?? whole)
}

/** Shape: one list per header level, left to right; a cell appears at the level where it starts. */
export function headerRows(columns: readonly FormColumn[], period: Period): readonly (readonly HeaderCell[])[] {
  const depth = Math.max(1, ...columns.map((c) => c.header.length))
  const labels = columns.map((c) => c.header.map((h) => headerLabel(h, period)))
  const rows: HeaderCell[][] = []
  for (let level = 0; level < depth; level++) rows.push(levelCells({ columns, labels, level, depth }))
  return rows
}

interface LevelInput {
  readonly columns: readonly FormColumn[]
  readonly labels: readonly (readonly string[])[]
  readonly level: number
  readonly depth: number
}

function levelCells({ columns, labels, level, depth }: LevelInput): HeaderCell[] {
  const cells: HeaderCell[] = []
  for (let at = 0; at < columns.length; ) {
    const own = labels[at] ?? []
    const label = own[level]
    if (label === undefined) {
      at += 1
      continue
    }
    const isLast = level === own.length - 1
    let end = at + 1
    while (!isLast && end < columns.length && sameBranch(own, labels[end] ?? [], level)) end += 1
    cells.push({
      label,
      column: at,
      rowSpan: isLast ? depth - level : 1,
      colSpan: end - at,
      isEntry: isLast && columns[at]?.role === 'entry',
    })
    at = end
  }
  return cells
}

function sameBranch(a: readonly string[], b: readonly string[], level: number): boolean {
  if (b.length - 1 <= level) return false
  for (let i = 0; i <= level; i++) if (a[i] !== b[i]) return false
  return true
}
