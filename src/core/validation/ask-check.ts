/** One planned check asked of a form's cells: whether it could be told, and what it found. */
import { addressOf } from '../form/layout.ts'
import { references } from '../formula/formula.ts'
import { type CheckedCells, detailsOf } from './checked-cells.ts'
import { explainedBy, type FreshFinding } from './finding.ts'
import { judgeCondition } from './judge-condition.ts'
import type { PlannedCheck } from './plan-checks.ts'

export interface Answer {
  readonly isTold: boolean
  readonly finding?: FreshFinding
}

/** `note`: the explanation kept with the cell the check stands at; '' for none. */
export function askCheck(check: PlannedCheck, cells: CheckedCells, note: string): Answer {
  const { at, code, rule, version, severity, whenNoteBegins } = check
  if (whenNoteBegins !== undefined && !note.trimStart().toLowerCase().startsWith(whenNoteBegins)) {
    return { isTold: false }
  }
  const { verdict, blame } = judgeCondition(check.condition, cells)
  if (verdict.kind === 'none') return { isTold: false }
  if (verdict.holds || blame === undefined) return { isTold: true }
  const details = { ...check.words, ...detailsOf(cells, code, blame) }
  // Of «[a] = 0 or [b] > 0» the sentence quotes one side, and that it is said tells of the other.
  const quotes = [...new Set(references(check.condition).map((read) => addressOf(read.code).row))]
  const finding = { ...at, severity, code, rule, version, details, quotes }
  return { isTold: true, finding: explainedBy(finding, note) }
}
