/** What stands in a cell: its outcome, or that its one source declared that nothing occurred. */
import type { ComputedValue } from '#contract/explanation.ts'
import { outcomeView } from '../explanation/index.ts'
import type { TableCell } from './evaluate-table.ts'

export function cellOutcome({ reading, outcome }: TableCell): ComputedValue {
  const isDeclared =
    reading?.said === undefined && reading?.how.kind === 'reported' && reading.how.figure.value.kind === 'nothing'
  return isDeclared ? { kind: 'none', reason: 'nothing', of: [] } : outcomeView(outcome)
}
