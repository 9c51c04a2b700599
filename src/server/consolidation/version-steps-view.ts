/** The way of a version as its page shows it: who holds it, what was done, and what this viewer may do now. */
import type { VersionView } from '#contract/versions.ts'
import type { State, Verb } from '#core/workflow/workflow.ts'
import { type AgencyRow, agencyView } from '../catalogue/index.ts'
import { peopleById, peopleInRoles } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import { holderNames, stepBar } from '../submissions/index.ts'
import type { TableKey } from './adjustment-queries.ts'
import { consolidatedDue, firstSending } from './consolidated-due.ts'
import type { OpenTable } from './open-table.ts'
import { versionsKey } from './opened-versions.ts'
import { agenciesOf, caseOf, type TrackedVersion, transitionAt, verbsOn } from './version-path.ts'
import { versionSteps } from './version-step-queries.ts'

type PathView = Pick<
  VersionView,
  | 'agency'
  | 'receiver'
  | 'stateSince'
  | 'holder'
  | 'steps'
  | 'log'
  | 'can'
  | 'needs'
  | 'documentNumber'
  | 'documentDate'
  | 'due'
>

interface Standing {
  readonly it: TrackedVersion
  /** The version of the period that the head approved last. */
  readonly approved: number | undefined
  readonly isAffected: boolean
}

export async function pathView(db: Db, table: OpenTable, standing: Standing): Promise<PathView> {
  const { it } = standing
  const { regime, catalogue } = table.shape
  const { agencyId, receiverId } = agenciesOf(regime)
  const people = await peopleInRoles(db, [agencyId, receiverId])
  const persons = await peopleById(db, [...new Set(it.steps.map((s) => s.account_id))])
  const onPath = { state: it.state, agency_id: agencyId, receiver_id: receiverId }
  const path = regime.consolidatedPath
  const isOver = it.successor !== undefined || it.row.reading === 'provisional'
  const due = await dueFor(db, versionsKey(table), it)
  const sealed = it.steps.findLast((s) => s.document_number !== '')
  return {
    agency: agencyView(catalogue.agencies.get(agencyId)),
    receiver: regime.consolidatedReceiverId === null ? null : agencyView(catalogue.agencies.get(receiverId)),
    stateSince: it.stateSince,
    holder: isOver ? '' : holderNames(onPath, path, people),
    steps: stepBar({
      submission: { ...onPath, opened_at: it.row.at, due_at: due?.dueAt ?? null, internal_due: {} },
      steps: it.steps,
      path,
      people,
      persons,
    }),
    log: it.steps.map((s) => takenStepView(s, persons, catalogue.agencies)),
    ...(await mayTake(db, table, standing)),
    documentNumber: sealed?.document_number ?? '',
    documentDate: sealed?.document_date ?? null,
    due,
  }
}

/** The deadline binds whatever is sent first: a version that comes after it has none. */
export async function dueFor(db: Db, key: TableKey, it: TrackedVersion): Promise<VersionView['due']> {
  const due = await consolidatedDue(db, key, await versionSteps(db, key))
  return due === null || due.sentAt === null || firstSending(it.steps)?.at === due.sentAt ? due : null
}

export function takenStepView(
  s: TrackedVersion['steps'][number],
  persons: Awaited<ReturnType<typeof peopleById>>,
  agencies: ReadonlyMap<number, Pick<AgencyRow, 'shortName'>>,
): VersionView['log'][number] {
  return {
    verb: s.verb as Verb,
    from: s.from_state as State,
    to: s.to_state as State,
    by: persons.get(s.account_id) ?? null,
    agency: agencies.get(s.agency_id)?.shortName ?? '',
    at: s.at,
    reason: s.reason,
    contentHash: s.content_hash,
    isSigned: false,
  }
}

/** What needs figures that have not moved is left out while they have; a correction needs its reason. */
async function mayTake(
  db: Db,
  { shape: { regime }, period, viewer }: OpenTable,
  { it, approved, isAffected }: Standing,
): Promise<Pick<PathView, 'can' | 'needs'>> {
  const held = await caseOf(db, { regime, period, it })
  const needsOf = (verb: Verb): string[] => {
    const needs = transitionAt(regime.consolidatedPath, it.state, verb)?.needs ?? []
    return verb === 'submit' && approved !== undefined ? [...needs, 'reason'] : [...needs]
  }
  const can = verbsOn(regime.consolidatedPath, { it, held, actor: viewer }).filter(
    (verb) => !(isAffected && needsOf(verb).includes('current')),
  )
  return { can, needs: Object.fromEntries(can.map((verb) => [verb, needsOf(verb)])) }
}
