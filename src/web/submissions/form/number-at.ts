import { cellName, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { abs, compare, type Exact, exact, zero } from '#core/quantity/exact.ts'
import type { FormModel } from './form-model.ts'

/** The number of any cell, computed or not; undefined when there is none. A declared «không phát sinh» is 0. */
export function numberAt(model: FormModel, row: FormRow, column: FormColumn): Exact | undefined {
  const at = { row: row.key, column: column.key }
  const outcome = model.outcomes.get(cellName(at))
  if (outcome) return outcome.kind === 'number' ? outcome.value : undefined
  const value = model.valueOf(at)
  if (value.kind === 'nothing') return zero
  return value.kind === 'number' ? exact(value.value) : undefined
}

export function isBeyond(percent: Exact, threshold: number): boolean {
  return compare(abs(percent), exact(String(threshold))) > 0
}
