/**
 * What the rules of a form read in the other forms of its report: the very cells of the same agency's report, drafts too,
 * because they are submitted together. Nothing is read when no rule reaches beyond its form.
 */
import { evaluateForm } from '#core/form/evaluate.ts'
import { cellName } from '#core/form/layout.ts'
import { withLinesRead } from '#core/form/rests-on.ts'
import { type OtherForm, otherFormsRead, otherRowKey } from '#core/validation/other-forms.ts'
import type { CheckRule } from '#core/validation/rule.ts'
import { cellValueOf } from '../figures/index.ts'
import { computedValue } from './computed-value.ts'
import type { Reference } from './references.ts'
import { contentOf, type OpenForm } from './sheet.ts'

/** Another form with the lines that are read in it, and those behind their formulas. */
export interface ReadForm<Form extends OpenForm = OpenForm> {
  readonly other: OtherForm
  readonly form: Form
}

/** `report`: all forms of the report in their order, `form` among them. */
export function formsRead<Form extends OpenForm>(
  form: Form,
  report: readonly Form[],
  rules: readonly CheckRule[],
): readonly ReadForm<Form>[] {
  return otherFormsRead(form, report, rules).flatMap((other) => {
    const there = report[other.position - 1]
    if (there === undefined) return []
    const read = new Set(other.rows.map(({ key }) => key))
    const keys = there.rows.map(({ key }) => key).filter((key) => read.has(otherRowKey(other.position, key)))
    return [{ other, form: { ...there, rows: withLinesRead(there.rows, new Set(keys)) } }]
  })
}

/** Shape: one for each cell that says something, under the keys by which it is read; computed amounts as they are reported. */
export function saidElsewhere({ other, form }: ReadForm, references: readonly Reference[]): readonly Reference[] {
  const content = contentOf(form, references)
  const outcomes = evaluateForm(content)
  const read = new Set(other.rows.map(({ key }) => key))
  return form.rows.flatMap(({ key }) => {
    const row = otherRowKey(other.position, key)
    if (!read.has(row)) return []
    return other.columns.flatMap(({ key: column }): Reference[] => {
      const at = { row: key, column }
      const outcome = outcomes.get(cellName(at))
      const value = outcome ? cellValueOf({ ...computedValue(outcome), text: null }) : content.valueOf(at)
      return value.kind === 'absent' ? [] : [{ row, column, value, vintage: null, level: null, source: '' }]
    })
  })
}
