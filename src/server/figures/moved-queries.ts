/** SQL of what has moved between two snapshots of the database: the figures of every edition promoted or taken back since. */
import type { LocalDate } from '#core/period/local-date.ts'
import type { Calendar } from '#core/period/span.ts'
import type { Db } from '../platform/database.ts'
import { type FigureSlot, figureSlot } from './figure-slot.ts'

/** More than these are not worth naming: everything kept is let go of instead. */
export const mostMoved = 5_000

export interface PresentSnapshot {
  readonly snapshot: string
  /**
   * Whether all statements of this transaction see the same figures as any other of this snapshot: it is repeatable read, has
   * written nothing, and does not run on a standby, whose snapshots do not say which transactions they leave out.
   */
  readonly isShared: boolean
  /** Editions promoted or taken back, once for each time, that this snapshot sees and `since` does not; none where that is null. */
  readonly editions: readonly string[]
}

/**
 * The lower bound lets the index be used, for before it every transaction had ended; the order makes it be used, also by
 * a plan that does not know how few come after.
 */
export async function snapshotAfter(db: Db, since: string | null): Promise<PresentSnapshot> {
  const { rows } = await db.query<PresentSnapshot>(
    `select pg_current_snapshot()::text as snapshot,
       pg_current_xact_id_if_assigned() is null and current_setting('transaction_isolation') = 'repeatable read'
         and not pg_is_in_recovery() as "isShared",
       array(select p.edition_id from edition_promotions p
             where p.transaction >= pg_snapshot_xmin($1::pg_snapshot)
               and not pg_visible_in_snapshot(p.transaction, $1::pg_snapshot)
             order by p.transaction limit $2)::text[] as editions`,
    [since, mostMoved],
  )
  return rows[0] as PresentSnapshot
}

/** Figures of one slot that an edition spoke of. */
export interface MovedSlot {
  readonly slot: FigureSlot
  readonly areaIds: readonly number[]
}

interface SlotRow {
  readonly area_ids: readonly number[]
  readonly indicator_id: number
  readonly members: string
  readonly calendar: Calendar
  readonly from_date: LocalDate
  readonly to_date: LocalDate
}

/** What the editions speak of, whatever the agency; at most one more than `mostMoved`. A slot may come more than once, with other areas. */
export async function slotsMovedBy(db: Db, editions: readonly string[]): Promise<readonly MovedSlot[]> {
  if (editions.length === 0) return []
  const { rows } = await db.query<SlotRow>(
    `select r.indicator_id, b.code as members, s.calendar, s.from_date, s.to_date, r.area_ids
     from (select distinct r.indicator_id, r.breakdown_id, r.span_id, r.area_ids from edition_slots r
           where r.edition_id = any($1) limit $2) r
     join breakdowns b on b.id = r.breakdown_id
     join spans s on s.id = r.span_id`,
    [editions, mostMoved + 1],
  )
  return rows.map(
    ({ indicator_id: indicatorId, members, calendar, from_date: from, to_date: to, area_ids: areaIds }) => {
      return { slot: figureSlot({ indicatorId, members, span: { calendar, from, to } }), areaIds }
    },
  )
}
