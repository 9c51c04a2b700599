/**
 * Time is an argument. Facts are dated by the database's clock (`app.now()`), asked here, so that all nodes agree and
 * test databases can stand on a chosen day.
 */
import type { Db } from './database.ts'

/** The instant, ISO 8601 UTC with microseconds. */
export async function databaseNow(db: Db): Promise<string> {
  const { rows } = await db.query<{ now: string }>('select app.now() as now')
  return rows[0]?.now ?? ''
}
