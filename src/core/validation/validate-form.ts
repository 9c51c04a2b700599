/**
 * Checks on a filled form (kiểm tra), the same in the browser while typing and on the server at submitting: the built-in
 * ones and the rules of the catalogue. They find, they decide nothing. Whether a text is a number at all is refused at
 * the cell before it gets here; a text that came another way is found.
 */
import { evaluateForm, type FormContent } from '../form/evaluate.ts'
import { type CellAddress, cellRole } from '../form/layout.ts'
import { planBuiltIn } from './built-in-checks.ts'
import { type CheckedCells, checkedCells, detailsOf } from './checked-cells.ts'
import type { Finding } from './finding.ts'
import { judgeCondition } from './judge-condition.ts'
import { type PlannedCheck, planRule } from './plan-checks.ts'
import type { CheckRule } from './rule.ts'

export interface FormToValidate extends FormContent {
  readonly code: string
  /** Percent beyond which a change asks for an explanation. */
  readonly changeThreshold: number
  readonly rules: readonly CheckRule[]
  /** The explanation kept with a cell; '' for none. */
  readonly noteOf: (address: CellAddress) => string
}

/**
 * Shape: findings in reading order of their cells. Absent values find nothing: that a cell is empty is completeness, not
 * validation; a condition that cannot be told is not broken.
 */
export function validateForm(form: FormToValidate): readonly Finding[] {
  const cells = checkedCells(form, evaluateForm(form))
  const answers = planOf(form).flatMap((check) => askedOf(form, cells, check).finding ?? [])
  const found = [...textsOf(form), ...firstOfEach(answers)]
  const order = new Map(form.rows.map((row, index) => [row.key, index]))
  const columns = new Map(form.columns.map((column, index) => [column.key, index]))
  const placeOf = (of: ReadonlyMap<string, number>, key: string): number => of.get(key) ?? 0
  return found.sort(
    (a, b) => placeOf(order, a.row) - placeOf(order, b.row) || placeOf(columns, a.column) - placeOf(columns, b.column),
  )
}

/** A change beyond the threshold against the month before and against last year is one thing to explain. */
function firstOfEach(findings: readonly Finding[]): readonly Finding[] {
  const met = new Set<string>()
  return findings.filter(({ row, column, rule }) => {
    const key = `${row}.${column} ${rule}`
    const isFirst = !met.has(key)
    met.add(key)
    return isFirst
  })
}

export interface RuleTrial {
  /** How often the rule could be told, and how often it could not, for want of a value. */
  readonly told: number
  readonly untold: number
  readonly findings: readonly Finding[]
}

/** What one rule alone would have found on the form, whether it is among the form's rules or not. */
export function tryRule(form: FormToValidate, rule: CheckRule): RuleTrial {
  const cells = checkedCells(form, evaluateForm(form))
  const answers = planRule(form, rule).map((check) => askedOf(form, cells, check))
  const told = answers.filter(({ isTold }) => isTold).length
  return { told, untold: answers.length - told, findings: answers.flatMap(({ finding }) => finding ?? []) }
}

interface Answer {
  readonly isTold: boolean
  readonly finding?: Finding
}

function askedOf(form: FormToValidate, cells: CheckedCells, check: PlannedCheck): Answer {
  const { at, code, rule, version, severity, whenNoteBegins } = check
  if (whenNoteBegins !== undefined && !form.noteOf(at).trimStart().toLowerCase().startsWith(whenNoteBegins)) {
    return { isTold: false }
  }
  const { verdict, blame } = judgeCondition(check.condition, cells)
  if (verdict.kind === 'none') return { isTold: false }
  if (verdict.holds || blame === undefined) return { isTold: true }
  const details = { ...check.words, ...detailsOf(cells, code, blame) }
  return { isTold: true, finding: { ...at, severity, code, rule, version, details } }
}

function textsOf(form: FormToValidate): readonly Finding[] {
  return form.rows.flatMap((row) =>
    form.columns.flatMap((column): Finding[] => {
      const at = { row: row.key, column: column.key }
      const value = cellRole(row, column) === 'typed' ? form.valueOf(at) : undefined
      if (value?.kind !== 'text') return []
      const rule = {
        severity: 'hard',
        code: 'finding.not-a-number',
        rule: 'built-in.not-a-number',
        version: 1,
      } as const
      return [{ ...at, ...rule, details: { text: value.text } }]
    }),
  )
}

const plans = new WeakMap<
  readonly unknown[],
  { readonly of: readonly unknown[]; readonly plan: readonly PlannedCheck[] }
>()

/** Kept while rows, columns and rules stay the same ones, as they do while somebody types. */
function planOf(form: FormToValidate): readonly PlannedCheck[] {
  const { rows, columns, rules, changeThreshold, code } = form
  const of = [columns, rules, changeThreshold, code]
  const known = plans.get(rows)
  if (known?.of.every((part, index) => part === of[index])) return known.plan
  const plan = [...planBuiltIn(form), ...rules.flatMap((rule) => planRule(form, rule))]
  plans.set(rows, { of, plan })
  return plan
}
