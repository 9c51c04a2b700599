import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { areas } from './readings.ts'

/** What the province is called today, with its kind: «Tỉnh Bến Tre»; empty before reference data are loaded. */
export async function provinceName(db: Db): Promise<string> {
  const all = await areas(db, localDay(await databaseNow(db)))
  return all.find(({ level }) => level === 'province')?.name ?? ''
}
