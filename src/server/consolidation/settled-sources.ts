/** Whose word counts where sources differ, and who decided it. */

import type { LocalDate } from '#core/period/local-date.ts'
import { type PrecedenceDecision, precedenceDecisions } from '../catalogue/index.ts'
import type { ReportedLeaf } from '../explanation/index.ts'
import { type ReportedOrigin, type SourceChoice, sourceChoices } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'

export type SaidRow = ReportedOrigin['row']

export type Settled =
  | { readonly scope: 'figure'; readonly decision: SourceChoice }
  | { readonly scope: 'indicator'; readonly decision: PrecedenceDecision }

/** A reported figure that a cell rests on. */
export interface TakenFigure extends ReportedLeaf {
  /** Why this source counts although others say something else; null where nobody has decided, or nobody differs. */
  readonly settled: Settled | null
}

/** With the decisions in force on the day whose order of sources they were read in. */
export async function settledSources(
  db: Db,
  on: LocalDate,
  leaves: readonly ReportedLeaf[],
): Promise<(leaf: ReportedLeaf) => TakenFigure> {
  const differing = leaves.filter(isDiffering).map(({ figure }) => figure.origin.row)
  if (differing.length === 0) return (leaf) => ({ ...leaf, settled: null })
  const choices = await sourceChoices(db, {
    indicatorIds: [...new Set(differing.map((row) => row.indicator_id))],
    spanIds: [...new Set(differing.map((row) => row.span_id))],
    areaIds: [...new Set(differing.map((row) => row.area_id))],
  })
  const choiceAt = new Map(choices.map((choice) => [placeOf(choice), choice]))
  const decisionOf = new Map((await precedenceDecisions(db, on)).map((decision) => [decision.indicatorId, decision]))
  return (leaf) => {
    const { row } = leaf.figure.origin
    const settled = () =>
      settledBy(row, row.breakdown_id === 0 ? choiceAt.get(placeOf(row)) : undefined, decisionOf.get(row.indicator_id))
    return { ...leaf, settled: isDiffering(leaf) ? settled() : null }
  }
}

function isDiffering({ figure }: ReportedLeaf): boolean {
  return figure.origin.differing.length > 0
}

function placeOf(at: Pick<SaidRow, 'indicator_id' | 'span_id' | 'area_id'>): string {
  return `${at.indicator_id} ${at.span_id} ${at.area_id}`
}

/** The decision that this agency's word follows; a choice it does not follow (its agency says nothing here) settles nothing. */
function settledBy(
  { agency_id }: SaidRow,
  choice: SourceChoice | undefined,
  decision: PrecedenceDecision | undefined,
): Settled | null {
  if (choice?.agency_id === agency_id) return { scope: 'figure', decision: choice }
  return decision?.agencyId === agency_id ? { scope: 'indicator', decision } : null
}
