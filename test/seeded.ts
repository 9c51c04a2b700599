/**
 * A database as a trial has it on Wednesday 16/9/2026, 14:32: reference data, the cast and thirty months of reports up to
 * September's, which is being made. `testDatabase({ seed: demonstration })`, then `setClock(demonstrationNow)`.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { seed } from '#server/seed.ts'
import type { TestSeed } from './db.ts'

export const demonstrationNow = '2026-09-16T07:32:00Z'

const root = path.resolve(import.meta.dirname, '..')
/** The reports, and what the lead agency consolidates of them. */
const madeFrom = [
  'db/reference',
  'src/core',
  'src/server/catalogue',
  'src/server/figures',
  'src/server/consolidation',
  'src/server/demonstration',
]

function version(): string {
  const hash = createHash('sha256').update(demonstrationNow)
  for (const folder of madeFrom) {
    const names = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => path.join(entry.parentPath, entry.name))
    for (const name of names.sort()) hash.update(readFileSync(name))
  }
  return hash.digest('hex')
}

export const demonstration: TestSeed = {
  name: 'demonstration',
  version: version(),
  async load(owner) {
    await seed(owner, { now: demonstrationNow, demonstration: true })
  },
}
