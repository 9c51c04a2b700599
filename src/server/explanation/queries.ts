/** All SQL of this slice, which owns no table: instants as the database writes them. */
import type { Db } from '../platform/database.ts'

/** The last moment at which what happened then was not yet known. */
export async function selectMomentBefore(db: Db, instant: string): Promise<string> {
  const { rows } = await db.query<{ before: string }>(`select $1::timestamptz - interval '1 microsecond' as before`, [
    instant,
  ])
  return (rows[0] as { before: string }).before
}
