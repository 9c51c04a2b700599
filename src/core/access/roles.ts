/**
 * Roles a person holds at an agency, and who may see a submission. Rights are read from the database on each request;
 * a person may serve several agencies and acts for one of them at a time. What may not be seen is "not found".
 */
export const roles = [
  'reporter',
  'appraiser',
  'approver',
  'clerk',
  'receiver',
  'consolidator',
  'viewer',
  'administrator',
  'integrator',
] as const
export type Role = (typeof roles)[number]

export interface Actor {
  readonly accountId: number
  /** The agency acted for in this window. */
  readonly agencyId: number
  readonly roles: readonly Role[]
}

export interface Held {
  readonly agencyId: number
  readonly receiverId: number
  readonly state: string
}

const preparing: readonly Role[] = ['reporter', 'appraiser', 'approver', 'clerk']
const receiving: readonly Role[] = ['receiver', 'consolidator']

export function holdsAny(actor: Pick<Actor, 'roles'>, wanted: readonly string[]): boolean {
  return actor.roles.some((role) => wanted.includes(role))
}

/** Which submissions an actor opens at all: those of the own agency, and those sent to it. */
export function opens(actor: Pick<Actor, 'roles'>): { readonly own: boolean; readonly received: boolean } {
  const holds = (wanted: readonly Role[]) => actor.roles.some((role) => wanted.includes(role))
  return { own: holds(preparing), received: holds(receiving) }
}

/** Own agency's people see it in every state; the receiver's only once it has been sent. */
export function canOpenSubmission(actor: Actor, it: Held): boolean {
  const { own, received } = opens(actor)
  if (actor.agencyId === it.agencyId && own) return true
  return actor.agencyId === it.receiverId && isWithReceiver(it.state) && received
}

export function isWithReceiver(state: string): boolean {
  return state === 'sent' || state === 'accepted'
}

/** Cells are typed by reporters of the submission's own agency, while it is a draft. */
export function canEnter(actor: Actor, it: Held): boolean {
  return actor.agencyId === it.agencyId && it.state === 'draft' && holdsAny(actor, ['reporter'])
}

/** Accepted figures are open to everybody inside the province who reports, receives or reads; not to those who only run the system. */
export function canReadFigures(actor: Pick<Actor, 'roles'>): boolean {
  return holdsAny(actor, [...preparing, ...receiving, 'viewer'])
}

/** The province's table is read by those who receive, consolidate or lead. */
export function canReadProvince(actor: Pick<Actor, 'roles'>): boolean {
  return holdsAny(actor, ['receiver', 'consolidator', 'viewer'])
}

/** A regime's table and its versions are also read by those of the lead agency who decide on versions and send them out. */
export function canReadTable(actor: Actor, leadAgencyId: number): boolean {
  return canReadProvince(actor) || canDecideOnVersions(actor, leadAgencyId)
}

/** Whom a pinned version on its way may stand on the desk of. */
export function canDecideOnVersions(actor: Actor, leadAgencyId: number): boolean {
  return actor.agencyId === leadAgencyId && holdsAny(actor, ['appraiser', 'approver', 'clerk', 'consolidator'])
}

/** Adjusting, settling sources and pinning versions are the receiver's consolidators' alone (Điều 11.1). */
export function canConsolidate(actor: Actor, receiverId: number): boolean {
  return actor.agencyId === receiverId && holdsAny(actor, ['consolidator'])
}

interface IndicatorHolders {
  readonly ownerAgencyId: number | null
  /** Agencies that consolidate the province's reports. */
  readonly leadAgencyIds: readonly number[]
}

/** The owner's people who prepare or decide figures, and the consolidators of the lead agency, who agree the catalogue. */
export function canReviseFormula(actor: Actor, { ownerAgencyId, leadAgencyIds }: IndicatorHolders): boolean {
  if (actor.agencyId === ownerAgencyId && holdsAny(actor, ['reporter', 'appraiser', 'approver', 'consolidator']))
    return true
  return leadAgencyIds.includes(actor.agencyId) && holdsAny(actor, ['consolidator'])
}

/**
 * The head of the agency that owns the indicator decides from when others see its figures; of one that nobody owns, the head of
 * the lead agency. Whoever else consolidates or enters figures is among those who wait.
 */
export function canSetRelease(actor: Actor, { ownerAgencyId, leadAgencyIds }: IndicatorHolders): boolean {
  const deciding = ownerAgencyId === null ? leadAgencyIds : [ownerAgencyId]
  return deciding.includes(actor.agencyId) && holdsAny(actor, ['approver'])
}

/** Check rules are kept by administrators, and by consolidators of an agency that reports are sent to. */
export function canKeepRules(actor: Actor, { isLead }: { readonly isLead: boolean }): boolean {
  return holdsAny(actor, ['administrator']) || (isLead && holdsAny(actor, ['consolidator']))
}

/** Whoever prepares reports at the agency a question is put to, and whoever consolidates at the agency that asks. */
export function canReadQuestion(
  actor: Actor,
  it: { readonly agencyId: number; readonly askingAgencyId: number },
): boolean {
  if (actor.agencyId === it.agencyId && holdsAny(actor, preparing)) return true
  return actor.agencyId === it.askingAgencyId && holdsAny(actor, receiving)
}

export function canAnswer(actor: Actor, { agencyId }: { readonly agencyId: number }): boolean {
  return actor.agencyId === agencyId && holdsAny(actor, preparing)
}
