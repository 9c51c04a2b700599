/** SQL of breakdowns (phân tổ): which indicators are reported by them. */
import type { Db } from '../platform/database.ts'

export interface BrokenDown {
  readonly indicatorId: number
  /** Code of the breakdown. */
  readonly members: string
}

/** Each pair once, stepping from one to the next in the index: however many values there are, few rows are read. */
export async function brokenDownIndicators(db: Db): Promise<readonly BrokenDown[]> {
  const { rows } = await db.query<BrokenDown>(
    `with recursive pairs as (
       (select v.indicator_id, v.breakdown_id from reported_values v where v.breakdown_id <> 0
        order by v.indicator_id, v.breakdown_id limit 1)
       union all
       select next.* from pairs p cross join lateral (
         select v.indicator_id, v.breakdown_id from reported_values v
         where v.breakdown_id <> 0 and (v.indicator_id, v.breakdown_id) > (p.indicator_id, p.breakdown_id)
         order by v.indicator_id, v.breakdown_id limit 1) next)
     select p.indicator_id as "indicatorId", b.code as members
     from pairs p join breakdowns b on b.id = p.breakdown_id order by p.indicator_id, b.code`,
  )
  return rows
}
