/** Working days until a deadline, as desks and tables count them. */
import { workingDaysBetween } from '#core/period/working-days.ts'
import { holidays } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'

/** From the day of `now` to the day it is due; 0 on that day, negative after it. */
export async function workingDaysLeft(db: Db, dueAt: string, now: string): Promise<number> {
  const [today, due] = [localDay(now), localDay(dueAt)]
  const days = await holidays(db)
  return today <= due ? workingDaysBetween(today, due, days) : -workingDaysBetween(due, today, days)
}
