import type { CellAddress } from '#core/form/layout.ts'

/** Ticking cells in the table itself. */
export interface Marking {
  readonly has: (at: CellAddress) => boolean
  readonly toggle: (at: CellAddress) => void
}
