/** The table where communes belong directly to the province: districts ended in the middle of the year. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Explanation, ProvinceTable } from '#contract/province.ts'
import { number } from '#core/quantity/cell-value.ts'
import { tryToAdjust } from '../builders/adjustments.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, presentPeriod, regimeCode } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { type Said, say } from '../builders/said-figures.ts'
import { testApp } from './app.ts'

const db = await aProvince()
/** Two of Ba Tri and one of Thạnh Phú, as the districts were. */
const communes = { '29110': '10', '29113': '20', '29182': '30' } as const
const lastDay = '2026-06-30'

async function endDistricts(): Promise<void> {
  await db.owner.query(
    `with ended as (
       update area_parents p set valid_to = $1 from areas a
       where a.id = p.area_id and a.level in ('commune', 'district') returning p.area_id, a.level)
     insert into area_parents (area_id, parent_id, valid_from)
     select ended.area_id, province.id, $1::date + 1 from ended, areas province
     where ended.level = 'commune' and province.level = 'province'`,
    [lastDay],
  )
  await db.owner.query(
    `update area_names n set valid_to = $1 from areas a where a.id = n.area_id and a.level = 'district'`,
    [lastDay],
  )
  await db.owner.query(`update areas set valid_to = $1 where level = 'district'`, [lastDay])
}

const journey = new Journey(await testApp(db))
const path = `/api/province/${regimeCode}`

before(async () => {
  await endDistricts()
  const said = (period: string) =>
    Object.entries(communes).map(([area, value]): Said => {
      return { indicator: 'NN.03', area, period, as: 'official', value: number(value) }
    })
  await say(db.pool, { by: 'CTK' }, [...said('2026-09'), ...said('2026-9M')])
})

test('a line over the areas below adds up the communes, and names those that have not reported', async () => {
  const { whole, cell } = await readTable(journey, { reading: 'accepted' })
  const rice = cell('a31', 'estimate')
  assert.deepEqual([rice.value, rice.isPartial], [{ kind: 'number', value: '60' }, true])
  const row = whole.rows.find(({ key }) => key === 'a31')
  assert.deepEqual([row?.source, row?.sumOf], ['', { level: 'commune', counted: 3, total: 157 }])
  assert.deepEqual([row?.status?.counted, row?.status?.total], [3, 157])
  assert.equal(rice.missing.length, 154)
  assert.ok(rice.missing.includes('Xã Mỹ Hòa'))
})

test('a year to date that began while there were districts is read in the tree of its beginning', async () => {
  const { cell } = await readTable(journey, { reading: 'accepted' })
  const toDate = cell('a31', 'ytd')
  assert.deepEqual(toDate.value, { kind: 'number', value: '60' })
  assert.ok(toDate.missing.includes('Huyện Chợ Lách'), 'a district without anything is missing as a whole')
})

test('a commune has a table of its own, and its adjustment is part of the province’s sum', async () => {
  const client = await journey.as('phuc')
  const commune = await client.get<ProvinceTable>(`${path}?period=${presentPeriod}&area=29110`)
  assert.deepEqual(
    [commune.body.area.name, commune.body.rows.some(({ key }) => key === 'a31')],
    ['Thị trấn Ba Tri', true],
  )
  assert.ok(commune.body.areas.some(({ name }) => name === 'Thị trấn Ba Tri'))
  assert.ok(!commune.body.areas.some(({ name }) => name === 'Huyện Ba Tri'))
  const change = { kind: 'amount', amount: '-4' } as const
  const made = await tryToAdjust(journey, { row: 'a31', column: 'estimate', area: '29110', before: '10', change })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  assert.equal((await readTable(journey, { reading: 'accepted' })).said('a31', 'estimate'), '56')
  const { body } = await client.get<Explanation>(`${path}/explain?period=${presentPeriod}&row=a31&column=estimate`)
  const part = body.node.parts.find(({ label }) => label === 'Thị trấn Ba Tri')
  assert.deepEqual(part?.value, { kind: 'number', value: '6' })
})
