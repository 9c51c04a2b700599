/** Versions that are affected, over HTTP. */
import type { FastifyInstance } from 'fastify'
import { affectedVersions } from '#contract/affected-versions.ts'
import { actorOf } from '../identity/index.ts'
import { read } from '../platform/route.ts'
import { affectedVersionsOf } from './affected-versions.ts'

export function registerAffectedVersions(app: FastifyInstance): void {
  read(
    app,
    {
      url: '/api/province/affected-versions',
      summary: 'Các kỳ có bản tổng hợp mới nhất bị ảnh hưởng, cho người tổng hợp; không có với người khác',
      answer: affectedVersions,
      snapshot: true,
    },
    async ({ db, request }) => ({
      ok: true,
      value: { versions: await affectedVersionsOf(db, actorOf(request).actor) },
    }),
  )
}
