/** All SQL that changes the order of sources of an indicator. */
import type { LocalDate } from '#core/period/local-date.ts'
import type { Db } from '../platform/database.ts'

/** One at a time among the orders of an indicator. */
export async function lockIndicator(db: Db, indicatorId: number): Promise<void> {
  await db.query('select 1 from indicators i where i.id = $1 for no key update', [indicatorId])
}

/** The first day of an order that begins on that day or later. */
export async function laterOrder(db: Db, q: { indicatorId: number; from: LocalDate }): Promise<LocalDate | undefined> {
  const { rows } = await db.query<{ valid_from: LocalDate }>(
    `select p.valid_from from precedences p where p.indicator_id = $1 and p.valid_from >= $2 order by p.valid_from limit 1`,
    [q.indicatorId, q.from],
  )
  return rows[0]?.valid_from
}

/** The order in force on the day ends the day before; what it was until then stays. */
export async function endOrder(db: Db, q: { indicatorId: number; from: LocalDate }): Promise<number[]> {
  const { rows } = await db.query<{ agency_id: number }>(
    `with ended as (
       update precedences p set valid_to = $2::date - 1
       where p.indicator_id = $1 and daterange(p.valid_from, p.valid_to, '[]') @> $2::date returning p.rank, p.agency_id)
     select ended.agency_id from ended order by ended.rank`,
    [q.indicatorId, q.from],
  )
  return rows.map((r) => r.agency_id)
}

export interface NewOrder {
  readonly indicatorId: number
  /** First is preferred. */
  readonly agencyIds: readonly number[]
  readonly from: LocalDate
  readonly reason: string
  readonly decidedBy: number
  readonly at: string
}

export async function insertOrder(db: Db, o: NewOrder): Promise<void> {
  await db.query(
    `insert into precedences (indicator_id, agency_id, rank, valid_from, reason, decided_by, decided_at)
     select $1, a.id, a.rank, $3, $4, $5, $6 from unnest($2::int[]) with ordinality as a (id, rank)`,
    [o.indicatorId, o.agencyIds, o.from, o.reason, o.decidedBy, o.at],
  )
}

export interface PrecedenceDecision {
  readonly indicatorId: number
  /** The agency preferred to all others. */
  readonly agencyId: number
  readonly reason: string
  readonly decidedBy: number
  readonly decidedAt: string
  readonly from: LocalDate
}

const decisions = `
  select p.indicator_id as "indicatorId", p.agency_id as "agencyId", p.reason, p.decided_by as "decidedBy",
    p.decided_at as "decidedAt", p.valid_from as "from"
  from precedences p where p.rank = 1 and p.decided_by is not null`

/** Orders in force on the day that somebody decided; those of the reference data are left out. */
export async function precedenceDecisions(db: Db, on: LocalDate): Promise<PrecedenceDecision[]> {
  const { rows } = await db.query<PrecedenceDecision>(
    `${decisions} and daterange(p.valid_from, p.valid_to, '[]') @> $1::date`,
    [on],
  )
  return rows
}

/** Every order that somebody ever decided for these indicators, those that another has ended since too. */
export async function pastPrecedenceDecisions(db: Db, indicatorIds: readonly number[]): Promise<PrecedenceDecision[]> {
  const { rows } = await db.query<PrecedenceDecision>(`${decisions} and p.indicator_id = any($1)`, [indicatorIds])
  return rows
}
