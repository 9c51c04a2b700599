/** Reads a stream of changes as the page's EventSource does. */
import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import type { Change } from '#contract/changes.ts'
import type { Client } from './client.ts'

export interface Stream {
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
  const readOn = async () => {
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk as Uint8Array).toString()
      const events = text.split('\n\n')
      text = events.pop() ?? ''
      for (const line of events.flatMap((event) => event.split('\n'))) {
        if (line.startsWith('id: ')) it.lastId = line.slice(4)
        if (line.startsWith('data: {')) it.changes.push(JSON.parse(line.slice(6)))
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

/** Milliseconds until the claim held, or undefined after two seconds. */
export async function until(claim: () => boolean, patience = 2_000): Promise<number | undefined> {
  const start = performance.now()
  while (!claim()) {
    if (performance.now() - start > patience) return undefined
    await wait(10)
  }
  return performance.now() - start
}
