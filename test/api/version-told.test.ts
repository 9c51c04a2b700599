/** Who hears of acts on a consolidated table and of the steps of its versions, and that nobody else does. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change } from '#contract/changes.ts'
import { adjusted } from '../builders/adjustments.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { pinned, takeStep } from '../builders/version-way.ts'
import { testApp } from './app.ts'

const db = await aProvince({ isAlone: true })
const journey = new Journey(await testApp(db))

test('of a version and its steps hear those who read it, and its own agency', async () => {
  await journey.bring('CT', await submissionOf(db.pool, 'CT'), 'accepted')
  const since = new Map<string, string>()
  const changesFor = async (login: string, after?: string) =>
    (
      await (
        await journey.as(login)
      ).get<{ changes: Change[]; position: string }>(`/api/changes${after === undefined ? '' : `?after=${after}`}`)
    ).body
  const listeners = ['binh', 'thamdinh.skhdt', 'lan', 'vy']
  for (const login of listeners) since.set(login, (await changesFor(login)).position)
  await adjusted(journey, { row: 'c11', column: 'estimate', change: { kind: 'amount', amount: '2' } })
  const version = await pinned(journey)
  await takeStep(journey, { version, verb: 'submit', login: 'phuc' })
  const heard = async (login: string) =>
    (await changesFor(login, since.get(login))).changes.flatMap(({ topic, payload }) =>
      topic === 'table' ? [payload.act ?? payload.state] : [],
    )
  const all = ['adjust', 'pinVersion', 'submitted']
  assert.deepEqual(await Promise.all(listeners.map(heard)), [all, all, [], []])
  const others = (await changesFor('lan', since.get('lan'))).changes
  assert.doesNotMatch(JSON.stringify(others), /version|#/)
})
