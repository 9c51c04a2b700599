/** What stands in a cell: its total, or that its one source declared that nothing occurred. */
import type { ComputedValue } from '#contract/explanation.ts'
import { outcomeView } from '../explanation/index.ts'
import type { TableCell } from './evaluate-table.ts'

export function cellOutcome({ taken, total, adjustments }: TableCell): ComputedValue {
  const only = taken.length === 1 ? taken[0] : undefined
  const isDeclared = only?.value.kind === 'nothing' && adjustments.length === 0
  return isDeclared ? { kind: 'none', reason: 'nothing', of: [] } : outcomeView(total.outcome)
}
