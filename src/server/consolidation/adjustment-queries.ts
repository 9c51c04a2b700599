/** All SQL of adjustments, and of the row that an act on a period's table holds. */
import type { DecimalText } from '#core/quantity/exact.ts'
import type { Db } from '../platform/database.ts'

export interface TableKey {
  readonly regimeId: number
  readonly period: string
}

/** Takes the table's row until the end of the transaction; the first act on a table makes it. */
export async function holdTable(db: Db, { regimeId, period }: TableKey): Promise<void> {
  await db.query(
    `insert into consolidations as held (regime_id, period) values ($1, $2)
     on conflict (regime_id, period) do update set revision = held.revision + 1`,
    [regimeId, period],
  )
}

/** Every adjustment ever made on the table, with its withdrawal if there is one. */
export interface AdjustmentRow {
  readonly id: string
  readonly indicator_id: number
  readonly area_id: number
  readonly span_id: number
  readonly plan_version_id: number
  readonly vintage: string
  readonly amount: DecimalText
  readonly reading: 'accepted' | 'provisional'
  readonly value_before: string
  readonly reason: string
  readonly account_id: number
  readonly agency_id: number
  readonly at: string
  readonly withdrawn_at: string | null
  readonly withdrawn_by: number | null
  readonly withdrawn_reason: string | null
}

/** Oldest first. */
export async function adjustmentsOf(db: Db, { regimeId, period }: TableKey): Promise<AdjustmentRow[]> {
  const { rows } = await db.query<AdjustmentRow>(
    `select a.id, a.indicator_id, a.area_id, a.span_id, a.plan_version_id, a.vintage, trim_scale(a.amount) as amount,
        a.reading, trim_scale(a.value_before) as value_before, a.reason, a.account_id, a.agency_id, a.at,
        w.at as withdrawn_at, w.account_id as withdrawn_by, w.reason as withdrawn_reason
     from adjustments a left join adjustments w on w.withdraws_id = a.id
     where a.regime_id = $1 and a.period = $2 and a.withdraws_id is null order by a.id`,
    [regimeId, period],
  )
  return rows
}

/** The table an adjustment lies on. */
export async function tableOfAdjustment(db: Db, id: string): Promise<TableKey | undefined> {
  const { rows } = await db.query<TableKey>(
    `select a.regime_id as "regimeId", a.period from adjustments a where a.id = $1 and a.withdraws_id is null`,
    [id],
  )
  return rows[0]
}

export interface NewAdjustmentRow extends TableKey {
  readonly indicatorId: number
  readonly areaId: number
  readonly spanId: number
  readonly vintage: string
  readonly amount: string
  readonly reading: string
  readonly valueBefore: string
  readonly reason: string
  readonly accountId: number
  readonly agencyId: number
  readonly at: string
}

export async function insertAdjustment(db: Db, a: NewAdjustmentRow): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into adjustments (regime_id, period, indicator_id, area_id, span_id, vintage, amount, reading, value_before,
       reason, account_id, agency_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
    [
      a.regimeId,
      a.period,
      a.indicatorId,
      a.areaId,
      a.spanId,
      a.vintage,
      a.amount,
      a.reading,
      a.valueBefore,
      a.reason,
      a.accountId,
      a.agencyId,
      a.at,
    ],
  )
  return (rows[0] as { id: string }).id
}

export interface WithdrawalRow {
  readonly id: string
  readonly reason: string
  readonly accountId: number
  readonly agencyId: number
  readonly at: string
}

/** False when it is withdrawn already. */
export async function insertWithdrawal(db: Db, w: WithdrawalRow): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into adjustments (regime_id, period, indicator_id, area_id, span_id, plan_version_id, vintage, amount, reading,
       value_before, reason, withdraws_id, account_id, agency_id, at)
     select a.regime_id, a.period, a.indicator_id, a.area_id, a.span_id, a.plan_version_id, a.vintage, 0, a.reading,
       a.value_before, $2, a.id, $3, $4, $5
     from adjustments a where a.id = $1 and a.withdraws_id is null on conflict (withdraws_id) do nothing`,
    [w.id, w.reason, w.accountId, w.agencyId, w.at],
  )
  return rowCount === 1
}
