/** Versions of the table with their whole way, as a history that is loaded rather than lived: pinned as the table is now. */
import { invariant } from '#core/quantity/invariant.ts'
import type { Verb } from '#core/workflow/workflow.ts'
import { type Appending, appendChains } from '../audit/index.ts'
import type { Db } from '../platform/database.ts'
import { holdTable } from './adjustment-queries.ts'
import { deadlineOfWhole } from './consolidated-due.ts'
import { type OpenTable, openTable } from './open-table.ts'
import { versionsKey } from './opened-versions.ts'
import { loadDecisions, type PastDecisions } from './past-decisions.ts'
import { pinnable } from './pinned-content.ts'
import { pinEntry, stepEntry } from './version-entries.ts'
import { insertVersion } from './version-queries.ts'
import { insertVersionStep } from './version-step-queries.ts'

export interface PastVersionStep {
  readonly verb: Verb
  readonly role: string
  readonly accountId: number
  readonly at: string
  readonly document: { readonly number: string; readonly date: string } | null
}

export interface PastVersion {
  readonly regimeCode: string
  readonly period: string
  readonly at: string
  readonly note: string
  /** Who pinned it, for which agency. */
  readonly accountId: number
  readonly agencyId: number
  readonly steps: readonly PastVersionStep[]
  /** What they decided on the table before. */
  readonly decisions: Pick<PastDecisions, 'adjustments' | 'settlement'> | null
}

/** One version each of tables that nobody has pinned yet. */
export async function loadPastVersions(db: Db, versions: readonly PastVersion[]): Promise<void> {
  const entries: Appending[] = []
  for (const version of versions) entries.push(...(await loadVersion(db, version)))
  await appendChains(db, entries)
}

async function loadVersion(db: Db, past: PastVersion): Promise<Appending[]> {
  const { regimeCode, period, accountId, agencyId, note, at } = past
  const actor = { accountId, agencyId, roles: ['consolidator'] as const }
  const opened = async (): Promise<OpenTable> => {
    const table = await openTable(db, { regimeCode, period, reading: 'accepted', actor })
    invariant(table !== undefined, `${regimeCode} has a table of ${period}`)
    return table
  }
  const before = await opened()
  const key = versionsKey(before)
  await holdTable(db, key)
  if (past.decisions) await loadDecisions(db, before, { ...past.decisions, accountId, agencyId })
  const table = past.decisions ? await opened() : before
  const { hash, text } = pinnable(table)
  await insertVersion(db, {
    ...key,
    version: 1,
    reading: 'accepted',
    content: text,
    contentHash: hash,
    changes: '[]',
    note,
    accountId,
    agencyId,
    at,
  })
  const what = { regime: regimeCode, period, version: 1, contentHash: hash, requestId: '', address: '' }
  const who = { by: accountId, agency: agencyId, role: 'consolidator' }
  const pinned = pinEntry({ ...what, ...who, at, reading: 'accepted', reason: note })
  return [pinned, ...(await loadSteps(db, { past, table, what }))]
}

interface Stepping {
  readonly past: PastVersion
  readonly table: OpenTable
  readonly what: Pick<
    Parameters<typeof stepEntry>[0],
    'regime' | 'period' | 'version' | 'contentHash' | 'requestId' | 'address'
  >
}

async function loadSteps(db: Db, { past, table, what }: Stepping): Promise<Appending[]> {
  const { consolidatedPath } = table.shape.regime
  const { agencyId } = past
  const key = versionsKey(table)
  const entries: Appending[] = []
  for (const { verb, accountId, role, at, document } of past.steps) {
    const transition = consolidatedPath.find((t) => t.verb === verb)
    invariant(transition !== undefined, `the path of ${what.regime} knows «${verb}»`)
    const { from, to } = transition
    const done = { verb, from, to, accountId, agencyId, role, at, reason: '', contentHash: what.contentHash, document }
    const dueAt = verb === 'send' ? ((await deadlineOfWhole(db, key))?.dueAt ?? null) : null
    await insertVersionStep(db, { ...key, version: 1, ...done, dueAt })
    entries.push(
      stepEntry({
        ...what,
        action: verb,
        from,
        to,
        by: accountId,
        agency: agencyId,
        role,
        at,
        reason: '',
        document,
        dueAt,
      }),
    )
  }
  return entries
}
