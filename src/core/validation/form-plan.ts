/** All that a form is asked, in order, with the cells each question looks at. Made once for a layout and its rules. */
import { addressOf, type CellAddress, cellName } from '../form/layout.ts'
import { references } from '../formula/formula.ts'
import { type FrameWithThreshold, planBuiltIn } from './built-in-checks.ts'
import { type PlannedCheck, planRule } from './plan-checks.ts'
import type { CheckRule } from './rule.ts'

interface FormQuestion {
  readonly check: PlannedCheck
  /** Names of the cells that the answer may change with. */
  readonly looksAt: readonly string[]
}

export interface FormPlan {
  readonly questions: readonly FormQuestion[]
  /** Every cell that something can be said in, or that a check reads besides. */
  readonly cells: ReadonlyMap<string, CellAddress>
}

export interface FrameToPlan extends FrameWithThreshold {
  readonly code: string
  readonly rules: readonly CheckRule[]
}

const plans = new WeakMap<readonly unknown[], { readonly of: readonly unknown[]; readonly plan: FormPlan }>()

/** Kept while rows, columns, rules and other forms stay the same ones, as they do while somebody types. */
export function planOf(frame: FrameToPlan): FormPlan {
  const of = [frame.columns, frame.rules, frame.others, frame.changeThreshold, frame.code]
  const known = plans.get(frame.rows)
  if (known?.of.every((part, index) => part === of[index])) return known.plan
  const plan = planned(frame)
  plans.set(frame.rows, { of, plan })
  return plan
}

function planned(frame: FrameToPlan): FormPlan {
  const checks = [...planBuiltIn(frame), ...frame.rules.flatMap((rule) => planRule(frame, rule))]
  const questions = checks.map((check) => {
    const read = references(check.condition).map(({ code }) => code)
    return { check, looksAt: [cellName(check.at), ...read] }
  })
  const own = frame.rows.flatMap((row) => frame.columns.map((column) => ({ row: row.key, column: column.key })))
  const names = new Set([...own.map(cellName), ...questions.flatMap(({ looksAt }) => looksAt)])
  return { questions, cells: new Map([...names].map((name) => [name, addressOf(name)])) }
}
