/** Where agencies differ: the list, whose word counts, and that nobody's word is lost. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { DifferenceList, NewSettlement } from '#contract/differences.ts'
import type { Explanation } from '#contract/province.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, openPeriod, presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const accepted = { reading: 'accepted' } as const
const path = `/api/province/${regimeCode}`

before(async () => {
  await journey.bring('SNNPTNT', await submissionOf(db.pool, 'SNNPTNT'), 'accepted', {
    'x7.estimate': '1000',
    'x7.ytd': '9000',
  })
  await journey.bring('UBND-836', await submissionOf(db.pool, 'UBND-836'), 'accepted', {
    'h3.estimate': '1100',
    'h3.ytd': '9100',
  })
})

async function listed(login = 'phuc', period = presentPeriod): Promise<DifferenceList> {
  const answer = await (await journey.as(login)).get<DifferenceList>(`${path}/differences?period=${period}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

const ofRice = ({ differences }: DifferenceList) =>
  differences.find((d) => d.row === 'a31' && d.column === 'estimate' && d.area.code === '836')

const settling = (more: Partial<NewSettlement> = {}): NewSettlement => ({
  period: presentPeriod,
  reading: 'accepted',
  row: 'a31',
  column: 'estimate',
  area: '836',
  agency: 'SNNPTNT',
  scope: { kind: 'figure' },
  reason: 'Số của Sở đã đối chiếu với Chi cục',
  ...more,
})

async function settle(more: Partial<NewSettlement> = {}, login = 'phuc') {
  return (await journey.as(login)).post<DifferenceList & { code?: string; detail?: string }>(
    `${path}/settlements`,
    settling(more),
  )
}

const riceOfBaTri = async () => (await explained()).node.parts.find((part) => part.label.includes('Ba Tri'))?.value

async function explained(): Promise<Explanation> {
  const answer = await (await journey.as('binh')).get<Explanation>(
    `${path}/explain?period=${presentPeriod}&row=a31&column=estimate`,
  )
  return answer.body
}

test('the list names the figure, both words and the difference', async () => {
  const rice = ofRice(await listed('binh'))
  assert.deepEqual(
    [rice?.chosen.agency.code, rice?.chosen.value, rice?.others.map((o) => [o.agency.code, o.value, o.difference])],
    ['UBND-836', { kind: 'number', value: '1100' }, [['SNNPTNT', { kind: 'number', value: '1000' }, '100']]],
  )
  assert.deepEqual([(await listed('binh')).can, (await listed()).can], [[], ['settle']])
})

test('settled for one figure, the chosen word counts in the table and the other stays listed', async () => {
  const [was, list] = [await readTable(journey, accepted), await listed()]
  const answer = await settle()
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  assert.equal(answer.body.open, list.open - 1)
  const rice = ofRice(answer.body)
  assert.deepEqual([rice?.chosen.agency.code, rice?.others[0]?.agency.code], ['SNNPTNT', 'UBND-836'])
  assert.deepEqual(
    [rice?.settlement?.scope, rice?.settlement?.by?.login, rice?.settlement?.reason],
    ['figure', 'phuc', 'Số của Sở đã đối chiếu với Chi cục'],
  )
  const is = await readTable(journey, accepted)
  assert.equal(Number(is.said('a31', 'estimate')), Number(was.said('a31', 'estimate')) - 100)
  assert.equal(is.cell('a31', 'estimate').isSettled, true)
  assert.equal((await explained()).settlements[0]?.agency, 'Sở NN&PTNT')
})

test('opened again by a later choice, the order of sources holds as before', async () => {
  assert.equal((await settle({ agency: null, reason: 'Chờ đối chiếu lại' })).status, 200)
  assert.deepEqual(await riceOfBaTri(), { kind: 'number', value: '1100' })
  assert.equal(ofRice(await listed())?.settlement, null)
  const { rows } = await db.pool.query('select agency_id is null as opened from source_choices order by id')
  assert.deepEqual(rows, [{ opened: false }, { opened: true }])
})

test('settled for the indicator from a day on, earlier periods keep their source and this one follows', async () => {
  await openPeriod(db.owner, '2026-08')
  await journey.bring('SNNPTNT', await submissionOf(db.pool, 'SNNPTNT', '2026-08'), 'accepted', {
    'x7.estimate': '900',
  })
  await journey.bring('UBND-836', await submissionOf(db.pool, 'UBND-836', '2026-08'), 'accepted', {
    'h3.estimate': '800',
  })
  const inAugust = async () => ofRice(await listed('phuc', '2026-08'))?.chosen.agency.code
  assert.equal(await inAugust(), 'UBND-836')
  const answer = await settle({ scope: { kind: 'indicator', from: '2026-09-01' }, reason: 'Công văn 77' })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  const rice = ofRice(answer.body)
  assert.deepEqual(
    [rice?.chosen.agency.code, rice?.settlement?.scope, rice?.settlement?.from],
    ['SNNPTNT', 'indicator', '2026-09-01'],
  )
  assert.equal(await inAugust(), 'UBND-836')
})

for (const [name, more, login, expected] of [
  [
    'from before the period',
    { scope: { kind: 'indicator', from: '2026-08-31' } },
    'phuc',
    [422, 'settlement.before-period'],
  ],
  [
    'where an order begins that day already',
    { scope: { kind: 'indicator', from: '2026-09-01' } },
    'phuc',
    [409, 'precedence.later-exists'],
  ],
  [
    'from a day on, for a year to date that began before it',
    { column: 'ytd', scope: { kind: 'indicator', from: '2026-10-01' } },
    'phuc',
    [422, 'settlement.not-this-figure'],
  ],
  ['on an agency that says nothing here', { agency: 'SYT' }, 'phuc', [422, 'settlement.not-a-source']],
  ['where nobody differs', { area: '829' }, 'phuc', [409, 'settlement.nothing-to-settle']],
  ['by a viewer', {}, 'binh', [403, 'consolidation.not-yours']],
  ['by a receiver who does not consolidate', {}, 'an', [403, 'consolidation.not-yours']],
  ['by one of the agencies', {}, 'lan', [404, 'request.not-found']],
] as const)
  test(`refused: ${name}`, async () => {
    const answer = await settle(more as Partial<NewSettlement>, login)
    assert.deepEqual([answer.status, answer.body.code], expected)
  })

test('a refusal writes its days as people do', async () => {
  const { body } = await settle({ column: 'ytd', scope: { kind: 'indicator', from: '2026-10-01' } })
  assert.match(body.detail ?? '', /tính từ ngày 01\/01\/2026, trước ngày 01\/10\/2026/)
})

test('nothing that was said or decided can be changed or taken away', async () => {
  await assert.rejects(db.owner.query('delete from source_choices'))
  const { rows } = await db.pool.query(`select outcome from audit_events where action = 'settleSources'`)
  assert.equal(rows.length, 3)
})
