/** Which of the words that are on record a viewer may hear: those released by the instant that is asked about. */
import { type Catalogue, type PlanVersion, releasesAfter } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'

export interface Hearing {
  /** In the order in which they are read: the last that says something is in force. */
  readonly plans: readonly PlanVersion[]
  readonly viewerAgencyId: number | null
  /** Figures with a later release time are their owner's alone. */
  readonly at: string
  /** Release times that have not come at that instant: by `<indicator id> <span id>`. */
  readonly unreleased: ReadonlyMap<string, string>
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
  const releases = await releasesAfter(db, at)
  const unreleased = new Map(releases.map((one) => [`${one.indicatorId} ${one.spanId}`, one.releasedAt]))
  return { plans, viewerAgencyId, at, unreleased }
}
