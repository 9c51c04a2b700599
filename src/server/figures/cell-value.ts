/** Between the columns of a stored value and the value itself. */
import { absent, type CellValue, notApplicable, nothing, number } from '#core/quantity/cell-value.ts'
import { canonicalText } from '#core/quantity/exact.ts'

export interface StoredValue {
  readonly kind: string
  readonly value: string | null
  readonly text?: string | null
}

/** Absent: a row without a value of a kind that cells know reads as absent. */
export function cellValueOf(stored: StoredValue | undefined): CellValue {
  switch (stored?.kind) {
    case 'number':
      return stored.value === null ? absent : number(canonicalText(stored.value))
    case 'nothing':
      return nothing
    case 'notApplicable':
      return notApplicable
    case 'text':
      return { kind: 'text', text: stored.text ?? '' }
    default:
      return absent
  }
}

export function storedValueOf(value: CellValue): { kind: string; value: string | null; text: string | null } {
  return {
    kind: value.kind,
    value: value.kind === 'number' ? value.value : null,
    text: value.kind === 'text' ? value.text : null,
  }
}
