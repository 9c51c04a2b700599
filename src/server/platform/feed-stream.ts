/**
 * One open stream of changes (server-sent events). It first reads on from the position it was given, then follows the
 * tailer; between the two nothing is lost and nothing comes twice. What cannot have its place yet is told at once as an
 * event of its own, `early`, which moves no position. Rights are asked again with every heartbeat. A reader
 * too slow to keep up is cut off and resumes by Last-Event-ID; one who comes from before what is kept is told to read anew.
 */
import type { ServerResponse } from 'node:http'
import type { Db } from './database.ts'
import {
  comparePositions,
  type FeedRow,
  type FeedRows,
  type FeedViewer,
  type Position,
  positionText,
  presentPosition,
  readRows,
  visibleTo,
} from './feed.ts'
import { isForgotten } from './feed-floor.ts'
import { after, type Tailer } from './feed-tailer.ts'

export interface StreamOptions {
  readonly db: Db
  readonly tailer: Tailer
  readonly out: ServerResponse
  /** Undefined once the session has ended or the rights are gone. */
  readonly viewerNow: () => Promise<FeedViewer | undefined>
  readonly viewer: FeedViewer
  readonly from: Position
  readonly heartbeatMs: number
}

const page = 500
const mostUnsent = 1_000_000

interface Stream extends StreamOptions {
  position: Position
  isLive: boolean
  current: FeedViewer
  /** Positions told early that have not come in their place yet. */
  readonly told: Set<string>
  /** What the tailer told early while the stream still caught up. */
  readonly meanwhile: FeedRow[]
}

/** An event that is no change: `beat`, the line is alive and this far; `anew`, read everything again. */
function named(name: 'beat' | 'anew', position: Position): string {
  const reached = positionText(position)
  return `event: ${name}\nid: ${reached}\ndata: ${reached}\n\n`
}

function send(stream: Stream, { settled, early }: FeedRows): void {
  const { out, told } = stream
  for (const change of visibleTo(stream.current, settled)) {
    out.write(`id: ${change.position}\ndata: ${JSON.stringify(change)}\n\n`)
  }
  stream.position = settled.at(-1)?.position ?? stream.position
  for (const { change } of settled) told.delete(change.position)
  const fresh = early.filter(({ change }) => !told.has(change.position))
  for (const { change } of fresh) told.add(change.position)
  for (const change of visibleTo(stream.current, fresh)) out.write(`event: early\ndata: ${JSON.stringify(change)}\n\n`)
  if (out.writableLength > mostUnsent) out.destroy()
}

/**
 * Until it has read as far as the tailer, the tailer's batches are left alone: they stand in the table as well. Whoever
 * comes from before what is kept is told so before anything that moves their position: cut off in between, they would
 * come back from a later one and never learn of it.
 */
async function catchUp(stream: Stream): Promise<void> {
  const { db, tailer, out, from } = stream
  let isAnew = await isForgotten(db, from)
  if (isAnew) {
    stream.position = await presentPosition(db)
    out.write(named('anew', stream.position))
  }
  while (!out.destroyed) {
    const reached = tailer.position
    const rows = await readRows(db, stream.position, page)
    if (!isAnew && (await isForgotten(db, from))) {
      isAnew = true
      out.write(named('anew', stream.position))
    }
    send(stream, rows)
    if (rows.settled.length === page) continue
    // What the tailer had handed out before this read was readable in it.
    if (comparePositions(stream.position, reached) < 0) stream.position = reached
    if (comparePositions(stream.position, tailer.position) >= 0) break
  }
  stream.isLive = true
  send(stream, { settled: [], early: after(stream.position, stream.meanwhile.splice(0)) })
}

/** The position moves on also when nothing was shown, so that a resume does not start far back. */
async function beat(stream: Stream): Promise<void> {
  const viewer = await stream.viewerNow()
  if (viewer === undefined) {
    stream.out.end()
    return
  }
  stream.current = viewer
  if (stream.isLive && !stream.out.destroyed) stream.out.write(named('beat', stream.position))
}

/** Resolves when the stream has ended: at once for whoever left while the request was still looked at. */
export async function stream(options: StreamOptions): Promise<void> {
  if (options.out.destroyed) return
  const { from: position, viewer: current } = options
  const it: Stream = { ...options, position, isLive: false, current, told: new Set(), meanwhile: [] }
  const ended = new Promise<void>((resolve) => it.out.once('close', resolve))
  const unsubscribe = it.tailer.subscribe((rows) => {
    if (it.isLive) send(it, { ...rows, settled: after(it.position, rows.settled) })
    else it.meanwhile.push(...rows.early)
  })
  const fail = () => it.out.destroy()
  const heart = setInterval(() => beat(it).catch(fail), it.heartbeatMs)
  it.out.write('retry: 2000\n\n')
  try {
    await catchUp(it).catch(fail)
    await ended
  } finally {
    clearInterval(heart)
    unsubscribe()
  }
}
