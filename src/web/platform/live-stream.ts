/**
 * One EventSource after another, as long as it is wanted. The server's heartbeat says that the line is alive: a line that
 * fell silent without an end (a cable pulled, a network changed) is given up and opened anew from the last position.
 */
import { type Change, change } from '#contract/changes.ts'

/**
 * What a stream tells: changes, a position that was reached, whether it is open, or that anything may have changed. Early
 * changes come again in their place, and move no position.
 */
export type News =
  | { readonly changes: readonly Change[]; readonly isEarly?: true }
  | { readonly position: string }
  | { readonly isLive: boolean }
  | { readonly isAnew: true }

export interface Streaming {
  /** Asked before each opening: it carries the position to go on from. */
  readonly address: () => string
  readonly tell: (news: News) => void
  readonly signal: AbortSignal
}

const retryAfter = 5_000
/** Two heartbeats of the server and some more. */
const silentFor = 40_000

export async function keepStream({ address, tell, signal }: Streaming): Promise<void> {
  while (!signal.aborted) {
    await oneStream({ address, tell, signal })
    if (signal.aborted) return
    tell({ isLive: false })
    await new Promise((resume) => setTimeout(resume, retryAfter))
  }
}

function oneStream({ address, tell, signal }: Streaming): Promise<void> {
  return new Promise((ended) => {
    const source = new EventSource(address())
    let silence: ReturnType<typeof setTimeout> | undefined
    const end = (): void => {
      clearTimeout(silence)
      source.close()
      ended()
    }
    const alive = (): void => {
      clearTimeout(silence)
      silence = setTimeout(end, silentFor)
    }
    signal.addEventListener('abort', end, { once: true })
    source.onopen = () => {
      alive()
      tell({ isLive: true })
    }
    source.onmessage = ({ data }: MessageEvent<string>) => {
      alive()
      const read = change.safeParse(JSON.parse(data))
      if (read.success) tell({ changes: [read.data] })
    }
    source.addEventListener('early', ({ data }: MessageEvent<string>) => {
      const read = change.safeParse(JSON.parse(data))
      if (read.success) tell({ changes: [read.data], isEarly: true })
    })
    source.addEventListener('beat', ({ data }: MessageEvent<string>) => {
      alive()
      tell({ position: data })
    })
    source.addEventListener('anew', () => tell({ isAnew: true }))
    source.onerror = () => {
      tell({ isLive: false })
      // The browser reconnects by itself with Last-Event-ID, unless the server refused.
      if (source.readyState === EventSource.CLOSED) end()
    }
  })
}
