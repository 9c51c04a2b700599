/** Consolidated reports that are due and not on their way yet, for the desk of whoever makes them. */
import type { OwedReport, VersionOnDesk } from '#contract/version-steps.ts'
import { type Actor, canConsolidate } from '#core/access/roles.ts'
import { period as periodOf } from '#core/period/period.ts'
import { type RegimeVersion, regimeCodes, regimeVersion } from '../catalogue/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { periodsOfRegime, periodViewOf } from '../submissions/index.ts'
import { consolidatedDue, deadlineOfWhole } from './consolidated-due.ts'
import { versionsOnPath } from './version-path.ts'

/** What is older is found in its table. */
const mostPeriods = 12

/** The newest period first; from the end of data taking on, until it is sent. `onWay`: what the desk shows already. */
export async function owedReports(db: Db, actor: Actor, onWay: readonly VersionOnDesk[]): Promise<OwedReport[]> {
  const on = localDay(await databaseNow(db))
  const owed: OwedReport[] = []
  for (const code of await regimeCodes(db)) {
    const regime = await regimeVersion(db, { code, on })
    if (!regime || !canConsolidate(actor, regime.receiverId)) continue
    const shown = new Set(onWay.filter((it) => it.regime.code === code).map((it) => it.period.label))
    const taken = (await periodsOfRegime(db, regime.regimeId)).filter((label) => {
      return !shown.has(label) && periodOf(label, regime.calendar).span.to < on
    })
    for (const label of taken.slice(0, mostPeriods)) owed.push(...(await owedFor(db, regime, label)))
  }
  return owed
}

async function owedFor(db: Db, regime: RegimeVersion, period: string): Promise<readonly OwedReport[]> {
  const key = { regimeId: regime.regimeId, period }
  if (!(await deadlineOfWhole(db, key))) return []
  const versions = await versionsOnPath(db, key)
  const due = await consolidatedDue(
    db,
    key,
    versions.flatMap(({ steps }) => steps),
  )
  if (due === null || due.sentAt !== null) return []
  return [
    {
      regime: { code: regime.code, name: regime.name },
      period: periodViewOf(period, regime.calendar),
      due,
      version: versions[0]?.version ?? null,
    },
  ]
}
