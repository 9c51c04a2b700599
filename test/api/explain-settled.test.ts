/** Which source counts is a change of the number, too: told as of the moment it was settled, by whom and why. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NewSettlement } from '#contract/differences.ts'
import type { FigureExplanation } from '#contract/explanation.ts'
import type { ExplorerMoments } from '#contract/explorer.ts'
import { number } from '#core/quantity/cell-value.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { say } from '../builders/said-figures.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const phuc = await journey.as('phuc')

async function bring(agency: string, cell: string, value: string): Promise<void> {
  await journey.bring(agency, await submissionOf(db.pool, agency), 'accepted', { [cell]: value })
}

const thisFigure: NewSettlement['scope'] = { kind: 'figure' }

async function settle(agency: string | null, reason: string, scope = thisFigure): Promise<void> {
  const figure = { period: presentPeriod, reading: 'accepted', row: 'a31', column: 'estimate', area: '836' }
  const settling = { ...figure, agency, scope, reason }
  const { status, body } = await phuc.post(`/api/province/${regimeCode}/settlements`, settling)
  assert.equal(status, 200, JSON.stringify(body))
}

async function lastChange(area: string) {
  const asked = new URLSearchParams({ indicator: 'NN.03', area, period: presentPeriod })
  const { previous } = (await phuc.get<FigureExplanation>(`/api/figures/explain?${asked}`)).body
  const told = previous?.moved.map(({ agency, agencyBefore, before, after, settlement }) => [
    agencyBefore,
    agency,
    before,
    after,
    settlement && [settlement.by?.login, settlement.reason],
  ])
  return { at: previous?.at, moved: previous?.moved, told }
}

const [department, district] = ['Sở Nông nghiệp và Phát triển nông thôn', 'Ủy ban nhân dân huyện Ba Tri']

test('before anybody settles it, what an agency said last is what changed last', async () => {
  await bring('SNNPTNT', 'x7.estimate', '1000')
  await bring('UBND-836', 'h3.estimate', '1100')
  assert.deepEqual((await lastChange('836')).told, [[department, district, number('1000'), number('1100'), null]])
})

test('settled on the agency that spoke first, the number changed when it was settled', async () => {
  await settle('SNNPTNT', 'Đã đối chiếu')
  const { at, moved, told } = await lastChange('836')
  assert.deepEqual(told, [[district, department, number('1100'), number('1000'), ['phuc', 'Đã đối chiếu']]])
  const { rows } = await db.pool.query<{ at: string }>('select at from source_choices')
  assert.deepEqual([at, moved?.[0]?.at, moved?.[0]?.settlement?.at], Array(3).fill(rows[0]?.at))
})

test('opened again, the source before counts again, and that is the last change', async () => {
  await settle(null, 'Chờ đối chiếu lại')
  const { told } = await lastChange('836')
  assert.deepEqual(told, [[department, district, number('1000'), number('1100'), ['phuc', 'Chờ đối chiếu lại']]])
})

test('preferred for the indicator from a day on, an agency counts since that was decided, by whoever decided it', async () => {
  await settle('SNNPTNT', 'Sở chịu trách nhiệm', { kind: 'indicator', from: '2026-09-01' })
  const { at, moved, told } = await lastChange('836')
  assert.deepEqual(told, [[district, department, number('1100'), number('1000'), ['phuc', 'Sở chịu trách nhiệm']]])
  const { rows } = await db.pool.query<{ at: string }>('select decided_at as at from precedences where rank = 1')
  assert.deepEqual([at, moved?.[0]?.at, moved?.[0]?.settlement?.at], Array(3).fill(rows.at(-1)?.at))
})

test('who looks back along the changes of a table comes by what was decided', async () => {
  const asked = new URLSearchParams({ q: `v1 indicators NN.03 areas 836 periods ${presentPeriod}` })
  const { status, body } = await phuc.get<ExplorerMoments>(`/api/explorer/moments?${asked}`)
  assert.equal(status, 200, JSON.stringify(body))
  const { rows } = await db.pool.query<{ at: string }>(
    `select c.at from source_choices c union all select p.decided_at from precedences p where p.decided_by is not null`,
  )
  const following = rows.map(({ at }) => `${new Date(Date.parse(at) + 1000).toISOString().slice(0, 19)}Z`)
  assert.deepEqual(
    following.filter((at) => !body.moments.includes(at)),
    [],
  )
})

test('a better vintage that counts whatever was settled before is nobody’s choice', async () => {
  const { rows } = await db.pool.query<{ now: string }>('select app.now() as now')
  await say(db.owner, { by: 'SNNPTNT', periodEnd: '2026-10-31', at: rows[0]?.now ?? '' }, [
    { indicator: 'NN.03', area: '836', period: presentPeriod, as: 'preliminary', value: number('1200') },
  ])
  assert.deepEqual((await lastChange('836')).told, [[department, department, number('1000'), number('1200'), null]])
})
