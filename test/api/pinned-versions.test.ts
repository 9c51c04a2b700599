/** Versions of the consolidated table: pinned as seen, kept byte for byte, and marked when a figure moves afterwards. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, test } from 'node:test'
import type { ProvinceTable } from '#contract/province.ts'
import { pinnedContent, type VersionSummary, type VersionView } from '#contract/versions.ts'
import { adjusted } from '../builders/adjustments.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, openPeriod, presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const path = `/api/province/${regimeCode}/versions`

before(async () => {
  await journey.bring('CT', await submissionOf(db.pool, 'CT'), 'accepted', { 'a101.estimate': '425.4' })
  await journey.bring('HQ', await submissionOf(db.pool, 'HQ'), 'accepted')
  await journey.bring('SYT', await submissionOf(db.pool, 'SYT'), 'sent')
})

interface Pinning {
  readonly login?: string
  readonly reading?: 'accepted' | 'provisional'
  readonly contentHash?: string
  /** Another one once the clock has moved on, for sessions end. */
  readonly through?: Journey
}

async function pin({ login = 'phuc', reading = 'accepted', contentHash, through = journey }: Pinning = {}) {
  const seen = contentHash ?? (await readTable(through, { reading })).whole.contentHash
  return (await through.as(login)).post<VersionSummary & { code?: string }>(path, {
    period: presentPeriod,
    reading,
    contentHash: seen,
    note: 'Trình UBND tỉnh',
  })
}

async function version(n: number, login = 'phuc', through = journey): Promise<VersionView> {
  const answer = await (await through.as(login)).get<VersionView>(`${path}/${n}?period=${presentPeriod}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

const pinnedState = async (login = 'phuc'): Promise<ProvinceTable['pinned']> =>
  (await readTable(journey, { login, reading: 'accepted' })).whole.pinned

const cellOf = (content: string, row: string, column: string) =>
  pinnedContent
    .parse(JSON.parse(content))
    .rows.find((r) => r.key === row)
    ?.cells.find((c) => c.column === column)

test('a version holds every cell with the edition of each figure, as the text whose hash was seen', async () => {
  const { whole } = await readTable(journey, { reading: 'accepted' })
  const made = await pin()
  assert.equal(made.status, 201, JSON.stringify(made.body))
  assert.deepEqual([made.body.version, made.body.contentHash, made.body.by?.login], [1, whole.contentHash, 'phuc'])
  const { content } = await version(1, 'binh')
  assert.equal(createHash('sha256').update(content).digest('hex'), whole.contentHash)
  const taxes = cellOf(content, 'c11', 'estimate')
  assert.deepEqual(taxes?.value, { kind: 'number', value: '495.4' })
  const { rows } = await db.pool.query(
    `select e.id from editions e join submissions s on s.id = e.submission_id where s.id = $1`,
    [await submissionOf(db.pool, 'CT')],
  )
  assert.deepEqual(
    taxes?.inputs.map((i) => [i.agency, i.edition, i.vintage, i.from, i.to]),
    [['CT', rows[0]?.id, 'estimate', '2026-09-01', '2026-09-30']],
  )
  assert.equal(cellOf(content, 'c1', 'estimate')?.formula, '[c11] + [c12] + [c13]')
  assert.equal(cellOf(content, 'e7', 'estimate')?.value.kind, 'none', 'what is only sent is not in it')
})

test('pinning what is pinned already is refused, and so is a table that was read before a figure moved', async () => {
  assert.deepEqual([(await pin()).status, (await pin()).body.code], [409, 'version.unchanged'])
  const { contentHash } = (await readTable(journey, { reading: 'accepted' })).whole
  await journey.bring('SYT', await submissionOf(db.pool, 'SYT'), 'accepted')
  const late = await pin({ contentHash: contentHash ?? '' })
  assert.deepEqual([late.status, late.body.code], [409, 'version.moved'])
})

test('a figure that comes in afterwards marks the version, cell by cell, with whose figure and when', async () => {
  const state = await pinnedState('binh')
  assert.equal(state?.version, 1)
  assert.ok((state?.affected ?? 0) > 0)
  const { since } = await version(1, 'binh')
  const change = since.find((c) => c.row === 'e7' && c.column === 'estimate')
  assert.deepEqual([change?.before?.kind, change?.after], ['none', { kind: 'number', value: '7' }])
  const [cause] = change?.causes ?? []
  assert.deepEqual([cause?.kind, cause?.agency, cause?.before], ['figure', 'Sở YT', null])
  assert.deepEqual(
    [cause?.by, cause?.approvedBy, cause?.sentBy].map((person) => person?.login),
    ['nhap.syt', 'pheduyet.syt', 'vanthu.syt'],
    'who typed it, who approved the report and who sent it',
  )
  assert.ok(cause?.at)
})

test('recomputed, the next version lists what changed, and the first stays byte for byte', async () => {
  const first = await version(1)
  const affected = (await pinnedState())?.affected
  const made = await pin()
  assert.deepEqual([made.status, made.body.version, made.body.changed], [201, 2, affected])
  assert.equal((await version(1)).content, first.content)
  assert.deepEqual((await version(2)).since, [])
  assert.deepEqual(
    (await version(2)).changes.map((c) => `${c.row}.${c.column}`),
    first.since.map((c) => `${c.row}.${c.column}`),
  )
  assert.equal((await pinnedState())?.affected, 0)
})

test('a correction in a later report marks the version: old value, new value, and the total above', async () => {
  await openPeriod(db.owner, '2026-10')
  const later = await submissionOf(db.pool, 'CT', '2026-10')
  await db.setClock('2026-10-16T07:32:00Z')
  const october = new Journey(journey.target)
  await october.bring('CT', later, 'accepted', { 'a101.previous': '430' })
  const answer = await (await october.as('phuc')).get<VersionView>(`${path}/2?period=${presentPeriod}`)
  const changes = answer.body.since
  const taxes = changes.find((c) => c.row === 'c11' && c.column === 'estimate')
  assert.deepEqual(
    [taxes?.before, taxes?.after],
    [
      { kind: 'number', value: '495.4' },
      { kind: 'number', value: '500' },
    ],
  )
  assert.deepEqual(
    taxes?.causes.map((c) => [c.agency, c.before, c.after]),
    [['Cục Thuế', { kind: 'number', value: '495.4' }, { kind: 'number', value: '500' }]],
  )
  assert.deepEqual(
    taxes?.causes.map(({ by, approvedBy, sentBy }) => [by?.login, approvedBy?.login, sentBy?.login]),
    [[undefined, 'pheduyet.ct', 'vanthu.ct']],
    'the form computed it from its lines',
  )
  const total = changes.find((c) => c.row === 'c1' && c.column === 'estimate')
  assert.deepEqual(total?.causes, [], 'what is computed follows its lines')
})

test('an adjustment is an input too: it marks the version, and recomputing pins it', async () => {
  const october = new Journey(journey.target)
  await adjusted(october, { row: 'c12', column: 'estimate', change: { kind: 'amount', amount: '5' } })
  const seen = await (await october.as('phuc')).get<VersionView>(`${path}/2?period=${presentPeriod}`)
  const change = seen.body.since.find((c) => c.row === 'c12')
  assert.deepEqual(
    change?.causes.map((c) => [c.kind, c.after, c.by?.login]),
    [['adjustment', { kind: 'number', value: '5' }, 'phuc']],
  )
})

test('a provisional version says so, and is for the receiver’s people alone', async () => {
  const october = new Journey(journey.target)
  const phuc = await october.as('phuc')
  await october.bring('SCT', await submissionOf(db.pool, 'SCT'), 'sent')
  const { contentHash } = (await readTable(october, { reading: 'provisional' })).whole
  const body = { period: presentPeriod, reading: 'provisional', contentHash, note: '' }
  const made = await phuc.post<VersionSummary>(path, body)
  assert.deepEqual([made.status, made.body.reading, made.body.version], [201, 'provisional', 3])
  const binh = await october.as('binh')
  assert.equal((await binh.get(`${path}/3?period=${presentPeriod}`)).status, 404)
  const listed = await binh.get<{ versions: VersionSummary[] }>(`${path}?period=${presentPeriod}`)
  assert.deepEqual(
    listed.body.versions.map((v) => v.version),
    [2, 1],
  )
  assert.equal((await readTable(october, { login: 'binh', reading: 'accepted' })).whole.pinned?.version, 2)
})

test('what was only sent stands in no difference of an accepted version, and takes nothing away from it', async () => {
  const through = new Journey(journey.target)
  const accepted = await pin({ through })
  assert.deepEqual([accepted.status, accepted.body.version], [201, 4], JSON.stringify(accepted.body))
  const { changes } = await version(4, 'binh', through)
  assert.ok(changes.length > 0)
  const agencies = changes.flatMap(({ causes }) => causes.map(({ agency }) => agency))
  assert.ok(!agencies.some((agency) => agency.includes('Công Thương')), agencies.join(', '))
  await through.bring('SNNPTNT', await submissionOf(db.pool, 'SNNPTNT'), 'sent')
  assert.equal((await pin({ through, reading: 'provisional' })).status, 201)
  const again = await pin({ through })
  assert.deepEqual([again.status, again.body.code], [409, 'version.unchanged'])
})

for (const [login, status, code] of [
  ['binh', 403, 'consolidation.not-yours'],
  ['an', 403, 'consolidation.not-yours'],
  ['lan', 404, 'request.not-found'],
] as const)
  test(`${login} pins nothing`, async () => {
    const october = new Journey(journey.target)
    const body = { period: presentPeriod, reading: 'accepted', contentHash: 'x', note: '' }
    const answer = await (await october.as(login)).post(path, body)
    assert.deepEqual([answer.status, answer.body.code], [status, code])
  })

test('a pinned version cannot be changed, and each stands in the chain of its table', async () => {
  await assert.rejects(db.owner.query(`update consolidated_versions set note = 'x'`))
  const { rows } = await db.pool.query(
    `select payload::jsonb->>'version' as version from audit_entries where stream = $1 order by seq`,
    [`consolidation:${regimeCode}:${presentPeriod}`],
  )
  assert.deepEqual(
    rows.map((r) => r.version),
    ['1', '2', '3', '4', '5'],
  )
})
