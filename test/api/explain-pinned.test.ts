/** A number of a pinned version is explained from the version: what was said since changes nothing of the answer. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { ExplanationNode } from '#contract/explanation.ts'
import type { PinnedExplanation } from '#contract/pinned-explanation.ts'
import { pinnedContent } from '#contract/versions.ts'
import { nothing, number } from '#core/quantity/cell-value.ts'
import { adjusted } from '../builders/adjustments.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, openPeriod, presentPeriod, submissionOf } from '../builders/province.ts'
import { say } from '../builders/said-figures.ts'
import { pinned, seenVersion, versionsPath } from '../builders/version-way.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))

before(async () => {
  await journey.bring('CT', await submissionOf(db.pool, 'CT'), 'accepted', { 'a101.estimate': '425.4' })
  await journey.bring('HQ', await submissionOf(db.pool, 'HQ'), 'accepted')
  await say(db.owner, { by: 'STC', periodEnd: '2026-09-30' }, [
    { indicator: 'TC.01.3', area: '83', period: presentPeriod, as: 'estimate', value: nothing },
  ])
  await adjusted(journey, { row: 'c12', column: 'estimate', change: { kind: 'amount', amount: '5' } })
  assert.equal(await pinned(journey), 1)
})

interface Asking {
  readonly version?: number
  readonly login?: string
  readonly through?: Journey
}

async function ask(row: string, column: string, { version = 1, login = 'phuc', through = journey }: Asking = {}) {
  const asked = new URLSearchParams({ period: presentPeriod, row, column })
  return (await through.as(login)).get<PinnedExplanation & { code?: string }>(
    `${versionsPath}/${version}/explain?${asked}`,
  )
}

async function explained(...asked: Parameters<typeof ask>): Promise<PinnedExplanation> {
  const { status, body } = await ask(...asked)
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

const lines = (node: ExplanationNode) => node.parts.map(({ label, value }) => [label, value])

test('a figure taken as it was said is told by whom, when it was accepted, and from which lines of its form', async () => {
  const { node, rowLabel, version } = await explained('c11', 'estimate')
  assert.deepEqual([version, node.label, node.value], [1, rowLabel, number('495.4')])
  assert.deepEqual([node.agency, node.level], ['Cục Thuế tỉnh', 'accepted'])
  assert.ok(node.formula)
  const typed = node.parts.find(({ value }) => value.kind === 'number' && value.value === '425.4')
  assert.deepEqual(
    [typed?.cell?.row, typed?.cell?.column, typed?.cell?.enteredBy?.login],
    ['a101', 'estimate', 'nhap.ct'],
  )
})

test('a computed number is told by its formula over the numbers that stand in the version', async () => {
  const { node } = await explained('c1', 'estimate')
  const parts = await Promise.all(['c11', 'c12', 'c13'].map((row) => explained(row, 'estimate')))
  assert.deepEqual(
    lines(node),
    parts.map(({ rowLabel, node: part }) => [rowLabel, part.value]),
  )
  assert.match(node.formula?.words ?? '', new RegExp(parts[0]?.rowLabel ?? '', 'u'))
  assert.match(node.formula?.figures ?? '', /^495,4 \+ .* \+ – = /u)
})

test('an adjustment that was pinned is a part of its number, with its author and reason', async () => {
  const { node } = await explained('c12', 'estimate')
  const [said, amount] = node.parts
  assert.equal(said?.agency, 'Chi cục Hải quan Bến Tre (thuộc Cục Hải quan Long An)')
  assert.deepEqual([amount?.value, amount?.adjustment?.by?.login], [number('5'), 'phuc'])
})

test('what comes afterwards changes nothing of it: a correction, another version', async () => {
  const cells = ['c1', 'c11', 'c12'] as const
  const told = await Promise.all(cells.map((row) => explained(row, 'estimate')))
  await openPeriod(db.owner, '2026-10')
  const later = await submissionOf(db.pool, 'CT', '2026-10')
  await db.setClock('2026-10-16T07:32:00Z')
  const october = new Journey(journey.target)
  await october.bring('CT', later, 'accepted', { 'a101.previous': '430' })
  assert.equal(await pinned(october), 2)
  assert.deepEqual((await explained('c11', 'estimate', { version: 2, through: october })).node.value, number('500'))
  const again = await Promise.all(cells.map((row) => explained(row, 'estimate', { through: october })))
  assert.deepEqual(again, told)
})

test('what a provisional version took before it was accepted is told as sent, down to its lines', async () => {
  const october = new Journey(journey.target)
  const sent = ['SCT', 'KBNN', 'STC', 'SLDTBXH']
  for (const agency of sent) await october.bring(agency, await submissionOf(db.pool, agency), 'sent')
  assert.equal(await pinned(october, { reading: 'provisional' }), 3)
  const { rows } = pinnedContent.parse(JSON.parse((await seenVersion(october, 3)).content))
  const took = rows.filter(({ cells }) =>
    cells.some(({ column, inputs }) => column === 'estimate' && inputs.some(({ agency }) => sent.includes(agency))),
  )
  const told = await Promise.all(took.map(({ key }) => explained(key, 'estimate', { version: 3, through: october })))
  const said = told.map(({ node }) => node).filter(({ level }) => level !== null)
  assert.deepEqual(new Set(said.map(({ level }) => level)), new Set(['sent']))
  const computed = said.filter(({ formula }) => formula !== null)
  assert.ok(computed.length > 0)
  for (const { label, parts } of computed) assert.ok(parts.length > 0, label)
})

test('a version that may not be read, a version and a cell that are not there are refused', async () => {
  const october = new Journey(journey.target)
  const refused = async (row: string, asking: Asking) => {
    const { status, body } = await ask(row, 'estimate', { through: october, ...asking })
    return [status, body.code]
  }
  assert.equal((await ask('c11', 'estimate', { version: 3, through: october })).status, 200)
  assert.deepEqual(await refused('c11', { version: 3, login: 'binh' }), [404, 'request.not-found'])
  assert.deepEqual(await refused('c11', { version: 9 }), [404, 'request.not-found'])
  assert.deepEqual(await refused('c11', { login: 'lan' }), [404, 'request.not-found'])
  assert.deepEqual(await refused('zz', {}), [404, 'consolidation.unknown-cell'])
})
