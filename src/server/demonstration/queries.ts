/** SQL of the demonstration itself; rows are written by the slices that own the tables. */
import type { Db } from '../platform/database.ts'

/** So many rows came at once that the planner has to be told before anybody asks about them. */
export async function refreshStatistics(db: Db): Promise<void> {
  await db.query('analyze')
}
