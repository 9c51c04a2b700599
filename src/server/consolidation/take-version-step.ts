/**
 * A step of a pinned version (Điều 9, Điều 11.1): submitted, appraised, approved by the head, sealed, sent. It holds what
 * pinning holds, so that no report moves and no other version is pinned meanwhile. Nobody submits or decides on a version
 * whose figures have moved since: it is recomputed first.
 */
import { type Result, refuse } from '#contract/problems.ts'
import type { VersionStep } from '#contract/version-steps.ts'
import { canReadTable } from '#core/access/roles.ts'
import { normalizeText } from '#core/quantity/text.ts'
import { approvedVersion } from '#core/workflow/consolidated-path.ts'
import { type State, type StepRefusal, step, type Transition } from '#core/workflow/workflow.ts'
import { appendEntry } from '../audit/index.ts'
import type { RegimeVersion } from '../catalogue/index.ts'
import { peopleInRoles } from '../identity/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { publish } from '../platform/feed.ts'
import { holderNames, lockPeriod, unmetNeed } from '../submissions/index.ts'
import type { Acting } from './acting.ts'
import { holdTable } from './adjustment-queries.ts'
import { deadlineOfWhole, firstSending } from './consolidated-due.ts'
import { type OpenTable, openTable, regimeNow } from './open-table.ts'
import { versionsKey } from './opened-versions.ts'
import { stepEntry } from './version-entries.ts'
import { agenciesOf, caseOf, roleFor, type TrackedVersion, versionsOnPath } from './version-path.ts'
import { insertVersionStep } from './version-step-queries.ts'
import { affectedCells } from './version-view.ts'

export interface Stepping {
  readonly regimeCode: string
  readonly version: number
  readonly input: VersionStep
}

interface Refused {
  readonly regime: RegimeVersion
  readonly state: State
  readonly why: StepRefusal
}

interface Step {
  readonly acting: Acting
  readonly table: OpenTable
  readonly it: TrackedVersion
  readonly transition: Transition
  readonly input: VersionStep
  /** By the clock of the database, once nobody else can move the table. */
  readonly at: string
  /** What it is judged by, if it is the first sending of the period and anything says when that is due. */
  readonly dueAt: string | null
}

/** Answers with the number of the version. The transaction sees one snapshot: `isolation: 'repeatable read'`. */
export async function takeVersionStep(
  db: Db,
  acting: Acting,
  { regimeCode, version, input }: Stepping,
): Promise<Result<number>> {
  const regime = await regimeNow(db, regimeCode)
  if (!regime || !canReadTable(acting.actor, regime.receiverId)) return refuse('request.not-found')
  const { period } = input
  const key = { regimeId: regime.regimeId, period }
  await lockPeriod(db, key)
  const versions = await versionsOnPath(db, key)
  const it = versions.find((one) => one.version === version)
  const table = await openTable(db, { regimeCode, period, reading: 'accepted', actor: acting.actor })
  if (!it || !table?.readings.includes(it.row.reading)) return refuse('request.not-found')
  await holdTable(db, key)
  const at = await databaseNow(db)
  const held = await caseOf(db, { regime, period, it })
  const allowed = step(regime.consolidatedPath, { it: held, actor: acting.actor, verb: input.verb })
  if (!allowed.ok && allowed.why === 'not-yours') return refusedStep(db, { regime, state: it.state, why: allowed.why })
  if (it.row.reading === 'provisional') return refuse('version.provisional')
  if (it.successor !== undefined) return refuse('version.superseded', { version: it.successor })
  if (!allowed.ok) return refusedStep(db, { regime, state: it.state, why: allowed.why })
  if (input.state !== it.state) return refusedStep(db, { regime, state: it.state, why: 'not-now' })
  if (input.contentHash !== it.row.content_hash) return refuse('version.other-content')
  const isFirstSending = input.verb === 'send' && !firstSending(versions.flatMap(({ steps }) => steps))
  const dueAt = isFirstSending ? ((await deadlineOfWhole(db, key))?.dueAt ?? null) : null
  const taking: Step = { acting, table, it, transition: allowed.transition, input, at, dueAt }
  const refusal = (await unmet(db, taking)) ?? unexplained(taking, approvedVersion(versions))
  if (refusal) return refusal
  await record(db, taking)
  return { ok: true, value: version }
}

async function refusedStep(db: Db, { regime, state, why }: Refused) {
  const { agencyId, receiverId } = agenciesOf(regime)
  const people = await peopleInRoles(db, [agencyId, receiverId])
  const holder = holderNames({ state, agency_id: agencyId, receiver_id: receiverId }, regime.consolidatedPath, people)
  return refuse(`version.${why}`, { state: state === 'draft' ? 'pinned' : state, holder })
}

async function unmet(db: Db, { acting, table, it, transition, input, at }: Step) {
  const refusal = unmetNeed(transition, { ...input, authenticatedAt: acting.authenticatedAt, at })
  if (refusal || !transition.needs.includes('current')) return refusal
  const count = await affectedCells(db, table, it.version)
  return count > 0 ? refuse('version.affected', { count }) : undefined
}

/** After an approval another version is a correction (đính chính), and says why. */
function unexplained({ transition, input }: Step, approved: number | undefined) {
  if (transition.verb !== 'submit' || approved === undefined || input.reason?.trim()) return undefined
  return refuse('version.correction-unexplained', { version: approved })
}

async function record(db: Db, { acting, table, it, transition, input, at, dueAt }: Step): Promise<void> {
  const { actor, requestId, address } = acting
  const { regime } = table.shape
  const role = roleFor(transition, actor)
  const reason = normalizeText(input.reason ?? '').trim()
  const isNumbered = transition.needs.includes('documentNumber')
  const number = normalizeText(input.documentNumber ?? '').trim()
  const document = isNumbered && input.documentDate ? { number, date: input.documentDate } : null
  const { verb, from, to } = transition
  const { content_hash: contentHash } = it.row
  const { period } = table
  await insertVersionStep(db, {
    ...versionsKey(table),
    version: it.version,
    verb,
    from,
    to,
    accountId: actor.accountId,
    agencyId: actor.agencyId,
    role,
    at,
    reason,
    contentHash,
    document,
    dueAt,
  })
  const who = { by: actor.accountId, agency: actor.agencyId, role, requestId, address }
  const what = { regime: regime.code, period, version: it.version, contentHash, reason }
  await appendEntry(db, stepEntry({ ...what, ...who, at, action: verb, from, to, document, dueAt }))
  await publish(db, {
    topic: 'table',
    agencyId: regime.receiverId,
    receiverId: regime.consolidatedReceiverId,
    level: 'accepted',
    payload: { regime: regime.code, period: table.period, version: it.version, state: to },
  })
}
