/** What a migrated database holds before anybody works in it. Seeding again changes nothing. */
import { loadReference } from './catalogue/index.ts'
import { loadReferenceFigures } from './figures/index.ts'
import type { Pool } from './platform/database.ts'

export async function seed(pool: Pool): Promise<void> {
  await loadReference(pool)
  await loadReferenceFigures(pool)
}
