/** Of all promotions there ever were, those since a pinning are found by the index, not by reading them all. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/db.ts'
import { loadReference } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { movesSince } from './affected-queries.ts'

const { pool, owner } = await testDatabase()
await loadReference(owner)

/** The plan of whatever is asked of it. */
async function planOf(ask: (db: Db) => Promise<unknown>): Promise<string> {
  const lines: string[] = []
  await ask({
    query: async (text: string, values?: readonly unknown[]) => {
      const found = await owner.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...(values ?? [])])
      lines.push(...found.rows.map((row) => row['QUERY PLAN']))
      return { rows: [], rowCount: 0 }
    },
  } as unknown as Db)
  return lines.join('\n')
}

const since = { regimeId: 1, period: '2026-08', first: '2025-01-01', last: '2026-08-31', now: '2026-09-16T00:00:00Z' }

test('with many promotions, those since the pinning are looked up by their time', async () => {
  await owner.query(
    `with made as (
       insert into editions (agency_id, submission_id, version, sending, period_end, origin)
       select (select min(id) from agencies), null, 1, n, date '2024-01-31', 'imported' from generate_series(1, 20000) n
       returning id)
     insert into edition_promotions (edition_id, level, at)
     select id, 'sent', timestamptz '2024-01-01' + (id % 20000) * interval '1 hour' from made`,
  )
  await owner.query('analyze edition_promotions')
  const plan = await planOf((db) => movesSince(db, { ...since, at: '2026-04-01T00:00:00Z' }))
  assert.match(plan, /using edition_promotions_at on edition_promotions/)
  assert.doesNotMatch(plan, /Seq Scan on edition_promotions/)
  assert.equal(await movesSince(pool, { ...since, at: '2026-04-01T00:00:00Z' }), '')
})
