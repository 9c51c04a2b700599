/**
 * Who sees a figure (design: nháp → đã gửi → đã tiếp nhận → đã công bố). A draft is its own agency's alone; a sent
 * figure is also the receiver's («tạm tính»); an accepted one the whole province's; a published one everybody's.
 * An actual figure with a release time is its owner's alone until then, at every level; a plan never waits.
 */
export const levels = ['draft', 'sent', 'accepted', 'published'] as const
export type Level = (typeof levels)[number]

export interface Viewer {
  readonly agencyId: number | null
  /** Signed in to this province's system at all. */
  readonly isInside: boolean
}

export interface Visible {
  readonly level: Level
  readonly agencyId: number
  readonly receiverId: number | null
}

/** Whether a change or a figure at this level may be shown to the viewer. Release times are checked apart. */
export function canSee(viewer: Viewer, it: Visible): boolean {
  if (it.level === 'published') return true
  if (!viewer.isInside) return false
  if (it.level === 'accepted') return true
  if (viewer.agencyId === null) return false
  if (viewer.agencyId === it.agencyId) return true
  return it.level === 'sent' && viewer.agencyId === it.receiverId
}

/** Release times that have not come at some instant (ISO UTC): by indicator, then by span. */
export type PendingReleases = ReadonlyMap<number, ReadonlyMap<number, string>>

/** One agency's word on a figure, as far as it may have to wait for its release. */
export interface ReleasedWord {
  readonly indicatorId: number
  /** Undefined where no figure was ever about that span. */
  readonly spanId: number | undefined
  /** A plan was set and made known long before the figure it is a plan of. */
  readonly isPlan: boolean
  /** Said by the agency that asks. */
  readonly isOwn: boolean
}

/** The instant until which the word is kept from whoever asks; undefined where there is nothing to wait for. */
export function withheldUntil(
  pending: PendingReleases,
  { indicatorId, spanId, isPlan, isOwn }: ReleasedWord,
): string | undefined {
  if (isPlan || isOwn || spanId === undefined) return undefined
  return pending.get(indicatorId)?.get(spanId)
}
