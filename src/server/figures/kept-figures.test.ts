/** Figures kept from one reading to the next are those that the snapshot of each reading holds. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { period } from '#core/period/period.ts'
import { number } from '#core/quantity/cell-value.ts'
import type { DecimalText } from '#core/quantity/exact.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import { told } from '#test/builders/readings.ts'
import { say, sayingDay } from '#test/builders/said-figures.ts'
import { testDatabase } from '#test/db.ts'
import { loadCatalogue, loadReference } from '../catalogue/index.ts'
import { type Db, openPool, transaction } from '../platform/database.ts'
import { type ReadAs, readFigures, withdraw } from './index.ts'

const { pool, owner, url } = await testDatabase()
await loadReference(owner)
const catalogue = await loadCatalogue(pool, sayingDay)
const communesOf = (district: string) =>
  [...catalogue.areas.values()]
    .filter(({ parentId }) => parentId === catalogue.areaIds.get(district))
    .map(({ code }) => code)
const communes = communesOf('829')
const agencyOf = (wanted: string) => [...catalogue.agencies.values()].find(({ code }) => code === wanted)?.id ?? 0
const as: ReadAs = { viewerAgencyId: null, level: 'accepted', regimeId: null, on: sayingDay }
const snapshot = { isolation: 'repeatable read', readOnly: true } as const

const reference = { code: 'NN.12.1', members: [] }
const placeIn = (month: string, area = '829'): ReadingPlace => ({
  area: area as AreaCode,
  period: period(month, 'statistical'),
  scenario: { kind: 'actual' },
  vintage: 'best',
})

/** Of the district and of the month: the sum of its communes. */
async function total(db: Db, month: string, { district, ...given }: Partial<ReadAs> & { district?: string } = {}) {
  const read = await readFigures(db, { ...as, ...given }, (reader) => reader.read(reference, placeIn(month, district)))
  return told(read).split(' ')[0] ?? ''
}

let version = 0
const sayAll = (month: string, amount: number, of: readonly string[] = communes) =>
  transaction(pool, (db) => sayWithin(db, month, amount, of))

const sayWithin = (db: Db, month: string, amount: number, of: readonly string[] = communes) => {
  version += 1
  const figures = of.map((area) => ({
    indicator: 'NN.12.1',
    area,
    period: month,
    as: 'estimate',
    value: number(String(amount)),
  }))
  return say(db, { by: 'SNNPTNT', version }, figures)
}

const inSnapshot = (month: string, given: Parameters<typeof total>[2] = {}) =>
  transaction(pool, (db) => total(db, month, given), snapshot)

/** What the reading asked the table of figures. */
async function asked(month: string): Promise<number> {
  let count = 0
  await transaction(
    pool,
    (db) => {
      const { query } = db
      const counting: Db['query'] = (text, values) => {
        if (text.includes('from reported_values ')) count += 1
        return query(text, values)
      }
      return total(Object.assign(db, { query: counting }), month)
    },
    snapshot,
  )
  return count
}

test('what has not moved is not asked for again, and what has moved is', async () => {
  await sayAll('2026-01', 1)
  await sayAll('2026-02', 1)
  assert.equal(await inSnapshot('2026-01'), String(communes.length))
  assert.equal(await inSnapshot('2026-02'), String(communes.length))
  assert.equal(await asked('2026-01'), 0)
  const [first = ''] = communes
  const id = await sayAll('2026-01', 5, [first])
  assert.equal(await asked('2026-02'), 0)
  assert.equal(await inSnapshot('2026-01'), String(communes.length + 4))
  await transaction(pool, (db) => withdraw(db, { editionId: id, at: '2026-06-20T00:00:00Z' }))
  assert.equal(await inSnapshot('2026-01', { level: 'sent' }), String(communes.length))
})

test('figures that moved are there when the reading begins, not only when it has asked for them', async () => {
  const [first = ''] = communes
  const read = async () => {
    let runs = 0
    const value = await transaction(
      pool,
      (db) =>
        readFigures(db, as, (reader) => {
          runs += 1
          return reader.read(reference, placeIn('2026-01', first))
        }),
      snapshot,
    )
    return [told(value).split(' ')[0], runs]
  }
  await sayAll('2026-01', 1)
  await read()
  await sayAll('2026-01', 7, [first])
  assert.deepEqual(await read(), ['7', 1])
})

test('a reading that began before a move reads what was, and leaves nothing of it behind', async () => {
  await sayAll('2026-03', 1)
  await transaction(
    pool,
    async (early) => {
      await early.query('select 1')
      await sayAll('2026-03', 2)
      assert.equal(await inSnapshot('2026-03'), String(2 * communes.length))
      assert.equal(await total(early, '2026-03'), String(communes.length))
    },
    snapshot,
  )
  assert.equal(await inSnapshot('2026-03'), String(2 * communes.length))
})

test('readings that began at different times and run at once each read their own', async () => {
  await sayAll('2026-04', 1)
  const began = async (work: (db: Db) => Promise<void>) =>
    transaction(
      pool,
      async (db) => {
        await db.query('select 1')
        await work(db)
      },
      snapshot,
    )
  await began(async (first) => {
    await sayAll('2026-04', 2)
    await began(async (second) => {
      await sayAll('2026-04', 3)
      const totals = await Promise.all([total(first, '2026-04'), total(second, '2026-04'), inSnapshot('2026-04')])
      assert.deepEqual(
        totals,
        [1, 2, 3].map((amount) => String(amount * communes.length)),
      )
    })
  })
})

test('what a reading fetches after a move is not taken for what came after it', async () => {
  const district = '831'
  const parts = communesOf(district)
  await sayAll('2026-10', 1)
  await sayAll('2026-10', 1, parts)
  assert.equal(await inSnapshot('2026-10'), String(communes.length))
  let isMoved = false
  const during = await transaction(
    pool,
    (db) => {
      const { query } = db
      const moving: Db['query'] = async (text, values) => {
        if (text.includes('from reported_values') && !isMoved) {
          isMoved = true
          await sayAll('2026-10', 3, parts)
          assert.equal(await inSnapshot('2026-10'), String(communes.length))
        }
        return query(text, values)
      }
      return total(Object.assign(db, { query: moving }), '2026-10', { district })
    },
    snapshot,
  )
  assert.equal(during, String(parts.length))
  assert.equal(await inSnapshot('2026-10', { district }), String(3 * parts.length))
})

test('what a transaction has written itself is read by it alone', async () => {
  await sayAll('2026-05', 1)
  assert.equal(await inSnapshot('2026-05'), String(communes.length))
  await assert.rejects(
    transaction(
      pool,
      async (db) => {
        await sayWithin(db, '2026-05', 9)
        assert.equal(await total(db, '2026-05'), String(9 * communes.length))
        throw new Error('given up')
      },
      { isolation: 'repeatable read' },
    ),
    /given up/,
  )
  assert.equal(await inSnapshot('2026-05'), String(communes.length))
})

test('another process on the same database reads what this one wrote', async () => {
  const other = openPool({ url, size: 2 })
  try {
    await sayAll('2026-06', 1)
    const there = () => transaction(other, (db) => total(db, '2026-06'), snapshot)
    assert.equal(await there(), String(communes.length))
    await sayAll('2026-06', 4)
    assert.equal(await there(), String(4 * communes.length))
  } finally {
    await other.end()
  }
})

test('figures that were kept for their owner stay hidden from others until their time', async () => {
  await sayAll('2026-07', 1)
  assert.equal(await inSnapshot('2026-07'), String(communes.length))
  await owner.query(
    `insert into releases (indicator_id, span_id, released_at)
     select $1, s.id, '2100-01-01' from spans s where s.calendar = 'statistical' and s.from_date = '2026-07-01' and s.to_date = '2026-07-31'`,
    [catalogue.indicators.get('NN.12.1')?.id],
  )
  assert.equal(await inSnapshot('2026-07', { viewerAgencyId: agencyOf('SNNPTNT') }), String(communes.length))
  assert.equal(await inSnapshot('2026-07'), 'absent')
  await owner.query(`update releases set released_at = '2020-01-01'`)
  assert.equal(await inSnapshot('2026-07'), String(communes.length))
})

test('what was derived is kept until a figure of its indicator moves, and apart under adjustments', async () => {
  const derived = (given: Partial<ReadAs> = {}) =>
    transaction(
      pool,
      (db) => readFigures(db, { ...as, ...given }, (reader) => reader.read(reference, placeIn('2026-08'))),
      snapshot,
    )
  await sayAll('2026-08', 1)
  const first = await derived()
  assert.equal(await derived(), first)
  const amounts = [{ reference, place: placeIn('2026-08'), amount: '5' as DecimalText }]
  const adjusted = await derived({ amounts })
  assert.equal(told(adjusted), String(communes.length + 5))
  assert.equal(await derived({ amounts }), adjusted)
  assert.equal(await derived(), first)
  await sayAll('2026-09', 1)
  assert.notEqual(await derived(), first)
})

test('what is computed from a figure moves with it, and nothing else does', async () => {
  const place = { ...placeIn('2026'), area: '83' as AreaCode }
  const read = (code: string) =>
    transaction(pool, (db) => readFigures(db, as, (reader) => reader.read({ code, members: [] }, place)), snapshot)
  const sayWhole = (indicator: string, amount: string) => {
    version += 1
    const figure = { indicator, area: '83', period: '2026', as: 'official', value: number(amount) } as const
    return transaction(pool, (db) => say(db, { by: 'CTK', version }, [figure]))
  }
  await sayWhole('DS.01', '1300000')
  await sayWhole('DS.03', '2600')
  const [density, people, land] = [await read('DS.02'), await read('DS.01'), await read('DS.03')]
  assert.equal(told(density), '500')
  await sayWhole('DS.01', '1820000')
  assert.equal(told(await read('DS.02')), '700')
  assert.equal(told(await read('DS.01')), '1820000')
  assert.notEqual(await read('DS.01'), people)
  assert.equal(await read('DS.03'), land)
})

test('where nobody had spoken in a year, the first to speak is read', async () => {
  assert.equal(await inSnapshot('2024-Q2'), 'absent')
  await sayAll('2024-04', 3, communes.slice(0, 1))
  assert.equal(await inSnapshot('2024-Q2'), '3')
})
