/** Adjustments lie over what agencies say: seen in the table, its sums and ratios, and taken back with a reason. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Explanation } from '#contract/province.ts'
import { adjusted, adjustments, tryToAdjust } from '../builders/adjustments.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const accepted = { reading: 'accepted' } as const

before(async () => {
  await journey.bring('CT', await submissionOf(db.pool, 'CT'), 'accepted', {
    'a101.ytd': '4671.1',
    'a101.estimate': '425.4',
  })
  await journey.bring('HQ', await submissionOf(db.pool, 'HQ'), 'accepted', { 'a11.ytd': '48.8', 'a11.estimate': '1.9' })
  await journey.bring('STC', await submissionOf(db.pool, 'STC'), 'accepted')
})

async function explained(row: string, column: string, login = 'phuc'): Promise<Explanation> {
  const answer = await (await journey.as(login)).get<Explanation>(
    `/api/province/${regimeCode}/explain?period=${presentPeriod}&row=${row}&column=${column}`,
  )
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

const reportedNow = async () =>
  (await db.pool.query('select md5(string_agg(v::text, $1 order by v::text)) as all from reported_values v', ['|']))
    .rows[0]

test('an amount moves the line, the total above it and nothing that an agency said', async () => {
  const [was, said] = [await readTable(journey, accepted), await reportedNow()]
  await adjusted(journey, { row: 'c11', column: 'ytd', change: { kind: 'amount', amount: '-10.1' } })
  const is = await readTable(journey, accepted)
  assert.equal(is.said('c11', 'ytd'), '4731')
  assert.equal(is.cell('c11', 'ytd').isAdjusted, true)
  assert.equal(is.cell('c11', 'estimate').isAdjusted, false)
  assert.equal(Number(is.said('c1', 'ytd')).toFixed(1), (Number(was.said('c1', 'ytd')) - 10.1).toFixed(1))
  assert.deepEqual(await reportedNow(), said)
})

test('a new value is the difference from what was seen, and ratios are drawn from the adjusted value', async () => {
  const seen = await readTable(journey, accepted)
  await adjusted(journey, { row: 'c12', column: 'ytd', change: { kind: 'value', value: '100' } })
  const now = await readTable(journey, accepted)
  assert.equal(now.said('c12', 'ytd'), '100')
  const [before, after] = [seen.cell('c12', 'rPlan').value, now.cell('c12', 'rPlan').value]
  if (before.kind === 'number' && after.kind === 'number')
    assert.equal((Number(after.value) / Number(before.value)).toFixed(6), (100 / 62.8).toFixed(6))
  const { rows } = await db.pool.query<{ amount: string }>(
    'select trim_scale(amount) as amount from adjustments order by id desc limit 1',
  )
  assert.equal(rows[0]?.amount, '37.2')
})

test('the explanation shows what agencies say, each amount with its author and reason, and the sum', async () => {
  const { node, said, adjustments: own } = await explained('c11', 'ytd', 'binh')
  assert.deepEqual(said, { kind: 'number', value: '4741.1' })
  assert.deepEqual(node.value, { kind: 'number', value: '4731' })
  assert.equal(node.formula?.figures, '4.741,1 − 10,1 = 4.731,0')
  const [agencies, amount] = node.parts
  assert.deepEqual(
    [agencies?.value, agencies?.parts[0]?.cell?.enteredBy?.login],
    [{ kind: 'number', value: '4741.1' }, 'nhap.ct'],
  )
  assert.deepEqual([amount?.value, amount?.adjustment?.by?.login], [{ kind: 'number', value: '-10.1' }, 'phuc'])
  assert.deepEqual(
    own.map((a) => [a.amount, a.reason, a.can]),
    [['-10.1', 'Bổ sung ghi thu, ghi chi', []]],
  )
})

test('it is withdrawn by a new row with its reason, once', async () => {
  const [own] = (await explained('c11', 'ytd')).adjustments
  assert.deepEqual(own?.can, ['withdraw'])
  const client = await journey.as('phuc')
  const withdraw = () => client.post(`${adjustments}/${own?.id}/withdrawal`, { reason: 'Cục Thuế đã đính chính' })
  assert.equal((await withdraw()).status, 200)
  assert.equal((await readTable(journey, accepted)).said('c11', 'ytd'), '4741.1')
  assert.deepEqual([(await withdraw()).status, (await withdraw()).body.code], [409, 'adjustment.withdrawn'])
  const [after] = (await explained('c11', 'ytd')).adjustments
  assert.deepEqual(
    [after?.withdrawn?.by?.login, after?.withdrawn?.reason, after?.can],
    ['phuc', 'Cục Thuế đã đính chính', []],
  )
})

for (const [name, it, expected] of [
  ['a total of lines', { row: 'c1', column: 'ytd' }, [422, 'adjustment.computed']],
  ['a ratio', { row: 'c12', column: 'rPlan' }, [422, 'adjustment.computed']],
  ['a line nobody has reported', { row: 'd2', column: 'ytd', before: '1' }, [422, 'adjustment.no-figure']],
  [
    'a title, or a cell that is not there',
    { row: 'zz', column: 'ytd', before: '1' },
    [404, 'consolidation.unknown-cell'],
  ],
  ['a value that has moved since', { row: 'c12', column: 'ytd', before: '62.8' }, [409, 'adjustment.value-moved']],
  ['nothing', { row: 'c12', column: 'ytd', change: { kind: 'amount', amount: '0' } }, [422, 'adjustment.no-change']],
  [
    'the same value',
    { row: 'c12', column: 'ytd', change: { kind: 'value', value: '100.00' } },
    [422, 'adjustment.no-change'],
  ],
  [
    'finer than the line is kept',
    { row: 'c12', column: 'ytd', change: { kind: 'amount', amount: '0.001' } },
    [422, 'cell.too-many-decimals'],
  ],
  ['without a reason', { row: 'c12', column: 'ytd', reason: ' ' }, [400, 'request.invalid']],
  [
    'by a receiver who does not consolidate',
    { row: 'c12', column: 'ytd', login: 'an' },
    [403, 'consolidation.not-yours'],
  ],
  ['by a viewer', { row: 'c12', column: 'ytd', login: 'binh' }, [403, 'consolidation.not-yours']],
  ['by the agency itself', { row: 'c12', column: 'ytd', login: 'nhap.hq' }, [404, 'request.not-found']],
] as const)
  test(`refused: ${name}`, async () => {
    const answer = await tryToAdjust(journey, { change: { kind: 'amount', amount: '1' }, ...it })
    assert.deepEqual([answer.status, answer.body.code], expected)
  })

test('two who adjust the same value at once: one lands, the other is told the new value', async () => {
  const both = await Promise.all(
    ['1', '2'].map((amount) =>
      tryToAdjust(journey, { row: 'c12', column: 'estimate', change: { kind: 'amount', amount } }),
    ),
  )
  assert.deepEqual(both.map((a) => a.status).sort(), [201, 409])
})

test('an amount made on the provisional value does not tell readers of accepted figures what was seen', async () => {
  await adjusted(journey, {
    row: 'c12',
    column: 'estimate',
    change: { kind: 'amount', amount: '1' },
    reading: 'provisional',
  })
  const seen = (await explained('c12', 'estimate', 'binh')).adjustments.at(-1)
  assert.equal(seen?.valueBefore, null)
  assert.notEqual((await explained('c12', 'estimate')).adjustments.at(-1)?.valueBefore, null)
})

test('every adjustment stands in the journal and in the feed', async () => {
  const { rows } = await db.pool.query(
    `select action, outcome from audit_events where action like '%djust%' and outcome = 'done' order by id`,
  )
  assert.ok(rows.some((r) => r.action === 'adjust') && rows.some((r) => r.action === 'withdrawAdjustment'))
  const told = await db.pool.query(
    `select 1 from changes where topic = 'table' and payload->>'act' = 'adjust' and level = 'accepted'`,
  )
  assert.ok((told.rowCount ?? 0) >= 2)
  await assert.rejects(db.owner.query('update adjustments set amount = 1'))
})
