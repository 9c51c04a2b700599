/**
 * What was read at an instant is read again as of that instant, to the byte, whatever has been said, accepted or taken
 * back since. What holds now is summed by the database, what was known is summed in core, so both must agree.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { period } from '#core/period/period.ts'
import { absent, type CellValue, notApplicable, nothing, number } from '#core/quantity/cell-value.ts'
import { say, sayingDay, writtenOut } from '#test/builders/said-figures.ts'
import { testDatabase } from '#test/db.ts'
import { loadReference } from '../catalogue/index.ts'
import { transaction } from '../platform/database.ts'
import { promote, readFigures, withdraw } from './index.ts'

const { pool, owner } = await testDatabase()
await loadReference(owner)

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
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('accept', 'withdraw'), which: fc.nat() }) },
)

let year = 2010
test('readings as of an instant are those of that instant, after any number of revisions', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), replayed), {
    numRuns: 4,
  })
})

/** Each run has a year of its own, so that runs do not see one another. */
async function replayed(steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]) {
  year += 1
  const of = year
  const open: string[] = []
  const seen: { at: string; sent: string; accepted: string }[] = []
  for (const [index, one] of steps.entries()) {
    const at = `2026-06-16T00:00:${String(index + 10)}Z`
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
