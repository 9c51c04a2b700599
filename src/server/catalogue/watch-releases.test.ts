import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { aProvince } from '#test/builders/province.ts'
import { releaseIn } from '#test/builders/releases.ts'
import { applicationRole } from '../platform/roles.ts'
import { watchReleases } from './watch-releases.ts'

const { owner, pool } = await aProvince()
const august = ['2026-08-01', '2026-08-31'] as const
await owner.query(
  `insert into spans (calendar, from_date, to_date) values ('statistical', $1, $2) on conflict do nothing`,
  [...august],
)
const cn = { indicator: 'CN.01', span: august } as const

/** A web node's watch for the length of one test. */
function aNode(t: TestContext) {
  const warnings: string[] = []
  let heard = 0
  const watch = watchReleases(pool, {
    log: { warn: (...said: readonly unknown[]) => void warnings.push(String(said[1])) },
    told: () => {
      heard += 1
    },
  })
  t.after(() => watch.stop())
  return { watch, warnings, heard: () => heard }
}

/** What the feed says is released, since the last time asked. */
async function toldSoFar(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ topic: string; released: readonly string[] }>(
    `select c.topic, c.payload->'released' as released from changes c where c.payload ? 'released' order by c.transaction, c.id`,
  )
  await owner.query('delete from changes')
  return rows.flatMap(({ topic, released }) => released.map((code) => `${topic} ${code}`)).sort()
}
/** As many as are awaited, and whatever the nodes tell in one more look. */
async function told(awaited = once.length): Promise<readonly string[]> {
  const said: string[] = []
  for (let tries = 0; said.length < awaited && tries < 1_200; tries++) {
    said.push(...(await toldSoFar()))
    if (said.length < awaited) await wait(50)
  }
  await wait(1_200)
  return [...said, ...(await toldSoFar())].sort()
}
const once = ['figures CN.01', 'submission CN.01']

test('a time that came while no node ran is told by the first that starts, and by no later one', async (t) => {
  await releaseIn(owner, -90 * 86_400, cn)
  const { watch, heard } = aNode(t)
  assert.deepEqual([await told(), heard()], [once, 1])
  await watch.stop()
  aNode(t)
  assert.deepEqual(await told(0), [])
})

test('a time that is moved is told when it comes: earlier than it was to be, later, and again after it had come', async (t) => {
  aNode(t)
  await releaseIn(owner, 3_600, cn)
  assert.deepEqual(await told(0), [])
  await releaseIn(owner, 0.2, cn)
  assert.deepEqual(await told(), once)
  await releaseIn(owner, 0.2, cn)
  assert.deepEqual(await told(), once)
})

test('far times, and one that never comes, are waited for without a rush', async (t) => {
  const { warnings } = aNode(t)
  for (const at of ['2026-10-20', '2999-01-01', 'infinity']) {
    await owner.query('update releases set released_at = $1', [at])
    await wait(1_100)
  }
  assert.deepEqual([warnings, await toldSoFar()], [[], []])
})

test('of many that come at one instant every one is told once, by two nodes side by side', async (t) => {
  await owner.query('delete from releases')
  aNode(t)
  aNode(t)
  await owner.query(
    `insert into releases (indicator_id, span_id, released_at)
     select i.id, s.id, app.now() + interval '1200 milliseconds' from indicators i, spans s where s.from_date = $1 and s.to_date = $2`,
    [...august],
  )
  const { rows } = await pool.query<{ code: string }>('select code from indicators')
  assert.ok(rows.length > 100)
  const expected = rows.flatMap(({ code }) => [`figures ${code}`, `submission ${code}`]).sort()
  assert.deepEqual(await told(expected.length), expected)
})

test('what cannot be told is told once it can, and the log says what is the matter', async (t) => {
  await owner.query(`revoke update on releases from ${applicationRole}`)
  const { warnings } = aNode(t)
  await releaseIn(owner, 0, cn)
  while (warnings.length === 0) await wait(50)
  assert.equal(warnings[0], 'release times could not be looked at; trying again')
  assert.deepEqual(await toldSoFar(), [])
  await owner.query(`grant update on releases to ${applicationRole}`)
  assert.deepEqual(await told(), once)
})

test('a watch that is stopped stops at once, and tells nothing any more', async (t) => {
  // Of five, the quickest is held against the second between two looks: tests share the machine.
  const took: number[] = []
  while (took.length < 5 && !took.some((ms) => ms < 500)) {
    const { watch } = aNode(t)
    await wait(50)
    const began = performance.now()
    await watch.stop()
    took.push(performance.now() - began)
  }
  assert.ok(Math.min(...took) < 500, `stopped after ${took.join(', ')} ms`)
  await releaseIn(owner, 0, cn)
  assert.deepEqual(await told(0), [])
})
