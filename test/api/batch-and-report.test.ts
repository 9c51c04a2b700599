/** A batch and a signed report of one agency about one period: what it said last holds, now and as of any instant. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FigureExplanation } from '#contract/explanation.ts'
import { number } from '#core/quantity/cell-value.ts'
import { enterFigures } from '#server/figures/index.ts'
import { databaseNow } from '#server/platform/clock.ts'
import { transaction } from '#server/platform/database.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const { rows } = await db.pool.query<{ agency: number; person: number }>(
  `select g.id as agency, a.id as person from agencies g, accounts a where g.code = 'CTK' and a.login = 'thu'`,
)
const { agency = 0, person = 0 } = rows[0] ?? {}

async function enter(value: string): Promise<void> {
  const figure = { row: 1, indicator: 'CN.04', area: '83', breakdown: '', period: '2026-09', note: '' }
  const entered = await transaction(db.pool, async (tx) =>
    enterFigures(tx, {
      agencyId: agency,
      origin: 'imported',
      message: { sender: 'file', id: value, hash: value },
      source: 'tệp thử',
      level: 'accepted',
      calendar: 'statistical',
      by: person,
      actingAgencyId: agency,
      at: await databaseNow(tx),
      figures: [{ ...figure, scenario: 'actual', vintage: 'estimate', value: number(value) }],
    }),
  )
  assert.ok(entered.ok)
}

/** The figure, and what was said of it, newest first. */
async function read(asOf?: string): Promise<readonly string[]> {
  const place = { indicator: 'CN.04', area: '83', period: '2026-09' }
  const query = new URLSearchParams({ ...place, ...(asOf !== undefined && { asOf }) })
  const { body } = await (await journey.as('phuc')).get<FigureExplanation>(`/api/figures/explain?${query}`)
  return [body.node.value, ...body.history.map(({ value }) => value)].map((value) =>
    value.kind === 'number' ? value.value : value.kind,
  )
}

test('the report sent after two batches holds over both, and a batch after the report over it', async () => {
  const seen: { readonly at: string; readonly said: readonly string[] }[] = []
  const look = async (): Promise<readonly string[]> => {
    const said = await read()
    seen.push({ at: await databaseNow(db.pool), said })
    return said
  }
  await enter('100')
  await enter('101')
  assert.deepEqual(await look(), ['101', '101', '100'])
  await journey.bring('CTK', await submissionOf(db.pool, 'CTK'), 'accepted', { 'a2.estimate': '55' })
  assert.deepEqual(await look(), ['55', '55', '101', '100'])
  await enter('102')
  assert.deepEqual(await look(), ['102', '102', '55', '101', '100'])
  for (const { at, said } of seen) assert.deepEqual(await read(at), said)
})
