/** A release time comes without anybody writing anything: open screens at every node hear of it, once, and nobody before. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Change } from '#contract/changes.ts'
import { databaseNow } from '#server/platform/clock.ts'
import { openPool } from '#server/platform/database.ts'
import { Journey } from '../builders/journey.ts'
import { aProvince, submissionOf } from '../builders/province.ts'
import { readTable } from '../builders/province-table.ts'
import { releaseIn } from '../builders/releases.ts'
import { signIn } from './client.ts'
import { follow, type Stream, until } from './follow.ts'
import { listeningApp } from './listening.ts'

const db = await aProvince({ isAlone: true })
const secondPool = openPool({ url: db.url })
after(() => secondPool.end())
const [first, second] = [await listeningApp(db), await listeningApp({ pool: secondPool })]
const [journey, journeyThere] = [new Journey(first), new Journey(second)]
const september = { indicator: 'CN.01', span: ['2026-09-01', '2026-09-30'] } as const
await journey.bring('CTK', await submissionOf(db.pool, 'CTK'), 'accepted', { 'a1.estimate': '107.35' })

const isRelease = ({ payload }: Change): boolean => payload.released !== undefined
const toldIn = ({ changes }: Pick<Stream, 'changes'>): readonly string[] =>
  changes.filter(isRelease).map(({ topic, payload }) => `${topic} ${String(payload.released)}`)
const once = ['figures CN.01', 'submission CN.01']

/** Milliseconds after the instant at which the claim came to hold. */
async function lateness(instant: string, claim: () => boolean): Promise<number> {
  const left = Date.parse(instant) - Date.parse(await databaseNow(db.pool))
  const took = await until(claim)
  assert.ok(took !== undefined, `nothing was told of ${instant}`)
  return took - left
}

test('at the instant every reader at both nodes is told once, within a second, and then reads the figure', async () => {
  await releaseIn(db.owner, 3_600, september)
  const readers = [
    [first, 'lan'],
    [first, 'thu'],
    [second, 'phuc'],
    [second, 'tam'],
  ] as const
  const streams = await Promise.all(readers.map(async ([node, login]) => follow(node, await signIn(node, login))))
  const seen = async () => (await readTable(journeyThere, { reading: 'accepted' })).said('b1', 'estimate')
  assert.equal(await seen(), 'absent')
  const late: number[] = []
  // Tests share the machine: of three, the quickest is held against the second.
  while (late.length < 3 && !late.some((ms) => ms < 1_000)) {
    for (const { changes } of streams) changes.length = 0
    const releasedAt = await releaseIn(db.owner, 1.5, september)
    late.push(await lateness(releasedAt, () => streams.every((one) => toldIn(one).length === once.length)))
    assert.equal(await seen(), '107.35')
    // Both nodes look again meanwhile.
    await wait(1_300)
    for (const { changes } of streams) {
      assert.deepEqual(toldIn({ changes }), once)
      for (const { at } of changes.filter(isRelease)) assert.ok(at >= releasedAt, `${at} is before ${releasedAt}`)
    }
  }
  assert.ok(Math.min(...late) < 1_000, `told after ${late.join(', ')} ms`)
  for (const stream of streams) stream.close()
})

test('who was away over the instant is told on coming back, at the other node or by asking', async () => {
  const [here, there] = [await signIn(first, 'lan'), await signIn(second, 'lan')]
  const { body } = await here.get<{ position: string }>('/api/changes')
  const stream = await follow(first, here, { 'last-event-id': body.position })
  await releaseIn(db.owner, 0.5, september)
  stream.close()
  await wait(2_000)
  const resumed = await follow(second, there, { 'last-event-id': body.position })
  await until(() => toldIn(resumed).length === once.length)
  assert.deepEqual(toldIn(resumed), once)
  resumed.close()
  const asked = await there.get<{ changes: Change[] }>(`/api/changes?after=${body.position}`)
  assert.deepEqual(toldIn(asked.body), once)
})
