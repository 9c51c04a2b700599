import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { testDatabase } from '#test/db.ts'
import { openPool, transaction } from './database.ts'
import {
  comparePositions,
  type FeedRow,
  parsePosition,
  positionText,
  presentPosition,
  publish,
  readChanges,
  readRows,
} from './feed.ts'
import { startTailer } from './feed-tailer.ts'

const db = await testDatabase({ isAlone: true })
const log = { warn: () => {} }
const everybody = { agencyId: 1, receiverId: null, level: 'accepted' } as const

test('a position survives its text, and what is no position is refused', () => {
  const position = { transaction: 2n ** 63n, id: 7n }
  assert.deepEqual(parsePosition(positionText(position)), position)
  for (const text of ['', '1', '1.', '-1.2', '1.2.3', '99999999999999999999.1', 'a.b'])
    assert.equal(parsePosition(text), undefined, text)
})

const visibility = [
  ['draft', { agencyId: 1, isInside: true }, true],
  ['draft', { agencyId: 9, isInside: true }, false],
  ['draft', { agencyId: 2, isInside: true }, false],
  ['sent', { agencyId: 9, isInside: true }, true],
  ['sent', { agencyId: 2, isInside: true }, false],
  ['accepted', { agencyId: 2, isInside: true }, true],
  ['accepted', { agencyId: null, isInside: false }, false],
  ['published', { agencyId: null, isInside: false }, true],
] as const
for (const [level, viewer, expected] of visibility)
  test(`a ${level} change of agency 1 for receiver 9 is shown to ${viewer.agencyId ?? 'a stranger'}: ${expected}`, async () => {
    const after = await presentPosition(db.pool)
    await publish(db.pool, { topic: 'figures', agencyId: 1, receiverId: 9, level, payload: { level } })
    const page = await readChanges(db.pool, { after, viewer, limit: 10 })
    assert.equal(page.changes.length, expected ? 1 : 0)
    assert.ok(comparePositions(page.position, after) > 0, 'the position moves on either way')
  })

const saidBy = (rows: readonly FeedRow[]) => rows.map(({ change }) => change.payload.n)

test('what commits late is read later, not never, and nothing overtakes it', async () => {
  const from = await presentPosition(db.pool)
  const slow = await db.pool.connect()
  await slow.query('begin')
  await publish(slow, { ...everybody, topic: 'figures', payload: { n: 'slow' } })
  await publish(db.pool, { ...everybody, topic: 'figures', payload: { n: 'fast' } })
  const beside = await readRows(db.pool, from, 10)
  assert.deepEqual([saidBy(beside.settled), saidBy(beside.early)], [[], ['fast']], 'the fast one has no place yet')
  await slow.query('commit')
  slow.release()
  const { settled, early } = await readRows(db.pool, from, 10)
  assert.deepEqual([saidBy(settled), early], [['slow', 'fast'], []])
})

const writers = 6
const each = 5_000

/** Six connections publish in transactions of 1 to 5, whose first row is taken a while before they commit. */
async function write(pool: ReturnType<typeof openPool>, writer: number): Promise<void> {
  for (let done = 0; done < each; ) {
    const count = Math.min(1 + ((done + writer) % 5), each - done)
    await transaction(pool, async (tx) => {
      await publish(tx, { ...everybody, topic: 'figures', payload: { writer } })
      if (done % 50 < 5) await wait(2)
      await tx.query(
        `insert into changes (topic, agency_id, level, payload)
         select 'figures', 1, 'accepted', jsonb_build_object('writer', $1::int) from generate_series(2, $2)`,
        [writer, count],
      )
    })
    done += count
  }
}

test('a reader by position misses none of 30,000 changes of six writers; a cursor on the row id misses some', async () => {
  const pool = openPool({ url: db.url, size: writers + 1 })
  const [start] = (await db.pool.query<{ id: string }>('select coalesce(max(id), 0)::text as id from changes')).rows
  const first = BigInt(start?.id ?? 0)
  const tailer = await startTailer(db.pool, log)
  const received = new Set<bigint>()
  let disorder = 0
  let before = tailer.position
  tailer.subscribe(({ settled }) => {
    for (const { position } of settled) {
      if (comparePositions(position, before) <= 0) disorder++
      before = position
      received.add(position.id)
    }
  })
  let isWriting = true
  const naive = new Set<bigint>()
  const readNaively = async () => {
    let cursor = first
    while (isWriting) {
      const { rows } = await pool.query<{ id: string }>(
        'select id::text from changes where id > $1 order by id limit 1000',
        [String(cursor)],
      )
      for (const { id } of rows) naive.add(BigInt(id))
      cursor = BigInt(rows.at(-1)?.id ?? cursor)
    }
  }
  const reading = readNaively()
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(pool, writer)))
  isWriting = false
  await reading
  for (let tries = 0; received.size < writers * each && tries < 1_200; tries++) await wait(50)
  await tailer.stop()
  await pool.end()
  assert.equal(received.size, writers * each)
  assert.equal(disorder, 0)
  const { rows } = await db.pool.query<{ id: string }>('select id::text from changes where id > $1', [String(first)])
  const lastNaive = [...naive].reduce((a, b) => (a > b ? a : b), first)
  const missed = rows.filter(({ id }) => BigInt(id) < lastNaive && !naive.has(BigInt(id)))
  assert.ok(missed.length > 0, 'the data show the hazard')
})

/** Milliseconds between two changes told: one found by a poll, and one that is written right after it. */
async function apart(isWoken: boolean): Promise<number> {
  const tailer = await startTailer(db.pool, log)
  const times: number[] = []
  tailer.subscribe(() => times.push(performance.now()))
  for (const woken of [false, isWoken]) {
    const before = times.length
    await publish(db.pool, { ...everybody, topic: 'figures', payload: {} })
    if (woken) tailer.wake()
    while (times.length === before) await wait(1)
  }
  await tailer.stop()
  return (times[1] ?? 0) - (times[0] ?? 0)
}

test('a write wakes the tailer well before its next poll', async () => {
  const polled = await apart(false)
  assert.ok(polled >= 100, `polled after ${polled} ms`)
  // Tests share the machine: of five, the fastest is held against the poll.
  const woken: number[] = []
  while (woken.length < 5 && !woken.some((ms) => ms < 80)) woken.push(await apart(true))
  assert.ok(Math.min(...woken) < 80, `woken after ${woken.join(', ')} ms`)
})
