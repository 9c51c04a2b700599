/**
 * Checks on a filled form (kiểm tra), the same in the browser while typing and on the server at submitting: the built-in
 * ones and the rules of the catalogue. They find, they decide nothing. Whether a text is a number at all is refused at
 * the cell before it gets here; a text that came another way is found.
 */
import { evaluateForm, type FormContent, type FormOutcomes, reevaluateForm } from '../form/evaluate.ts'
import { type CellAddress, cellName, cellRole } from '../form/layout.ts'
import { type CellValue, sameValue } from '../quantity/cell-value.ts'
import { type Answer, askCheck } from './ask-check.ts'
import { checkedCells } from './checked-cells.ts'
import type { FreshFinding } from './finding.ts'
import { type FormPlan, type FrameToPlan, planOf } from './form-plan.ts'
import { planRule } from './plan-checks.ts'
import type { CheckRule } from './rule.ts'

/** `changeThreshold`: percent beyond which a change asks for an explanation. */
export interface FormToValidate extends FormContent, FrameToPlan {
  /** The explanation kept with a cell; '' for none. */
  readonly noteOf: (address: CellAddress) => string
}

/** A form computed and checked, with what the next judging of it can build upon. */
export interface JudgedForm {
  readonly outcomes: FormOutcomes
  /** In reading order of their cells. */
  readonly findings: readonly FreshFinding[]
  readonly plan: FormPlan
  readonly said: ReadonlyMap<string, Said>
  /** One for each question of the plan. */
  readonly answers: readonly Answer[]
}

interface Said {
  readonly value: CellValue
  readonly note: string
}

/**
 * Computes and checks the form. Given what it was `before`, only the cells that hang on a changed one are computed, and
 * only the checks that look at one of those asked, again; the result is the same as without.
 * Absent values find nothing: that a cell is empty is completeness, not validation; a condition that cannot be told is
 * not broken.
 */
export function judgeForm(form: FormToValidate, before?: JudgedForm): JudgedForm {
  const plan = planOf(form)
  const said = saidIn(form, plan)
  const known = before?.plan === plan ? before : undefined
  const { outcomes, moved } = known
    ? reevaluateForm(form, known.outcomes, changedSince(known.said, said))
    : { outcomes: evaluateForm(form), moved: undefined }
  const cells = checkedCells(form, outcomes)
  const answers = plan.questions.map(({ check, looksAt }, index) => {
    const answer = moved && !looksAt.some((name) => moved.has(name)) ? known?.answers[index] : undefined
    return answer ?? askCheck(check, cells, form.noteOf(check.at))
  })
  return { outcomes, findings: findingsOf(form, answers), plan, said, answers }
}

/** What `judgeForm` finds, for whoever asks once. */
export function validateForm(form: FormToValidate): readonly FreshFinding[] {
  return judgeForm(form).findings
}

export interface RuleTrial {
  /** How often the rule could be told, and how often it could not, for want of a value. */
  readonly told: number
  readonly untold: number
  readonly findings: readonly FreshFinding[]
}

/** What one rule alone would have found on the form, whether it is among the form's rules or not. */
export function tryRule(form: FormToValidate, rule: CheckRule): RuleTrial {
  const cells = checkedCells(form, evaluateForm(form))
  const answers = planRule(form, rule).map((check) => askCheck(check, cells, form.noteOf(check.at)))
  const told = answers.filter(({ isTold }) => isTold).length
  return { told, untold: answers.length - told, findings: answers.flatMap(({ finding }) => finding ?? []) }
}

function saidIn(form: FormToValidate, { cells }: FormPlan): ReadonlyMap<string, Said> {
  return new Map([...cells].map(([name, at]) => [name, { value: form.valueOf(at), note: form.noteOf(at) }]))
}

/** Names of the cells of the same plan whose value or note is another one. */
function changedSince(before: ReadonlyMap<string, Said>, now: ReadonlyMap<string, Said>): ReadonlySet<string> {
  const changed = new Set<string>()
  for (const [name, { value, note }] of now) {
    const old = before.get(name)
    if (old === undefined || old.note !== note || !sameValue(old.value, value)) changed.add(name)
  }
  return changed
}

function findingsOf(form: FormToValidate, answers: readonly Answer[]): readonly FreshFinding[] {
  const found = [...textsOf(form), ...firstOfEach(answers.flatMap(({ finding }) => finding ?? []))]
  const rows = new Map(form.rows.map((row, index) => [row.key, index]))
  const columns = new Map(form.columns.map((column, index) => [column.key, index]))
  const placeOf = (of: ReadonlyMap<string, number>, key: string): number => of.get(key) ?? 0
  return found.sort(
    (a, b) => placeOf(rows, a.row) - placeOf(rows, b.row) || placeOf(columns, a.column) - placeOf(columns, b.column),
  )
}

/** A change beyond the threshold against the month before and against last year is one thing to explain. */
function firstOfEach(findings: readonly FreshFinding[]): readonly FreshFinding[] {
  const met = new Set<string>()
  return findings.filter(({ row, column, rule }) => {
    const key = `${cellName({ row, column })} ${rule}`
    const isFirst = !met.has(key)
    met.add(key)
    return isFirst
  })
}

function textsOf(form: FormToValidate): readonly FreshFinding[] {
  return form.rows.flatMap((row) =>
    form.columns.flatMap((column): FreshFinding[] => {
      const at = { row: row.key, column: column.key }
      const value = cellRole(row, column) === 'typed' ? form.valueOf(at) : undefined
      if (value?.kind !== 'text') return []
      const rule = {
        severity: 'hard',
        code: 'finding.not-a-number',
        rule: 'built-in.not-a-number',
        version: 1,
      } as const
      return [{ ...at, ...rule, details: { text: value.text }, quotes: [row.key] }]
    }),
  )
}
