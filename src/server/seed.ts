/** What a migrated database holds before anybody works in it. Seeding again changes nothing. */
import { loadReference } from './catalogue/index.ts'
import { loadDemonstration } from './demonstration/index.ts'
import { loadReferenceFigures } from './figures/index.ts'
import type { Pool } from './platform/database.ts'

export interface Seeding {
  /** Instant at which the demonstration stands, ISO UTC. */
  readonly now: string
  readonly demonstration: boolean
  /** Hears what changed in the reference data, and what of it is not taken over, in words. */
  readonly say?: (text: string) => void
}

/** Returns whether a demonstration was loaded now. The pool is the owner's. */
export async function seed(pool: Pool, { now, demonstration, say = () => {} }: Seeding): Promise<boolean> {
  for (const told of await loadReference(pool)) say(told)
  for (const told of await loadReferenceFigures(pool)) say(told)
  return demonstration && (await loadDemonstration(pool, now))
}
