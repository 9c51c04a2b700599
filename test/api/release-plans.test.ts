/**
 * A plan does not wait for the release of the figure it is a plan of, wherever either is shown: each test reads both as
 * somebody whose own word neither is, before the year's figure is released.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FigureExplanation } from '#contract/explanation.ts'
import type { ExplorerMoments, ExplorerTable } from '#contract/explorer.ts'
import { number } from '#core/quantity/cell-value.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { releaseIn } from '../builders/releases.ts'
import { say } from '../builders/said-figures.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const lan = await journey.as('lan')
const year = { indicator: 'CN.02.1', area: '83', period: '2026' } as const
await say(db.owner, { by: 'SKHDT', at: '2026-06-16T00:00:00Z' }, [{ ...year, as: 'hdnd-2025', value: number('500') }])
await say(db.owner, { by: 'CTK', at: '2026-06-17T00:00:00Z' }, [{ ...year, as: 'official', value: number('432') }])
await releaseIn(db.owner, 86_400, { indicator: year.indicator, span: ['2026-01-01', '2026-12-31'] })

test('in the explorer: the plan is read, the figure is not, and only the plan’s moment is told', async () => {
  const ask = <Body>(path: string, q: string) => lan.get<Body>(`/api/explorer/${path}?${new URLSearchParams({ q })}`)
  const table = await ask<ExplorerTable>('table', 'v1 indicators CN.02.1 areas 83 periods 2026 readings best plan')
  assert.deepEqual(
    table.body.cells.map(({ value }) => (value.kind === 'number' ? value.value : value.reason)),
    ['absent', '500'],
  )
  const { body } = await ask<ExplorerMoments>(
    'moments',
    'v1 indicators CN.02.1 areas 83 periods 2026 readings best plan',
  )
  assert.deepEqual(body.moments, ['2026-06-16T00:00:01Z'])
})

test('in an explanation: the history of the plan has its word, that of the figure has none', async () => {
  const wordsOf = async (more: Readonly<Record<string, string>>) => {
    const { body } = await lan.get<FigureExplanation>(
      `/api/figures/explain?${new URLSearchParams({ ...year, ...more })}`,
    )
    return body.history.length
  }
  assert.deepEqual([await wordsOf({ plan: '' }), await wordsOf({})], [1, 0])
})

test('on a form: the plan stands beside the cells, for its agency and for the receiver', async () => {
  const report = await submissionOf(db.pool, 'SCT')
  await journey.bring('SCT', report, 'sent')
  for (const login of ['nhap.sct', 'phuc']) {
    const form = await journey.form(login, report, (await journey.view(login, report)).forms[0]?.id ?? 0)
    const plan = form.references.find(({ row, column }) => row === 'a11' && column === 'plan')
    assert.deepEqual(plan?.value, { kind: 'number', value: '500' }, login)
    assert.deepEqual(form.withheld, [], login)
  }
})
