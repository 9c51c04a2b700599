/** Reading through the one engine from a real database. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compile, type NumberFormula } from '#core/formula/compile.ts'
import type { Reference } from '#core/formula/formula.ts'
import { deepestNesting, parse } from '#core/formula/parser.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { period } from '#core/period/period.ts'
import { number } from '#core/quantity/cell-value.ts'
import { dividedBy, exact, toText } from '#core/quantity/exact.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import type { Computation } from '#core/reading/reading.ts'
import { type Said, say, sayingDay, writtenOut } from '#test/builders/said-figures.ts'
import { testDatabase } from '#test/db.ts'
import { loadCatalogue, loadReference } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { chooseSource, prepareReader, type ReadAs, readFigures } from './index.ts'

const { pool, owner } = await testDatabase()
await loadReference(owner)
const catalogue = await loadCatalogue(pool, sayingDay)
const province = '83'
const as: ReadAs = { viewerAgencyId: null, level: 'accepted', regimeId: null, on: sayingDay }

const reference = (text: string): Reference => {
  const [code = '', members] = text.split(':')
  return { code, members: members?.split(',') ?? [] }
}
const place = (label: string, area = province, given: Partial<ReadingPlace> = {}): ReadingPlace => ({
  area: area as AreaCode,
  period: period(label, 'statistical'),
  scenario: { kind: 'actual' },
  vintage: 'best',
  ...given,
})
const shown = ({ outcome }: Computation) =>
  outcome.kind === 'number' ? toText(outcome.value) : `${outcome.reason} ${outcome.of.join(', ')}`.trim()
const said = (indicator: string, area: string, label: string, value: string, as = 'preliminary'): Said => ({
  indicator,
  area,
  period: label,
  as,
  value: number(value),
})

const read = (db: Db, text: string, at: ReadingPlace, given: Partial<ReadAs> = {}) =>
  readFigures(db, { ...as, ...given }, (reader) => reader.read(reference(text), at))

function compiled(text: string): NumberFormula {
  const parsed = parse(text)
  const result = parsed.ok ? compile(parsed.ast, parsed.places, 'places') : undefined
  if (!result?.ok || result.formula.kind !== 'number') throw new Error(`${text} is a formula`)
  return result.formula
}

const communesOf = (district: string) =>
  [...catalogue.areas.values()]
    .filter(({ parentId }) => parentId === catalogue.areaIds.get(district))
    .map((a) => a.code)

test('a formula is read over the sums of communes, never as an average of theirs', async () => {
  const communes = communesOf('829')
  await say(
    pool,
    { by: 'SNNPTNT' },
    communes.flatMap((area, index) => [
      said('NN.03', area, '2026-01', String(index)),
      said('NN.18', area, '2026-01', '4'),
    ]),
  )
  const expected = dividedBy(exact(String((communes.length - 1) * 5)), exact('4'))
  assert.equal(shown(await read(pool, 'NN.02', place('2026-01', '829'))), toText(expected))
})

test('the province sums its districts, each by its own word or by its communes, and names who is missing', async () => {
  const figures = communesOf('832')
    .slice(1)
    .map((area) => said('NN.12.1', area, '2026-02', '3'))
  const districts = ['829', '831', '833', '834', '835', '836', '837'].map((area) =>
    said('NN.12.1', area, '2026-02', '100'),
  )
  await say(pool, { by: 'SNNPTNT' }, [...figures, ...districts])
  const reading = await read(pool, 'NN.12.1', place('2026-02'))
  assert.equal(shown(reading), '730')
  assert.deepEqual(
    reading.missing.map(({ area }) => area),
    [communesOf('832')[0], '838'],
  )
  await say(pool, { by: 'SNNPTNT' }, [said('NN.12.1', '83-KPB', '2026-02', '7')])
  assert.equal(shown(await read(pool, 'NN.12.1', place('2026-02'))), '737')
})

test('a year to date that nobody reported is read from the months, revised ones as revised', async () => {
  await say(pool, { by: 'SNNPTNT' }, [
    said('NN.12.2', '83', '2026-01', '10', 'estimate'),
    said('NN.12.2', '83', '2026-01', '12', 'preliminary'),
    said('NN.12.2', '83', '2026-02', '20', 'estimate'),
  ])
  assert.equal(shown(await read(pool, 'NN.12.2', place('2026-YTD02'))), '32')
  const places = { areas: ['83' as AreaCode], periods: [period('2026-02', 'statistical')] }
  const formula = compiled('ytd([NN.12.2]) - previous([NN.12.2])')
  const reader = await prepareReader(pool, { formulas: [formula], ...places }, as)
  assert.equal(shown(reader.evaluate(formula, place('2026-02'))), '20')
})

test('the council’s plan is in force before an agency’s proposal, and each can be asked for', async () => {
  await say(pool, { by: 'SNNPTNT' }, [
    said('NN.03', '83', '2025', '900', 'hdnd-2025'),
    said('NN.03', '83', '2025', '950', 'de-xuat-2025'),
  ])
  const planned = (version: string) => place('2025', '83', { scenario: { kind: 'plan', version } })
  for (const [version, expected] of [
    ['', '900'],
    ['HĐND', '900'],
    ['de-xuat-2025', '950'],
    ['UBND', 'absent NN.03'],
  ] as const)
    assert.equal(shown(await read(pool, 'NN.03', planned(version))), expected)
})

test('where sources differ, the owner’s word counts and the other is told with it', async () => {
  await say(pool, { by: 'SNNPTNT' }, [said('NN.03', '833', '2026-03', '41500')])
  await say(pool, { by: 'CTK' }, [said('NN.03', '833', '2026-03', '41200')])
  const { how } = await read(pool, 'NN.03', place('2026-03', '833'))
  assert.equal(how.kind, 'reported')
  const { row, differing } = how.kind === 'reported' ? how.figure.origin : { row: undefined, differing: [] }
  assert.equal(row?.value, '41500.000000')
  assert.deepEqual(
    differing.map(({ agency_id, value }) => [catalogue.agencies.get(agency_id)?.code, value]),
    [['CTK', '41200.000000']],
  )
})

test('a figure settled on another agency is read so, within a sum too, and as it was before then', async () => {
  const district = communesOf('829')
  const [first = ''] = district
  await say(
    pool,
    { by: 'SNNPTNT' },
    district.map((area) => said('NN.03', area, '2026-02', '10')),
  )
  await say(pool, { by: 'CTK' }, [said('NN.03', first, '2026-02', '7')])
  const { rows } = await owner.query<{ account: number; span: number }>(
    `with account as (insert into accounts (login, display_name, password_hash) values ('chon', 'chon', 'x') returning id)
     select account.id as account, s.id as span from account, spans s
     where s.calendar = 'statistical' and s.from_date = '2026-02-01' and s.to_date = '2026-02-28'`,
  )
  const agencyOf = (wanted: string) => [...catalogue.agencies.values()].find(({ code }) => code === wanted)?.id ?? 0
  const choice = {
    indicatorId: catalogue.indicators.get('NN.03')?.id ?? 0,
    areaId: catalogue.areaIds.get(first) ?? 0,
    spanId: rows[0]?.span ?? 0,
    accountId: rows[0]?.account ?? 0,
    actingAgencyId: agencyOf('SKHDT'),
    reason: 'Đã đối chiếu',
  }
  const both = async (asOf?: string) => {
    const when = asOf === undefined ? {} : { asOf }
    const one = await read(pool, 'NN.03', place('2026-02', first), when)
    const whole = await read(pool, 'NN.03', place('2026-02', '829'), when)
    return [shown(one), Number(shown(whole)) - 10 * (district.length - 1)]
  }
  assert.deepEqual(await both(), ['10', 10])
  await chooseSource(pool, { ...choice, agencyId: agencyOf('CTK'), at: '2026-06-17T00:00:00Z' })
  assert.deepEqual(await both(), ['7', 7])
  assert.deepEqual(await both('2026-06-18T00:00:00Z'), ['7', 7])
  assert.deepEqual(await both('2026-06-16T12:00:00Z'), ['10', 10])
  await chooseSource(pool, { ...choice, agencyId: null, at: '2026-06-19T00:00:00Z' })
  assert.deepEqual(await both(), ['10', 10])
})

test('a sent figure is read at its own level alone, also within a sum', async () => {
  const [commune = ''] = communesOf('834')
  await say(pool, { by: 'SNNPTNT', levels: ['sent'] }, [said('NN.03', commune, '2026-04', '9')])
  assert.equal(shown(await read(pool, 'NN.03', place('2026-04', '834'))), 'absent NN.03')
  const sent = await read(pool, 'NN.03', place('2026-04', '834'), { level: 'sent' })
  assert.equal(shown(sent), '9')
  assert.equal(sent.partial, true)
})

test('before its release time a figure is its agency’s alone, also within a sum, as of then and as of a time to come', async () => {
  const district = communesOf('835')
  await say(
    pool,
    { by: 'CTK' },
    district.map((area) => said('NN.18', area, '2026-05', '1')),
  )
  await owner.query(
    `insert into releases (indicator_id, span_id, released_at)
     select $1, s.id, '2100-01-01' from spans s where s.calendar = 'statistical' and s.from_date = '2026-05-01' and s.to_date = '2026-05-31'`,
    [catalogue.indicators.get('NN.18')?.id],
  )
  const agency = [...catalogue.agencies.values()].find(({ code }) => code === 'CTK')?.id ?? 0
  for (const asOf of [undefined, '2026-07-01T00:00:00Z', '2200-01-01T00:00:00Z']) {
    const when = asOf === undefined ? {} : { asOf }
    assert.equal(shown(await read(pool, 'NN.18', place('2026-05', '835'), when)), 'absent NN.18')
    const own = await read(pool, 'NN.18', place('2026-05', '835'), { ...when, viewerAgencyId: agency })
    assert.equal(shown(own), String(district.length))
  }
})

test('a plan does not wait for the release of the figure it is a plan of', async () => {
  await say(pool, { by: 'SNNPTNT' }, [
    said('NN.07', '83', '2024', '800', 'hdnd-2025'),
    said('NN.07', '83', '2024', '790', 'official'),
  ])
  await owner.query(
    `insert into releases (indicator_id, span_id, released_at)
     select i.id, s.id, '2999-01-01' from indicators i, spans s
     where i.code = 'NN.07' and s.calendar = 'statistical' and s.from_date = '2024-01-01' and s.to_date = '2024-12-31'`,
  )
  const plan = place('2024', '83', { scenario: { kind: 'plan', version: '' } })
  assert.deepEqual(
    [shown(await read(pool, 'NN.07', plan)), shown(await read(pool, 'NN.07', place('2024')))],
    ['800', 'absent NN.07'],
  )
})

test('communes that gave every month stand in for their year to date, and the others are read one by one', async () => {
  const [whole = '', silent = '', gapped = '', own = '', later = '', ...rest] = communesOf('837')
  const months = (area: string, labels: readonly string[]) => labels.map((label) => said('NN.03', area, label, '10'))
  const quarter = ['2026-04', '2026-05', '2026-06']
  const half = ['2026-01', '2026-02', '2026-03', ...quarter]
  await say(pool, { by: 'SNNPTNT' }, [
    ...[whole, ...rest].flatMap((area) => months(area, half)),
    ...months(gapped, half.slice(0, 5)),
    ...months(own, half),
    said('NN.03', own, '2026-6M', '100'),
    ...months(later, half),
    said('NN.03', later, '2026-Q1', '1000'),
  ])
  const toDate = await read(pool, 'NN.03', place('2026-6M', '837'))
  assert.equal(shown(toDate), String(60 * (rest.length + 1) + 100 + 1030))
  assert.deepEqual(
    toDate.missing.map(({ area, period: { label } }) => `${area} ${label}`),
    [`${silent} 2026-6M`, `${gapped} 2026-6M`],
  )
  const inQuarter = await read(pool, 'NN.03', place('2026-Q2', '837'))
  assert.equal(shown(inQuarter), String(30 * (rest.length + 3) + 20))
  for (const [label, now] of [
    ['2026-6M', toDate],
    ['2026-Q2', inQuarter],
  ] as const) {
    const then = await read(pool, 'NN.03', place(label, '837'), { asOf: '2026-08-01T00:00:00Z' })
    assert.equal(writtenOut(then), writtenOut(now))
  }
})

test('a formula is read however deep its branches lie in one another', async () => {
  const communes = [...communesOf('829'), ...communesOf('831'), ...communesOf('834'), ...communesOf('835')]
  const asked = communes.slice(0, deepestNesting - 2)
  assert.equal(asked.length, deepestNesting - 2)
  await say(
    pool,
    { by: 'SNNPTNT' },
    asked.map((area) => said('NN.03', area, '2017-01', '1')),
  )
  const text = asked.reduce((branch, area) => `if(at([NN.03]; "${area}") > 0; ${branch}; 0)`, '1')
  const computation = await readFigures(pool, as, (reader) => reader.evaluate(compiled(text), place('2017-01')))
  assert.equal(shown(computation), '1')
})

test('members of a breakdown are read apart from the whole', async () => {
  await owner.query(`insert into breakdowns (id, code, name) values (7, 'dong-xuan', 'Đông xuân')`)
  await say(pool, { by: 'SNNPTNT' }, [
    { ...said('NN.03', '836', '2026-01', '5'), breakdownId: 7 },
    said('NN.03', '836', '2026-01', '8'),
  ])
  assert.equal(shown(await read(pool, 'NN.03:dong-xuan', place('2026-01', '836'))), '5')
  assert.equal(shown(await read(pool, 'NN.03', place('2026-01', '836'))), '8')
  assert.equal(shown(await read(pool, 'NN.03:he-thu', place('2026-01', '836'))), 'absent NN.03:he-thu')
})

test('a prepared reader refuses a place that was not asked for, instead of calling it silent', async () => {
  const wanted = {
    references: [reference('NN.03')],
    areas: ['83' as AreaCode],
    periods: [period('2026-01', 'statistical')],
  }
  const reader = await prepareReader(pool, wanted, as)
  assert.throws(() => reader.read(reference('NN.03'), place('2026-06')), /asked for/)
})
