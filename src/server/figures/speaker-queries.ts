/** SQL of who has ever said anything of an indicator within a year, whatever the span, the scenario and the level. */
import type { Db } from '../platform/database.ts'

export interface IndicatorYear {
  readonly indicatorId: number
  readonly year: number
}

/** 'many': so much is said of it that looking through all would take longer than reading without knowing. */
export type AreasSpokenOf = readonly number[] | 'many'

const mostLookedAt = 1_000

/** Within the years asked for together, too: so the partitions of others are left out once. */
const said = `
  select v.area_id from reported_values v
  where v.indicator_id = w.indicator_id and v.span_to >= w.first and v.span_to <= w.last
    and v.span_to >= $4::date and v.span_to <= $5::date`

/** For each in the order given. */
export async function areasSpokenOf(db: Db, wanted: readonly IndicatorYear[]): Promise<AreasSpokenOf[]> {
  if (wanted.length === 0) return []
  const years = wanted.map(({ year }) => year)
  const { rows } = await db.query<{ area_ids: readonly number[] | null; looked_at: number }>(
    `select spoken.area_ids, looked.count as looked_at
     from unnest($1::int[], $2::date[], $3::date[]) with ordinality as w (indicator_id, first, last, no)
     cross join lateral (select count(*)::int from (${said} limit $6) v) looked
     cross join lateral (
       select array_agg(distinct v.area_id) as area_ids from (${said} and looked.count < $6) v) spoken
     order by w.no`,
    [
      wanted.map(({ indicatorId }) => indicatorId),
      years.map((year) => `${year}-01-01`),
      years.map((year) => `${year}-12-31`),
      `${Math.min(...years)}-01-01`,
      `${Math.max(...years)}-12-31`,
      mostLookedAt,
    ],
  )
  return rows.map(({ area_ids, looked_at }) => (looked_at < mostLookedAt ? (area_ids ?? []) : 'many'))
}
