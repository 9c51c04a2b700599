/** Loads a program over kept-alive connections, each asking again as soon as it was answered. */
import { Agent, request } from 'node:http'

export interface Shot {
  readonly method: 'GET' | 'PUT'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answered {
  readonly status: number
  readonly text: string
}

export interface Measured {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
}

export class Program {
  readonly address: string
  readonly #agent = new Agent({ keepAlive: true })

  constructor(address: string) {
    this.address = address
  }

  fire({ method, path, headers = {}, body }: Shot): Promise<Answered> {
    const all =
      body === undefined
        ? headers
        : { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
    return new Promise((resolve, reject) => {
      const outgoing = request(this.address + path, { method, headers: all, agent: this.#agent }, (incoming) => {
        let text = ''
        incoming.setEncoding('utf8')
        incoming.on('data', (chunk) => {
          text += chunk
        })
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }))
        incoming.on('error', reject)
      })
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}

/** `shots[n]` gives connection n its next request, having been told the answer to the one before. */
export async function load(
  program: Program,
  shots: readonly ((last: Answered | undefined) => Shot)[],
  seconds: number,
): Promise<Measured> {
  const times: number[] = []
  const start = performance.now()
  const end = start + seconds * 1000
  await Promise.all(
    shots.map(async (next) => {
      let last: Answered | undefined
      while (performance.now() < end) {
        const before = performance.now()
        last = await program.fire(next(last))
        times.push(performance.now() - before)
        if (last.status !== 200)
          throw new Error(`${program.address} answered ${last.status}: ${last.text.slice(0, 300)}`)
      }
    }),
  )
  const took = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.floor((times.length - 1) * part)] ?? 0
  return { perSecond: times.length / took, p50: at(0.5), p95: at(0.95) }
}
