/** Who reads a regime's table; to everybody else nothing of it exists. */
import { type Actor, canReadProvince, canReadTable } from '#core/access/roles.ts'
import { leadAgencies } from '../catalogue/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { regimeNow } from './open-table.ts'

export async function mayReadTable(db: Db, actor: Actor, regimeCode: string): Promise<boolean> {
  if (canReadProvince(actor)) return true
  const regime = await regimeNow(db, regimeCode)
  return regime !== undefined && canReadTable(actor, regime.receiverId)
}

/** Whether there is a table for the actor to read, so that the way to it stands in their navigation. */
export async function mayReadSomeTable(db: Db, actor: Actor): Promise<boolean> {
  if (canReadProvince(actor)) return true
  const leads = await leadAgencies(db, localDay(await databaseNow(db)))
  return leads.some((leadAgencyId) => canReadTable(actor, leadAgencyId))
}
