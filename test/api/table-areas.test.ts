/** The consolidated table of a district, of the province and of a named group, and figures taken from another report. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { AreaGroup } from '#contract/area-groups.ts'
import type { Explanation, ProvinceTable } from '#contract/province.ts'
import { adjustments } from '../builders/adjustments.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, openPeriod, presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const path = `/api/province/${regimeCode}`
/** Bình Đại, Ba Tri, Thạnh Phú. */
const coast = { '835': '120', '836': '1180', '837': '31' } as const

before(async () => {
  for (const [code, rice] of Object.entries(coast))
    await journey.bring(`UBND-${code}`, await submissionOf(db.pool, `UBND-${code}`), 'accepted', {
      'h3.estimate': rice,
    })
})

async function tableOf(area: string, period: string = presentPeriod, login = 'phuc'): Promise<ProvinceTable> {
  const answer = await (await journey.as(login)).get<ProvinceTable>(`${path}?period=${period}&area=${area}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

const cellOf = (table: ProvinceTable, row: string, column = 'estimate') =>
  table.rows.find((r) => r.key === row)?.cells.find((c) => c.column === column)

async function makeGroup(name: string, areas: readonly string[], login = 'phuc') {
  return (await journey.as(login)).post<{ groups: AreaGroup[]; code?: string }>(`${path}/area-groups`, { name, areas })
}

test('the table of a district holds what is said of it, and only lines that somebody speaks of', async () => {
  const table = await tableOf('836')
  assert.deepEqual([table.area.kind, table.area.name], ['area', 'Huyện Ba Tri'])
  assert.deepEqual(cellOf(table, 'a31')?.value, { kind: 'number', value: '1180' })
  assert.equal(cellOf(table, 'c11'), undefined)
  assert.ok(table.rows.some((r) => r.kind === 'title'))
  assert.equal(table.contentHash, null, 'versions are of the whole province')
})

test('an area or a cell that is not there is said to be just that, and not a missing period', async () => {
  const phuc = await journey.as('phuc')
  const codeAt = async (rest: string) => (await phuc.get<{ code: string }>(`${path}${rest}`)).body.code
  assert.equal(await codeAt(`?period=${presentPeriod}&area=nowhere`), 'province.area-unknown')
  assert.equal(await codeAt('?period=2019-01'), 'province.unknown')
  assert.equal(
    await codeAt(`/explain?period=${presentPeriod}&row=nowhere&column=estimate`),
    'consolidation.unknown-cell',
  )
})

test('a group is named once, adds up its areas, and stands among the choices', async () => {
  const made = await makeGroup('Ba huyện biển', Object.keys(coast))
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const key = made.body.groups[0]?.key ?? ''
  const table = await tableOf(key, presentPeriod, 'binh')
  assert.deepEqual(cellOf(table, 'a31')?.value, { kind: 'number', value: '1331' })
  assert.deepEqual([cellOf(table, 'a31')?.isPartial, cellOf(table, 'a31')?.isAdjustable], [false, false])
  assert.deepEqual(
    table.areas.map((a) => a.kind).filter((kind, at, all) => all.indexOf(kind) === at),
    ['province', 'area', 'group'],
  )
  assert.equal(table.areas.length, 11)
  const explained = await (await journey.as('binh')).get<Explanation>(
    `${path}/explain?period=${presentPeriod}&area=${key}&row=a31&column=estimate`,
  )
  assert.deepEqual(
    explained.body.node.parts.map((p) => p.value.kind === 'number' && p.value.value),
    ['120', '1180', '31'],
  )
  assert.deepEqual([(await makeGroup('BA HUYỆN BIỂN', ['829', '831'])).body.code], ['area-group.name-taken'])
})

test('the table of a group or a district waits for the agencies that speak of it, and names no others', async () => {
  const [group] = (await tableOf('')).areas.filter((a) => a.kind === 'group')
  const whole = await tableOf('')
  const grouped = await tableOf(group?.key ?? '')
  const counts = ({ agencies: { total, accepted, missing } }: ProvinceTable) => [total, accepted, missing]
  // The three districts, and the department that has lines about every district.
  assert.deepEqual(counts(grouped), [4, 3, 1])
  assert.deepEqual(
    grouped.awaited.map(({ code }) => code),
    ['SNNPTNT'],
  )
  assert.deepEqual(counts(await tableOf('829')), [2, 0, 2])
  assert.equal(whole.agencies.total, whole.agencies.accepted + whole.agencies.missing)
  assert.ok(whole.agencies.total > 20)
})

test('an adjustment of a district’s figure is part of every sum over it', async () => {
  const phuc = await journey.as('phuc')
  const body = {
    period: presentPeriod,
    reading: 'accepted',
    area: '836',
    row: 'a31',
    column: 'estimate',
    before: '1180',
  }
  const change = { kind: 'amount', amount: '-80' }
  const made = await phuc.post(adjustments, { ...body, change, reason: 'Trừ diện tích đã chuyển đổi' })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  assert.deepEqual(cellOf(await tableOf('836'), 'a31')?.value, { kind: 'number', value: '1100' })
  const [group] = (await tableOf('')).areas.filter((a) => a.kind === 'group')
  assert.deepEqual(cellOf(await tableOf(group?.key ?? ''), 'a31')?.value, { kind: 'number', value: '1251' })
  const province = cellOf(await tableOf(''), 'a31')
  assert.deepEqual(
    [province?.value, province?.isAdjusted, province?.isPartial],
    [{ kind: 'number', value: '1251' }, true, true],
  )
})

for (const [name, areas, login, expected] of [
  ['of one area', ['836'], 'phuc', [400, 'request.invalid']],
  ['of an area nobody knows', ['836', '999'], 'phuc', [422, 'area-group.unknown-area']],
  ['of an area and what it lies in', ['83', '836'], 'phuc', [422, 'area-group.overlap']],
  ['by a viewer', ['836', '837'], 'binh', [403, 'consolidation.not-yours']],
  ['by a district', ['836', '837'], 'tam', [404, 'request.not-found']],
] as const)
  test(`refused: a group ${name}`, async () => {
    const answer = await makeGroup(`Nhóm ${name}`, areas, login)
    assert.deepEqual([answer.status, answer.body.code], expected)
  })

const rename = async (id: number | undefined, name: string, login = 'phuc') =>
  (await journey.as(login)).put<{ groups: AreaGroup[]; code?: string }>(`${path}/area-groups/${id}`, { name })

async function groupNamed(name: string): Promise<AreaGroup | undefined> {
  const { body } = await (await journey.as('phuc')).get<{ groups: AreaGroup[] }>(`${path}/area-groups`)
  return body.groups.find((group) => group.name === name)
}

test('a group that is renamed keeps its address and areas, and the journal says both names', async () => {
  const before = await groupNamed('Ba huyện biển')
  const { status, body } = await rename(before?.id, ' Các huyện ven biển '.normalize('NFD'))
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(body.groups, [{ ...before, name: 'Các huyện ven biển' }])
  assert.equal((await tableOf(before?.key ?? '')).area.name, 'Các huyện ven biển')
  assert.equal((await rename(before?.id, 'CÁC HUYỆN VEN BIỂN')).status, 200, 'its own name in other letters is free')
  assert.equal((await rename(before?.id, 'Ba huyện biển')).status, 200)
  const { rows } = await db.pool.query(
    `select reason from audit_events where action = 'renameAreaGroup' order by id limit 1`,
  )
  assert.deepEqual(rows, [{ reason: '«Ba huyện biển» → «Các huyện ven biển»' }])
})

test('a name is refused when it is taken, empty, too long or unreadable, or named by others', async () => {
  await makeGroup('Cù lao Bảo', ['829', '831'])
  const group = await groupNamed('Ba huyện biển')
  for (const [name, login, expected] of [
    ['cù lao BẢO'.normalize('NFD'), 'phuc', [409, 'area-group.name-taken']],
    ['   ', 'phuc', [400, 'request.invalid']],
    ['x'.repeat(81), 'phuc', [400, 'request.invalid']],
    ['Ba huyện\u0007 biển', 'phuc', [422, 'area-group.name-unreadable']],
    ['Ba huyện\nbiển', 'phuc', [422, 'area-group.name-unreadable']],
    ['Ba \u202ehuyện', 'phuc', [422, 'area-group.name-unreadable']],
    ['\u200b', 'phuc', [422, 'area-group.name-unreadable']],
    ['Tên khác', 'binh', [403, 'consolidation.not-yours']],
    ['Tên khác', 'tam', [404, 'request.not-found']],
  ] as const) {
    const answer = await rename(group?.id, name, login)
    assert.deepEqual([answer.status, answer.body.code], expected, JSON.stringify(name))
  }
  const bell = await makeGroup('Chuông\u0007', ['829', '831'])
  assert.equal(bell.body.code, 'area-group.name-unreadable')
  assert.equal((await rename(999, 'Tên khác')).status, 404)
  const made = await groupNamed('Cù lao Bảo')
  await (await journey.as('phuc')).delete(`${path}/area-groups/${made?.id}`)
})

test('a group that is removed is no choice any more, and its name is free', async () => {
  const phuc = await journey.as('phuc')
  const { body } = await phuc.get<{ groups: AreaGroup[] }>(`${path}/area-groups`)
  const [group] = body.groups
  assert.equal((await (await journey.as('binh')).delete(`${path}/area-groups/${group?.id}`)).status, 403)
  assert.equal((await phuc.delete(`${path}/area-groups/${group?.id}`)).status, 200)
  assert.equal((await phuc.delete(`${path}/area-groups/${group?.id}`)).status, 404)
  assert.equal((await phuc.get(`${path}?period=${presentPeriod}&area=${group?.key}`)).status, 404)
  assert.equal((await makeGroup('Ba huyện biển', ['829', '831'])).status, 201)
})

test('the whole year that October estimates stands in December’s table with the name of its report', async () => {
  await openPeriod(db.owner, '2026-10')
  await openPeriod(db.owner, '2026-12')
  await db.setClock('2026-12-16T07:32:00Z')
  const december = new Journey(journey.target)
  await december.bring('CT', await submissionOf(db.pool, 'CT', '2026-10'), 'accepted', { 'a101.yearEstimate': '5000' })
  const phuc = await december.as('phuc')
  const table = await phuc.get<ProvinceTable>(`${path}?period=2026-12`)
  const year = cellOf(table.body, 'c11', 'ytd')
  assert.deepEqual([year?.value, year?.earlierReports], [{ kind: 'number', value: '5070' }, ['tháng 10/2026']])
  const own = cellOf((await phuc.get<ProvinceTable>(`${path}?period=2026-10`)).body, 'c11', 'ytd')
  assert.deepEqual(own?.earlierReports, [])
  const why = await phuc.get<Explanation>(`${path}/explain?period=2026-12&row=c11&column=ytd`)
  assert.deepEqual(why.body.earlierReports, ['tháng 10/2026'])
  const total = cellOf(table.body, 'c1', 'ytd')
  assert.deepEqual([total?.value, total?.earlierReports], [{ kind: 'number', value: '5070' }, ['tháng 10/2026']])
  assert.equal(total?.vintage, 'estimate', 'no firmer than its lines')
  const whyTotal = await phuc.get<Explanation>(`${path}/explain?period=2026-12&row=c1&column=ytd`)
  assert.deepEqual(whyTotal.body.earlierReports, ['tháng 10/2026'])
})
