/** The widest number a cell takes, digit by digit: cell, figure, table, a sum over districts, and its explanation. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Explanation } from '#contract/province.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const widest = '999999999999999999.999999'

/** No indicator of the reference data has six decimals; here all have. */
before(async () => {
  await db.owner.query('alter table form_versions disable trigger user')
  await db.owner.query(
    `update form_versions set layout = regexp_replace(layout::text, '"decimals": \\d', '"decimals": 6', 'g')::jsonb`,
  )
})

test('18 integer places and 6 decimals come from the cell to the table and its explanation unharmed', async () => {
  await journey.bring('SNNPTNT', await submissionOf(db.pool, 'SNNPTNT'), 'accepted', { 'a6.estimate': widest })
  const { rows } = await db.pool.query(
    `select accepted_value as value from reported_values where accepted_value > 1e12`,
  )
  assert.deepEqual(rows, [{ value: widest }])
  assert.equal((await readTable(journey)).said('a5', 'estimate'), widest)
})

test('a sum may be wider than a cell, and loses nothing', async () => {
  for (const agency of ['UBND-829', 'UBND-836'])
    await journey.bring(agency, await submissionOf(db.pool, agency), 'accepted', { 's1.estimate': widest })
  const sum = '1999999999999999999.999998'
  assert.equal((await readTable(journey)).said('e1', 'estimate'), sum)
  const path = `/api/province/${regimeCode}/explain?period=${presentPeriod}&row=e1&column=estimate`
  const { body } = await (await journey.as('phuc')).get<Explanation>(path)
  assert.deepEqual(body.node.value, { kind: 'number', value: sum })
  assert.match(
    body.node.formula?.figures ?? '',
    /^999\.999\.999\.999\.999\.999,999999 \+ .* = 1\.999\.999\.999\.999\.999\.999,999998$/,
  )
})
