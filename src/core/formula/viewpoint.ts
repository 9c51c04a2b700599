/**
 * From where a formula is computed. A form computes over its rows or columns, which lie in one place only; the reading
 * engine computes at an area, a period and a scenario, and can look from another one: last year's, the plan's, an
 * area's below. A formula says how to move (`Shift`); whoever knows the places moves.
 */
import type { Vintage } from '../figure/vintage.ts'
import type { CellValue } from '../quantity/cell-value.ts'
import { type NoOutcome, none, type Outcome } from '../quantity/outcome.ts'
import type { Reference } from './formula.ts'

/** Supplies the value of a reference. A result without a value keeps the names it brings. */
export type Resolve = (reference: Reference) => CellValue | Outcome

/** How a function moves the place its argument is read at. `parent` is the area above, which `share` compares with. */
export type Shift =
  | { readonly kind: 'previous' | 'lastYear' | 'yearToDate' | 'parent' }
  /** Issuer or code of a plan version; '' is the plan in force. */
  | { readonly kind: 'plan'; readonly version: string }
  | { readonly kind: 'at'; readonly area: string }
  | { readonly kind: 'vintage'; readonly vintage: Vintage }

export interface Viewpoint {
  readonly resolve: Resolve
  /** The same figures from another place, or why there is no such place. */
  shifted(shift: Shift): Viewpoint | NoOutcome
  /** From each area directly below, or why there is none. */
  below(): readonly AreaBelow[] | NoOutcome
}

export interface AreaBelow {
  readonly area: string
  /** «Không phân bổ»: counts where somebody reports it and is not missed elsewhere. */
  readonly isOptional: boolean
  readonly viewpoint: Viewpoint
}

/** The one place of a caller who knows no other; the compiler refuses it formulas that move. */
export function fixedViewpoint(resolve: Resolve): Viewpoint {
  return { resolve, shifted: nowhere, below: nowhere }
}

function nowhere(): NoOutcome {
  return none('invalid')
}
