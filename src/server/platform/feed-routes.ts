/** The feed over HTTP: pages follow the stream, programs read on from a position. */
import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { changeList } from '#contract/changes.ts'
import { problem, refuse } from '#contract/problems.ts'
import { type FeedViewer, type Position, parsePosition, positionText, presentPosition, readChanges } from './feed.ts'
import { isForgotten } from './feed-floor.ts'
import { stream } from './feed-stream.ts'
import type { Tailer } from './feed-tailer.ts'
import { sendProblems } from './render-problem.ts'
import { read } from './route.ts'

const mostAtOnce = 500
const mostStreamsPerAccount = 20
const heartbeatMs = 15_000

export interface FeedOptions {
  readonly tailer: Tailer
  readonly viewerOf: (request: FastifyRequest) => FeedViewer
  /** Asked again while a stream is open. */
  readonly viewerNow: (request: FastifyRequest) => Promise<FeedViewer | undefined>
  readonly heartbeatMs?: number
}

/** `agency` stands in for X-Acting-Agency, which an EventSource cannot send. */
const query = z.strictObject({ after: z.string().max(50).optional(), agency: z.string().max(50).optional() })

function registerReading(app: FastifyInstance, { viewerOf }: FeedOptions): void {
  const summary = 'Thay đổi sau một vị trí; không nêu vị trí thì trả vị trí hiện tại'
  read(
    app,
    { url: '/api/changes', summary, query, answer: changeList, isBackground: true },
    async ({ db, request, query: { after: text } }) => {
      if (text === undefined) {
        return { ok: true, value: { changes: [], position: positionText(await presentPosition(db)) } }
      }
      const after = parsePosition(text)
      if (!after) return refuse('request.invalid', { what: 'after' })
      const page = await readChanges(db, { after, viewer: viewerOf(request), limit: mostAtOnce })
      if (await isForgotten(db, after)) return refuse('changes.forgotten')
      return { ok: true, value: { changes: [...page.changes], position: positionText(page.position) } }
    },
  )
}

async function startOf(request: FastifyRequest): Promise<Position | undefined> {
  const { after } = request.query as z.infer<typeof query>
  const text = request.headers['last-event-id'] ?? after
  return text === undefined ? presentPosition(request.server.platform.pool) : parsePosition(String(text))
}

function openEventStream(reply: FastifyReply): ServerResponse {
  reply.hijack()
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  reply.raw.flushHeaders()
  return reply.raw
}

function registerStream(app: FastifyInstance, options: FeedOptions): void {
  const { tailer, viewerOf, viewerNow } = options
  const open = new Map<ServerResponse, number | null>()
  app.addHook('preClose', async () => {
    for (const out of open.keys()) out.end()
  })
  const streamText = {
    description: 'Mỗi sự kiện một thay đổi',
    content: { 'text/event-stream': { schema: z.string() } },
  }
  app.get(
    '/api/changes/stream',
    {
      config: { access: 'agency', isBackground: true },
      schema: {
        summary: 'Dòng thay đổi (server-sent events), nối lại bằng Last-Event-ID',
        tags: ['changes'],
        querystring: query,
        response: { 200: streamText },
      },
    },
    async (request, reply) => {
      const from = await startOf(request)
      if (!from) return sendProblems(request, reply, [problem('request.invalid', { what: 'Last-Event-ID' })])
      const { accountId } = request
      const count = [...open.values()].filter((one) => one === accountId).length
      if (count >= mostStreamsPerAccount) {
        return sendProblems(request, reply, [problem('request.too-many', { seconds: 5 })])
      }
      const out = openEventStream(reply)
      open.set(out, accountId)
      await stream({
        db: app.platform.pool,
        tailer,
        out,
        from,
        viewer: viewerOf(request),
        viewerNow: () => viewerNow(request),
        heartbeatMs: options.heartbeatMs ?? heartbeatMs,
      }).finally(() => open.delete(out))
      return reply
    },
  )
}

export function registerFeed(app: FastifyInstance, options: FeedOptions): void {
  registerReading(app, options)
  registerStream(app, options)
  app.platform.committed.add(() => options.tailer.wake())
  app.addHook('preClose', () => options.tailer.stop())
}
