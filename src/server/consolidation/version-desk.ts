/** Versions on their way, for the desks of the lead agency: what waits for this person, and where the others stand. */
import type { VersionOnDesk } from '#contract/version-steps.ts'
import { type Actor, canDecideOnVersions } from '#core/access/roles.ts'
import { isApproved } from '#core/workflow/consolidated-path.ts'
import { states } from '#core/workflow/workflow.ts'
import { loadCatalogue, type RegimeVersion, regimeCodes, regimeVersion } from '../catalogue/index.ts'
import { peopleById, peopleInRoles } from '../identity/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { holderNames, periodViewOf } from '../submissions/index.ts'
import { agenciesOf, caseOf, type TrackedVersion, verbsOn, versionsOnPath } from './version-path.ts'
import { periodsOnPath } from './version-step-queries.ts'
import { dueFor, takenStepView } from './version-steps-view.ts'

/** The newest period first. What was never submitted, or stands at its end, is on nobody's desk. */
export async function versionDeskOf(db: Db, actor: Actor): Promise<VersionOnDesk[]> {
  const on = localDay(await databaseNow(db))
  const desk: VersionOnDesk[] = []
  for (const code of await regimeCodes(db)) {
    const regime = await regimeVersion(db, { code, on })
    if (regime && canDecideOnVersions(actor, regime.receiverId)) desk.push(...(await onDesk(db, actor, regime)))
  }
  return desk
}

async function onDesk(db: Db, actor: Actor, regime: RegimeVersion): Promise<VersionOnDesk[]> {
  const endStates = regime.consolidatedPath.map((t) => t.to).filter((to) => isEnd(regime, to))
  const { regimeId } = regime
  const desk: VersionOnDesk[] = []
  for (const period of await periodsOnPath(db, { regimeId, endStates, approvedStates: states.filter(isApproved) })) {
    const open = (await versionsOnPath(db, { regimeId, period })).filter(
      (it) => it.steps.length > 0 && it.successor === undefined && !isEnd(regime, it.state),
    )
    for (const it of open) desk.push(await viewOf(db, actor, { regime, period, it }))
  }
  return desk.filter((one) => one.state !== 'draft' || (one.returned !== null && one.can.includes('submit')))
}

function isEnd({ consolidatedPath }: RegimeVersion, state: string): boolean {
  return !consolidatedPath.some((t) => t.from === state)
}

interface Open {
  readonly regime: RegimeVersion
  readonly period: string
  readonly it: TrackedVersion
}

async function viewOf(db: Db, actor: Actor, { regime, period, it }: Open): Promise<VersionOnDesk> {
  const { agencyId, receiverId } = agenciesOf(regime)
  const onPath = { state: it.state, agency_id: agencyId, receiver_id: receiverId }
  const held = await caseOf(db, { regime, period, it })
  const last = it.steps.at(-1)
  const back = last?.verb === 'sendBack' ? last : undefined
  const { agencies } = await loadCatalogue(db, localDay(it.stateSince))
  return {
    regime: { code: regime.code, name: regime.name },
    period: periodViewOf(period, regime.calendar),
    version: it.version,
    state: it.state,
    stateSince: it.stateSince,
    holder: holderNames(onPath, regime.consolidatedPath, await peopleInRoles(db, [agencyId, receiverId])),
    can: [...verbsOn(regime.consolidatedPath, { it, held, actor })],
    returned: back ? takenStepView(back, await peopleById(db, [back.account_id]), agencies) : null,
    due: await dueFor(db, { regimeId: regime.regimeId, period }, it),
  }
}
