/**
 * A member of a dated tree and the days for which it, its names and its parents hold. Both ends are included; null is
 * open: since ever, until further notice.
 */
import type { LocalDate } from '../period/local-date.ts'

export interface Validity {
  readonly validFrom: LocalDate | null
  /** Last day, inclusive. */
  readonly validTo: LocalDate | null
}

export type NodeId = string | number

export interface DatedName extends Validity {
  readonly name: string
  readonly shortName?: string
}

export interface DatedParent extends Validity {
  readonly parentId: NodeId
}

export interface DatedNode extends Validity {
  readonly id: NodeId
  readonly code: string
  readonly names: readonly DatedName[]
  readonly parents: readonly DatedParent[]
}

export function holdsAt(range: Validity, date: LocalDate): boolean {
  return (range.validFrom === null || range.validFrom <= date) && (range.validTo === null || date <= range.validTo)
}

export function validitiesOverlap(a: Validity, b: Validity): boolean {
  return startsByEndOf(a, b) && startsByEndOf(b, a)
}

function startsByEndOf(a: Validity, b: Validity): boolean {
  return a.validFrom === null || b.validTo === null || a.validFrom <= b.validTo
}

export function runsBackward({ validFrom, validTo }: Validity): boolean {
  return validFrom !== null && validTo !== null && validTo < validFrom
}
