/** SQL of breakdowns (phân tổ): which indicators are reported by them. */
import type { Db } from '../platform/database.ts'

export interface BrokenDown {
  readonly indicatorId: number
  /** Code of the breakdown. */
  readonly members: string
}

/** Each pair once. */
export async function brokenDownIndicators(db: Db): Promise<readonly BrokenDown[]> {
  const { rows } = await db.query<BrokenDown>(
    `select p.indicator_id as "indicatorId", b.code as members
     from indicator_breakdowns p join breakdowns b on b.id = p.breakdown_id order by p.indicator_id, b.code`,
  )
  return rows
}

interface Said {
  readonly indicatorId: number
  /** 0 is the whole. */
  readonly breakdownId: number
}

/** To be called with every figure that is said. In one order, so that two who say something new of the same wait for one another and never cross. */
export async function noteBreakdowns(db: Db, said: readonly Said[]): Promise<void> {
  const parts = said.filter(({ breakdownId }) => breakdownId !== 0)
  if (parts.length === 0) return
  await db.query(
    `insert into indicator_breakdowns (indicator_id, breakdown_id)
     select distinct v.* from unnest($1::int[], $2::int[]) as v (indicator_id, breakdown_id) order by 1, 2
     on conflict do nothing`,
    [parts.map(({ indicatorId }) => indicatorId), parts.map(({ breakdownId }) => breakdownId)],
  )
}
