/** «Đổi gì lần gần nhất» notices that a formula was changed, and not only figures. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IndicatorDetail } from '#contract/catalogue.ts'
import type { ComputedValue, FigureExplanation } from '#contract/explanation.ts'
import { number } from '#core/quantity/cell-value.ts'
import { aProvince } from '../builders/province.ts'
import { say } from '../builders/said-figures.ts'
import { testApp } from './app.ts'
import { signIn } from './client.ts'

const db = await aProvince()
const app = await testApp(db)
const thu = await signIn(app, 'thu')

async function save(code: string, formula: string, reason: string, validFrom = '2026-09-01'): Promise<void> {
  const { body } = await thu.get<IndicatorDetail>(`/api/catalogue/indicators/${code}`)
  const saved = await thu.post(`/api/catalogue/indicators/${code}/formula`, {
    formula,
    reason,
    validFrom,
    seen: body.latest,
  })
  assert.equal(saved.status, 201)
}

async function lastChange(asked: Readonly<Record<string, string>>): Promise<FigureExplanation['previous']> {
  const query = new URLSearchParams({ area: '83', period: '2026-09', ...asked })
  return (await thu.get<FigureExplanation>(`/api/figures/explain?${query}`)).body.previous
}

const shown = (value: ComputedValue | undefined) => (value?.kind === 'number' ? value.value : value?.reason)

await say(db.owner, { by: 'CTK', periodEnd: '2026-09-30' }, [
  { indicator: 'DS.01', area: '83', period: '2026-09', as: 'official', value: number('1200') },
  { indicator: 'DS.03', area: '83', period: '2026-09', as: 'official', value: number('3') },
])

test('a formula that was changed is what changed last: from what to what, since which day, by whom and why', async () => {
  assert.equal((await lastChange({ indicator: 'DS.02' }))?.formula, null)
  await save('DS.02', '[DS.01] / [DS.03] * 2', 'Thử hệ số')
  const change = await lastChange({ indicator: 'DS.02' })
  assert.equal(shown(change?.value), '400')
  assert.deepEqual(change?.moved, [])
  const { formula } = change ?? {}
  assert.deepEqual(
    [formula?.before, formula?.after, formula?.validFrom, formula?.reason, formula?.by?.login],
    [
      'Dân số trung bình chia Diện tích tự nhiên',
      'Dân số trung bình chia Diện tích tự nhiên × 2',
      '2026-09-01',
      'Thử hệ số',
      'thu',
    ],
  )
  assert.equal(formula?.at, change?.at)
})

test('the formula of a free reading’s input counts, too', async () => {
  assert.equal((await lastChange({ formula: '[DS.02] * 2' }))?.formula?.reason, 'Thử hệ số')
})

test('a figure that moved after the formula is what changed last', async () => {
  const { rows } = await db.pool.query<{ now: string }>(`select app.now() as now`)
  const at = rows[0]?.now ?? ''
  await say(db.owner, { by: 'CTK', periodEnd: '2026-09-30', version: 2, at }, [
    { indicator: 'DS.01', area: '83', period: '2026-09', as: 'official', value: number('1500') },
    { indicator: 'DS.03', area: '83', period: '2026-09', as: 'official', value: number('3') },
  ])
  const change = await lastChange({ indicator: 'DS.02' })
  assert.equal(change?.formula, null)
  assert.deepEqual(
    change?.moved.map((it) => [shown(it.before), shown(it.after)]),
    [['1200', '1500']],
  )
  assert.equal(shown(change?.value), '800')
})

test('a formula for a later day changes nothing of the days before', async () => {
  await save('DS.02', '[DS.01] / [DS.03] * 3', 'Từ tháng 10', '2026-10-01')
  assert.equal((await lastChange({ indicator: 'DS.02' }))?.formula, null)
})

test('what an agency said is no matter of formulas', async () => {
  await say(db.owner, { by: 'CTK', periodEnd: '2026-08-31' }, [
    { indicator: 'DS.02', area: '83', period: '2026-09', as: 'official', value: number('410') },
  ])
  await save('DS.02', '[DS.01] / [DS.03] * 4', 'Sau khi đã báo')
  assert.equal((await lastChange({ indicator: 'DS.02' }))?.formula ?? null, null)
})
