/** Which sources were ever settled among the figures that a reading rests on (xử lý lệch nguồn). */
import { pastChoices } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import type { ReportedLeaf } from './opened-reading.ts'

export type PastChoice = Awaited<ReturnType<typeof pastChoices>>[number]

type Row = ReportedLeaf['figure']['origin']['row']

/** Newest first; plans and breakdowns are not chosen among agencies. */
export async function choicesAmong(db: Db, leaves: readonly ReportedLeaf[]): Promise<readonly PastChoice[]> {
  const rows = leaves.map(({ figure }) => figure.origin.row)
  const found = await pastChoices(db, {
    indicatorIds: [...new Set(rows.map((row) => row.indicator_id))],
    spanIds: [...new Set(rows.map((row) => row.span_id))],
    areaIds: [...new Set(rows.map((row) => row.area_id))],
  })
  return found.filter((choice) => rows.some((row) => isChoiceOf(choice, row)))
}

export function isChoiceOf(choice: PastChoice, row: Row): boolean {
  return (
    row.breakdown_id === 0 &&
    row.plan_version_id === 0 &&
    choice.indicator_id === row.indicator_id &&
    choice.span_id === row.span_id &&
    choice.area_id === row.area_id
  )
}
