/** «tăng 9,4% so với cùng kỳ»: the ratios of a row in words, for its year-to-date figure, which they are drawn from. */
import { exact, minus, roundTo } from '#core/quantity/exact.ts'
import { shownNumber } from '../explanation/spoken-value.ts'
import { changeWords } from '../platform/text/change-words.ts'
import type { Text } from '../platform/text/vi.ts'
import type { Column, Row } from './row-attention.ts'
import { decimalsOf } from './shown-value.ts'

/** Columns whose ratios say something of the year to date. */
const yearToDate = 'ytd'
const toLastYear = 'rYtd'
const toPlan = 'rPlan'

export interface RowFigure {
  readonly row: Row
  readonly columns: readonly Column[]
  /** Key of the column the figure stands in. */
  readonly column: string
}

export function ratioWords(text: Text, { row, columns, column }: RowFigure): readonly string[] {
  if (column !== yearToDate) return []
  const percent = (key: string): string | undefined => {
    const value = row.cells.find((cell) => cell.column === key)?.value
    return value?.kind === 'number' ? value.value : undefined
  }
  const index = percent(toLastYear)
  const share = percent(toPlan)
  const plan = columns.find(({ key }) => key === toPlan)
  // The growth of the rounded index, so that it agrees with the one in the table.
  const growth = index === undefined ? undefined : minus(roundTo(exact(index), 1), exact('100'))
  return [
    ...(growth === undefined ? [] : [text.province.explain.change(changeWords(text, growth))]),
    ...(share === undefined || !plan ? [] : [text.province.explain.ofPlan(shownNumber(share, decimalsOf(row, plan)))]),
  ]
}
