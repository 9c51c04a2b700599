/** What an agency may report of, by code and over all dates: for figures that come in many at once. */
import type { Db } from '../platform/database.ts'

export interface Dated {
  readonly from: string
  /** Inclusive; null until further notice. */
  readonly to: string | null
}

export interface ReportableArea extends Dated {
  readonly id: number
  readonly code: string
  /** It is, or lies in, the area that the agency governs. */
  readonly isGoverned: boolean
}

/** Every area that ever was. */
export async function reportableAreas(db: Db, agencyId: number): Promise<ReportableArea[]> {
  const { rows } = await db.query<ReportableArea>(
    `with recursive governed (id) as (
       select g.area_id from agencies g where g.id = $1 and g.area_id is not null
       union select p.area_id from area_parents p join governed on governed.id = p.parent_id)
     select a.id, a.code, a.valid_from as "from", a.valid_to as "to", g.id is not null as "isGoverned"
     from areas a left join governed g on g.id = a.id order by a.code, a.valid_from`,
    [agencyId],
  )
  return rows
}

export interface ReportableIndicator extends Dated {
  readonly id: number
  readonly code: string
  readonly valueKind: string
  readonly decimals: number
  readonly isComputed: boolean
  readonly isOwned: boolean
  /** Areas for which the agency is responsible on the day asked about. */
  readonly assignedAreaIds: readonly number[]
}

/** One for each version: of those that hold on a day the last counts. */
export async function reportableIndicators(
  db: Db,
  q: { readonly agencyId: number; readonly on: string },
): Promise<ReportableIndicator[]> {
  const { rows } = await db.query<ReportableIndicator>(
    `select i.id, i.code, v.value_kind as "valueKind", v.decimals, v.formula <> '' as "isComputed", v.valid_from as "from",
        v.valid_to as "to", coalesce(i.owner_agency_id = $1, false) as "isOwned",
        array(select distinct a.area_id from assignments a
              where a.indicator_id = i.id and a.agency_id = $1 and daterange(a.valid_from, a.valid_to, '[]') @> $2::date)
          as "assignedAreaIds"
     from indicators i join indicator_versions v on v.indicator_id = i.id order by i.id, v.version`,
    [q.agencyId, q.on],
  )
  return rows
}

/** Id by code; the whole is ''. */
export async function breakdownIds(db: Db): Promise<Map<string, number>> {
  const { rows } = await db.query<{ id: number; code: string }>('select b.id, b.code from breakdowns b')
  return new Map(rows.map((row) => [row.code, row.id]))
}
