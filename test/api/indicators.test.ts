/** Indicators over HTTP: looked up by everybody, given another formula by those who hold it, without losing the past. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { IndicatorDetail, IndicatorList } from '#contract/catalogue.ts'
import type { FigureExplanation } from '#contract/explanation.ts'
import { localDate } from '#core/period/local-date.ts'
import { number } from '#core/quantity/cell-value.ts'
import { loadCatalogue } from '#server/catalogue/index.ts'
import { openPool } from '#server/platform/database.ts'
import { aProvince } from '../builders/province.ts'
import { say } from '../builders/said-figures.ts'
import type { CastMember } from '../cast.ts'
import { testApp } from './app.ts'
import { type Answer, signIn } from './client.ts'

const db = await aProvince()
const app = await testApp(db)
const thu = await signIn(app, 'thu')
const phuc = await signIn(app, 'phuc')

type Refused = { code?: string; detail?: string; earliest?: string; path?: string; position?: number; owner?: string }
const detailOf = async (code: string, client = thu, query = ''): Promise<IndicatorDetail> =>
  (await client.get<IndicatorDetail>(`/api/catalogue/indicators/${code}${query}`)).body
const thisMonth = '2026-09-01'

/** Saves on the latest version, unless the test says which it saw. */
async function save(
  code: string,
  body: { formula: string; validFrom?: string; reason?: string; seen?: number },
  client = thu,
): Promise<Answer<Refused & { version?: number }>> {
  const { latest } = await detailOf(code, client)
  return client.post(`/api/catalogue/indicators/${code}/formula`, {
    validFrom: thisMonth,
    reason: 'Theo hướng dẫn của Tổng cục Thống kê',
    seen: latest,
    ...body,
  })
}

test('the list has every indicator once, in the order of its groups, 9 before 10', async () => {
  const { body } = await thu.get<IndicatorList>('/api/catalogue/indicators')
  assert.equal(body.on, '2026-09-16')
  assert.equal(new Set(body.indicators.map(({ code }) => code)).size, body.indicators.length)
  assert.equal(body.groups[0]?.name, 'Tổng hợp')
  assert.equal(body.indicators[0]?.group, 'TH')
  const crops = body.indicators.filter(({ group }) => group === 'NN').map(({ code }) => code)
  assert.ok(crops.indexOf('NN.09') < crops.indexOf('NN.10'))
  assert.deepEqual(
    body.indicators.filter(({ group }) => !body.groups.some(({ code }) => code === group)),
    [],
  )
})

test('an indicator says what it is computed from, what uses it, and who asks for it', async () => {
  const output = await detailOf('NN.03')
  assert.deepEqual(
    output.usedBy.map(({ code, words }) => [code, words]),
    [['NN.02', 'Sản lượng lúa × 10 chia Diện tích thu hoạch lúa']],
  )
  assert.ok(output.askedBy.some(({ form, agencies }) => form === 'H-01' && agencies.length === 9))
  const yieldOf = await detailOf('NN.02')
  assert.deepEqual(
    yieldOf.inputs.map(({ code }) => code),
    ['NN.03', 'NN.18'],
  )
  assert.equal(yieldOf.owner?.code, 'SNNPTNT')
  assert.deepEqual(yieldOf.can, [])
})

test('an unknown indicator is not found', async () => {
  assert.equal((await thu.get('/api/catalogue/indicators/KHAC.01')).status, 404)
})

test('a new formula is a further version; the one before stays readable and holds on its days', async () => {
  const saved = await save('DS.02', { formula: '[DS.01]/[DS.03]*1' })
  assert.equal(saved.status, 201)
  const now = await detailOf('DS.02')
  assert.equal(now.formula, '[DS.01] / [DS.03] * 1')
  assert.deepEqual([now.versions.map(({ version }) => version), now.current], [[2, 1], 2])
  assert.equal(now.versions[0]?.recordedBy?.login, 'thu')
  assert.equal(now.versions[0]?.reason, 'Theo hướng dẫn của Tổng cục Thống kê')
  assert.equal((await detailOf('DS.02', thu, '?on=2026-08-31')).formula, '[DS.01] / [DS.03]')
})

test('a save is undone by one more version, from the same day', async () => {
  assert.equal((await save('DS.02', { formula: '[DS.01] / [DS.03]' })).status, 201)
  const now = await detailOf('DS.02')
  assert.deepEqual([now.formula, now.current, now.versions.length], ['[DS.01] / [DS.03]', 3, 3])
})

test('as of an instant before it was saved, a formula is not known yet', async () => {
  await say(db.owner, { by: 'CTK', periodEnd: '2026-09-30' }, [
    { indicator: 'DS.01', area: '83', period: '2026-09', as: 'official', value: number('1200') },
    { indicator: 'DS.03', area: '83', period: '2026-09', as: 'official', value: number('3') },
  ])
  const density = async (query = '') => {
    const path = `/api/figures/explain?indicator=DS.02&area=83&period=2026-09${query}`
    const { node } = (await thu.get<FigureExplanation>(path)).body
    return [node.value.kind === 'number' ? node.value.value : node.value.reason, node.formula?.words]
  }
  const before = await density()
  const { rows } = await db.pool.query<{ now: string }>('select app.now() as now')
  assert.equal((await save('DS.02', { formula: '[DS.01] / [DS.03] * 10' })).status, 201)
  assert.equal((await density())[0], '4000')
  assert.deepEqual(await density(`&asOf=${rows[0]?.now}`), before)
  assert.equal((await save('DS.02', { formula: '[DS.01] / [DS.03]' })).status, 201)
})

test('versions are never changed, not even by the owner of the database', async () => {
  await assert.rejects(db.owner.query(`update indicator_versions set formula = '' where version = 2`), /append-only/)
})

test('a circle is refused with the way round', async () => {
  const { status, body } = await save('TH.02.1', { formula: '[TH.03.1] * [TH.02] / 100' })
  assert.equal(status, 422)
  assert.equal(body.code, 'formula.cycle')
  assert.equal(body.path, 'TH.02.1 → TH.02 → TH.02.1')
})

test('a circle that closes only when a later version begins to hold is refused too', async () => {
  assert.equal((await save('DT.01.1', { formula: '[DT.01.2] * 2', validFrom: '2027-01-01' })).status, 201)
  const { body } = await save('DT.01.2', { formula: '[DT.01.1] / 2' })
  assert.equal(body.code, 'formula.cycle')
})

test('two saved at once cannot close a circle together', async () => {
  const answers = await Promise.all([
    save('DT.02.1', { formula: '[DT.02.2] + 1' }),
    save('DT.02.2', { formula: '[DT.02.1] + 1' }),
  ])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 422])
})

test('of two who saw the same version only the first saves', async () => {
  const { latest } = await detailOf('TH.03.2')
  const answers = await Promise.all(
    [2, 3].map((factor) => save('TH.03.2', { formula: `[TH.02.2] / [TH.02] * ${factor}`, seen: latest })),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409])
  const refused = answers.find(({ status }) => status === 409)?.body
  assert.equal(refused?.code, 'catalogue.version-moved')
  assert.match(refused?.detail ?? '', new RegExp(`^Bản ${latest + 1} của chỉ tiêu này đã được lưu`))
  assert.equal((await detailOf('TH.03.2')).latest, latest + 1)
})

for (const [formula, code, position] of [
  ['[DS.01] / ', 'formula.ends-early', 10],
  ['[DS.01] / [KHONG.CO]', 'formula.unknown-indicator', 10],
  ['[DS.01] + [TH.02]', 'formula.measures-differ', 10],
  ['[TH.02.1] / [TH.02]', 'formula.measure-not-declared', 0],
  ['tong([DS.01])', 'formula.unknown-function', 0],
  ['[DS.01] > 1', 'formula.not-a-number', 0],
  ['[DS.01]/[DS.03]', 'catalogue.unchanged', undefined],
] as const)
  test(`«${formula}» is refused: ${code}`, async () => {
    const { status, body } = await save('DS.02', { formula })
    assert.deepEqual([status, body.code, body.position], [422, code, position])
  })

test('nothing holds before the month that is being reported', async () => {
  const { body } = await save('DS.02', { formula: '[DS.01] / [DS.03] * 2', validFrom: '2026-08-31' })
  assert.deepEqual([body.code, body.earliest], ['catalogue.valid-from-past', '2026-09-01'])
})

test('what its owner publishes as it is takes no formula', async () => {
  assert.equal((await save('CN.01', { formula: '[DS.01]' })).body.code, 'catalogue.published-as-is')
})

for (const [login, code, status] of [
  ['thu', 'NN.02', 403],
  ['lan', 'NN.02', 201],
  ['tam', 'NN.02', 403],
  ['phuc', 'NN.02', 201],
  ['an', 'NN.02', 403],
  ['vy', 'NN.02', 403],
] as const satisfies readonly (readonly [CastMember, string, number])[])
  test(`${login} gets ${status} for the formula of ${code}`, async () => {
    const answer = await save(
      code,
      { formula: `[NN.03] * 10 / [NN.18] * ${login.length + 1}` },
      await signIn(app, login),
    )
    assert.equal(answer.status, status)
    if (status === 403) assert.match(answer.body.detail ?? '', /Sở Nông nghiệp/)
  })

test('a save is journalled with who, what and why', async () => {
  const { rows } = await db.pool.query(
    `select e.object, e.reason, a.login from audit_events e join accounts a on a.id = e.account_id
     where e.action = 'catalogue.revise-formula' and a.login = 'phuc'`,
  )
  assert.deepEqual(rows, [{ object: 'NN.02 v3', reason: 'Theo hướng dẫn của Tổng cục Thống kê', login: 'phuc' }])
})

test('another process computes by it from the moment it is saved', async () => {
  const other = openPool({ url: db.url, size: 1 })
  const formulaThere = async () =>
    (await loadCatalogue(other, localDate('2026-09-15'))).indicators.get('DS.02')?.formula
  try {
    const before = await formulaThere()
    const { status } = await save('DS.02', { formula: '[DS.01] / [DS.03] * 2' })
    assert.equal(status, 201)
    assert.notEqual(await formulaThere(), before)
    assert.match((await formulaThere()) ?? '', /\* 2$/)
  } finally {
    await other.end()
  }
})

test('open screens of everybody in the province hear of it', async () => {
  const { body: start } = await phuc.get<{ position: string }>('/api/changes')
  await save('TH.03.3', { formula: '[TH.02.3] / [TH.02] * 10' })
  const heard = async () => {
    const path = `/api/changes?after=${start.position}`
    const { body } = await phuc.get<{ changes: { topic: string; payload: { indicator?: string } }[] }>(path)
    return body.changes
      .filter(({ payload }) => payload.indicator === 'TH.03.3')
      .map(({ topic, payload }) => [topic, payload])
  }
  // The feed is read below the oldest transaction of the whole server, which a neighbouring test may hold open: what
  // was saved before this test may come after its start, too.
  for (let tries = 0; tries < 1_200 && (await heard()).length === 0; tries++) await wait(50)
  assert.deepEqual(await heard(), [['catalogue', { indicator: 'TH.03.3', version: 2 }]])
})
