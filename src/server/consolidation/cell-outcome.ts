/** What stands in a cell: its outcome, or that its one source declared that nothing occurred. */
import type { ComputedValue } from '#contract/explanation.ts'
import { type Stated, statedIn, statedView } from '../explanation/index.ts'
import type { TableCell } from './evaluate-table.ts'

export function statedInCell({ reading, outcome }: TableCell): Stated {
  return reading ? statedIn(reading) : outcome
}

export function cellOutcome(cell: TableCell): ComputedValue {
  return statedView(statedInCell(cell))
}
