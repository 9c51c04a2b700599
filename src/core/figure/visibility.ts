/**
 * Who sees a figure (design: nháp → đã gửi → đã tiếp nhận → đã công bố). A draft is its own agency's alone; a sent
 * figure is also the receiver's («tạm tính»); an accepted one the whole province's; a published one everybody's.
 * A figure with a release time is its owner's alone until then, at every level.
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

/** A figure under a release time is shown to its owner before it, to others from that instant on. Both are ISO UTC. */
export function isReleased(releasedAt: string | null, now: string, isOwner: boolean): boolean {
  return isOwner || releasedAt === null || releasedAt <= now
}
