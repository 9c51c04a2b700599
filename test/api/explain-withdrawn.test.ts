/** A sent figure that was taken back is told as such wherever it is asked for: what it was, by whom, when, what holds now. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ExplanationNode, FigureExplanation, Withdrawal } from '#contract/explanation.ts'
import type { Explanation } from '#contract/province.ts'
import { number } from '#core/quantity/cell-value.ts'
import { withdraw } from '#server/figures/index.ts'
import { transaction } from '#server/platform/database.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, regimeCode, submissionOf } from '../builders/province.ts'
import { say } from '../builders/said-figures.ts'
import { testApp } from './app.ts'
import { type Client, signIn } from './client.ts'

const db = await aProvince()
const app = await testApp(db)
const journey = new Journey(app)
const [phuc, lan] = await Promise.all([signIn(app, 'phuc'), signIn(app, 'lan')])

async function explain(indicator: string, more: Readonly<Record<string, string>> = {}, client: Client = phuc) {
  const asked = { indicator, area: '83', period: '2026-09', level: 'sent', ...more }
  const { body } = await client.get<FigureExplanation>(`/api/figures/explain?${new URLSearchParams(asked)}`)
  return body
}

const shown = (value: ExplanationNode['value']) => (value.kind === 'number' ? value.value : value.reason)
const told = (it: Withdrawal | null | undefined) =>
  it && [it.agency, it.by?.login, it.isSentBack, it.reason, it.holdsAgain]

function takeBack(editionId: string, at: string): Promise<void> {
  return transaction(db.owner, (tx) => withdraw(tx, { editionId, at }))
}

const syt = await submissionOf(db.pool, 'SYT')
const withdrawn = ['Sở YT', 'pheduyet.syt', false, 'Sai đơn vị tính', false]

test('a figure withdrawn and not sent again is listed with what it was, who withdrew it, when and why', async () => {
  await journey.bring('SYT', syt, 'sent')
  assert.equal(shown((await explain('YT.06')).node.value), '7')
  await journey.take('pheduyet.syt', syt, 'withdraw', { reason: 'Sai đơn vị tính' })
  const it = await explain('YT.06')
  assert.equal(shown(it.node.value), 'absent')
  const [moved, ...others] = it.previous?.moved ?? []
  assert.deepEqual(others, [])
  assert.deepEqual(
    [moved && shown(moved.before), moved && shown(moved.after), told(moved?.withdrawal)],
    ['7', 'absent', withdrawn],
  )
  assert.equal(moved?.at, it.previous?.at)
  assert.deepEqual(
    it.history.map((word) => [word.value, told(word.withdrawn)]),
    [[{ kind: 'number', value: '7' }, withdrawn]],
  )
})

test('the province’s table tells it at the line, too', async () => {
  const path = `/api/province/${regimeCode}/explain?period=2026-09&reading=provisional&row=e7&column=estimate`
  const { body } = await phuc.get<Explanation>(path)
  assert.deepEqual(
    body.history.map((word) => told(word.withdrawn)),
    [withdrawn],
  )
})

test('nobody but the receiver hears of what was only sent', async () => {
  const it = await explain('YT.06', {}, lan)
  assert.deepEqual([it.level, it.previous, it.history], ['accepted', null, []])
})

test('sent again, it counts, and the one before stays listed as withdrawn', async () => {
  await journey.fill('nhap.syt', syt, {}, null)
  await journey.bring('SYT', syt, 'sent')
  const it = await explain('YT.06')
  assert.equal(shown(it.node.value), '7')
  assert.deepEqual(
    it.history.map((word) => told(word.withdrawn)),
    [null, withdrawn],
  )
  assert.deepEqual(
    it.previous?.moved.map(({ withdrawal }) => withdrawal),
    [null],
  )
})

test('a report that the receiver sends back: its figures are withdrawn by whoever sent it back', async () => {
  await journey.take('an', syt, 'sendBack', { reason: 'Thiếu thuyết minh' })
  const it = await explain('YT.06')
  assert.deepEqual(told(it.previous?.moved[0]?.withdrawal), ['Sở YT', 'an', true, 'Thiếu thuyết minh', false])
})

const february = { area: '836', period: '2026-02' }
const riceOf = (value: string) => [{ indicator: 'NN.03', ...february, as: 'estimate', value: number(value) }] as const

test('what the same agency had sent before counts again, and the explanation says so', async () => {
  await say(db.owner, { by: 'UBND-836', levels: ['sent'], at: '2026-06-16T01:00:00Z' }, riceOf('500'))
  const second = await say(
    db.owner,
    { by: 'UBND-836', version: 2, levels: ['sent'], at: '2026-06-16T02:00:00Z' },
    riceOf('5000'),
  )
  await takeBack(second, '2026-06-16T03:00:00Z')
  const it = await explain('NN.03', february)
  const [moved] = it.previous?.moved ?? []
  assert.equal(it.previous?.moved.length, 1)
  assert.deepEqual([moved && shown(moved.before), moved && shown(moved.after)], ['5000', '500'])
  assert.deepEqual(told(moved?.withdrawal), ['UBND huyện Ba Tri', undefined, false, '', true])
  assert.equal(Date.parse(moved?.at ?? ''), Date.parse('2026-06-16T03:00:00Z'))
  assert.deepEqual(
    it.history.map((word) => word.withdrawn?.holdsAgain),
    [true, undefined],
  )
})

test('where the parts stand in for a figure that was withdrawn, it alone has moved', async () => {
  const whole = await say(db.owner, { by: 'SNNPTNT', levels: ['sent'], at: '2026-06-17T01:00:00Z' }, [
    { indicator: 'NN.03', area: '83', period: '2026-02', as: 'estimate', value: number('9000') },
  ])
  assert.equal(shown((await explain('NN.03', { period: '2026-02' })).node.value), '9000')
  await takeBack(whole, '2026-06-17T02:00:00Z')
  const it = await explain('NN.03', { period: '2026-02' })
  assert.deepEqual(
    it.previous?.moved.map(({ before, after, withdrawal }) => [shown(before), shown(after), withdrawal?.agency]),
    [['9000', '500', 'Sở NN&PTNT']],
  )
  assert.deepEqual(
    it.history.map((word) => word.withdrawn?.agency),
    ['Sở NN&PTNT'],
  )
})

test('a district that is taken back drops out of the total, and that is what changed last', async () => {
  const districtSays = (by: string, area: string, at: string) =>
    say(db.owner, { by, levels: ['sent'], at }, [
      { indicator: 'NN.03', area, period: '2026-04', as: 'estimate', value: number('300') },
    ])
  const first = await districtSays('UBND-829', '829', '2026-06-17T03:00:00Z')
  await districtSays('UBND-836', '836', '2026-06-17T04:00:00Z')
  await takeBack(first, '2026-06-17T05:00:00Z')
  const it = await explain('NN.03', { period: '2026-04' })
  assert.equal(shown(it.node.value), '300')
  assert.deepEqual(
    it.previous?.moved.map(({ area, before, after }) => [area, shown(before), shown(after)]),
    [['Thành phố Bến Tre', '300', 'absent']],
  )
})

test('before its release nobody but its owner is told of a word that was withdrawn', async () => {
  const edition = await say(db.owner, { by: 'CTK', levels: ['sent'], at: '2026-06-18T01:00:00Z' }, [
    { indicator: 'TH.02', area: '83', period: '2026-Q3', as: 'official', value: number('4321') },
  ])
  await takeBack(edition, '2026-06-18T02:00:00Z')
  assert.equal((await explain('TH.02', { period: '2026-Q3' })).history.length, 1)
  await db.owner.query(
    `insert into releases (indicator_id, span_id, released_at)
     select i.id, s.id, '2026-10-29T02:00:00Z' from indicators i, spans s
     where i.code = 'TH.02' and s.calendar = 'statistical' and s.from_date = '2026-07-01' and s.to_date = '2026-09-30'`,
  )
  assert.doesNotMatch(JSON.stringify(await explain('TH.02', { period: '2026-Q3' })), /4321/)
})

test('the history of a breakdown holds its own words alone', async () => {
  await db.owner.query(`insert into breakdowns (id, code, name) values (7, 'dong-xuan', 'Đông xuân')`)
  const march = { indicator: 'NN.03', area: '836', period: '2026-03', as: 'estimate' } as const
  for (const [version, whole, part] of [
    [1, '80', '30'],
    [2, '90', '40'],
  ] as const)
    await say(db.owner, { by: 'UBND-836', version }, [
      { ...march, value: number(whole) },
      { ...march, value: number(part), breakdownId: 7 },
    ])
  const words = async (members: string) =>
    (await explain('NN.03', { area: '836', period: '2026-03', members })).history.map(({ value }) => value)
  assert.deepEqual(await words('dong-xuan'), [number('40'), number('30')])
  assert.deepEqual(await words(''), [number('90'), number('80')])
})
