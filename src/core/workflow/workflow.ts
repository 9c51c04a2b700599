/**
 * The path of a submission (báo cáo) as a table to lay beside Điều 9 of the regulation. Anything not listed is refused.
 * Regimes drop or add steps by giving another table; this one is the default path. What an agency consolidates goes the
 * same way on a table of its own (`consolidated-path.ts`).
 */
import { type Actor, type Held, holdsAny, type Role } from '../access/roles.ts'

export const states = ['draft', 'submitted', 'appraised', 'approved', 'sealed', 'sent', 'accepted'] as const
export type State = (typeof states)[number]

export const verbs = ['submit', 'withdraw', 'appraise', 'approve', 'seal', 'send', 'accept', 'sendBack'] as const
export type Verb = (typeof verbs)[number]

/** What an act must come with; `current` asks that nothing it was made of has moved since. */
export type Need = 'reason' | 'reauthentication' | 'documentNumber' | 'notPreparer' | 'complete' | 'current'

export interface Transition {
  readonly from: State
  readonly verb: Verb
  readonly to: State
  readonly roles: readonly Role[]
  /** Whose people act: the agency that makes it, or its receiver. */
  readonly side: 'own' | 'receiver'
  readonly needs: readonly Need[]
}

export const standardPath: readonly Transition[] = [
  { from: 'draft', verb: 'submit', to: 'submitted', roles: ['reporter'], side: 'own', needs: ['complete'] },
  { from: 'submitted', verb: 'withdraw', to: 'draft', roles: ['reporter'], side: 'own', needs: [] },
  { from: 'submitted', verb: 'appraise', to: 'appraised', roles: ['appraiser'], side: 'own', needs: ['notPreparer'] },
  { from: 'submitted', verb: 'sendBack', to: 'draft', roles: ['appraiser'], side: 'own', needs: ['reason'] },
  {
    from: 'appraised',
    verb: 'approve',
    to: 'approved',
    roles: ['approver'],
    side: 'own',
    needs: ['notPreparer', 'reauthentication'],
  },
  { from: 'appraised', verb: 'sendBack', to: 'draft', roles: ['approver'], side: 'own', needs: ['reason'] },
  { from: 'approved', verb: 'seal', to: 'sealed', roles: ['clerk'], side: 'own', needs: ['documentNumber'] },
  { from: 'approved', verb: 'sendBack', to: 'draft', roles: ['approver', 'clerk'], side: 'own', needs: ['reason'] },
  { from: 'sealed', verb: 'send', to: 'sent', roles: ['clerk'], side: 'own', needs: [] },
  { from: 'sent', verb: 'withdraw', to: 'draft', roles: ['approver'], side: 'own', needs: ['reason'] },
  { from: 'sent', verb: 'accept', to: 'accepted', roles: ['consolidator'], side: 'receiver', needs: ['notPreparer'] },
  {
    from: 'sent',
    verb: 'sendBack',
    to: 'draft',
    roles: ['receiver', 'consolidator'],
    side: 'receiver',
    needs: ['reason'],
  },
]

export interface Case extends Held {
  readonly state: State
  /** Accounts that made what is decided on: typed a cell, pinned a version, adjusted a number, or submitted it. */
  readonly preparers: ReadonlySet<number>
}

export interface Attempt {
  readonly it: Case
  readonly actor: Actor
  readonly verb: Verb
}

export type StepRefusal = 'not-now' | 'not-yours' | 'own-work'

export type Step =
  | { readonly ok: true; readonly transition: Transition }
  | { readonly ok: false; readonly why: StepRefusal }

/**
 * The transition that this actor's verb means now, or why not. Order of refusals: the state does not know the verb, the
 * actor lacks the role on that side, the actor prepared it (nobody approves or accepts what they prepared).
 */
export function step(path: readonly Transition[], { it, actor, verb }: Attempt): Step {
  const transition = path.find((t) => t.from === it.state && t.verb === verb && standsOnSide(t, it, actor))
  if (!transition) {
    const known = path.some((t) => t.from === it.state && t.verb === verb)
    return { ok: false, why: known ? 'not-yours' : 'not-now' }
  }
  if (!holdsAny(actor, transition.roles)) return { ok: false, why: 'not-yours' }
  if (transition.needs.includes('notPreparer') && it.preparers.has(actor.accountId)) {
    return { ok: false, why: 'own-work' }
  }
  return { ok: true, transition }
}

function standsOnSide(transition: Transition, it: Held, actor: Actor): boolean {
  return actor.agencyId === (transition.side === 'own' ? it.agencyId : it.receiverId)
}

/** Verbs the actor may use now, in the order of the path. Sent with the resource; the browser never re-derives it. */
export function can(path: readonly Transition[], it: Case, actor: Actor): readonly Verb[] {
  return verbs.filter((verb) => step(path, { it, actor, verb }).ok)
}
