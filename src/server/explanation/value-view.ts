/** Values and outcomes as they go over the wire (a number, or the reason for none) and as they stand in a sentence. */
import type { ComputedValue } from '#contract/explanation.ts'
import { type CellValue, signOf } from '#core/quantity/cell-value.ts'
import { digitsOf, exact, roundTo, toText } from '#core/quantity/exact.ts'
import { computed, none, type Outcome } from '#core/quantity/outcome.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'

export function valueView(value: CellValue): ComputedValue {
  if (value.kind === 'number') return { kind: 'number', value: value.value }
  return { kind: 'none', reason: value.kind === 'text' ? 'invalid' : value.kind, of: [] }
}

/** A computed value, or a declared «không phát sinh», which is «–» and never 0. */
export type Stated = Outcome | Extract<CellValue, { kind: 'nothing' }>

export function statedView(stated: Stated): ComputedValue {
  return stated.kind === 'nothing' ? valueView(stated) : outcomeView(stated)
}

export function outcomeView(outcome: Outcome): ComputedValue {
  if (outcome.kind === 'number') return { kind: 'number', value: toText(outcome.value) }
  return { kind: 'none', reason: outcome.reason, of: [...outcome.of] }
}

/** What `statedView` made the view of, but for what a partial number lacks. */
export function viewedValue(view: ComputedValue): Stated {
  if (view.kind === 'number') return computed(exact(view.value))
  return view.reason === 'nothing' ? { kind: 'nothing' } : none(view.reason, view.of)
}

/** «1.234,5», or the sign of what is not a number. */
export function shownValue(value: CellValue | Outcome): string {
  if (value.kind === 'number') {
    return formatVi(typeof value.value === 'string' ? value.value : toText(roundTo(value.value, 6)))
  }
  return value.kind === 'none' ? (value.reason === 'absent' ? '…' : '/') : (signOf(value) ?? '/')
}

/** A result as its line shows it: a number rounded to the declared decimals. */
export function shownRounded(value: CellValue | Outcome, decimals: number): string {
  if (value.kind !== 'number') return shownValue(value)
  const number = typeof value.value === 'string' ? exact(value.value) : value.value
  return formatVi(toText(roundTo(number, decimals)), decimals)
}

/** An input of a formula, with the decimals its line declares; more only where it has more. */
export function shownInput(value: CellValue | Outcome, decimals: number): string {
  if (value.kind !== 'number') return shownValue(value)
  const text = typeof value.value === 'string' ? value.value : toText(roundTo(value.value, 6))
  return formatVi(text, Math.max(decimals, digitsOf(text).decimals))
}
