/** «Thực hiện tháng trước» comes pre-filled: left as it is it says nothing new, changed it revises, totals with it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Explanation } from '#contract/province.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, openPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
for (const month of ['2026-07', '2026-08']) await openPeriod(db.owner, month)
const idOf = (month: string) => submissionOf(db.pool, 'SNNPTNT', month)
const parts = { 'a11.estimate': '100', 'a12.estimate': '200', 'a13.estimate': '300' }

async function explain(row: string, period: string, reading = 'accepted'): Promise<Explanation> {
  const answer = await (await journey.as('phuc')).get<Explanation>(
    `/api/province/${regimeCode}/explain?period=${period}&reading=${reading}&row=${row}&column=estimate`,
  )
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

test('a total over months left as they were pre-filled is not reported again', async () => {
  await journey.bring('SNNPTNT', await idOf('2026-07'), 'accepted', parts)
  await journey.bring('SNNPTNT', await idOf('2026-08'), 'accepted', parts)
  const july = await readTable(journey, { reading: 'accepted', period: '2026-07' })
  const cell = july.cell('a1', 'estimate')
  assert.deepEqual([cell.value, cell.vintage], [{ kind: 'number', value: '600' }, 'estimate'])
  assert.equal(july.whole.rows.find((row) => row.key === 'a1')?.status?.kind, 'accepted')
  const { rows } = await db.pool.query(`select 1 from reported_value_revisions r where r.vintage = 'preliminary'`)
  assert.equal(rows.length, 0)
})

test('one part revised revises the total, and its explanation leads to every part, the unchanged ones too', async () => {
  await journey.bring('SNNPTNT', await idOf('2026-09'), 'accepted', { ...parts, 'a11.previous': '150' })
  const august = await readTable(journey, { reading: 'accepted', period: '2026-08' })
  assert.deepEqual([august.said('a1', 'estimate'), august.cell('a1', 'estimate').vintage], ['650', 'preliminary'])
  const { node } = await explain('a1', '2026-08')
  assert.deepEqual(
    node.parts.map((part) => [part.value, part.vintage, part.cell?.submissionId, part.cell?.column]),
    [
      [{ kind: 'number', value: '150' }, 'preliminary', await idOf('2026-09'), 'previous'],
      [{ kind: 'number', value: '200' }, 'estimate', await idOf('2026-08'), 'estimate'],
      [{ kind: 'number', value: '300' }, 'estimate', await idOf('2026-08'), 'estimate'],
    ],
  )
  assert.equal(node.formula?.figures, '150 + 200 + 300 = 650')
})

test('a total that can no longer be told is not told by an earlier report’s forecast', async () => {
  for (const month of ['2026-05', '2026-06']) await openPeriod(db.owner, month)
  const forecast = { 'a11.nextEstimate': '10', 'a12.nextEstimate': '20', 'a13.nextEstimate': '30' }
  await journey.bring('SNNPTNT', await idOf('2026-05'), 'accepted', forecast)
  const june = async () => (await readTable(journey, { reading: 'accepted', period: '2026-06' })).said('a1', 'estimate')
  assert.equal(await june(), '60')
  await journey.bring('SNNPTNT', await idOf('2026-06'), 'accepted', { ...parts, 'a11.estimate': { kind: 'absent' } })
  assert.equal(await june(), 'absent')
})

test('a part that was left as pre-filled and is not accepted yet is shown to whoever reads what is sent, and to nobody else', async () => {
  for (const month of ['2026-03', '2026-04']) await openPeriod(db.owner, month)
  await journey.bring('SNNPTNT', await idOf('2026-03'), 'sent', parts)
  await journey.bring('SNNPTNT', await idOf('2026-04'), 'accepted', { ...parts, 'a11.previous': '150' })
  const partsAt = async (reading: string) =>
    (await explain('a1', '2026-03', reading)).node.parts.map((part) => [part.value, part.level])
  const changed = [{ kind: 'number', value: '150' }, 'accepted']
  assert.deepEqual(await partsAt('provisional'), [
    changed,
    [{ kind: 'number', value: '200' }, 'sent'],
    [{ kind: 'number', value: '300' }, 'sent'],
  ])
  assert.deepEqual(await partsAt('accepted'), [changed])
})
