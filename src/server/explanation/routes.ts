/** Explaining any number, over HTTP. Accepted figures are the whole province's; release times hold for everybody. */
import type { FastifyInstance } from 'fastify'
import { explainQuery, figureExplanation } from '#contract/explanation.ts'
import { actorOf } from '../identity/index.ts'
import { read } from '../platform/route.ts'
import { explainReading } from './explain-reading.ts'

export function registerExplanation(app: FastifyInstance): void {
  read(
    app,
    {
      url: '/api/figures/explain',
      summary: 'Giải thích một số bất kỳ: chỉ tiêu hoặc công thức, tại một địa bàn và kỳ',
      query: explainQuery,
      answer: figureExplanation,
      snapshot: true,
    },
    async ({ db, request, query }) => explainReading(db, query, actorOf(request).actor),
  )
}
