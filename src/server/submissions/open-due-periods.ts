/**
 * Which periods are open by now: a monthly report opens on the regime's day of the month before, when its data span
 * begins. A system that was off for a while opens what it missed; a new one starts with the present period.
 */
import { nextPeriod, type Period, parsePeriod, period } from '#core/period/period.ts'
import { type RegimeVersion, regimeCodes, regimeVersion } from '../catalogue/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { publish } from '../platform/feed.ts'
import { localDay } from '../platform/local-time.ts'
import { openSubmissions } from './open-submissions.ts'
import { periodsOfRegime } from './queries.ts'

/** The newest period that has opened by this day. */
export function openedPeriod(regime: Pick<RegimeVersion, 'opensDay' | 'calendar'>, today: string): Period {
  const month = period(today.slice(0, 7), regime.calendar)
  return Number(today.slice(8)) >= regime.opensDay ? nextPeriod(month) : month
}

/** Returns how many submissions were opened. Doing it again opens nothing. */
export async function openDuePeriods(db: Db): Promise<number> {
  const at = await databaseNow(db)
  const today = localDay(at)
  let count = 0
  for (const code of await regimeCodes(db)) {
    const regime = await regimeVersion(db, { code, on: today })
    if (regime?.periodKind !== 'month') continue
    const last = openedPeriod(regime, today)
    const [known] = await periodsOfRegime(db, regime.regimeId)
    const from = known === undefined ? last : parsePeriod(known, regime.calendar)
    for (let it = from ?? last; it.span.from <= last.span.from; it = nextPeriod(it)) {
      const opened = await openSubmissions(db, { regime, period: it, at })
      await announce(db, { regime, period: it, opened })
      count += opened.size
    }
  }
  return count
}

interface Opened {
  readonly regime: RegimeVersion
  readonly period: Period
  readonly opened: ReadonlyMap<number, string>
}

/** Desks that are open show the new report without being loaded again. */
async function announce(db: Db, { regime, period, opened }: Opened): Promise<void> {
  for (const [agencyId, submission] of opened) {
    const payload = { submission, period: period.label, state: 'draft' }
    await publish(db, { topic: 'submission', agencyId, receiverId: regime.receiverId, level: 'draft', payload })
  }
}
