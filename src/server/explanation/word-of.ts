/** Which word a figure was taken from (số này do lời nào nói): in its edition, the one of its whole key. */
import type { ProvenanceRow, ReportedValue } from '../figures/index.ts'

export interface SaidFigure {
  readonly chosen: Omit<ReportedValue, 'kind' | 'value'>
  /** Code of the breakdown it is narrowed to, '' for the whole. */
  readonly members: string
}

export function wordOf(words: readonly ProvenanceRow[], { chosen, members }: SaidFigure): ProvenanceRow | undefined {
  return words.find(
    (word) =>
      word.edition_id === chosen.edition_id &&
      word.indicator_id === chosen.indicator_id &&
      word.span_id === chosen.span_id &&
      word.area_id === chosen.area_id &&
      word.members === members &&
      word.plan_version_id === chosen.plan_version_id &&
      word.vintage === chosen.vintage,
  )
}
