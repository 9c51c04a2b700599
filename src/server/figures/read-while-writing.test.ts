/** Amounts move between communes and districts while the province is read: its total never changes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { period } from '#core/period/period.ts'
import { number } from '#core/quantity/cell-value.ts'
import { toText } from '#core/quantity/exact.ts'
import { say, sayingDay } from '#test/builders/said-figures.ts'
import { testDatabase } from '#test/db.ts'
import { loadCatalogue, loadReference } from '../catalogue/index.ts'
import { transaction } from '../platform/database.ts'
import { readFigures } from './index.ts'

const { pool, owner } = await testDatabase()
await loadReference(owner)
const catalogue = await loadCatalogue(pool, sayingDay)

const label = '2026-03'
const figure = (area: string, amount: number) => ({
  indicator: 'NN.12.1',
  area,
  period: label,
  as: 'estimate',
  value: number(String(amount)),
})
const communesOf = (district: string) =>
  [...catalogue.areas.values()]
    .filter(({ parentId }) => parentId === catalogue.areaIds.get(district))
    .map((a) => a.code)

/** Each speaks of the communes of its own district and, as a whole, of another district. */
const writers = [
  { by: 'UBND-829', own: '829', other: '834' },
  { by: 'UBND-831', own: '831', other: '835' },
  { by: 'UBND-832', own: '832', other: '836' },
  { by: 'UBND-833', own: '833', other: '837' },
] as const
const each = 1000

let isReading = true

async function moveAmounts({ by, own, other }: (typeof writers)[number]): Promise<number> {
  const amounts = new Map([...communesOf(own), other].map((area) => [area, each]))
  let version = 1
  for (; isReading; version++) {
    const communes = communesOf(own)
    const from = communes[version % communes.length] ?? ''
    const moved = (version % 7) - 3
    amounts.set(from, (amounts.get(from) ?? 0) - moved)
    amounts.set(other, (amounts.get(other) ?? 0) + moved)
    const both = [from, other].map((area) => figure(area, amounts.get(area) ?? 0))
    await transaction(pool, (db) => say(db, { by, version: version + 1 }, both))
  }
  return version
}

async function readTotal(): Promise<string> {
  const reading = await transaction(
    pool,
    (db) =>
      readFigures(db, { viewerAgencyId: null, level: 'accepted', regimeId: null, on: sayingDay }, (reader) =>
        reader.read(
          { code: 'NN.12.1', members: [] },
          {
            area: '83' as AreaCode,
            period: period(label, 'statistical'),
            scenario: { kind: 'actual' },
            vintage: 'best',
          },
        ),
      ),
    { isolation: 'repeatable read', readOnly: true },
  )
  return reading.outcome.kind === 'number' ? toText(reading.outcome.value) : reading.outcome.reason
}

test('a thousand totals read while four writers move amounts are all the same', async () => {
  const areas = writers.flatMap(({ own, other }) => [...communesOf(own), other])
  for (const { by, own, other } of writers) {
    await say(
      pool,
      { by },
      [...communesOf(own), other].map((area) => figure(area, each)),
    )
  }
  const moving = Promise.all(writers.map(moveAmounts))
  const totals = new Map<string, number>()
  const readSome = async () => {
    for (let count = 0; count < 250; count++) {
      const total = await readTotal()
      totals.set(total, (totals.get(total) ?? 0) + 1)
    }
  }
  await Promise.all([readSome(), readSome(), readSome(), readSome()]).finally(() => {
    isReading = false
  })
  const moves = await moving
  assert.deepEqual([...totals], [[String(each * areas.length), 1000]])
  assert.ok(
    moves.every((count) => count > 10),
    `each writer wrote: ${moves}`,
  )
})
