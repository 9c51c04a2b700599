/** The plainest SQL that adds up communes, in the best vintage, to measure reading against; and the plan of our own. */
import type { Period } from '#core/period/period.ts'
import type { Pool } from '#server/platform/database.ts'

export interface PlainSums {
  readonly series: readonly { readonly id: number }[]
  readonly spans: readonly Period[]
  readonly above: 'province' | 'district'
}

const text = `
  select v.indicator_id, v.span_id, case $5 when 'district' then p.parent_id else 0 end as area_id, sum(v.value) as total
  from (
    select distinct on (r.indicator_id, r.span_id, r.area_id) r.indicator_id, r.span_id, r.area_id, r.accepted_value as value
    from reported_values r
    where r.indicator_id = any($1) and r.breakdown_id = 1 and r.plan_version_id = 0
      and r.span_id = any(array(select s.id from spans s where s.calendar = 'statistical'
        and (s.from_date, s.to_date) in (select * from unnest($2::date[], $3::date[]))))
      and r.span_to = any($3) and r.accepted_kind is not null and r.accepted_kind <> app.kind_letter('absent') and r.area_id = any($4)
    order by r.indicator_id, r.span_id, r.area_id, r.vintage) v
  join area_parents p on p.area_id = v.area_id and p.valid_to is null
  group by 1, 2, 3`

let communes: readonly number[] | undefined

export async function plainSums(pool: Pool, { series, spans, above }: PlainSums): Promise<void> {
  communes ??= (await pool.query(`select id from areas where level = 'commune'`)).rows.map((row) => row.id as number)
  await pool.query(text, [
    series.map(({ id }) => id),
    spans.map(({ span }) => span.from),
    spans.map(({ span }) => span.to),
    communes,
    above,
  ])
}
