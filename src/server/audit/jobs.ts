/** Every hour the general journal is sealed and the heads of all chains are kept outside the database. */
import { z } from 'zod'
import { databaseNow } from '#server/platform/clock.ts'
import { type Pool, transaction } from '#server/platform/database.ts'
import { type JobHandler, type Recurring, recurringHandler } from '#server/platform/jobs.ts'
import { addAnchors } from './anchors.ts'
import { presentHeads, sealEvents } from './seal-queries.ts'

const hour = 3_600_000
/** Longer than any transaction is allowed to live. */
const settledAfterSeconds = 300

export const sealing: Recurring<Record<string, never>> = {
  name: 'audit.seal',
  payload: z.strictObject({}),
  attempts: 5,
  next: (now) => new Date((Math.floor(Date.parse(now) / hour) + 1) * hour).toISOString(),
}

/** Returns how many heads moved. */
export async function seal(pool: Pool, file: string, settledAfter = settledAfterSeconds): Promise<number> {
  const heads = await transaction(pool, async (db) => {
    await sealEvents(db, settledAfter)
    return presentHeads(db)
  })
  return addAnchors(file, await databaseNow(pool), heads)
}

export function sealingHandler(pool: Pool, file: string): JobHandler {
  return recurringHandler(pool, sealing, async () => {
    await seal(pool, file)
  })
}
