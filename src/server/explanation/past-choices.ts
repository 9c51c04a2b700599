/**
 * Whose word counts, as it was ever decided among the figures that a reading rests on (xử lý lệch nguồn): for one figure,
 * or for an indicator from a day on.
 */
import { pastPrecedenceDecisions } from '../catalogue/index.ts'
import { pastChoices } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import type { ReportedLeaf } from './opened-reading.ts'

export interface PastChoice {
  readonly at: string
  readonly accountId: number
  readonly reason: string
  /** Whether it is about this figure. */
  readonly isOf: (leaf: ReportedLeaf) => boolean
}

/** In no order. */
export async function choicesAmong(db: Db, leaves: readonly ReportedLeaf[]): Promise<readonly PastChoice[]> {
  const each = [...(await choicesOfFigures(db, leaves)), ...(await ordersOfIndicators(db, leaves))]
  return each.filter(({ isOf }) => leaves.some(isOf))
}

/** Plans and breakdowns are not chosen one by one. */
async function choicesOfFigures(db: Db, leaves: readonly ReportedLeaf[]): Promise<readonly PastChoice[]> {
  const rows = leaves.map(({ figure }) => figure.origin.row)
  const found = await pastChoices(db, {
    indicatorIds: [...new Set(rows.map((row) => row.indicator_id))],
    spanIds: [...new Set(rows.map((row) => row.span_id))],
    areaIds: [...new Set(rows.map((row) => row.area_id))],
  })
  return found.map(({ at, account_id: accountId, reason, ...choice }) => {
    const isOf = ({ figure: { origin } }: ReportedLeaf) =>
      origin.row.breakdown_id === 0 &&
      origin.row.plan_version_id === 0 &&
      origin.row.indicator_id === choice.indicator_id &&
      origin.row.span_id === choice.span_id &&
      origin.row.area_id === choice.area_id
    return { at, accountId, reason, isOf }
  })
}

/** An order holds for figures that begin with it or later, as long as no later one was decided. */
async function ordersOfIndicators(db: Db, leaves: readonly ReportedLeaf[]): Promise<readonly PastChoice[]> {
  const found = await pastPrecedenceDecisions(db, [
    ...new Set(leaves.map(({ figure }) => figure.origin.row.indicator_id)),
  ])
  return found.map(({ indicatorId, from, decidedAt: at, decidedBy: accountId, reason }) => {
    const isOf = ({ figure, place }: ReportedLeaf) =>
      figure.origin.row.indicator_id === indicatorId && place.period.span.from >= from
    return { at, accountId, reason, isOf }
  })
}
