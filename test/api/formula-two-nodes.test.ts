/** A formula saved through one web program holds at the other, too, for figures and for open screens. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { IndicatorDetail } from '#contract/catalogue.ts'
import type { FigureExplanation } from '#contract/explanation.ts'
import { number } from '#core/quantity/cell-value.ts'
import { openPool } from '#server/platform/database.ts'
import { aProvince } from '../builders/province.ts'
import { say } from '../builders/said-figures.ts'
import { type Client, signIn } from './client.ts'
import { assertHeardSoon, follow } from './follow.ts'
import { listeningApp } from './listening.ts'

const db = await aProvince({ isAlone: true })
const secondPool = openPool({ url: db.url })
const [first, second] = [await listeningApp(db), await listeningApp({ pool: secondPool })]
after(() => secondPool.end())
await say(db.owner, { by: 'CTK', periodEnd: '2026-09-30' }, [
  { indicator: 'DS.01', area: '83', period: '2026-09', as: 'official', value: number('1200000') },
  { indicator: 'DS.03', area: '83', period: '2026-09', as: 'official', value: number('2400') },
])
const [thu, binh] = [await signIn(first, 'thu'), await signIn(second, 'binh')]

async function density(client: Client): Promise<string | undefined> {
  const { body } = await client.get<FigureExplanation>('/api/figures/explain?indicator=DS.02&area=83&period=2026-09')
  return body.node.value.kind === 'number' ? body.node.value.value : undefined
}

test('a formula saved at one node is used at the other at once, and its screens hear of it within a second', async () => {
  assert.deepEqual([await density(thu), await density(binh)], ['500', '500'])
  const stream = await follow(second, binh)
  let factor = 1
  await assertHeardSoon(async (turn) => {
    factor = turn + 2
    const before = stream.changes.length
    const saved = await thu.post('/api/catalogue/indicators/DS.02/formula', {
      formula: `[DS.01] / [DS.03] * ${factor}`,
      validFrom: '2026-09-01',
      reason: 'Thử hai nút',
      seen: turn + 1,
    })
    assert.equal(saved.status, 201)
    assert.equal(await density(thu), `${500 * factor}`)
    return () => stream.changes.slice(before).some(({ topic }) => topic === 'catalogue')
  })
  const shown = await binh.get<IndicatorDetail>('/api/catalogue/indicators/DS.02')
  assert.equal(shown.body.versions[0]?.formula, `[DS.01] / [DS.03] * ${factor}`)
  assert.equal(await density(binh), `${500 * factor}`)
  stream.close()
})
