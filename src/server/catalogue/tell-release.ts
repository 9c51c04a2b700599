import type { Db } from '../platform/database.ts'
import { publishAll } from '../platform/feed.ts'

/** What has come, or what is set anew: never whether anybody has said a figure of it. */
export type ToldRelease =
  | { readonly released: readonly string[] }
  | { readonly indicator: string; readonly periods: readonly string[] }

/**
 * To everybody inside: who may see which figure is asked when they read anew. Forms say of single cells that they wait, so
 * reports are read anew as well.
 */
export async function tellRelease(db: Db, payload: ToldRelease): Promise<void> {
  const everybodyInside = { agencyId: null, receiverId: null, level: 'accepted', payload } as const
  await publishAll(db, [
    { ...everybodyInside, topic: 'figures' },
    { ...everybodyInside, topic: 'submission' },
  ])
}
