/**
 * Totals of one indicator over parts that lie side by side (tổng hợp số liệu). A total never hides what it lacks: a part
 * without a figure makes it partial and is listed. The order in which parts are given changes nothing.
 */

import type { AreaCode } from '../indicator/indicator.ts'
import type { CellValue } from '../quantity/cell-value.ts'
import { type Exact, exact, sum, zero } from '../quantity/exact.ts'
import { invariant } from '../quantity/invariant.ts'
import { computed, none, type Outcome } from '../quantity/outcome.ts'
import { inCodeOrder } from '../quantity/text.ts'

/** Lists are sorted by code, each key in one of them; a text is in none: the outcome names it. */
export interface Total<Key> {
  readonly outcome: Outcome
  /** Some part has no figure, so the outcome, if there is one, is not the whole. */
  readonly partial: boolean
  readonly missing: readonly Key[]
  readonly counted: readonly Key[]
  /** Parts for which the question does not arise: neither counted nor missed. */
  readonly leftOut: readonly Key[]
}

/**
 * Total of one indicator over areas.
 * Shape: one entry per area that was assigned the indicator. Measure: all terms already in the indicator's measure.
 * Absent: an area without a figure makes the total partial; it is listed, never counted as 0. All absent: no value.
 * `nothing` counts as 0; `notApplicable` is left out. A text among the values makes the total `invalid`.
 * Source: QĐ 2159/QĐ-UBND (2022), Đ.11.1.
 */
export function totalOverAreas(values: ReadonlyMap<AreaCode, CellValue>): Total<AreaCode> {
  const keys = [...values.keys()].sort(inCodeOrder)
  const ofKind = (...kinds: readonly CellValue['kind'][]) =>
    keys.filter((key) => kinds.includes(values.get(key)?.kind ?? 'absent'))
  return totalFrom({
    missing: ofKind('absent'),
    counted: ofKind('number', 'nothing'),
    leftOut: ofKind('notApplicable'),
    invalid: ofKind('text'),
    amount: sum([...values.values()].map(amountOf)),
  })
}

/** The total of a whole from the totals of its parts, which share no key: the same as totalling the whole at once. */
export function joinTotals<Key extends string>(parts: readonly Total<Key>[]): Total<Key> {
  const invalid = parts.flatMap(({ outcome }) =>
    outcome.kind === 'none' && outcome.reason === 'invalid' ? outcome.of : [],
  )
  const total = totalFrom({
    missing: parts.flatMap((part) => part.missing).sort(inCodeOrder),
    counted: parts.flatMap((part) => part.counted).sort(inCodeOrder),
    leftOut: parts.flatMap((part) => part.leftOut).sort(inCodeOrder),
    invalid: invalid.sort(inCodeOrder),
    amount: sum(parts.flatMap(({ outcome }) => (outcome.kind === 'number' ? [outcome.value] : []))),
  })
  const keys = [...total.missing, ...total.counted, ...total.leftOut]
  invariant(new Set(keys).size === keys.length, 'totals that are joined share no part')
  return total
}

interface Sorting<Key> {
  readonly missing: readonly Key[]
  readonly counted: readonly Key[]
  readonly leftOut: readonly Key[]
  readonly invalid: readonly string[]
  readonly amount: Exact
}

/**
 * Of parts that were sorted and added up elsewhere: in the database, which must come to the same total.
 * Shape: lists sorted by code, each key in one of them. Measure: that of the parts throughout.
 */
export function totalFrom<Key extends string>({
  missing,
  counted,
  leftOut,
  invalid,
  amount,
}: Sorting<Key>): Total<Key> {
  const outcome =
    invalid.length > 0
      ? none('invalid', invalid)
      : counted.length > 0
        ? computed(amount)
        : leftOut.length > 0 && missing.length === 0
          ? none('notApplicable', leftOut)
          : none('absent', missing)
  return { outcome, partial: missing.length > 0, missing, counted, leftOut }
}

function amountOf(value: CellValue): Exact {
  return value.kind === 'number' ? exact(value.value) : zero
}
