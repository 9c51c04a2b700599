/** What hangs on a figure that was saved. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { period } from '#core/period/period.ts'
import { sayingDay } from '#test/builders/said-figures.ts'
import { testDatabase } from '#test/db.ts'
import { loadReference } from '../catalogue/index.ts'
import { readHangingOn } from './index.ts'

const { pool, owner } = await testDatabase()
await loadReference(owner)

test('a commune’s figure is read anew with what is computed from it, up to the province, in every period around it', async () => {
  const as = { viewerAgencyId: null, level: 'accepted', regimeId: null, on: sayingDay } as const
  const changed = { indicator: 'NN.03', area: '28756' as AreaCode, period: period('2026-09', 'statistical') }
  const readings = await readHangingOn(pool, as, changed)
  const each = (of: (reading: (typeof readings)[number]) => string) => [...new Set(readings.map(of))]
  assert.deepEqual(
    each(({ reference }) => reference.code),
    ['NN.03', 'NN.02'],
  )
  assert.deepEqual(
    each(({ place }) => place.area),
    ['28756', '829', '83'],
  )
  assert.deepEqual(each(({ place }) => place.period.label).sort(), [
    '2026',
    '2026-09',
    '2026-9M',
    '2026-H2',
    '2026-Q3',
    '2026-YTD10',
    '2026-YTD11',
  ])
})
