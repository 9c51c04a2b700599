import assert from 'node:assert/strict'
import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { PassThrough } from 'node:stream'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Viewer } from '#core/figure/visibility.ts'
import { testDatabase } from '#test/db.ts'
import type { Db } from './database.ts'
import { comparePositions, parsePosition, positionText, presentPosition, publish } from './feed.ts'
import { forgetOldChanges } from './feed-floor.ts'
import { registerFeed } from './feed-routes.ts'
import { stream } from './feed-stream.ts'
import { startTailer } from './feed-tailer.ts'
import { openHttpApp } from './http-app.ts'
import { openLog } from './log.ts'

const db = await testDatabase()
const log = openLog({ level: 'silent', role: 'test' })
const app = await openHttpApp({ pool: db.pool, log, isHttps: false, allowUnsafeDatabase: true })
let viewer: Viewer | undefined = { agencyId: 1, isInside: true }
const someone: Viewer = { agencyId: 1, isInside: true }
const tailer = await startTailer(db.pool, log)
registerFeed(app, {
  tailer,
  viewerOf: () => viewer ?? someone,
  viewerNow: async () => viewer,
  heartbeatMs: 60,
})
const address = await app.listen({ port: 0, host: '127.0.0.1' })
after(() => app.close())

async function open(from: string, seen: (line: string) => void): Promise<{ ended: Promise<void>; cut: () => void }> {
  const abort = new AbortController()
  const response = await fetch(`${address}/api/changes/stream`, {
    headers: { 'last-event-id': from },
    signal: abort.signal,
  })
  const readAll = async () => {
    let rest = ''
    for await (const chunk of response.body ?? []) {
      const lines = (rest + Buffer.from(chunk as Uint8Array).toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) seen(line)
    }
  }
  return { ended: readAll().catch(() => {}), cut: () => abort.abort() }
}

const write = (agencyId = 1) =>
  publish(db.pool, { topic: 'figures', agencyId, receiverId: null, level: 'draft', payload: {} })

/** Longer than a neighbour's transaction holds the feed back. */
const patience = 15_000

async function until(claim: () => boolean): Promise<void> {
  for (let tries = 0; !claim() && tries < patience; tries++) await wait(20)
}

/** Once everything written so far is settled: a long transaction of a neighbour holds the position back. */
async function positionAfterAll(): Promise<string> {
  const { rows } = await db.pool.query<{ last: string }>('select max(c.transaction)::text as last from changes c')
  const last = BigInt(rows[0]?.last ?? 0)
  for (let tries = 0; tries < patience; tries++) {
    const position = await presentPosition(db.pool)
    if (position.transaction > last) return positionText(position)
    await wait(20)
  }
  throw new Error('what was written is never settled')
}

test('a stream that catches up while others write gets everything once, in order', async () => {
  const from = positionText(await presentPosition(db.pool))
  for (let n = 0; n < 1_200; n++) await write()
  const ids: string[] = []
  const writing = Promise.all(
    [1, 2, 3].map(async () => {
      for (let n = 0; n < 400; n++) await write()
    }),
  )
  let before = ''
  const { cut, ended } = await open(from, (line) => {
    // What is told early comes again in its place.
    if (line.startsWith('data: {') && before !== 'event: early') ids.push(JSON.parse(line.slice(6)).position)
    before = line
  })
  await writing
  await until(() => ids.length >= 2_400)
  cut()
  await ended
  assert.equal(ids.length, 2_400)
  const positions = ids.map((id) => parsePosition(id)).filter((one) => one !== undefined)
  assert.ok(positions.every((one, index) => index === 0 || comparePositions(positions[index - 1] ?? one, one) < 0))
})

/** The line before each that tells this. */
const toldAfter = (lines: readonly string[], said: string) =>
  lines.flatMap((line, index) => (line === said ? [lines[index - 1]] : []))

test('what is committed beside a transaction that still runs is told early, and once more in its place', async () => {
  const from = await positionAfterAll()
  const slow = await db.pool.connect()
  await slow.query('begin')
  await slow.query(`insert into changes (topic, agency_id, level, payload) values ('figures', 2, 'draft', '{}')`)
  const [first, second]: [string[], string[]] = [[], []]
  const one = await open(from, (line) => first.push(line))
  await until(() => first.length > 0)
  await write()
  await write(2)
  await until(() => first.includes('event: early'))
  const other = await open(from, (line) => second.push(line))
  await until(() => second.includes('event: early'))
  const said = first[first.indexOf('event: early') + 1] ?? ''
  const { position } = JSON.parse(said.slice(6))
  await slow.query('commit')
  slow.release()
  await until(() => [first, second].every((lines) => lines.includes(`id: ${position}`)))
  for (const { cut, ended } of [one, other]) {
    cut()
    await ended
  }
  for (const lines of [first, second]) {
    assert.equal(lines.filter((line) => line.startsWith('data: {')).length, 2, 'nothing of what others may see alone')
    assert.deepEqual(toldAfter(lines, said), ['event: early', `id: ${position}`])
  }
})

/** Resolves when the tailer has told something early, to whoever listens. */
function toldEarly(): Promise<void> {
  return new Promise((resolve) => {
    const stop = tailer.subscribe(({ early }) => {
      if (early.length === 0) return
      stop()
      resolve()
    })
  })
}

for (const [when, isRead] of [
  ['the stream has read it', true],
  ['the stream has read, but follows not yet', false],
] as const)
  test(`what is told early once ${when} comes early once`, { timeout: 60_000 }, async () => {
    const from = parsePosition(await positionAfterAll()) ?? { transaction: 0n, id: 0n }
    const slow = await db.pool.connect()
    await slow.query('begin')
    await slow.query('select pg_current_xact_id()')
    const out = new PassThrough()
    let text = ''
    out.on('data', (chunk) => {
      text += chunk
    })
    const early = toldEarly()
    let isWritten = false
    const held: Db = {
      query: async (sql, values) => {
        const ask = () => db.pool.query(sql, values as unknown[])
        if (isWritten || !sql.includes('from changes c')) return ask()
        isWritten = true
        if (isRead) return write().then(ask)
        const answer = await ask()
        await write()
        await early
        return answer
      },
    }
    const viewerNow = async () => someone
    const options = { db: held, tailer, out: out as unknown as ServerResponse, viewer: someone, viewerNow, from }
    const ended = stream({ ...options, heartbeatMs: 60 })
    await early
    await until(() => text.includes('event: early') && text.includes('event: beat'))
    assert.equal(text.split('event: early').length, 2)
    await slow.query('commit')
    slow.release()
    out.destroy()
    await ended
  })

test('the position moves on past what the reader may not see', async () => {
  let last = await positionAfterAll()
  const first = last
  let shown = 0
  const { cut, ended } = await open(first, (line) => {
    if (line.startsWith('id: ')) last = line.slice(4)
    if (line.startsWith('data: {')) shown++
  })
  await write(2)
  const moved = () =>
    comparePositions(
      parsePosition(last) ?? { transaction: 0n, id: 0n },
      parsePosition(first) ?? { transaction: 0n, id: 0n },
    ) > 0
  await until(moved)
  cut()
  await ended
  assert.ok(moved())
  assert.equal(shown, 0)
})

test('changes are kept seven days; a reader from before is told to read anew and follows from then on', async () => {
  const before = positionText(await presentPosition(db.pool))
  await write()
  await db.owner.query(`update changes set at = app.now() - interval '8 days'`)
  await write()
  const between = await positionAfterAll()
  while (await forgetOldChanges(db.pool));
  const { rows } = await db.pool.query('select count(*)::int as count from changes')
  assert.deepEqual(rows, [{ count: 1 }])
  const future = '999999999.1'
  for (const [from, expected] of [
    [before, true],
    [future, true],
    [between, false],
  ] as const) {
    const lines: string[] = []
    const { cut, ended } = await open(from, (line) => lines.push(line))
    await until(() => lines.some((line) => line === 'event: beat'))
    const names = lines.filter((line) => /^event: (anew|beat)$/.test(line))
    assert.deepEqual(
      [names[0], names.includes('event: anew')],
      [expected ? 'event: anew' : 'event: beat', expected],
      `${from}: told before a position is`,
    )
    await write()
    await until(() => lines.some((line) => line.startsWith('data: {')))
    assert.ok(
      lines.some((line) => line.startsWith('data: {')),
      'what comes later is heard',
    )
    cut()
    await ended
    const answer = await fetch(`${address}/api/changes?after=${from}`)
    assert.equal(answer.status, expected ? 410 : 200)
  }
})

test('a stream ends with the rights of its reader', { timeout: 60_000 }, async () => {
  const { ended } = await open(await positionAfterAll(), () => {})
  viewer = undefined
  await ended
  viewer = someone
})

test('a right gained shows with the next heartbeat, a right lost hides', async () => {
  // One beside a neighbour's transaction is told early as well.
  const shown = new Set<string>()
  let beats = 0
  const { cut, ended } = await open(await positionAfterAll(), (line) => {
    if (line.startsWith('data: {')) shown.add(JSON.parse(line.slice(6)).position)
    if (line === 'event: beat') beats++
  })
  viewer = { agencyId: 2, isInside: true }
  const before = beats
  await until(() => beats > before + 1)
  await write(1)
  await write(2)
  await until(() => shown.size > 0)
  await wait(100)
  cut()
  await ended
  assert.equal(shown.size, 1)
  viewer = someone
})

test('one who left before the stream began is not waited for, nor asked about again', { timeout: 20_000 }, async () => {
  const server = createServer().listen(0, '127.0.0.1')
  try {
    const gone = new Promise<ServerResponse>((resolve) => {
      server.on('request', (_, out) => out.once('close', () => resolve(out)))
    })
    await new Promise((resolve) => server.once('listening', resolve))
    const reader = connect((server.address() as AddressInfo).port, '127.0.0.1')
    reader.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    server.once('request', () => reader.destroy())
    const out = await gone
    let asked = 0
    const viewerNow = async () => {
      asked += 1
      return someone
    }
    const from = await presentPosition(db.pool)
    await stream({ db: db.pool, tailer, out, viewer: someone, viewerNow, from, heartbeatMs: 5 })
    await wait(50)
    assert.equal(asked, 0)
  } finally {
    server.close()
  }
})
