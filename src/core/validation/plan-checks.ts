/**
 * Every question that a form is to be asked: the built-in checks and the catalogue's rules, each as a condition over
 * cells. Made once for a layout, asked at each change.
 */

import { addressOf, type CellAddress, type CellRole, cellRole, type FormColumn } from '../form/layout.ts'
import { type Formula, references } from '../formula/formula.ts'
import type { FindingCode } from './finding.ts'
import { type FormFrame, type RowOf, readingOnForm } from './form-readings.ts'
import { conditionOf } from './read-condition.ts'
import type { CheckRule, Severity } from './rule.ts'
import { askingsOf } from './rule-rows.ts'
import { looksBeyondColumn, lowered } from './shifted-readings.ts'

export interface PlannedCheck {
  readonly code: FindingCode
  readonly rule: string
  readonly version: number
  readonly severity: Severity
  /** Where a finding is shown. */
  readonly at: CellAddress
  /** Its readings are cell names. */
  readonly condition: Formula
  readonly words: Readonly<Record<string, string>>
  /** Asked only where the note of the cell begins with this word. */
  readonly whenNoteBegins?: string
}

/** A check without the cells it is asked at. */
export type AskedCheck = Omit<PlannedCheck, 'at' | 'condition'>

/**
 * A condition at each column to be filled, or at the month of the report alone when it looks beyond its column. Columns
 * where one of its readings has no cell are passed over.
 */
export function planCondition(
  frame: FormFrame,
  text: string,
  { asked, rowOf }: { readonly asked: AskedCheck; readonly rowOf: RowOf },
): readonly PlannedCheck[] {
  const condition = conditionOf(text)
  if (condition === null) return []
  const read = readingOnForm(frame, rowOf)
  const isOfMonth = looksBeyondColumn(condition) || references(condition).some(({ code }) => !rowOf(code))
  const columns = frame.columns.filter(({ role }) => role === 'entry')
  return columns
    .filter(({ offset }) => !isOfMonth || offset === 'month' || offset === 'period')
    .flatMap((column) => {
      const { key, offset, scenario } = column
      const over = lowered(condition, { column: key, offset, scenario, vintage: null }, { read })
      const at = over && placeOf(frame, over)
      return over && at ? [{ ...asked, at, condition: over }] : []
    })
}

/**
 * The first cell that somebody types among those the condition names, so that the finding stands where it is put right;
 * else the first that the form computes.
 */
function placeOf({ rows, columns }: FormFrame, condition: Formula): CellAddress | undefined {
  const named = references(condition).map(({ code }) => addressOf(code))
  const isOf = (at: CellAddress, role: FormColumn['role'], wanted: CellRole): boolean => {
    const row = rows.find(({ key }) => key === at.row)
    const column = columns.find(({ key }) => key === at.column)
    return row !== undefined && column?.role === role && cellRole(row, column) === wanted
  }
  return (
    named.find((at) => isOf(at, 'entry', 'typed')) ??
    named.find((at) => isOf(at, 'prefilled', 'typed')) ??
    named.find((at) => isOf(at, 'base', 'base')) ??
    named.find((at) => isOf(at, 'entry', 'computed'))
  )
}

/** Questions of a rule of the catalogue; none when the form is not of its scope, or another form of the report asks it. */
export function planRule(frame: FormFrame & { readonly code: string }, rule: CheckRule): readonly PlannedCheck[] {
  const { code, version, severity, name, message, scope, condition } = rule
  const asked: AskedCheck = { code: 'finding.rule', rule: code, version, severity, words: { name, message } }
  if (scope.kind === 'form') {
    const byKey = new Map(frame.rows.map((row) => [row.key, row]))
    return scope.form === frame.code ? planCondition(frame, condition, { asked, rowOf: (key) => byKey.get(key) }) : []
  }
  return askingsOf(frame, scope.indicators, condition).flatMap((rowOf) =>
    planCondition(frame, condition, { asked, rowOf }),
  )
}
