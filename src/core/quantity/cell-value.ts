/**
 * What one cell of a form says. Absent is not zero: nobody has said anything yet. `nothing` («không phát sinh») is a
 * declared zero and counts as 0 in arithmetic; `notApplicable` means that the question does not arise for this cell.
 */
import type { DecimalText } from './exact.ts'
import { decimalText } from './exact.ts'
import { invariant } from './invariant.ts'

export type CellValue =
  | { readonly kind: 'number'; readonly value: DecimalText }
  | { readonly kind: 'absent' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'text'; readonly text: string }

export const absent: CellValue = { kind: 'absent' }
export const nothing: CellValue = { kind: 'nothing' }
export const notApplicable: CellValue = { kind: 'notApplicable' }

/** From the wire form of a number. Throws on other text: what comes from outside goes through `decimalText` or `parseCell`. */
export function number(text: string): CellValue {
  const value = decimalText(text)
  invariant(value !== undefined, `«${text.slice(0, 40)}» is the wire form of a figure`)
  return { kind: 'number', value }
}

/** Equal as statements: 0 and `nothing` differ, and so do absent and `nothing`. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  if (a.kind === 'number' && b.kind === 'number') return a.value === b.value
  if (a.kind === 'text' && b.kind === 'text') return a.text === b.text
  return a.kind === b.kind
}

/** Sign of the statistical tables of Vietnam for a value that shows no number; '/' stands for not computable (an outcome). */
export function signOf(value: CellValue): '…' | '–' | '×' | undefined {
  switch (value.kind) {
    case 'absent':
      return '…'
    case 'nothing':
      return '–'
    case 'notApplicable':
      return '×'
    case 'number':
    case 'text':
      return undefined
  }
}
