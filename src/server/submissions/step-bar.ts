/** The step bar: for every step of the path who does it, since when, by when, and what is done. */
import type { Person } from '#contract/common.ts'
import type { SubmissionView } from '#contract/submissions.ts'
import type { Transition } from '#core/workflow/workflow.ts'
import { forward } from './holder.ts'
import type { SubmissionRow } from './queries.ts'
import type { StepRow } from './step-queries.ts'

type Step = SubmissionView['steps'][number]

/** What goes a path: a submission, or what an agency consolidates. */
export interface OnPath
  extends Pick<SubmissionRow, 'state' | 'agency_id' | 'receiver_id' | 'opened_at' | 'internal_due'> {
  /** Null where nothing says when it must be sent. */
  readonly due_at: string | null
}

export interface StepBar {
  readonly submission: OnPath
  readonly steps: readonly Pick<StepRow, 'verb' | 'to_state' | 'account_id' | 'at'>[]
  readonly path: readonly Transition[]
  readonly people: readonly (Person & { agencyId: number; role: string })[]
  readonly persons: ReadonlyMap<number, Person>
}

/** A step counts as done when it was taken since the last return. */
export function stepBar(bar: StepBar): Step[] {
  const back = bar.steps.findLastIndex((s) => s.verb === 'sendBack' || s.verb === 'withdraw')
  const run = bar.steps.slice(back + 1)
  return forward(bar.path).map((transition, index) => {
    const done = run.find((s) => s.verb === transition.verb)
    const isNow = transition.from === bar.submission.state
    const before = index === 0 ? bar.steps[back]?.at : run.find((s) => s.to_state === transition.from)?.at
    return {
      key: transition.verb === 'submit' ? 'enter' : (transition.verb as Step['key']),
      status: done ? 'done' : isNow ? 'now' : 'todo',
      people: peopleOf(bar, transition, done),
      since: isNow ? (before ?? bar.submission.opened_at) : null,
      doneAt: done?.at ?? null,
      dueAt: dueOf(bar.submission, transition),
    }
  })
}

function peopleOf(bar: StepBar, transition: Transition, done: StepBar['steps'][number] | undefined): Person[] {
  const doer = done?.account_id == null ? undefined : bar.persons.get(done.account_id)
  if (doer) return [doer]
  const agencyId = transition.side === 'own' ? bar.submission.agency_id : bar.submission.receiver_id
  const unique = new Map(
    bar.people
      .filter((p) => p.agencyId === agencyId && transition.roles.some((r) => r === p.role))
      .map(({ login, name, position }) => [login, { login, name, position }]),
  )
  return [...unique.values()]
}

function dueOf(submission: OnPath, transition: Transition): string | null {
  if (transition.verb === 'send') return submission.due_at
  return submission.internal_due[transition.verb] ?? null
}
