/** Who makes a request: read from the database with each request, so that a right taken away ends at the next one. */
import type { FastifyRequest } from 'fastify'
import { type Actor, type Role, roles } from '#core/access/roles.ts'
import { invariant } from '#core/quantity/invariant.ts'

export interface ActingAgency {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly roles: readonly Role[]
}

export interface Account {
  readonly id: number
  readonly login: string
  readonly name: string
  readonly position: string
  readonly addressForm: 'anh' | 'chị' | 'bạn'
  readonly isDemonstration: boolean
}

export interface SessionState {
  readonly csrfToken: string
  /** When a password was last given in this session, ISO UTC. */
  readonly authenticatedAt: string
}

export interface Caller {
  readonly account: Account
  readonly session: SessionState
  readonly agencies: readonly ActingAgency[]
  /** The agency acted for in this request; null when the account holds no role anywhere today. */
  readonly agency: ActingAgency | null
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null
  }
}

export interface Acting {
  readonly actor: Actor
  readonly account: Account
  readonly agency: ActingAgency
  readonly session: SessionState
}

/** For routes open to any signed-in account. */
export function callerOf(request: FastifyRequest): Caller {
  invariant(request.caller !== null, 'the guard lets nobody in without a session')
  return request.caller
}

/** For routes of the default access: the caller acts for an agency. */
export function actorOf(request: FastifyRequest): Acting {
  const { account, agency, session } = callerOf(request)
  invariant(agency !== null, 'the guard lets nobody in without an acting agency')
  return { actor: { accountId: account.id, agencyId: agency.id, roles: agency.roles }, account, agency, session }
}

export function knownRoles(names: readonly string[]): readonly Role[] {
  return roles.filter((role) => names.includes(role))
}

type Place = 'desk' | 'entry' | 'review' | 'province' | 'explore' | 'catalogue'

/** By roles alone. */
const openPlaces: readonly (readonly [Place, readonly Role[]])[] = [
  ['entry', ['reporter']],
  ['review', ['appraiser', 'approver', 'clerk', 'receiver', 'consolidator']],
  ['explore', ['reporter', 'appraiser', 'approver', 'clerk', 'receiver', 'consolidator', 'viewer']],
]

const inOrder: readonly Place[] = ['desk', 'entry', 'review', 'province', 'explore', 'catalogue']

/**
 * Places of the navigation, in order. Everybody has a desk and may look things up in the catalogue; the province's table is
 * there for whoever may read one, which depends on the agency too.
 */
export function placesOf(held: readonly Role[], readsTable: boolean): Place[] {
  const byRole = openPlaces.filter(([, wanted]) => wanted.some((role) => held.includes(role))).map(([place]) => place)
  const open = new Set<Place>(['desk', 'catalogue', ...byRole, ...(readsTable ? (['province'] as const) : [])])
  return inOrder.filter((place) => open.has(place))
}
