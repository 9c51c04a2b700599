/**
 * How many decimals a cell takes: those of its column where the column says so, else those of its indicator. A number
 * with more is refused where it is typed and again where it is stored, never rounded behind the person's back.
 */
import type { CellValue } from '../quantity/cell-value.ts'
import { digitsOf } from '../quantity/exact.ts'
import { type NumberRefusal, type ParsedCell, shownText } from '../quantity/vietnamese-number.ts'
import type { FormColumn, FormRow } from './layout.ts'

export interface DecimalsRefusal {
  readonly ok: false
  readonly code: 'cell.too-many-decimals'
  readonly details: { readonly text: string; readonly decimals: number }
}

export type CellRefusal = NumberRefusal | DecimalsRefusal

export function decimalsOf(row: Pick<FormRow, 'decimals'>, column: Pick<FormColumn, 'decimals'>): number {
  return column.decimals ?? row.decimals
}

/** Anything but a number fits. */
export function fitsDecimals(value: CellValue, decimals: number): boolean {
  return value.kind !== 'number' || digitsOf(value.value).decimals <= decimals
}

/** What was read from `text`, unless it has more decimals than the cell takes. */
export function withinDecimals(
  parsed: ParsedCell,
  { text, decimals }: { readonly text: string; readonly decimals: number },
): Extract<ParsedCell, { ok: true }> | CellRefusal {
  if (!parsed.ok || fitsDecimals(parsed.value, decimals)) return parsed
  return { ok: false, code: 'cell.too-many-decimals', details: { text: shownText(text), decimals } }
}
