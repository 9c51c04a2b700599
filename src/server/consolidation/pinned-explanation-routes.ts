/** The explanation of a number of a pinned version, over HTTP. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { pinnedExplanation } from '#contract/pinned-explanation.ts'
import { actorOf } from '../identity/index.ts'
import { read } from '../platform/route.ts'
import { explainPinned } from './explain-pinned.ts'
import { versionShelf } from './opened-versions.ts'
import { versionPath } from './version-routes.ts'

const cellQuery = z.strictObject({
  period: z.string().max(20),
  row: z.string().max(40),
  column: z.string().max(40),
})

export function registerPinnedExplanation(app: FastifyInstance): void {
  read(
    app,
    {
      url: '/api/province/:regime/versions/:version/explain',
      summary: 'Giải thích một con số của bản đã chốt, từ chính bản đó',
      params: versionPath,
      query: cellQuery,
      answer: pinnedExplanation,
      snapshot: true,
    },
    async ({ db, request, params, query: { period, ...cell } }) => {
      const shelf = await versionShelf(db, { actor: actorOf(request).actor, regimeCode: params.regime, period })
      return shelf.ok ? explainPinned(db, shelf.value, { version: params.version, ...cell }) : shelf
    },
  )
}
