/** Reads a stream of changes as the page's EventSource does. */
import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import type { Change } from '#contract/changes.ts'
import type { Client } from './client.ts'

export interface Stream {
  /** Each once, in the order told: early beside a transaction that still runs, or in its place. */
  readonly changes: Change[]
  lastId: string
  isEnded: boolean
  close(): void
}

export async function follow(address: string, client: Client, headers: Record<string, string> = {}): Promise<Stream> {
  const abort = new AbortController()
  const response = await fetch(`${address}/api/changes/stream`, {
    headers: { cookie: client.cookie, ...headers },
    signal: abort.signal,
  })
  assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8')
  const it: Stream = { changes: [], lastId: '', isEnded: false, close: () => abort.abort() }
  const hear = (change: Change) => {
    if (!it.changes.some(({ position }) => position === change.position)) it.changes.push(change)
  }
  const readOn = async () => {
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk as Uint8Array).toString()
      const events = text.split('\n\n')
      text = events.pop() ?? ''
      for (const line of events.flatMap((event) => event.split('\n'))) {
        if (line.startsWith('id: ')) it.lastId = line.slice(4)
        if (line.startsWith('data: {')) hear(JSON.parse(line.slice(6)))
      }
    }
  }
  readOn()
    .catch(() => {})
    .finally(() => {
      it.isEnded = true
    })
  return it
}

/** Milliseconds until the claim held, or undefined when it never came to. */
export async function until(claim: () => boolean, patience = 60_000): Promise<number | undefined> {
  const start = performance.now()
  while (!claim()) {
    if (performance.now() - start > patience) return undefined
    await wait(10)
  }
  return performance.now() - start
}

/** Heard within a second of the act's answer. Tests share the machine: of three acts, the quickest is held against it. */
export async function assertHeardSoon(act: (turn: number) => Promise<() => boolean>): Promise<void> {
  const took: number[] = []
  for (const turn of [0, 1, 2]) {
    const ms = await until(await act(turn))
    assert.ok(ms !== undefined, 'it is heard')
    took.push(ms)
    if (ms < 1_000) return
  }
  assert.fail(`heard after ${took.join(', ')} ms`)
}
