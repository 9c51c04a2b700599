/** Two reports of one agency that speak of the same figure, sent at the same moment. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '#core/period/local-date.ts'
import { period } from '#core/period/period.ts'
import { spanKey } from '#core/period/span.ts'
import { testDatabase } from '#test/db.ts'
import { loadCatalogue, loadReference, spanIds } from '../catalogue/index.ts'
import { type Db, transaction } from '../platform/database.ts'
import { addEdition, figureRows, figureSlot, promote } from './index.ts'

const { pool, owner } = await testDatabase()
await loadReference(owner)
const catalogue = await loadCatalogue(pool, localDate('2026-06-16'))
const { span } = period('2026-06', 'statistical')
const spanId = (await spanIds(pool, [span])).get(spanKey(span)) ?? 0
const [indicatorId = 0] = [...catalogue.indicators.values()].map((one) => one.id)
const [agencyId = 0] = catalogue.agencies.keys()
const place = { indicatorId, spanId, areaId: catalogue.provinceId }

async function send(db: Db, periodEnd: string, value: string): Promise<void> {
  const editionId = await addEdition(
    db,
    { agencyId, submissionId: null, version: 1, sending: 1, periodEnd, origin: 'typed' },
    [{ ...place, spanTo: span.to, breakdownId: 0, planVersionId: 0, vintage: 'estimate', kind: 'number', value }],
  )
  await promote(db, { editionId, level: 'sent', at: '2026-06-16T00:00:00Z' })
}

test('the later period’s word holds although the earlier one waited for it and was written last', async () => {
  await transaction(pool, (db) => send(db, '2026-04-30', '70'))
  let may: Promise<void> | undefined
  await transaction(pool, async (june) => {
    await send(june, '2026-06-30', '100')
    may = transaction(pool, (db) => send(db, '2026-05-31', '90'))
    for (let waiting = 0; waiting === 0; ) {
      const { rows } = await pool.query(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      waiting = rows[0]?.n
    }
  })
  await may
  const slot = figureSlot({ indicatorId, members: '', span })
  const [rows] = await figureRows(pool, { places: [{ slot, areaIds: [place.areaId] }], level: 'sent', asOf: undefined })
  const [held] = rows ?? []
  assert.equal(Number(held?.value), 100)
})
