/** SQL of who has ever said anything of an indicator within a year, whatever the span, the scenario and the level. */
import type { Db } from '../platform/database.ts'

export interface IndicatorYear {
  readonly indicatorId: number
  readonly year: number
}

/** Areas spoken of, for each in the order given. */
export async function areasSpokenOf(db: Db, wanted: readonly IndicatorYear[]): Promise<(readonly number[])[]> {
  if (wanted.length === 0) return []
  const years = wanted.map(({ year }) => year)
  const { rows } = await db.query<{ no: string; area_id: number }>(
    `select w.no, spoken.area_id
     from unnest($1::int[], $2::date[], $3::date[]) with ordinality as w (indicator_id, first, last, no)
     cross join lateral (
       select distinct v.area_id from reported_values v
       where v.indicator_id = w.indicator_id and v.span_to >= w.first and v.span_to <= w.last
         and v.span_to >= $4::date and v.span_to <= $5::date
       offset 0) spoken`,
    [
      wanted.map(({ indicatorId }) => indicatorId),
      years.map((year) => `${year}-01-01`),
      years.map((year) => `${year}-12-31`),
      `${Math.min(...years)}-01-01`,
      `${Math.max(...years)}-12-31`,
    ],
  )
  const found: number[][] = wanted.map(() => [])
  for (const { no, area_id } of rows) found[Number(no) - 1]?.push(area_id)
  return found
}
