/**
 * Checks on a filled form (kiểm tra): they find, they decide nothing. All are soft: refunds and downward revisions are
 * normal, and a head may sign a figure that looks odd, with its explanation. Whether a text is a number at all is
 * refused at the cell before it gets here.
 */

import { evaluateForm, type FormContent } from '../form/evaluate.ts'
import { cellName, cellRole, type FormColumn, type FormRow } from '../form/layout.ts'
import { abs, compare, dividedBy, type Exact, exact, isZero, minus, plus, times, toText } from '../quantity/exact.ts'
import { type Outcome, outcomeOf } from '../quantity/outcome.ts'

/** Values that the check of the year to date needs and the form does not show: last report's year to date and estimate. */
export const previousYearToDateKey = '_previousYtd'
export const previousEstimateKey = '_previousEstimate'

export type FindingCode =
  | 'finding.year-to-date-differs'
  | 'finding.of-which-exceeds-whole'
  | 'finding.ten-times'
  | 'finding.large-change'

export interface Finding {
  readonly row: string
  readonly column: string
  readonly severity: 'hard' | 'soft'
  readonly code: FindingCode
  /** Decimal texts and labels for the message, which names both sides and the difference. */
  readonly details: Readonly<Record<string, string>>
}

export interface FormToValidate extends FormContent {
  /** Percent beyond which a change asks for an explanation. */
  readonly changeThreshold: number
}

type OutcomeOf = (row: FormRow, column: string) => Outcome

/** Shape: findings in reading order. Absent values find nothing: that a cell is empty is completeness, not validation. */
export function validateForm(form: FormToValidate): readonly Finding[] {
  const computed = evaluateForm(form)
  const outcome: OutcomeOf = (row, column) => {
    const address = { row: row.key, column }
    return computed.get(cellName(address)) ?? outcomeOf(form.valueOf(address), column)
  }
  return form.rows.flatMap((row, index) =>
    row.kind === 'title'
      ? []
      : form.columns
          .filter((column) => column.role === 'entry')
          .flatMap((column) => [
            ...yearToDate(row, column, outcome),
            ...ofWhich({ rows: form.rows, row, index, column, outcome }),
            ...tenTimes(row, column, outcome),
            ...largeChange({ row, column, outcome, threshold: form.changeThreshold }),
          ]),
  )
}

function numberOf(outcome: Outcome): Exact | undefined {
  return outcome.kind === 'number' ? outcome.value : undefined
}

/** ytd(m) = ytd(m−1) − estimate(m−1) + revised(m−1) + estimate(m), beyond one step of the last declared decimal. */
function yearToDate(row: FormRow, column: FormColumn, outcome: OutcomeOf): Finding[] {
  if (column.offset !== 'yearToDate' || row.nature !== 'flow' || cellRole(row, column) !== 'typed') return []
  const typed = numberOf(outcome(row, column.key))
  const before = numberOf(outcome(row, previousYearToDateKey))
  const estimated = numberOf(outcome(row, previousEstimateKey))
  const now = numberOf(outcome(row, 'estimate'))
  if (!typed || !before || !estimated || !now) return []
  const revised = numberOf(outcome(row, 'previous')) ?? estimated
  const expected = plus(plus(minus(before, estimated), revised), now)
  const difference = minus(typed, expected)
  if (compare(abs(difference), exact(stepOf(row.decimals))) <= 0) return []
  return [
    {
      row: row.key,
      column: column.key,
      severity: 'soft',
      code: 'finding.year-to-date-differs',
      details: {
        typed: toText(typed),
        expected: toText(expected),
        difference: toText(abs(difference)),
        before: toText(before),
        estimated: toText(estimated),
        revised: toText(revised),
        now: toText(now),
      },
    },
  ]
}

function stepOf(decimals: number): string {
  return decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`
}

interface OfWhichInput {
  readonly rows: readonly FormRow[]
  readonly row: FormRow
  readonly index: number
  readonly column: FormColumn
  readonly outcome: OutcomeOf
}

/** A «trong đó» row against the nearest row above of a lower level: each alone must not exceed its whole. */
function ofWhich({ rows, row, index, column, outcome }: OfWhichInput): Finding[] {
  if (row.kind !== 'ofWhich') return []
  const whole = rows.slice(0, index).findLast((r) => r.kind !== 'ofWhich' && r.kind !== 'title' && r.level < row.level)
  const part = numberOf(outcome(row, column.key))
  const total = whole && numberOf(outcome(whole, column.key))
  if (!whole || !part || !total || compare(part, total) <= 0) return []
  return [
    {
      row: row.key,
      column: column.key,
      severity: 'soft',
      code: 'finding.of-which-exceeds-whole',
      details: { part: toText(part), whole: toText(total), label: whole.label, difference: toText(minus(part, total)) },
    },
  ]
}

/** A slip of the measure: ten times the month before, or a tenth of it. A zero is no slip. */
function tenTimes(row: FormRow, column: FormColumn, outcome: OutcomeOf): Finding[] {
  const ratio = ratioTo({ row, column, outcome }, 'previous')
  if (
    !ratio ||
    isZero(ratio.value) ||
    (compare(ratio.quotient, exact('10')) < 0 && compare(ratio.quotient, exact('0.1')) > 0)
  )
    return []
  return [
    {
      row: row.key,
      column: column.key,
      severity: 'soft',
      code: 'finding.ten-times',
      details: { value: toText(ratio.value), base: toText(ratio.base) },
    },
  ]
}

interface ChangeInput extends Compared {
  readonly threshold: number
}

/** Beyond the form's threshold against the month before or the same month last year. */
function largeChange({ row, column, outcome, threshold }: ChangeInput): Finding[] {
  const limit = exact(String(threshold))
  for (const base of ['previous', 'ly']) {
    const ratio = ratioTo({ row, column, outcome }, base)
    if (!ratio) continue
    const percent = minus(times(ratio.quotient, exact('100')), exact('100'))
    if (compare(abs(percent), limit) <= 0) continue
    return [
      {
        row: row.key,
        column: column.key,
        severity: 'soft',
        code: 'finding.large-change',
        details: { value: toText(ratio.value), base: toText(ratio.base), percent: toText(percent), against: base },
      },
    ]
  }
  return []
}

interface Compared {
  readonly row: FormRow
  readonly column: FormColumn
  readonly outcome: OutcomeOf
}

/** Only the estimate of the month is compared; undefined where either side has no number or the base is zero. */
function ratioTo({ row, column, outcome }: Compared, base: string) {
  if (column.key !== 'estimate' || row.nature === 'rate') return undefined
  const value = numberOf(outcome(row, column.key))
  const other = numberOf(outcome(row, base))
  if (!value || !other || isZero(other)) return undefined
  const quotient = dividedBy(value, other)
  return { value, base: other, quotient }
}
