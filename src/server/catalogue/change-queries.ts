/** When the catalogue changes: from one such day to the next it reads the same. */
import type { LocalDate } from '#core/period/local-date.ts'
import type { Db } from '../platform/database.ts'

/**
 * Days after `first` up to `last` on which an area, an agency, an indicator, an assignment or an order of sources begins
 * to hold or no longer holds, in order.
 */
export async function changeDays(
  db: Db,
  { first, last }: { readonly first: LocalDate; readonly last: LocalDate },
): Promise<LocalDate[]> {
  const { rows } = await db.query<{ day: LocalDate }>(
    `select distinct bound.day
     from (
       select a.valid_from, a.valid_to from areas a
       union all select n.valid_from, n.valid_to from area_names n
       union all select p.valid_from, p.valid_to from area_parents p
       union all select g.valid_from, g.valid_to from agencies g
       union all select n.valid_from, n.valid_to from agency_names n
       union all select v.valid_from, v.valid_to from indicator_versions v
       union all select s.valid_from, s.valid_to from assignments s
       union all select p.valid_from, p.valid_to from precedences p
     ) held
     cross join lateral (values (held.valid_from), (held.valid_to + 1)) as bound (day)
     where bound.day > $1 and bound.day <= $2
     order by bound.day`,
    [first, last],
  )
  return rows.map(({ day }) => day)
}
