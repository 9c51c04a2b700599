/**
 * What was read at an instant is read again as of that instant, to the byte, whatever has been said, accepted, taken
 * back, or decided about its sources since. What holds now is summed by the database, what was known is summed in core, so both must agree.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AreaCode, IndicatorCode } from '#core/indicator/indicator.ts'
import { localDate } from '#core/period/local-date.ts'
import { period } from '#core/period/period.ts'
import { absent, type CellValue, notApplicable, nothing, number } from '#core/quantity/cell-value.ts'
import { say, sayingDay, writtenOut } from '#test/builders/said-figures.ts'
import { testDatabase } from '#test/db.ts'
import { loadCatalogue, loadReference, preferSource, spanIds } from '../catalogue/index.ts'
import { type Db, transaction } from '../platform/database.ts'
import { chooseSource, promote, readFigures, withdraw } from './index.ts'

const { pool, owner } = await testDatabase()
await loadReference(owner)
const catalogue = await loadCatalogue(pool, sayingDay)
const agencyIds = new Map([...catalogue.agencies.values()].map((one) => [one.code, one.id]))
const indicatorIds = new Map([...catalogue.indicators.values()].map((one) => [one.code, one.id]))
const areaIds = new Map([...catalogue.areas.values()].map((one) => [one.code, one.id]))
const decider: number = (
  await owner.query(`insert into accounts (login, display_name, password_hash) values ('vy', 'Vy', 'x') returning id`)
).rows[0].id

const agencies = ['SNNPTNT', 'CTK', 'UBND-829']
const areas = ['83', '83-KPB', '829', '831', '28756', '28757', '28759', '28762']
const indicators = ['NN.12.1', 'NN.12.2', 'NN.03', 'NN.18']

const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -999_999, max: 999_999 }).map((n) => number(`${n / 100}`)) },
  { weight: 1, arbitrary: fc.constantFrom(absent, nothing, notApplicable, { kind: 'text', text: 'chưa rõ' } as const) },
)
const figure = fc.record({
  indicator: fc.constantFrom(...indicators),
  area: fc.constantFrom(...areas),
  month: fc.integer({ min: 1, max: 3 }),
  as: fc.constantFrom('estimate', 'preliminary', 'official'),
  value,
})
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      by: fc.constantFrom(...agencies),
      late: fc.integer({ min: 1, max: 3 }),
      order: fc.integer({ min: 1, max: 3 }),
      isAccepted: fc.boolean(),
      figures: fc.uniqueArray(figure, {
        minLength: 1,
        maxLength: 12,
        selector: (one) => `${one.indicator} ${one.area} ${one.month} ${one.as}`,
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('accept' as const, 'withdraw' as const), which: fc.nat() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('prefer' as const, 'choose' as const),
      indicator: fc.constantFrom(...indicators),
      area: fc.constantFrom(...areas),
      month: fc.integer({ min: 1, max: 3 }),
      agency: fc.constantFrom(...agencies),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer Step> ? Step : never
type Decision = Extract<Step, { kind: 'prefer' | 'choose' }>

let year = 2010
/** Runs share the orders of sources, so time goes on from one to the next. */
let seconds = 0
function later(): string {
  seconds += 1
  return new Date(Date.UTC(2026, 5, 16, 0, 0, seconds)).toISOString()
}
test('readings as of an instant are those of that instant, after any number of revisions', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), replayed), {
    numRuns: 6,
  })
})

test('an order of sources is read as it was decided at that instant, also after another has ended it', async () => {
  year += 1
  const of = year
  const figures = (amount: string) => [
    { indicator: 'NN.03', area: '829', period: `${of}-02`, as: 'estimate', value: number(amount) },
  ]
  const read: [string, string][] = []
  const look = async (at: string) => read.push([at, await readings(of, 'accepted')])
  const said = later()
  for (const [by, amount] of [
    ['SNNPTNT', '1'],
    ['CTK', '2'],
    ['UBND-829', '3'],
  ] as const) {
    await say(pool, { by, periodEnd: `${of}-02-28`, at: said }, figures(amount))
  }
  await look(said)
  for (const agency of ['CTK', 'UBND-829', 'SNNPTNT']) {
    const at = later()
    const decision = { kind: 'prefer', indicator: 'NN.03', area: '829', month: 2, agency } as const
    await transaction(pool, (db) => decide(db, decision, { of, at }))
    await look(at)
  }
  assert.equal(new Set(read.map(([, text]) => text)).size >= 3, true)
  for (const [at, then] of read) assert.equal(await readings(of, 'accepted', at), then)
})

/** Each run has a year of its own, so that runs do not see one another. */
async function replayed(steps: readonly Step[]) {
  year += 1
  const of = year
  const open: string[] = []
  const seen: { at: string; sent: string; accepted: string }[] = []
  for (const [index, one] of steps.entries()) {
    const at = later()
    if (one.kind === 'say') {
      const edition = {
        by: one.by,
        periodEnd: `${of}-0${one.late}-28`,
        version: one.order * 100 + index,
        levels: one.isAccepted ? (['sent', 'accepted'] as const) : (['sent'] as const),
        at,
      }
      const figures = one.figures.map((each) => ({ ...each, period: `${of}-0${each.month}` }))
      const id = await transaction(pool, (db) => say(db, edition, figures))
      if (!one.isAccepted) open.push(id)
    } else if (!('which' in one)) {
      await transaction(pool, (db) => decide(db, one, { of, at }))
    } else {
      const [editionId] = open.splice(one.which % Math.max(open.length, 1), 1)
      if (editionId !== undefined) {
        await transaction(pool, (db) =>
          one.kind === 'accept' ? promote(db, { editionId, level: 'accepted', at }) : withdraw(db, { editionId, at }),
        )
      }
    }
    seen.push({ at, sent: await readings(of, 'sent'), accepted: await readings(of, 'accepted') })
  }
  for (const { at, ...then } of seen) {
    assert.equal(await readings(of, 'sent', at), then.sent)
    assert.equal(await readings(of, 'accepted', at), then.accepted)
  }
}

/** A source is preferred from one day after the last on, so that no later order refuses it. */
async function decide(db: Db, it: Decision, { of, at }: { of: number; at: string }): Promise<void> {
  const agencyId = agencyIds.get(it.agency) ?? 0
  const decided = { indicatorId: indicatorIds.get(it.indicator as IndicatorCode) ?? 0, agencyId, reason: 'Thử', at }
  if (it.kind === 'prefer') {
    const from = localDate(new Date(Date.UTC(2020, 0, 1 + seconds)).toISOString().slice(0, 10))
    const { ok } = await preferSource(db, { ...decided, from, decidedBy: decider })
    assert.ok(ok)
    return
  }
  const { span } = period(`${of}-0${it.month}`, 'statistical')
  const spanId = [...(await spanIds(db, [span])).values()][0] ?? 0
  const areaId = areaIds.get(it.area as AreaCode) ?? 0
  await chooseSource(db, { ...decided, areaId, spanId, accountId: decider, actingAgencyId: agencyId })
}

const toRead = ['NN.03', 'NN.12', 'NN.02'].flatMap((code) =>
  ['83', '829', '28756'].map((area) => ({ reference: { code, members: [] }, area: area as AreaCode })),
)

async function readings(of: number, level: 'sent' | 'accepted', asOf?: string): Promise<string> {
  const as = { viewerAgencyId: null, level, regimeId: null, on: sayingDay, ...(asOf === undefined ? {} : { asOf }) }
  const actual = { kind: 'actual' } as const
  const read = await transaction(
    pool,
    (db) =>
      readFigures(db, as, (reader) =>
        toRead.flatMap(({ reference, area }) => [
          reader.read(reference, {
            area,
            period: period(`${of}-Q1`, 'statistical'),
            scenario: actual,
            vintage: 'best',
          }),
          reader.read(reference, {
            area,
            period: period(`${of}-02`, 'statistical'),
            scenario: actual,
            vintage: 'estimate',
          }),
        ]),
      ),
    { isolation: 'repeatable read', readOnly: true },
  )
  return writtenOut(read)
}
