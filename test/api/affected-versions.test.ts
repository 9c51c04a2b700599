/** The desk of the consolidator names the periods whose latest pinned version is affected, and evaluates no table in vain. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AffectedVersion } from '#contract/affected-versions.ts'
import type { VersionView } from '#contract/versions.ts'
import { affectedVersionsOf } from '#server/consolidation/affected-versions.ts'
import { type Db, transaction } from '#server/platform/database.ts'
import { adjusted } from '../builders/adjustments.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, openPeriod, presentPeriod, regimeCode, submissionOf } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
const path = `/api/province/${regimeCode}/versions`

async function affected(login = 'phuc'): Promise<readonly AffectedVersion[]> {
  const answer = await (await journey.as(login)).get<{ versions: AffectedVersion[] }>('/api/province/affected-versions')
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body.versions
}

async function pin(period = presentPeriod, reading: 'accepted' | 'provisional' = 'accepted') {
  const { contentHash } = (await readTable(journey, { reading, period })).whole
  const body = { period, reading, contentHash, note: '' }
  const answer = await (await journey.as('phuc')).post(path, body)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
}

const sinceOf = async (version: number) =>
  (await (await journey.as('phuc')).get<VersionView>(`${path}/${version}?period=${presentPeriod}`)).body.since.length

await journey.bring('CT', await submissionOf(db.pool, 'CT'), 'accepted', { 'a101.estimate': '425.4' })

test('a version that still is what the figures say is not there', async () => {
  await pin()
  assert.deepEqual(await affected(), [])
})

test('a report accepted afterwards marks it, with as many cells as its page shows', async () => {
  await journey.bring('HQ', await submissionOf(db.pool, 'HQ'), 'accepted')
  const [first, ...more] = await affected()
  assert.deepEqual([first?.period.label, first?.version, more], [presentPeriod, 1, []])
  assert.ok(first && first.affected > 0)
  assert.equal(first.affected, await sinceOf(1))
})

test('so does an adjustment, and recomputing takes the mark away', async () => {
  const [before] = await affected()
  await adjusted(journey, { row: 'c11', column: 'estimate', change: { kind: 'amount', amount: '5' } })
  const [after] = await affected()
  assert.ok(after && before && after.affected > before.affected)
  assert.equal(after.affected, await sinceOf(1))
  await pin()
  assert.deepEqual(await affected(), [])
})

test('figures of a later month do not', async () => {
  await openPeriod(db.owner, '2026-10')
  const later = await submissionOf(db.pool, 'CT', '2026-10')
  await journey.bring('CT', later, 'accepted', { 'a101.estimate': '400' })
  assert.deepEqual([await affected(), await sinceOf(2)], [[], 0])
})

test('a table is evaluated once, and again only after something has moved', async () => {
  const { rows } = await db.pool.query<{ account: number; agency: number }>(
    `select a.id as account, r.agency_id as agency from accounts a join account_roles r on r.account_id = a.id
     where a.login = 'phuc' limit 1`,
  )
  const { account: accountId = 0, agency: agencyId = 0 } = rows[0] ?? {}
  const asked = () =>
    transaction(
      db.pool,
      async (tx) => {
        let count = 0
        const { query } = tx
        const counting: Db['query'] = (text, values) => {
          count += 1
          return query(text, values)
        }
        Object.assign(tx, { query: counting })
        await affectedVersionsOf(tx, { accountId, agencyId, roles: ['consolidator'] })
        return count
      },
      { isolation: 'repeatable read' },
    )
  await adjusted(journey, { row: 'c11', column: 'estimate', change: { kind: 'amount', amount: '1' } })
  const [first, second] = [await asked(), await asked()]
  assert.ok(second <= 10 && first > 2 * second, `${first} queries, then ${second}`)
})

for (const login of ['an', 'binh', 'lan'])
  test(`${login} has none on the desk`, async () => {
    await adjusted(journey, { row: 'c12', column: 'estimate', change: { kind: 'amount', amount: '1' } })
    assert.deepEqual([(await affected()).length, await affected(login)], [1, []])
  })

test('a «tạm tính» pinned since does not hide that the accepted version is affected, and both are told apart', async () => {
  const told = async () => (await affected()).map(({ version, reading }) => [version, reading])
  assert.deepEqual(await told(), [[2, 'accepted']])
  await pin(presentPeriod, 'provisional')
  assert.deepEqual(await told(), [[2, 'accepted']])
  await adjusted(journey, { row: 'c12', column: 'estimate', change: { kind: 'amount', amount: '2' } })
  assert.deepEqual(await told(), [
    [2, 'accepted'],
    [3, 'provisional'],
  ])
})
