/** How one cell of a form is read: a number in Vietnamese form, a sign, or nothing yet; and why, in words. */
import { decimalsOf } from '#core/form/cell-decimals.ts'
import { type CellAddress, cellName, cellRole, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { type CellValue, signOf } from '#core/quantity/cell-value.ts'
import { type Exact, toText } from '#core/quantity/exact.ts'
import type { NoOutcome, Outcome } from '#core/quantity/outcome.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'
import { terseMoment } from '../../platform/text/moments.ts'
import type { Text } from '../../platform/text/vi.ts'
import { columnLabel, columnOf, type FormModel, rowOf } from './form-model.ts'

export interface CellDisplay {
  /** '' for a cell nobody has entered yet. */
  readonly shown: string
  /** Why there is a sign instead of a number. */
  readonly reason: string | undefined
}

export function displayOf(model: FormModel, text: Text, { row, column }: Place): CellDisplay {
  const at: CellAddress = { row: row.key, column: column.key }
  const name = cellName(at)
  const role = cellRole(row, column)
  if (role === 'none') return { shown: row.kind === 'title' ? '' : '×', reason: text.signs.notApplicable }
  const until = model.withheld.get(name)
  if (until !== undefined) return { shown: '…', reason: text.signs.withheld(terseMoment(until)) }
  const outcome = model.outcomes.get(name)
  if (outcome) return outcomeDisplay(model, text, { outcome, row, column })
  const value = model.valueOf(at)
  const isEmpty = role === 'typed' && column.role === 'entry' && value.kind === 'absent' && !model.filled.has(name)
  return isEmpty ? { shown: '', reason: text.signs.empty } : valueDisplay(text, value, decimalsOf(row, column))
}

export interface Place {
  readonly row: FormRow
  readonly column: FormColumn
}

export function valueDisplay(text: Text, value: CellValue, decimals: number): CellDisplay {
  if (value.kind === 'number') return { shown: formatVi(value.value, decimals), reason: undefined }
  if (value.kind === 'text') return { shown: value.text, reason: undefined }
  return { shown: signOf(value) ?? '', reason: text.signs[value.kind] }
}

export function exactDisplay(value: Exact, decimals: number): string {
  return formatVi(toText(value), decimals)
}

function outcomeDisplay(
  model: FormModel,
  text: Text,
  { outcome, row, column }: Place & { readonly outcome: Outcome },
): CellDisplay {
  if (outcome.kind === 'number')
    return { shown: exactDisplay(outcome.value, decimalsOf(row, column)), reason: undefined }
  if (outcome.reason === 'notApplicable') return { shown: '×', reason: text.signs.notApplicable }
  const isAmount = column.role !== 'ratio'
  return { shown: isAmount && outcome.reason === 'absent' ? '…' : '/', reason: whyNone(model, text, outcome) }
}

function whyNone(model: FormModel, text: Text, { reason, of }: NoOutcome): string {
  const names = of.map((key) => nameOf(model, key)).join(', ')
  if (reason === 'absent' && names !== '') return text.signs.becauseAbsent(names)
  if (reason === 'divisionByZero' && names !== '') return text.signs.becauseDivision(names)
  return text.signs.notComputable
}

/** What a formula calls by a key, as people call it. */
function nameOf(model: FormModel, key: string): string {
  const row = rowOf(model, key)
  if (row) return row.label
  const column = columnOf(model, key)
  return column === undefined ? key : columnLabel(column)
}
