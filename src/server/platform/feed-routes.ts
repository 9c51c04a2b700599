/** The feed over HTTP, for pages and programs that read on from a position. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { changeList } from '#contract/changes.ts'
import { refuse } from '#contract/problems.ts'
import type { Viewer } from '#core/figure/visibility.ts'
import { parsePosition, positionText, presentPosition, readChanges } from './feed.ts'
import { read } from './route.ts'

const mostAtOnce = 500

export interface FeedOptions {
  readonly viewerOf: (request: FastifyRequest) => Viewer
}

const query = z.strictObject({ after: z.string().max(50).optional(), agency: z.string().max(50).optional() })

export function registerFeed(app: FastifyInstance, { viewerOf }: FeedOptions): void {
  read(
    app,
    {
      url: '/api/changes',
      summary: 'Thay đổi sau một vị trí; không nêu vị trí thì trả vị trí hiện tại',
      query,
      answer: changeList,
      isBackground: true,
    },
    async ({ db, request, query: { after: text } }) => {
      if (text === undefined) {
        return { ok: true, value: { changes: [], position: positionText(await presentPosition(db)) } }
      }
      const after = parsePosition(text)
      if (!after) return refuse('request.invalid', { what: 'after' })
      const page = await readChanges(db, { after, viewer: viewerOf(request), limit: mostAtOnce })
      return { ok: true, value: { changes: [...page.changes], position: positionText(page.position) } }
    },
  )
}
