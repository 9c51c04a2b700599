/**
 * Time is an argument. Facts are dated by the database's clock (`app.now()`), asked here, so that all nodes agree and
 * test databases can stand on a chosen day; the day is the one in Vietnam.
 */
import type { Db } from './database.ts'

/** The instant, ISO 8601 UTC with microseconds. */
export async function databaseNow(db: Db): Promise<string> {
  const { rows } = await db.query<{ now: string }>('select app.now() as now')
  return rows[0]?.now ?? ''
}

/** Today in Vietnam, YYYY-MM-DD. */
export async function databaseToday(db: Db): Promise<string> {
  const { rows } = await db.query<{ today: string }>(
    `select (app.now() at time zone 'Asia/Ho_Chi_Minh')::date as today`,
  )
  return rows[0]?.today ?? ''
}
