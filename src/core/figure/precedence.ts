/**
 * The figure of record: chosen among what agencies report by the agency this one figure was settled on, else by a dated
 * order of sources, else the agency responsible for the indicator, else by the order of ids. Nothing overwrites anything:
 * the other values stay and a difference is listed («lệch nguồn»).
 */
import type { CellValue } from '../quantity/cell-value.ts'
import { sameValue } from '../quantity/cell-value.ts'
import { type Vintage, vintages } from './vintage.ts'

export interface Source {
  readonly agencyId: number
  readonly vintage: Vintage | null
  readonly value: CellValue
}

export interface FigureOfRecord<S extends Source> {
  readonly chosen: S | null
  /** Sources of the chosen vintage that say something else. */
  readonly differing: readonly S[]
}

/**
 * Shape: sources of one figure key but for agency and vintage; `order` lists agencies, first is preferred; `settledOn` is
 * the agency that somebody chose for this figure alone.
 * Best vintage first (official, preliminary, estimate), then that choice, then the order, then the agency with the lowest id.
 * Absent: a source whose value is absent is passed over, and so is a choice of an agency that says nothing here.
 */
export function figureOfRecord<S extends Source>(
  sources: readonly S[],
  order: readonly number[],
  settledOn: number | null = null,
): FigureOfRecord<S> {
  const preferred = settledOn === null ? order : [settledOn, ...order]
  const speaking = sources.filter((s) => s.value.kind !== 'absent')
  for (const vintage of [...vintages].reverse()) {
    const same = speaking.filter((s) => s.vintage === vintage)
    if (same.length > 0) return choose(same, preferred)
  }
  return choose(
    speaking.filter((s) => s.vintage === null),
    preferred,
  )
}

function choose<S extends Source>(sources: readonly S[], order: readonly number[]): FigureOfRecord<S> {
  const preferred = order.map((id) => sources.find((s) => s.agencyId === id)).find((s) => s !== undefined)
  const chosen = preferred ?? [...sources].sort((a, b) => a.agencyId - b.agencyId)[0] ?? null
  return { chosen, differing: chosen ? sources.filter((s) => s !== chosen && !sameValue(s.value, chosen.value)) : [] }
}
