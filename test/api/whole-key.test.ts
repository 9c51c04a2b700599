/** A word is told of its own figure alone, though the same edition speaks of others that differ only in part of the key. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IndicatorDetail } from '#contract/catalogue.ts'
import type { FigureExplanation } from '#contract/explanation.ts'
import type { Explanation } from '#contract/province.ts'
import type { SubmissionView } from '#contract/submissions.ts'
import type { VersionSummary, VersionView } from '#contract/versions.ts'
import { number } from '#core/quantity/cell-value.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, openPeriod, presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { say } from '../builders/said-figures.ts'
import { testApp } from './app.ts'

const db = await aProvince()
await db.owner.query(`insert into breakdowns (id, code, name) values (7, 'dong-xuan', 'Đông xuân')`)
const journey = new Journey(await testApp(db))
const phuc = await journey.as('phuc')
const { rows: accounts } = await db.owner.query<{ id: number; login: string }>(`select id, login from accounts`)
const accountOf = (login: string): number => accounts.find((one) => one.login === login)?.id ?? 0

/** One edition says the whole, a season, and an estimate left behind by its preliminary figure, each typed by another. */
async function sayRice(version: number, [whole, season, estimate]: readonly [string, string, string]): Promise<string> {
  const rice = { indicator: 'NN.03', area: '83', period: presentPeriod }
  const { rows } = await db.pool.query<{ now: string }>('select app.now() as now')
  const at = rows[0]?.now ?? ''
  return say(db.owner, { by: 'SNNPTNT', periodEnd: '2026-09-30', version, at }, [
    { ...rice, as: 'preliminary', value: number(whole), enteredBy: accountOf('minh') },
    { ...rice, as: 'preliminary', value: number(season), breakdownId: 7, enteredBy: accountOf('hoa') },
    { ...rice, as: 'estimate', value: number(estimate), enteredBy: accountOf('lan') },
  ])
}

test('what moved a pinned cell is told with whoever typed that very figure, by the name people read', async () => {
  const path = '/api/catalogue/indicators/NN.09'
  const { latest } = (await phuc.get<IndicatorDetail>(path)).body
  const formula = '[NN.03] + [NN.03:dong-xuan]'
  const saved = await phuc.post(`${path}/formula`, { formula, reason: 'Thử', validFrom: '2026-09-01', seen: latest })
  assert.equal(saved.status, 201, JSON.stringify(saved.body))
  await sayRice(1, ['8', '5', '7'])
  const { contentHash } = (await readTable(journey, { reading: 'accepted' })).whole
  const pinning = { period: presentPeriod, reading: 'accepted', contentHash, note: '' }
  const made = await phuc.post<VersionSummary>(`/api/province/${regimeCode}/versions`, pinning)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  await sayRice(2, ['9', '6', '7.5'])
  const { body } = await phuc.get<VersionView>(`/api/province/${regimeCode}/versions/1?period=${presentPeriod}`)
  const change = body.since.find(({ row, column }) => row === 'a7' && column === 'estimate')
  assert.deepEqual(
    change?.causes.map(({ what, after, by }) => [what, after, by?.login]),
    [
      ['Sản lượng lúa', number('9'), 'minh'],
      ['Sản lượng lúa (Đông xuân)', number('6'), 'hoa'],
    ],
  )
})

test('what changed last is told with whoever typed that very figure', async () => {
  const asked = new URLSearchParams({ indicator: 'NN.09', area: '83', period: presentPeriod })
  const { body } = await phuc.get<FigureExplanation>(`/api/figures/explain?${asked}`)
  assert.deepEqual(
    body.previous?.moved.map(({ label, after, by }) => [label, after, by?.login]),
    [
      ['Sản lượng lúa', number('9'), 'minh'],
      ['Sản lượng lúa (Đông xuân)', number('6'), 'hoa'],
    ],
  )
})

const seasonOf = (period: string, value: string) =>
  [{ indicator: 'NN.01.2', area: '83', period, as: 'official', value: number(value), breakdownId: 7 }] as const

test('a breakdown of a line left as pre-filled is not the part that the total rests on', async () => {
  for (const month of ['2026-05', '2026-06']) await openPeriod(db.owner, month)
  const parts = { 'a11.estimate': '100', 'a12.estimate': '200', 'a13.estimate': '300' }
  await journey.bring('SNNPTNT', await submissionOf(db.pool, 'SNNPTNT', '2026-05'), 'accepted', parts)
  await say(db.owner, { by: 'SNNPTNT', periodEnd: '2026-05-31', version: 9 }, seasonOf('2026-05', '44'))
  const june = await submissionOf(db.pool, 'SNNPTNT', '2026-06')
  await journey.bring('SNNPTNT', june, 'accepted', { ...parts, 'a11.previous': '150' })
  const { body } = await phuc.get<Explanation>(
    `/api/province/${regimeCode}/explain?period=2026-05&reading=accepted&row=a1&column=estimate`,
  )
  assert.deepEqual(
    body.node.parts.map(({ value }) => value),
    [number('150'), number('200'), number('300')],
  )
})

test('beside a cell of the whole no breakdown is listed as what it was before', async () => {
  const submission = await submissionOf(db.pool, 'SNNPTNT')
  await say(db.owner, { by: 'SNNPTNT', periodEnd: '2026-08-31' }, seasonOf(presentPeriod, '44'))
  const { forms } = (await (await journey.as('lan')).get<SubmissionView>(`/api/submissions/${submission}`)).body
  const path = `/api/submissions/${submission}/forms/${forms[0]?.id}/cells/a12/estimate/history`
  const { body, status } = await (await journey.as('lan')).get<{ readonly earlier: readonly unknown[] }>(path)
  assert.deepEqual([status, body.earlier], [200, []])
})
