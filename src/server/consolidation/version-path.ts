/** Where the pinned versions of a table stand on their way to the head's approval, and who may take the next step. */
import { type Actor, holdsAny } from '#core/access/roles.ts'
import { successorOf } from '#core/workflow/consolidated-path.ts'
import { type Case, can, type State, type Transition, type Verb } from '#core/workflow/workflow.ts'
import type { RegimeVersion } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import type { TableKey } from './adjustment-queries.ts'
import { type VersionRow, versionsOf } from './version-queries.ts'
import { preparersOf, type VersionStepRow, versionSteps } from './version-step-queries.ts'

export interface TrackedVersion {
  readonly row: Omit<VersionRow, 'content'>
  readonly version: number
  readonly steps: readonly VersionStepRow[]
  /** Where its own steps have brought it; `draft` before the first. */
  readonly state: State
  readonly stateSince: string
  readonly successor: number | undefined
}

/** Newest first. What is «tạm tính» stands at its beginning for ever, and takes nobody's place. */
export async function versionsOnPath(db: Db, key: TableKey): Promise<TrackedVersion[]> {
  const steps = Map.groupBy(await versionSteps(db, key), (s) => s.version)
  const all = (await versionsOf(db, key)).map((row) => {
    const own = steps.get(row.version) ?? []
    const last = own.at(-1)
    return { row, version: row.version, steps: own, state: stateOf(last), stateSince: last?.at ?? row.at }
  })
  const submittable = all.filter(({ row }) => row.reading === 'accepted')
  return all.map((one) => ({ ...one, successor: successorOf(submittable, one) }))
}

function stateOf(last: VersionStepRow | undefined): State {
  return (last?.to_state ?? 'draft') as State
}

/** The lead agency makes the whole; where nobody is above it, the whole ends with it. */
export function agenciesOf(regime: RegimeVersion): { readonly agencyId: number; readonly receiverId: number } {
  return { agencyId: regime.receiverId, receiverId: regime.consolidatedReceiverId ?? regime.receiverId }
}

export async function caseOf(
  db: Db,
  { regime, period, it }: { readonly regime: RegimeVersion; readonly period: string; readonly it: TrackedVersion },
): Promise<Case> {
  const preparers = await preparersOf(db, { regimeId: regime.regimeId, period, version: it.version })
  return { ...agenciesOf(regime), state: it.state, preparers }
}

export function transitionAt(path: readonly Transition[], state: State, verb: Verb): Transition | undefined {
  return path.find((t) => t.from === state && t.verb === verb)
}

/** Steps that the actor may take now; none on what is «tạm tính» or has given its place to a later version. */
export function verbsOn(
  path: readonly Transition[],
  { it, held, actor }: { readonly it: TrackedVersion; readonly held: Case; readonly actor: Actor },
): readonly Verb[] {
  return it.row.reading === 'accepted' && it.successor === undefined ? can(path, held, actor) : []
}

/** The role in which the actor takes a step. */
export function roleFor({ roles }: Transition, actor: Actor): string {
  return actor.roles.find((one) => holdsAny({ ...actor, roles: [one] }, roles)) ?? ''
}
