/** Who holds a submission now: the people whose role the path asks for next, on the side where it stands. */
import type { Transition } from '#core/workflow/workflow.ts'
import { peopleInRoles } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import type { SubmissionRow } from './queries.ts'

/** Names joined by commas; '' at the end of the path or where the agency has nobody in that role. */
export async function holderOf(db: Db, submission: SubmissionRow, path: readonly Transition[]): Promise<string> {
  const people = await peopleInRoles(db, [submission.agency_id, submission.receiver_id])
  return holderNames(submission, path, people)
}

export interface RolePerson {
  readonly agencyId: number
  readonly role: string
  readonly name: string
}

export function holderNames(
  submission: Pick<SubmissionRow, 'state' | 'agency_id' | 'receiver_id'>,
  path: readonly Transition[],
  people: readonly RolePerson[],
): string {
  const next = forward(path).find((t) => t.from === submission.state)
  if (!next) return ''
  const agencyId = next.side === 'own' ? submission.agency_id : submission.receiver_id
  const names = people.filter((p) => p.agencyId === agencyId && next.roles.some((r) => r === p.role)).map((p) => p.name)
  return [...new Set(names)].join(', ')
}

/** The steps onward alone, in order: returns and withdrawals are left out. */
export function forward(path: readonly Transition[]): readonly Transition[] {
  return path.filter((t) => t.verb !== 'sendBack' && t.verb !== 'withdraw')
}
