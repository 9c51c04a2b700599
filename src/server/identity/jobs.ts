/** Every hour sessions that have ended, spent throttles, and answers and changes kept long enough are forgotten. */
import { z } from 'zod'
import { type Pool, transaction } from '#server/platform/database.ts'
import { forgetOldChanges } from '#server/platform/feed-floor.ts'
import { forgetOldAnswers } from '#server/platform/idempotency.ts'
import { type JobHandler, type Recurring, recurringHandler } from '#server/platform/jobs.ts'
import { forgetDeadSessions, type SessionLimits } from './session-queries.ts'

const hour = 3_600_000

export const tidying: Recurring<Record<string, never>> = {
  name: 'identity.tidy',
  payload: z.strictObject({}),
  attempts: 5,
  next: (now) => new Date((Math.floor(Date.parse(now) / hour) + 1.5) * hour).toISOString(),
}

export function tidyingHandler(pool: Pool, limits: SessionLimits): JobHandler {
  return recurringHandler(pool, tidying, async () => {
    await transaction(pool, async (db) => {
      await forgetDeadSessions(db, limits)
      await forgetOldAnswers(db)
    })
    while (await forgetOldChanges(pool));
  })
}
