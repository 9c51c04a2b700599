/** Jobs of the submissions slice. What happens when one fails: docs/operations/jobs.md. */
import { z } from 'zod'
import { toInstant } from '#core/period/deadline.ts'
import { addDays } from '#core/period/local-date.ts'
import { type Pool, transaction } from '../platform/database.ts'
import { type JobHandler, type Recurring, recurringHandler } from '../platform/jobs.ts'
import { localDay } from '../platform/local-time.ts'
import { openDuePeriods } from './open-due-periods.ts'

/** Soon after midnight in Vietnam, so that a period is open on its first day. */
export const openPeriods: Recurring<Record<string, never>> = {
  name: 'submissions.open-periods',
  payload: z.strictObject({}),
  attempts: 10,
  next: (now) => toInstant(addDays(localDay(now), 1), '00:05'),
}

export function openPeriodsHandler(pool: Pool): JobHandler {
  return recurringHandler(pool, openPeriods, async () => {
    await transaction(pool, openDuePeriods)
  })
}
