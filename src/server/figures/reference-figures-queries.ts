/** SQL of the figures that came with the reference data. */
import type { LocalDate } from '#core/period/local-date.ts'
import type { Db } from '../platform/database.ts'

export interface ReferenceValue {
  readonly indicator: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** Code of the plan version; null for what came about. */
  readonly plan: string | null
  readonly vintage: string
  readonly value: string
  /** Of a range, else null. */
  readonly upperValue: string | null
  readonly note: string
  readonly source: string
  readonly confidence: string
}

/** All of them, as they were loaded: of plans the council's, for those of a committee are the demonstration's. */
export async function selectReferenceValues(db: Db): Promise<readonly ReferenceValue[]> {
  const { rows } = await db.query<ReferenceValue>(
    `select i.code as indicator, s.from_date::text as "from", s.to_date::text as "to",
       case when v.vintage = 'plan' then p.code end as plan, v.vintage, trim_scale(v.value)::text as value,
       trim_scale(v.upper_value)::text as "upperValue", v.note, e.source, e.confidence
     from editions e join edition_values v on v.edition_id = e.id join indicators i on i.id = v.indicator_id
     join spans s on s.id = v.span_id join plan_versions p on p.id = v.plan_version_id
     where e.origin = 'reference' and (v.plan_version_id = 0 or p.issuer = 'council')`,
  )
  return rows
}
