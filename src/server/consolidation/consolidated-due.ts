/**
 * The deadline of the whole (hạn gửi báo cáo tổng hợp): that of the regime as it held when the period's reports were opened.
 * The first sending of the period decides on time or late, by the deadline kept with its step; corrections do not.
 */
import type { ConsolidatedDue } from '#contract/consolidated-due.ts'
import { deadlineOf, toInstant } from '#core/period/deadline.ts'
import { period as periodOf } from '#core/period/period.ts'
import { agencyView, holidays, loadCatalogue, type RegimeVersion, regimeVersionById } from '../catalogue/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { regimeVersionOfPeriod, workingDaysLeft } from '../submissions/index.ts'
import type { TableKey } from './adjustment-queries.ts'
import type { VersionStepRow } from './version-step-queries.ts'

interface WholeDeadline {
  readonly dueAt: string
  readonly regime: RegimeVersion
}

/** Undefined for a period nobody reports in, and where no act says when the whole is due. */
export async function deadlineOfWhole(db: Db, key: TableKey): Promise<WholeDeadline | undefined> {
  const id = await regimeVersionOfPeriod(db, key)
  if (id === undefined) return undefined
  const regime = await regimeVersionById(db, id)
  if (!regime.consolidatedDeadline) return undefined
  const { rule } = regime.consolidatedDeadline
  const { date, time } = deadlineOf(rule, periodOf(key.period, regime.calendar), await holidays(db))
  return { dueAt: toInstant(date, time), regime }
}

/** Of these steps in any order; undefined before the first is sent. */
export function firstSending(steps: readonly VersionStepRow[]): VersionStepRow | undefined {
  const sendings = steps.filter(({ verb }) => verb === 'send')
  return sendings.find(({ at }) => sendings.every((other) => at <= other.at))
}

/** `steps`: of every version of the table. Null where nothing is due, or was due when it was sent. */
export async function consolidatedDue(
  db: Db,
  key: TableKey,
  steps: readonly VersionStepRow[],
): Promise<ConsolidatedDue | null> {
  const deadline = await deadlineOfWhole(db, key)
  const first = firstSending(steps)
  const dueAt = first ? first.due_at : (deadline?.dueAt ?? null)
  if (dueAt === null) return null
  const at = first?.at ?? (await databaseNow(db))
  const { agencies } = await loadCatalogue(db, localDay(at))
  return {
    dueAt,
    act: deadline?.regime.consolidatedDeadline?.act ?? '',
    receiver: agencyView(agencies.get(deadline?.regime.consolidatedReceiverId ?? 0)).shortName,
    sentAt: first?.at ?? null,
    isLate: Date.parse(at) >= Date.parse(dueAt),
    workingDaysLeft: await workingDaysLeft(db, dueAt, at),
  }
}
