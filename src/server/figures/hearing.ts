/** Which of the words that are on record a viewer may hear: those released by the instant that is asked about. */
import type { PendingReleases } from '#core/figure/visibility.ts'
import { type Catalogue, type PlanVersion, pendingReleases } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'

export interface Hearing {
  /** In the order in which they are read: the last that says something is in force. */
  readonly plans: readonly PlanVersion[]
  readonly viewerAgencyId: number | null
  /** Figures with a later release time are their owner's alone. */
  readonly at: string
  /** Release times that have not come at that instant. */
  readonly pending: PendingReleases
}

interface Asking {
  readonly as: { readonly viewerAgencyId: number | null; readonly asOf?: string }
  readonly catalogue: Pick<Catalogue, 'plans'>
  readonly now: string
}

/** Whoever asks for an instant to come still hears what is released by now. */
export async function hearingOf(db: Db, { as, catalogue: { plans }, now }: Asking): Promise<Hearing> {
  const { viewerAgencyId, asOf } = as
  const at = asOf !== undefined && Date.parse(asOf) < Date.parse(now) ? asOf : now
  return { plans, viewerAgencyId, at, pending: await pendingReleases(db, at) }
}
