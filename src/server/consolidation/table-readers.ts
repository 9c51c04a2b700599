/** Who reads a regime's table; to everybody else nothing of it exists. */
import { type Actor, canReadProvince, canReadTable } from '#core/access/roles.ts'
import type { Db } from '../platform/database.ts'
import { regimeNow } from './open-table.ts'

export async function mayReadTable(db: Db, actor: Actor, regimeCode: string): Promise<boolean> {
  if (canReadProvince(actor)) return true
  const regime = await regimeNow(db, regimeCode)
  return regime !== undefined && canReadTable(actor, regime.receiverId)
}
